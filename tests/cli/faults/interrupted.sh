#!/bin/bash
# SIGINT and SIGTERM: code 130 within a second, the old output untouched, nothing left behind.
set -u
program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here/.." || exit 1

# A pipe without a reader holds the program in the middle of its work for as long as it takes.
mkfifo "$work/pipe"
for signal in INT TERM; do
  # A script's background jobs start with SIGINT ignored; the program takes it back.
  "$program" compare networks/works.yaml -o "$work/pipe" 2>"$work/stderr" &
  child=$!
  sleep 0.5
  kill -"$signal" "$child" || { echo "it ended before the signal"; exit 1; }
  start=$(date +%s%N)
  wait "$child"
  code=$?
  elapsed=$((($(date +%s%N) - start) / 1000000))
  [[ $code -eq 130 ]] || { echo "SIG$signal: code $code, not 130"; exit 1; }
  [[ $elapsed -lt 1000 ]] || { echo "SIG$signal: took $elapsed ms"; exit 1; }
  [[ ! -s $work/stderr ]] || { cat "$work/stderr"; exit 1; }
done

printf 'old\n' >"$work/out.json"
for ((i = 0; i < 50; ++i)); do
  "$program" compare networks/works.yaml --format json -o "$work/out.json" 2>/dev/null &
  child=$!
  sleep "$(printf '0.%03d' $((i * 2)))"
  kill -INT "$child" 2>/dev/null
  wait "$child"
  code=$?
  [[ $code -eq 130 || $code -eq 0 ]] || { echo "run $i: code $code"; exit 1; }
done
leftovers=$(find "$work" -name '.corridor-*')
[[ -z $leftovers ]] || { echo "left behind: $leftovers"; exit 1; }
