#!/bin/sh
# Fuzzes one target for CORRIDOR_FUZZ_SECONDS (30). What it finds goes to WORK, seeds are only read.
#   fuzz_for.sh TARGET WORK SEEDS...
set -eu
target=$1
work=$2
shift 2
mkdir -p "$work/corpus"
# The words of the format, for all targets that read it.
case ${target##*/} in
  network_fuzz | scenario_fuzz) set -- -dict="$(dirname "$0")/yaml.dict" "$@" ;;
esac
exec "$target" -max_total_time="${CORRIDOR_FUZZ_SECONDS:-30}" -max_len=8192 -timeout=10 \
  -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$work/" "$work/corpus" "$@"
