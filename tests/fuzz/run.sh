#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the fuzzers of build/fuzz for SECONDS each, beginning with the inputs kept in corpus/. What they find new stays
# in build/fuzz/corpus; an input that fails is written to build/fuzz.
#
#   tests/fuzz/run.sh [SECONDS]
set -euo pipefail

seconds=${1:-30}
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$here/../../build/fuzz" && pwd)
for fuzzer in guard; do
    mkdir -p "$build/corpus/$fuzzer"
    "$build/bin/$fuzzer-fuzzer" -max_total_time="$seconds" -max_len=2000 -use_value_profile=1 -verbosity=0 \
        -print_final_stats=1 -artifact_prefix="$build/$fuzzer-" "$build/corpus/$fuzzer" "$here/corpus/$fuzzer"
done
