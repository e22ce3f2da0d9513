#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Starts a throwaway handbelld on loopback, has sslscan (a Debian package) look at it as a stranger would, and fails where
# it finds anything but TLS 1.3, ciphers with authentication, key exchange of 128 bits and more, and a sound certificate.
# 77, which CTest takes for "skipped", where there is no sslscan.
#
#   tests/security/tls-scan.sh HANDBELLD
set -euo pipefail

handbelld=${1:?which handbelld?}
if ! command -v sslscan >/dev/null; then
    echo "sslscan is not installed: skipped"
    exit 77
fi

work=$(mktemp -d)
server=
cleanup() {
    if [[ -n $server ]]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap cleanup EXIT

"$handbelld" init --data "$work/practice" --practice "Riverside Surgery" --host 127.0.0.1 >/dev/null
mkfifo "$work/out"
"$handbelld" serve --data "$work/practice" --listen 127.0.0.1:0 >"$work/out" 2>"$work/log" &
server=$!
read -r ready <"$work/out"
address=${ready#handbelld ready }
sslscan --no-colour "$address"
sslscan --xml="$work/scan.xml" "$address" >/dev/null

failed=0
# check WHAT PATTERN EXPECTED: the lines of the scan that match PATTERN, less what EXPECTED allows, are too many.
refuse() {
    if found=$(grep -E "$2" "$work/scan.xml" | grep -vE "$3"); then
        printf 'FAILED: %s\n%s\n' "$1" "$found"
        failed=1
    fi
}
# must WHAT PATTERN
must() {
    if ! grep -qE "$2" "$work/scan.xml"; then
        printf 'FAILED: %s\n' "$1"
        failed=1
    fi
}
must 'TLS 1.3 is not offered' '<protocol type="tls" version="1.3" enabled="1"'
refuse 'an old protocol is offered' '<protocol .*enabled="1"' 'version="1.3"'
must 'no cipher was found' '<cipher .*cipher="TLS_AES_256_GCM_SHA384"'
refuse 'a weak cipher is offered' '<cipher ' 'cipher="TLS_(AES_(128|256)_GCM_SHA(256|384)|CHACHA20_POLY1305_SHA256)"'
must 'no group was found' '<group .*name="x25519"'
refuse 'a weak or costly group is offered' '<group ' 'name="(x25519|secp256r1 .*|secp384r1 .*)"'
refuse 'renegotiation is offered' '<renegotiation ' 'supported="0"'
refuse 'there is compression' '<compression ' 'supported="0"'
refuse 'heartbleed' '<heartbleed ' 'vulnerable="0"'
must 'the certificate is not signed with ECDSA and SHA-256' '<signature-algorithm>ecdsa-with-SHA256<'
must 'the key is not P-256' '<pk .*type="EC" curve_name="prime256v1"'
must 'the certificate has expired' '<expired>false<'
if grep -E ' (error|fatal) ' "$work/log"; then
    echo "FAILED: the server complained"
    failed=1
fi
((failed == 0)) && echo "TLS is as it should be"
exit "$failed"
