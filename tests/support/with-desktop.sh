#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# with-desktop.sh COMMAND [ARGUMENT...]: runs COMMAND on a desktop of its own, the way a workstation has one: an X
# server on a free display, a session bus with the accessibility bridge, a window manager and a panel with a tray.
# Gives back COMMAND's exit status; 77 ("skipped" for CTest) where a part of the desktop is not installed.
# HANDBELL_DESKTOP_SIZE overrides the screen, 1600x1000x24.
set -u

for part in Xvfb openbox tint2 xprop dbus-run-session; do
    if ! command -v "$part" >/dev/null 2>&1; then
        echo "with-desktop: $part is not installed: skipped" >&2
        exit 77
    fi
done

if [ "${HANDBELL_DESKTOP_BUS:-}" != yes ]; then
    HANDBELL_DESKTOP_BUS=yes
    export HANDBELL_DESKTOP_BUS
    exec dbus-run-session -- "$0" "$@"
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/handbell-desktop.XXXXXX") || exit 1
pids=
cleanup() {
    trap - EXIT
    for pid in $pids; do
        kill "$pid" 2>/dev/null
    done
    for pid in $pids; do
        wait "$pid" 2>/dev/null
    done
    rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The server itself picks a free display and writes its number once it accepts clients.
mkfifo "$scratch/display" || exit 1
Xvfb -displayfd 3 -screen 0 "${HANDBELL_DESKTOP_SIZE:-1600x1000x24}" -nolisten tcp -noreset \
    3>"$scratch/display" >"$scratch/xvfb.log" 2>&1 &
pids="$!"
read -r number <"$scratch/display" || number=
if [ -z "$number" ]; then
    echo "with-desktop: Xvfb did not start" >&2
    cat "$scratch/xvfb.log" >&2
    exit 1
fi
DISPLAY=":$number"
XDG_RUNTIME_DIR="$scratch"
chmod 700 "$scratch"
export DISPLAY XDG_RUNTIME_DIR
unset WAYLAND_DISPLAY

# Waits, without a fixed sleep, until the root window carries property $1 (or gives up after 10 s).
awaitRoot() {
    timeout 10 sh -c 'until xprop -root "$1" 2>/dev/null | grep -q "[=#]"; do sleep 0.02; done' await "$1" || {
        echo "with-desktop: $2 did not start" >&2
        exit 1
    }
}

openbox >"$scratch/openbox.log" 2>&1 &
pids="$pids $!"
awaitRoot _NET_SUPPORTING_WM_CHECK openbox

cat >"$scratch/tint2rc" <<RC
panel_items = TS
panel_size = 100% 36
panel_position = bottom center horizontal
panel_dock = 0
panel_layer = normal
strut_policy = follow_size
systray_padding = 4 4 4
systray_icon_size = 24
RC
tint2 -c "$scratch/tint2rc" >"$scratch/tint2.log" 2>&1 &
pids="$pids $!"
timeout 10 sh -c 'until xprop -root _NET_CLIENT_LIST 2>/dev/null | grep -q 0x; do sleep 0.02; done' || {
    echo "with-desktop: tint2 did not start" >&2
    exit 1
}

for bridge in /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher; do
    if [ -x "$bridge" ]; then
        "$bridge" --launch-immediately >"$scratch/at-spi.log" 2>&1 &
        pids="$pids $!"
        break
    fi
done

"$@"
status=$?
exit $status
