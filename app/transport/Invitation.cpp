// SPDX-License-Identifier: Apache-2.0
#include "transport/Invitation.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QtEndian>

#include <algorithm>
#include <optional>
#include <utility>

namespace handbell::transport {

namespace {

constexpr QLatin1String prefix("handbell://join/");
constexpr char formatVersion = 1;
constexpr qsizetype pinSize = 32;
constexpr qsizetype codeSize = 16;
constexpr qsizetype expirySize = 5;
constexpr qsizetype checkSize = 4;
constexpr qsizetype blobSize = 1 + pinSize + codeSize + expirySize + checkSize;
constexpr qsizetype blobTextSize = (blobSize * 4 + 2) / 3;
constexpr qsizetype maxHostLength = 253; // RFC 1035
constexpr qsizetype maxTextLength = 1024;
constexpr qint64 maxExpiry = (qint64{1} << (expirySize * 8)) - 1;
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

Error invalid(const char *why)
{
    return Error{ErrorCode::InvitationInvalid, QString::fromLatin1(why)};
}

bool isIpv6(QStringView host)
{
    // QHostAddress takes more: capitals, spaces around it, and a scope ("%eth0"), which each PC has a name of
    // its own for.
    const auto allowed = [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
               (c >= QLatin1Char('a') && c <= QLatin1Char('f')) || c == QLatin1Char(':') ||
               c == QLatin1Char('.');
    };
    return host.contains(QLatin1Char(':')) && std::all_of(host.begin(), host.end(), allowed) &&
           QHostAddress(host.toString()).protocol() == QHostAddress::IPv6Protocol;
}

bool isDnsName(QStringView host)
{
    const auto allowed = [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
               (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('-') ||
               c == QLatin1Char('.') || c == QLatin1Char('_');
    };
    return !host.isEmpty() && host.size() <= maxHostLength && !host.startsWith(QLatin1Char('.')) &&
           std::all_of(host.begin(), host.end(), allowed);
}

QByteArray checkOf(const QString &authority, QByteArrayView body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(authority.toUtf8());
    hash.addData(body);
    return hash.result().first(checkSize);
}

//! \a text without what mail programs and people put into and around a link.
QString cleaned(QStringView text)
{
    QString clean = text.toString();
    clean.removeIf([](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format; });
    const QLatin1String around("<>\"'()");
    while (!clean.isEmpty() && around.contains(clean.front()))
        clean.remove(0, 1);
    while (!clean.isEmpty() && (around.contains(clean.back()) || clean.endsWith(QLatin1Char('/'))))
        clean.chop(1);
    // A URL handler may have escaped an IPv6 address's brackets.
    clean.replace(QLatin1String("%5B"), QLatin1String("["), Qt::CaseInsensitive);
    clean.replace(QLatin1String("%5D"), QLatin1String("]"), Qt::CaseInsensitive);
    return clean;
}

struct HostAndPort
{
    QString host;
    quint16 port = 0;
};

std::optional<HostAndPort> hostAndPort(const QString &authority)
{
    const qsizetype colon = authority.lastIndexOf(QLatin1Char(':'));
    if (colon < 1)
        return std::nullopt;
    QStringView host = QStringView(authority).first(colon);
    if (host.startsWith(QLatin1Char('['))) {
        if (!host.endsWith(QLatin1Char(']')))
            return std::nullopt;
        host = host.sliced(1, host.size() - 2);
        if (!isIpv6(host))
            return std::nullopt;
    } else if (!isDnsName(host)) {
        return std::nullopt;
    }
    const QStringView digits = QStringView(authority).sliced(colon + 1);
    bool ok = false;
    const uint port = digits.toUInt(&ok);
    if (!ok || digits.size() > 5 || !digits.front().isDigit() || port < 1 || port > 65535)
        return std::nullopt;
    return HostAndPort{host.toString(), static_cast<quint16>(port)};
}

QString authorityText(const QString &host, quint16 port)
{
    const QString shown = isIpv6(host) ? QString(u'[' + host + u']') : host;
    return shown + u':' + QString::number(port);
}

} // namespace

bool Invitation::usesPublicCertificate() const
{
    return pin == QByteArray(pinSize, '\0');
}

QString Invitation::toText() const
{
    const qint64 seconds = std::chrono::floor<std::chrono::seconds>(expiry).time_since_epoch().count();
    if ((!isDnsName(host) && !isIpv6(host)) || port == 0 || pin.size() != pinSize ||
        code.size() != codeSize || seconds < 0 || seconds > maxExpiry)
        return {};
    QByteArray body(1, formatVersion);
    body += pin;
    body += code;
    const quint64 bigEndian = qToBigEndian(static_cast<quint64>(seconds));
    body += QByteArray(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian).last(expirySize);
    const QString authority = authorityText(host, port);
    body += checkOf(authority, body);
    return prefix + authority + u'/' + QLatin1String(body.toBase64(base64Url));
}

Result<Invitation> Invitation::parse(QStringView text)
{
    if (text.size() > maxTextLength)
        return invalid("longer than any invitation");
    const QString clean = cleaned(text);
    if (!clean.startsWith(prefix, Qt::CaseInsensitive))
        return invalid("does not begin with handbell://join/");
    const auto parts = QStringView(clean).sliced(prefix.size()).split(QLatin1Char('/'));
    if (parts.size() != 2)
        return invalid("cut short, or more than one invitation");
    const QString authority = parts[0].toString().toLower();
    const auto where = hostAndPort(authority);
    if (!where)
        return invalid("the host or the port is not one");
    if (parts[1].size() != blobTextSize)
        return invalid("cut short, or with something added");
    const auto blob = QByteArray::fromBase64Encoding(parts[1].toLatin1(),
                                                     base64Url | QByteArray::AbortOnBase64DecodingErrors);
    if (!blob || blob.decoded.size() != blobSize)
        return invalid("mistyped");
    const QByteArrayView body = QByteArrayView(blob.decoded).first(blobSize - checkSize);
    if (checkOf(authority, body) != QByteArrayView(blob.decoded).last(checkSize))
        return invalid("mistyped");
    if (body.front() != formatVersion)
        return invalid("made by a later version of Handbell");

    quint64 seconds = 0;
    for (const char byte : body.last(expirySize))
        seconds = seconds << 8 | static_cast<unsigned char>(byte);
    return Invitation{where->host, where->port, body.sliced(1, pinSize).toByteArray(),
                      body.sliced(1 + pinSize, codeSize).toByteArray(),
                      WallTime(std::chrono::seconds(static_cast<qint64>(seconds)))};
}

} // namespace handbell::transport
