#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# alone.sh BIN_FOLDER OUTPUT_FOLDER SCRIPT: inside a desktop of its own, adds a keychain and plays the script.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export XDG_DATA_HOME=$2/home/keychain LC_ALL=C.UTF-8
mkdir -p "$XDG_DATA_HOME"
# An empty password unlocks a new, empty keychain: the secrets of the demo live and end with this desktop.
eval "$(printf '\n' | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
xsetroot -solid '#5b6770' 2>/dev/null || true
/usr/bin/python3 "$root/tests/demo/play.py" "$1" "$2" "$3" | tee "$2/transcript.txt"
