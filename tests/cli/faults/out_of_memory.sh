#!/bin/bash
# With too little memory: one line, code 71, nothing on stdout.
set -u
[[ -z ${CORRIDOR_SANITIZED:-} ]] || exit 77
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A network that does not fit, made here: nobody wants it in the repository.
{
  printf 'format: 1\nnetwork: Large\nyear: 2025\nassumptions: {teu_per_train: 50, tonnes_per_teu: 10, operating_days: 300}\n'
  printf 'modes:\n  rail: {kind: rail, gauge: 1520 mm, speed: 40 km/h, cost: 0.2 USD/TEU/km, emissions: 9 g/TEU/km}\n'
  printf 'nodes:\n'
  for ((i = 0; i < 60000; ++i)); do printf '  n%d: {name: N}\n' "$i"; done
  printf 'links:\n'
  for ((i = 1; i < 60000; ++i)); do
    printf '  l%d: {between: [n%d, n%d], mode: rail, length: 10 km, capacity: 9 TEU/year}\n' "$i" "$((i - 1))" "$i"
  done
} >"$work/large.yaml"

(
  ulimit -v 60000
  "$program" flow --network "$work/large.yaml" --from n0 --to n9 >"$work/stdout" 2>"$work/stderr"
)
code=$?
[[ $code -eq 71 ]] || { echo "code $code, not 71"; cat "$work/stderr"; exit 1; }
[[ ! -s $work/stdout ]] || { echo "something on stdout"; exit 1; }
[[ $(cat "$work/stderr") == "corridor: out of memory" ]] || { cat "$work/stderr"; exit 1; }
