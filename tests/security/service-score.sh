#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Has systemd judge how much of the machine the server's unit lays open: 0.0 nothing, 10.0 everything. A server that
# workstations reach and that keeps files cannot come under 1.0. 77 where there is no systemd-analyze that can.
#
#   tests/security/service-score.sh UNIT
set -euo pipefail

unit=${1:?which unit?}
if ! systemd-analyze security --help 2>/dev/null | grep -q -- --offline; then
    echo "systemd-analyze cannot look at a unit that is not installed here: skipped"
    exit 77
fi
export SYSTEMD_PAGER=''
systemd-analyze security --no-pager --offline=true --threshold=15 "$unit"
