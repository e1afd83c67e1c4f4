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

step "write the GMNS folder" "$programs/corridor-route-bench" --write-gmns "$links" net
cat >toll.yaml <<'END'
format: 1
scenario: toll
changes:
  - multiply: {mode: road, cost: 1.2}
END
cat >winter.yaml <<'END'
format: 1
scenario: winter
changes:
  - multiply: {mode: road, time: 1.25}
END
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
step "export as CSV tables" "$corridor" export csv --network net.pack -o tables
step "check folder, pack and tables" "$corridor" check net net.pack tables/network.yaml
cat last.txt
