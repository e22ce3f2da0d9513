# SPDX-License-Identifier: Apache-2.0
# Sourced. A peer script (peers/NAME.sh) sets protocol, tier, port and defines
#   prepare DIR USERS   writes config and users below DIR
#   serve DIR           becomes the server, in the foreground (exec), so that its pid is the server's
#   archived DIR        prints how many messages the archive holds (only where there is one)
#   driver_args DIR     prints what the driver has to be told beside port and authority (only where it must be)

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fill() { # TEMPLATE DIR: puts the run's folder, certificates and port into a config
    sed -e "s|@DIR@|$2|g" -e "s|@CERTS@|$certs|g" -e "s|@PORT@|$port|g" "$1"
}

load_peer() {
    unset -f prepare serve archived driver_args
    archived() { :; }
    driver_args() { :; }
    # shellcheck disable=SC1090
    . "$here/peers/$1.sh"
}

born() { awk '{ sub(/.*\) /, ""); print $20 }' "/proc/$1/stat" 2>/dev/null; } # start time: tells a reused pid from ours
server_pid() { cut -d' ' -f1 "$1/pid"; }

start_peer() { # DIR: starts the loaded peer, leaves "pid start-time" in DIR/pid, waits for its port
    local pid i
    # exec in serve() makes the background shell the server; erl and prosody exec further, the pid stays
    { cd "$1" && serve "$1"; } >"$1/out.log" 2>&1 &
    pid=$!
    echo "$pid $(born "$pid")" >"$1/pid"
    for i in $(seq 1 150); do
        [ "$(born "$pid")" ] || { echo "server ended at once; see $1/out.log" >&2; return 1; }
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && { sleep 1; return 0; }
        sleep 0.2
    done
    echo "port $port did not open" >&2
    return 1
}

stop_peer() { # DIR: ends the one process that start_peer started, and no other
    local pid birth i
    read -r pid birth 2>/dev/null <"$1/pid" || return 0
    for i in $(seq 1 50); do
        [ "$(born "$pid")" = "$birth" ] || { rm -f "$1/pid"; return 0; }
        [ "$i" = 1 ] && kill -TERM "$pid"
        sleep 0.2
    done
    kill -KILL "$pid"
    rm -f "$1/pid"
}
