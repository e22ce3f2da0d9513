# SPDX-License-Identifier: Apache-2.0
# Handbell: every message is an event in the record, on the disk (WAL, synchronous=FULL) before anybody is told. HANDBELL_BIN is where
# handbelld and handbell-load are; the server has its own authority, which the driver is told.
protocol=handbell tier=B port=15224
: "${HANDBELL_BIN:=$here/../../../build/release/bin}"
prepare() {
    "$HANDBELL_BIN/handbell-load" --prepare "$1/data" --clients "$2" --group "${M:-60}" >"$1/room" || echo "no practice in $1" >&2
}
serve() { exec taskset -c 0 "$HANDBELL_BIN/handbelld" serve --data "$1/data" --listen "127.0.0.1:$port" --per-address 10000 --connections 10000; }
archived() { sqlite3 "file:$1/data/record.db?mode=ro" "select count(*) from event where kind = 'message_posted'"; }
driver_args() { echo "--room $(cat "$1/room") --ca $1/data/authority.crt"; }
