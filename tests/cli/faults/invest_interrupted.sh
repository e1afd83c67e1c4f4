#!/bin/bash
# Ctrl-C during a long ranking of projects: the best set so far with its bound, code 130, within two
# seconds. Sixteen projects of which one closes a link leave 65,536 sets to be looked at.
set -u
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

{
  printf 'format: 1\nnetwork: Long\nyear: 2025\n'
  printf 'modes:\n  rail: {kind: rail, speed: 50 km/h, cost: 0.3 USD/TEU/km, emissions: 1 g/TEU/km}\n'
  printf 'nodes:\n  a: {name: A}\n  z: {name: Z}\nlinks:\n'
  for ((i = 0; i < 16; ++i)); do
    printf '  l%d: {between: [a, z], mode: rail, length: 1 km, capacity: 1000 TEU/year}\n' "$i"
  done
} >long.yaml
projects=()
for ((i = 0; i < 16; ++i)); do
  change="add: {links: [l$i], capacity: $((1000 + i)) TEU/year}"
  [[ $i -eq 15 ]] && change='close: {links: [l15]}'
  printf 'format: 1\nscenario: p%d\ncost: %d MUSD\nchanges:\n  - %s\n' "$i" $((i + 1)) "$change" \
    >"p$i.yaml"
  projects+=(--project "p$i.yaml")
done

"$program" invest --network long.yaml --from a --to z --budget '60 MUSD' "${projects[@]}" \
  --format json >out.json 2>stderr &
child=$!
sleep 1.5
kill -INT "$child" 2>/dev/null || { echo "it ended before the signal"; exit 77; }
start=$(date +%s%N)
wait "$child"
code=$?
elapsed=$((($(date +%s%N) - start) / 1000000))
[[ $code -eq 130 ]] || { echo "code $code, not 130"; cat stderr; exit 1; }
[[ $elapsed -lt 2000 ]] || { echo "took $elapsed ms"; exit 1; }
grep -q '"complete": false' out.json || { echo "not marked as incomplete"; exit 1; }
grep -q '"best": {' out.json || { echo "no best set"; exit 1; }
grep -q 'interrupted; this is the best so far' stderr || { cat stderr; exit 1; }
