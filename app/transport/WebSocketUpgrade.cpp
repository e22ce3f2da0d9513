// SPDX-License-Identifier: Apache-2.0
#include "transport/WebSocketUpgrade.h"

#include "transport/TransportLimits.h"

#include <QCryptographicHash>
#include <QList>

#include <algorithm>
#include <map>

namespace handbell::transport {

namespace {

//! RFC 6455, 1.3.
constexpr char acceptGuid[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr qsizetype keyBytes = 16;

//! Header fields by their names in lower case. One that stands more than once is joined with commas (RFC
//! 9110, 5.3).
using Fields = std::map<QByteArray, QByteArray>;

WebSocketUpgrade refusal(const char *status, const char *more = "")
{
    WebSocketUpgrade refused;
    refused.answer =
        QByteArray("HTTP/1.1 ") + status + "\r\n" + more + "Connection: close\r\nContent-Length: 0\r\n\r\n";
    return refused;
}

//! Nothing where a line is no header field.
std::optional<Fields> fieldsOf(const QList<QByteArray> &lines)
{
    Fields fields;
    for (const QByteArray &line : lines) {
        const auto colon = line.indexOf(':');
        if (colon < 1 || line.first(colon).contains(' ') || line.first(colon).contains('\t'))
            return std::nullopt;
        QByteArray &value = fields[line.first(colon).toLower()];
        if (!value.isEmpty())
            value.append(',');
        value.append(line.sliced(colon + 1).trimmed());
    }
    return fields;
}

QByteArray valueOf(const Fields &fields, const char *name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? QByteArray() : found->second;
}

//! Whether \a token is on the comma-separated \a list.
bool lists(const QByteArray &list, QByteArrayView token, Qt::CaseSensitivity caseSensitivity)
{
    const QList<QByteArray> entries = list.split(',');
    return std::any_of(entries.begin(), entries.end(), [&](const QByteArray &entry) {
        return entry.trimmed().compare(token, caseSensitivity) == 0;
    });
}

QByteArray acceptFor(const QByteArray &key)
{
    return QCryptographicHash::hash(QByteArray(key + acceptGuid), QCryptographicHash::Sha1).toBase64();
}

bool isKey(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == keyBytes;
}

} // namespace

std::optional<WebSocketUpgrade> answerUpgrade(const QByteArray &received)
{
    const auto end = received.indexOf("\r\n\r\n");
    if (end < 0 ? received.size() >= maxUpgradeRequest : end + 4 > maxUpgradeRequest)
        return refusal("431 Request Header Fields Too Large");
    if (end < 0)
        return std::nullopt;
    QList<QByteArray> lines = received.first(end).split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    const QList<QByteArray> request = lines.takeFirst().split(' ');
    const std::optional<Fields> fields = fieldsOf(lines);
    if (request.size() != 3 || request[0] != "GET" || request[1].isEmpty() || request[2] != "HTTP/1.1" ||
        !fields)
        return refusal("400 Bad Request");
    if (valueOf(*fields, "host").isEmpty() ||
        !lists(valueOf(*fields, "upgrade"), "websocket", Qt::CaseInsensitive) ||
        !lists(valueOf(*fields, "connection"), "upgrade", Qt::CaseInsensitive))
        return refusal("400 Bad Request");
    if (valueOf(*fields, "sec-websocket-version") != "13")
        return refusal("426 Upgrade Required", "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n");
    const QByteArray key = valueOf(*fields, "sec-websocket-key");
    if (!isKey(key))
        return refusal("400 Bad Request");
    const QByteArray origin = valueOf(*fields, "origin");
    if (!origin.isEmpty() && origin != QByteArrayView(clientOrigin.data(), clientOrigin.size()))
        return refusal("403 Forbidden");

    WebSocketUpgrade upgrade;
    upgrade.isUpgraded = true;
    upgrade.requestSize = end + 4;
    const QByteArrayView subprotocol(subprotocolName.data(), subprotocolName.size());
    upgrade.speaksHandbell =
        lists(valueOf(*fields, "sec-websocket-protocol"), subprotocol, Qt::CaseSensitive);
    upgrade.answer = QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                "Connection: Upgrade\r\nSec-WebSocket-Accept: ") +
                     acceptFor(key) + "\r\n";
    if (upgrade.speaksHandbell)
        upgrade.answer += QByteArray("Sec-WebSocket-Protocol: ").append(subprotocol) + "\r\n";
    upgrade.answer += "\r\n";
    return upgrade;
}

} // namespace handbell::transport
