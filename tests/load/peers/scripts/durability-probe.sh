#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# durability-probe.sh PEER...: sends 50 messages at 10/s to 5 receivers under strace and counts what the server syncs to disk.
# Proof of the tier, not a measurement: strace slows the server. Needs strace and a finished run of run.sh's build (PB_TMP).
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
tmp=${PB_TMP:-$(mktemp -d /tmp/peerbench.XXXXXX)}
certs=$tmp/certs driver=$tmp/build/peerbench
make -s -C "$here" BUILD="$tmp/build" && sh "$here/scripts/make-certs.sh" "$certs" 2>/dev/null || exit 1
for peer in "$@"; do
    dir=$tmp/run/$peer-probe
    rm -rf "$dir"; mkdir -p "$dir"
    load_peer "$peer"
    prepare "$dir" 20
    start_peer "$dir" || exit 1
    strace -f -y -e trace=fsync,fdatasync,sync,msync -o "$dir/strace.txt" -p "$(server_pid "$dir")" 2>/dev/null & tracer=$!
    sleep 1
    timeout 60 "$driver" --protocol "$protocol" --peer "$peer" --port "$port" --ca "$certs/ca.pem" --server-pid "$(server_pid "$dir")" \
        --n 5 --m 5 --rate 10 --seconds 5 --settle 1 $(driver_args "$dir") >/dev/null
    kill -INT "$tracer"; wait "$tracer" 2>/dev/null
    echo "$peer: 60 messages (10 of them warm-up), archive rows: $(archived "$dir" || true)"
    grep -oE '(fsync|fdatasync|sync|msync)\([^)]*' "$dir/strace.txt" | sed -E "s|[0-9]+<$dir/?|<|" | sort | uniq -c | sort -rn
    stop_peer "$dir"
done
