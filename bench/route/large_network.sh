#!/bin/bash
# The story of docs/large-networks.md with a network of any size:
# large_network.sh FOLDER-OF-PROGRAMS LINKS. Prints how long each step takes.
set -euo pipefail
programs=$(realpath "$1")
links=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
TIMEFORMAT='  %R s'
corridor=$programs/corridor

step() { # WHAT COMMAND...
  echo "$1"
  shift
  time "$@" >last.txt
}

scenario() { # ID FIGURE FACTOR
  printf 'format: 1\nscenario: %s\nchanges:\n  - multiply: {mode: road, %s: %s}\n' "$@" >"$1.yaml"
}

step "write the GMNS folder" "$programs/corridor-route-bench" --write-gmns "$links" net
scenario toll cost 1.2
scenario winter time 1.25
step "pack" "$corridor" pack --network net -o net.pack
step "route on the folder" "$corridor" route --network net --from n0 --to n40
step "route on the pack" "$corridor" route --network net.pack --from n0 --to n40
ends=$(seq -s, -f 'n%.0f' 0 19)
others=$(seq -s, -f 'n%.0f' 20 39)
for scenario in toll winter; do
  step "skim 20 x 20 under $scenario" "$corridor" skim --network net.pack --from "$ends" \
    --to "$others" --by time,cost --scenario "$scenario.yaml" --format csv -o "$scenario.csv"
  [[ $(wc -l <"$scenario.csv") -eq 401 ]]
done
if cmp -s toll.csv winter.csv; then
  echo "the scenarios changed nothing"
  exit 1
fi
step "export as CSV tables" "$corridor" export csv --network net.pack -o tables
step "check folder, pack and tables" "$corridor" check net net.pack tables/network.yaml
cat last.txt
