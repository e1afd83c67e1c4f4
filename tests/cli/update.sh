#!/bin/bash
# Rewrites the goldens of all cases, or of those named: update.sh PROGRAM [CASE...]
# Review the diff before committing it.
set -u
program=$1
shift
here=$(dirname "$(realpath "$0")")
if [[ $# -eq 0 ]]; then
  for file in "$here"/*/cmd; do set -- "$@" "$(basename "$(dirname "$file")")"; done
fi
for name in "$@"; do "$here/run_case.sh" --update "$program" "$here/$name" || exit 1; done
echo "$# cases"
