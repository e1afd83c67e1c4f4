#!/bin/bash
# A sweep killed at any moment loses at most the line it was writing: resumed, it has the bytes of
# one that never stopped, and so have its shards put together.
set -u
program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here/.." || exit 1

start_sweep() { # command|exec FORMAT FILE [OPTION...]
  local how=$1 format=$2 file=$3
  shift 3
  "$how" "$program" sweep --network networks/two-ways.yaml --from factory --to market \
    --vary 'modes.rail_1520.capacity=normal(1,0.2)' --vary 'links.port-haven.time=uniform(0.5,2)' \
    --sample 20000 --seed 3 --format "$format" -o "$file" "$@"
}

sweep() { start_sweep command "$@"; } # FORMAT FILE [OPTION...]

for format in json csv; do
  sweep "$format" "$work/whole.$format" --threads 1 >"$work/summary.$format" || exit 1
  for pause in 0.05 0.15 0.25 0.4; do
    rm -f "$work/rows"
    (start_sweep exec "$format" "$work/rows") >/dev/null 2>&1 &
    child=$!  # the program itself: a shell around it would die and leave it writing
    sleep "$pause"
    kill -KILL "$child" 2>/dev/null
    wait "$child" 2>/dev/null
    [[ -e $work/rows ]] || : >"$work/rows"
    cp "$work/rows" "$work/cut"
    sweep "$format" "$work/rows" --resume >"$work/summary" || { echo "not resumed"; exit 1; }
    cmp "$work/rows" "$work/whole.$format" || exit 1
    cmp "$work/summary" "$work/summary.$format" || exit 1
    # A file system that keeps only a part of the last write.
    size=$(stat -c %s "$work/cut")
    head -c $((size - size / 3)) "$work/cut" >"$work/rows"
    sweep "$format" "$work/rows" --resume >/dev/null || { echo "not resumed"; exit 1; }
    cmp "$work/rows" "$work/whole.$format" || exit 1
  done
  for shard in 1 2; do
    sweep "$format" "$work/part$shard" --shard "$shard/2" >/dev/null || exit 1
  done
  cat "$work/part1" "$work/part2" | cmp - "$work/whole.$format" || exit 1
done

# What belongs to another question is never touched.
cp "$work/whole.csv" "$work/rows"
if sweep json "$work/rows" --resume >/dev/null 2>&1; then
  echo "a CSV file was resumed as JSON"
  exit 1
fi
cmp "$work/rows" "$work/whole.csv" || exit 1

# A full disk is told, and the code is 4.
if [[ -w /dev/full ]]; then
  sweep csv /dev/full >/dev/null 2>"$work/stderr"
  [[ $? -eq 4 ]] || { echo "a full disk: not code 4"; exit 1; }
fi
