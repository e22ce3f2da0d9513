#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the fuzzers of build/fuzz, SECONDS altogether or those named, beginning with the inputs kept in corpus/. What they
# find new stays in build/fuzz/corpus; an input that fails is written to build/fuzz.
#
#   tests/fuzz/run.sh [SECONDS [FUZZER...]]
set -euo pipefail

seconds=${1:-60}
fuzzers=("${@:2}")
if ((${#fuzzers[@]} == 0)); then
    fuzzers=(guard codec websocket invitation files session)
fi
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$here/../../build/fuzz" && pwd)
each=$((seconds / ${#fuzzers[@]}))
((each > 0)) || each=1 # 0 would be without an end

# longest_input FUZZER: in bytes.
longest_input() {
    case $1 in
    invitation) echo 400 ;;
    guard) echo 2000 ;;
    session) echo 3000 ;;
    *) echo 5000 ;;
    esac
}

# Records on a file system in memory, where there is one: a disk is not what is tested.
if [[ -w /dev/shm ]]; then
    TMPDIR=$(mktemp -d /dev/shm/handbell-fuzz.XXXXXX)
    export TMPDIR
    trap 'rm -rf "$TMPDIR"' EXIT
fi
export ASAN_OPTIONS=malloc_context_size=4:quarantine_size_mb=16
for fuzzer in "${fuzzers[@]}"; do
    echo "$fuzzer, for $each s"
    mkdir -p "$build/corpus/$fuzzer"
    "$build/bin/$fuzzer-fuzzer" -max_total_time="$each" -max_len="$(longest_input "$fuzzer")" \
        -dict="$here/handbell.dict" -use_value_profile=1 -verbosity=0 -print_final_stats=1 \
        -artifact_prefix="$build/$fuzzer-" "$build/corpus/$fuzzer" "$here/corpus/$fuzzer"
done
