#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the guard and openredaction (from npm) over the same lines, one after the other on this machine, and prints how
# many times longer the other takes. Three rounds, so that a busy moment shows.
#
#   tests/load/guard-against-peer.sh HANDBELL_GUARD
set -euo pipefail

guard=${1:?usage: guard-against-peer.sh HANDBELL_GUARD}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" openredaction@1.1.5 >/dev/null
# The tuning corpus without its labels, twenty times over.
for _ in $(seq 20); do
    sed -E '/^(#|$)/d; s/^[a-z]+\t//; s/\[[a-z_]+\|([^]]*)\]/\1/g' "$here"/../data/guard/tuning/*.txt
done >"$work/lines.txt"

for _ in 1 2 3; do
    begun=$(date +%s.%N)
    "$guard" <"$work/lines.txt" >"$work/answers.txt"
    own=$(awk "BEGIN { print $(date +%s.%N) - $begun }")
    peer=$(node "$here/guard-peer.mjs" "$work/lines.txt" "$work")
    echo "$(wc -l <"$work/lines.txt") lines: handbell-guard $own s (process and all), openredaction $peer s, ratio $(awk "BEGIN { printf \"%.0f\", $peer / $own }")"
done
