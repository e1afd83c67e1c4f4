#!/bin/bash
# Killed at any moment, the output file is the old one or the new one, never a mixture.
set -u
program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here/.." || exit 1

question=(compare networks/works.yaml --format json -o)
start=$(date +%s%N)
"$program" "${question[@]}" "$work/new.json" || exit 1
microseconds=$((($(date +%s%N) - start) / 1000))
printf 'old\n' >"$work/old.json"

whole=0
for ((i = 0; i < 100; ++i)); do
  cp "$work/old.json" "$work/out.json"
  "$program" "${question[@]}" "$work/out.json" 2>/dev/null &
  child=$!
  # From its start to well after its usual end, in an order that jumps about.
  sleep "$(printf '0.%06d' $((microseconds * 2 * (i * 37 % 100) / 100)))"
  kill -9 "$child" 2>/dev/null
  wait "$child" 2>/dev/null
  if cmp -s "$work/out.json" "$work/new.json"; then
    whole=$((whole + 1))
  elif ! cmp -s "$work/out.json" "$work/old.json"; then
    echo "run $i: neither the old file nor the new one"
    exit 1
  fi
done
echo "$whole of 100 were written before the kill"
# A test in which the kill always comes too late, or always too early, shows nothing.
[[ $whole -gt 0 && $whole -lt 100 ]] || { echo "the kills missed the writing"; exit 1; }
