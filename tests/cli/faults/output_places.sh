#!/bin/bash
# Odd places for an output: symbolic links, devices, pipes, a read-only folder, a full disk,
# permissions.
set -u
program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
mounted=no
clean_up() {
  [[ $mounted == no ]] || umount "$work/small"
  chmod -R u+w "$work"
  rm -rf "$work"
}
trap clean_up EXIT
cd "$here/.." || exit 1

fail() {
  echo "$*"
  exit 1
}
ask() { "$program" flow --network networks/two-ways.yaml --from factory --to market --format json "$@"; }
expect() { # CODE ARGUMENT...
  local wanted=$1
  shift
  ask "$@" >"$work/stdout" 2>"$work/stderr"
  local code=$?
  [[ $code -eq $wanted ]] || fail "code $code, not $wanted: $* $(cat "$work/stderr")"
  [[ ! -s $work/stdout ]] || fail "something on stdout: $*"
}
ask >"$work/answer.json"

# Permissions as the umask says; those of a file that is there are kept.
(umask 027 && ask -o "$work/usual.json") || fail "cannot write"
[[ $(stat -c %a "$work/usual.json") == 640 ]] || fail "permissions $(stat -c %a "$work/usual.json")"
chmod 604 "$work/usual.json"
expect 0 -o "$work/usual.json"
[[ $(stat -c %a "$work/usual.json") == 604 ]] || fail "permissions were not kept"
cmp -s "$work/usual.json" "$work/answer.json" || fail "another answer"

# A link stays a link, also when nothing is there yet.
mkdir "$work/folder"
printf 'old\n' >"$work/folder/target.json"
ln -s folder/target.json "$work/link.json"
expect 0 -o "$work/link.json"
[[ -L $work/link.json ]] || fail "the link was replaced"
cmp -s "$work/folder/target.json" "$work/answer.json" || fail "the link's target is another"
ln -s folder/later.json "$work/dangling.json"
expect 0 -o "$work/dangling.json"
cmp -s "$work/folder/later.json" "$work/answer.json" || fail "the dangling link's target is missing"
ln -s loop.json "$work/loop.json"
expect 4 -o "$work/loop.json"

# Devices and pipes are written to, not replaced.
expect 0 -o /dev/null
[[ -c /dev/null ]] || fail "/dev/null was replaced"
expect 4 -o /dev/full
mkfifo "$work/pipe"
cat "$work/pipe" >"$work/from_pipe.json" &
expect 0 -o "$work/pipe"
wait
cmp -s "$work/from_pipe.json" "$work/answer.json" || fail "the pipe got another answer"
[[ -p $work/pipe ]] || fail "the pipe was replaced"
head -c 1 "$work/pipe" >/dev/null &
expect 0 -o "$work/pipe"
wait

# A folder that cannot be written to, and a disk without room: old file kept, nothing left behind.
if [[ $EUID -eq 0 ]]; then
  mkdir "$work/small"
  if mount -t tmpfs -o size=16k tmpfs "$work/small" 2>/dev/null; then
    mounted=yes
    printf 'old\n' >"$work/small/out.json"
    head -c 9000 /dev/zero >"$work/small/filler"
    expect 4 -o "$work/small/out.json"
    [[ $(cat "$work/small/out.json") == old ]] || fail "the old file is damaged"
    [[ $(ls -A "$work/small") == $'filler\nout.json' ]] || fail "left behind: $(ls -A "$work/small")"
  fi
else
  mkdir "$work/locked"
  printf 'old\n' >"$work/locked/out.json"
  chmod 555 "$work/locked"
  expect 4 -o "$work/locked/out.json"
  [[ $(cat "$work/locked/out.json") == old ]] || fail "the old file is damaged"
fi
leftovers=$(find "$work" -name '.corridor-*')
[[ -z $leftovers ]] || fail "left behind: $leftovers"

# Two at once: one of them wins whole.
for ((i = 0; i < 10; ++i)); do
  ask -o "$work/both" &
  ask -o "$work/both" &
  wait
  cmp -s "$work/both" "$work/answer.json" || fail "two writers mixed"
done
exit 0
