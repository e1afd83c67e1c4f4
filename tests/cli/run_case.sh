#!/bin/bash
# Runs one golden case and compares what it says: run_case.sh [--update] PROGRAM CASE
# A case is a folder with `cmd` (bash, `corridor` is the program, $scratch an empty folder), the
# expected `stdout` and `stderr`, and `code`. The case runs twice, the second time with another
# locale, terminal and time zone: the bytes must be the same.
set -u
update=no
if [[ $1 == --update ]]; then
  update=yes
  shift
fi
program=$(realpath "$1")
case_folder=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() { # NAME [VARIABLE=VALUE...]
  local name=$1
  shift
  mkdir "$work/$name"
  (
    cd "$here" || exit 99
    unset COLUMNS NO_COLOR TERM LANG LC_ALL LC_NUMERIC TZ
    for setting in "$@"; do export "${setting?}"; done
    export scratch=$work/$name
    # shellcheck disable=SC2317  # the case calls it
    corridor() { "$program" "$@"; }
    # shellcheck source=/dev/null
    source "$case_folder/cmd"
  ) >"$work/$name.stdout" 2>"$work/$name.stderr" </dev/null
  echo $? >"$work/$name.code"
}

# A locale with a decimal comma where the machine has one.
foreign=$(locale -a 2>/dev/null | grep -iE '^(de_DE|fr_FR|ru_RU)\.utf-?8$' | head -1)
run plain LC_ALL=C TERM=xterm
run foreign LC_ALL="${foreign:-C.UTF-8}" TERM=dumb NO_COLOR=1 COLUMNS=37 TZ=Asia/Almaty

if [[ $update == yes ]]; then
  for what in stdout stderr code; do cp "$work/plain.$what" "$case_folder/$what"; done
fi
failed=0
for name in plain foreign; do
  for what in stdout stderr code; do
    if ! diff -u "$case_folder/$what" "$work/$name.$what"; then
      echo "case $(basename "$case_folder"): $what differs ($name surroundings)"
      failed=1
    fi
  done
done
exit $failed
