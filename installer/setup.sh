#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Sets Handbell up on Debian 12 and either shows it or tests it. Run it with no argument for help.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

usage() {
    cat <<'TXT'
Usage: installer/setup.sh demo | test | packages

  demo      install what is needed, build, start a server with the fictional Riverside Surgery and
            open two workstations. Without a display, plays a morning by itself and writes
            pictures and a transcript to build/demo/.
  test      install what is needed, build, run every test, and fuzz for a minute.
  packages  install what is needed, and nothing else.

Installing needs root (or sudo); the rest does not. HANDBELL_JOBS sets how many compilers run at once.
TXT
}

say() { printf '\n== %s\n' "$*"; }

build_packages=(
    ca-certificates cmake g++ git libgl-dev libqt6multimedia6 libqt6sql6-sqlite libqt6svg6 libsqlite3-dev libssl-dev libxkbcommon-dev
    ninja-build pkg-config qt6-base-dev qt6-base-dev-tools qt6-l10n-tools qt6-multimedia-dev qt6-svg-dev qt6-tools-dev
    qt6-tools-dev-tools qt6-websockets-dev qtkeychain-qt6-dev libxcb1-dev libxcb-screensaver0-dev
)
# What a desktop of its own needs: a display, a window manager, a tray, a keychain, a screen reader's eyes, and hands;
# and what other tests need: a script's language, another day's clock, and a stranger's look at TLS.
desktop_packages=(
    at-spi2-core dbus dbus-x11 faketime fonts-open-sans gnome-keyring imagemagick openbox procps python3
    python3-pyatspi python3-websockets sslscan tint2 x11-utils x11-xserver-utils xclip xdotool xvfb
)

# What fuzzing needs.
fuzz_packages=(clang libclang-rt-dev)

# install_packages NAME...
install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        return
    fi
    local as_root=()
    if ((EUID != 0)); then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            as_root=(sudo)
        else
            printf >&2 '%s\n' "These Debian packages are missing, and installing them needs root:" "" \
                "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" "" \
                "Run that once (or ask whoever looks after this machine), then start this again."
            exit 1
        fi
    fi
    if ! command -v apt-get >/dev/null; then
        echo >&2 "This script knows Debian 12. Elsewhere, install the equivalents of: ${missing[*]}"
        exit 1
    fi
    say "Installing ${#missing[@]} packages"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET [--target NAME...]: configures and builds build/PRESET.
build() {
    local preset=$1
    local jobs=${HANDBELL_JOBS:-$(nproc)}
    # Where there is a ccache, it finds what another clone built.
    export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=yes
    say "Configuring ($preset)"
    cmake --preset "$preset" >"$root/build/configure-$preset.log" || { cat "$root/build/configure-$preset.log"; exit 1; }
    say "Building ($preset, $jobs at once)"
    cmake --build --preset "$preset" --parallel "$jobs" "${@:2}"
}

run_tests() {
    build check
    say "Testing"
    # Each class is a process of its own.
    ctest --preset check --parallel "${HANDBELL_JOBS:-$(nproc)}" --no-tests=error
    # Those of a whole server and of files take longest to build: tests/fuzz/README.md has them.
    build fuzz --target guard-fuzzer codec-fuzzer websocket-fuzzer invitation-fuzzer
    say "Fuzzing"
    tests/fuzz/run.sh 30 guard
    tests/fuzz/run.sh 24 codec websocket invitation
}

run_demo() {
    build release --target handbelld handbellctl handbell
    say "Demo"
    exec tests/demo/run.sh "$root/build/release/bin" "$root/build/demo"
}

mkdir -p build
case "${1:-}" in
demo)
    install_packages "${build_packages[@]}" "${desktop_packages[@]}"
    run_demo
    ;;
test)
    install_packages "${build_packages[@]}" "${desktop_packages[@]}" "${fuzz_packages[@]}"
    run_tests
    ;;
packages)
    install_packages "${build_packages[@]}" "${desktop_packages[@]}" "${fuzz_packages[@]}"
    ;;
-h | --help)
    usage
    ;;
*)
    usage >&2
    exit 2
    ;;
esac
