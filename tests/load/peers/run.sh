#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Measures every peer on this machine and prints one table; see README.md. Loopback only, bounded, root not needed by
# the driver but by the servers' configs. Settings come from the environment:
#   PEERS   names below peers/                 REPEATS  3
#   MODES   rate ramp connect                  N M RATE SECS   250 60 20 20
#   STORM_N 500, clients that connect at once  PB_TMP   a fresh folder below /tmp (put it on the disk you mean)
#   OUT     where lines.jsonl and table.md go  PB_KEEP  1 keeps the folder
# A run during which the rest of the machine was busy goes to disturbed.jsonl and is tried again, twice at most.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/scripts/lib.sh"

: "${PEERS:=handbell wsfloor nats mosquitto-qos0 mosquitto-qos1 prosody prosody-opportunistic ejabberd}" "${MODES:=rate ramp connect}" "${REPEATS:=3}"
: "${N:=250}" "${M:=60}" "${RATE:=20}" "${SECS:=20}" "${STORM_N:=500}" "${RAMP_MAX:=5120}"
tmp=${PB_TMP:-$(mktemp -d /tmp/peerbench.XXXXXX)}
out=${OUT:-$tmp/out}
certs=$tmp/certs driver=$tmp/build/peerbench
mkdir -p "$tmp" "$out"
note="data on $(df --output=fstype "$tmp" | tail -1)"
users=$((N > STORM_N ? N : STORM_N))
cleanup() {
    local pidfile
    for pidfile in "$tmp"/run/*/pid; do [ -e "$pidfile" ] && stop_peer "${pidfile%/pid}"; done
    [ -n "${PB_KEEP:-}${PB_TMP:-}" ] || [ "$out" = "$tmp/out" ] || rm -rf "$tmp"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

busy() { awk '/^cpu /{print $2+$3+$4+$7+$8; exit}' /proc/stat; } # clock ticks spent working
wait_quiet() { # up to 10 minutes, until the machine does less than 4 % of one core on its own
    local before i
    for i in $(seq 1 300); do
        before=$(busy); sleep 2
        [ $(( $(busy) - before )) -le 8 ] && return 0
    done
    echo "machine is not quiet; measuring all the same" >&2
}

disturbed() { # LINE: did the rest of the machine work more than a tenth of a core meanwhile?
    python3 -c 'import json, sys
line = json.loads(sys.argv[1])
sys.exit(line.get("other_cpu_s", line.get("max_other_cpu_s", 0)) <= 0.1 * line.get("load_wall_s", 3))' "$1"
}

measure() { # PEER MODE REPEAT -> one JSON line
    local peer=$1 mode=$2 dir=$tmp/run/$1-$2-$3 args line rows
    load_peer "$peer"
    rm -rf "$dir"; mkdir -p "$dir"
    prepare "$dir" "$users"
    sync
    case $mode in
        rate) args="--n $N --m $M --rate $RATE --seconds $SECS --settle 3" ;;
        ramp) args="--n $N --m $M --ramp 1 --ramp-max $RAMP_MAX --settle 1" ;;
        connect) args="--n $STORM_N --m $M --rate 0 --inflight $STORM_N --settle 3" ;;
    esac
    wait_quiet
    if start_peer "$dir"; then
        # shellcheck disable=SC2086
        line=$(timeout 240 taskset -c 1 "$driver" --protocol "$protocol" --peer "$peer" --tier "$tier" --note "$note" \
            --port "$port" --ca "$certs/ca.pem" --server-pid "$(server_pid "$dir")" $args $(driver_args "$dir"))
        rows=$(archived "$dir" 2>/dev/null)
        [ -n "$line" ] && line="${line%\}},\"archived_rows\":${rows:-null},\"repeat\":$3}"
    fi
    stop_peer "$dir"
    echo "${line:-{\"peer\":\"$peer\",\"mode\":\"$mode\",\"error\":\"no result\",\"repeat\":$3\}}"
    [ -n "${PB_KEEP:-}" ] || rm -rf "$dir"
}

make -s -C "$here" BUILD="$tmp/build" && sh "$here/scripts/make-certs.sh" "$certs" 2>/dev/null || exit 1
"$driver" --self-test 1 --port 18445 --ca "$certs/ca.pem" --cert "$certs/server.pem" --key "$certs/server.key" >"$out/selftest.txt" \
    || { cat "$out/selftest.txt"; exit 1; }
: >"$out/lines.jsonl"
: >"$out/disturbed.jsonl"
for repeat in $(seq 1 "$REPEATS"); do
    for peer in $(shuf -e $PEERS); do
        for mode in $MODES; do
            for try in 1 2 3; do
                line=$(measure "$peer" "$mode" "$repeat")
                [ "$try" -lt 3 ] && disturbed "$line" || break
                echo "$line" >>"$out/disturbed.jsonl"
            done
            echo "$line" >>"$out/lines.jsonl"
            echo "${line:0:160}" >&2
        done
    done
done
python3 "$here/scripts/table.py" "$out/lines.jsonl" | tee "$out/table.md"
echo "raw lines: $out/lines.jsonl" >&2
