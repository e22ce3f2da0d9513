#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh BIN_FOLDER OUTPUT_FOLDER [SCRIPT]: the demo. With a display, opens two workstations to play with; without, plays
# SCRIPT, resources/demo/morning.script, on a desktop of its own.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
bin=$1
output=$2
rm -rf "$output"
mkdir -p "$output"

if [[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]]; then
    export HANDBELL_DESKTOP_SIZE=2560x1024x24
    exec "$root/tests/support/with-desktop.sh" "$here/alone.sh" "$bin" "$output" \
        "${3:-$root/resources/demo/morning.script}"
fi

port=${HANDBELL_DEMO_PORT:-22355}
"$bin/handbelld" init --data "$output/data" --practice "Riverside Surgery" --host 127.0.0.1 --port "$port" \
    --admin "Carys Evans" --room "Manager's office" >/dev/null
"$bin/handbellctl" --data "$output/data" --json seed "$root/resources/demo/practice.json" >"$output/invitations.json"
"$bin/handbelld" serve --data "$output/data" --listen "127.0.0.1:$port" 2>"$output/server.log" &
server=$!
trap 'kill "$server" 2>/dev/null; wait 2>/dev/null' EXIT

invitation() {
    /usr/bin/python3 -c 'import json, sys
for entry in json.load(open(sys.argv[1]))["invitations"]:
    if entry["member"] == sys.argv[2]: print(entry["invitation"])' "$output/invitations.json" "$1"
}

echo "Two workstations open now: Priya Shah at the front desk, Dr Anna Patel in Consulting room 3."
echo "Choose any password of ten characters or more in each. Ctrl+R rings. Close both, or press Ctrl+C here, to end."
# Profiles of their own for each demo: yesterday's would not trust today's practice.
workstation() {
    mkdir -p "$output/home/$1"
    XDG_DATA_HOME=$output/home/$1 XDG_CONFIG_HOME=$output/home/$1 "$bin/handbell" --profile "demo-$1" "$2" 2>"$output/$1.log"
}
workstation desk "$(invitation 'Priya Shah')" &
desk=$!
workstation room3 "$(invitation 'Dr Anna Patel')" &
wait "$desk" $! || true
