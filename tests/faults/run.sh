#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The whole fault suite: tests/faults/run.sh BUILD [SEED]. BUILD is a build folder, such as build/dev. Takes about a quarter of
# an hour on two cores; prints one line of counts for each part, and its seed. See README.md here.
set -eu

program=${1:?the build folder}/tests/faults/faults_tests
if [ $# -gt 1 ]; then
    export HANDBELL_FAULT_SEED="$2"
fi
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 QT_LOGGING_RULES='handbell.*=false'
export QTEST_FUNCTION_TIMEOUT=7200000

failed=0
part() {
    HANDBELL_FAULT_ROUNDS=$2 "$program" "$1" -maxwarnings 1 >"$log" 2>&1 || failed=1
    grep -E '^(faults: |FAIL|SKIP)' "$log" || echo "$1: nothing was counted"
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

part ServerKillTest 500
part ClientKillTest 60
part DiskFaultTest 5
part NetworkFaultTest 3
part ClockFaultTest 1
part BackupTest 10
exit $failed
