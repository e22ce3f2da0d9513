// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any text at all as an invitation that somebody pasted, and any members in one that is written.
#include "tests/fuzz/Require.h"
#include "transport/Invitation.h"

using namespace handbell;
using handbell::fuzz::require;
using handbell::transport::Invitation;

namespace {

constexpr qsizetype pinSize = 32;
constexpr qsizetype codeSize = 16;
constexpr qsizetype expirySize = 5;
constexpr qsizetype portSize = 2;

void parse(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto read = Invitation::parse(text);
    if (!read) {
        require(!read.error().detail.isEmpty());
        require(text.size() < 20 || !read.error().detail.contains(text)); // the code is a secret
        return;
    }
    const auto again = Invitation::parse(read->toText());
    require(again.ok() && *again == *read);
}

quint64 number(const QByteArray &bytes)
{
    quint64 value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<quint8>(byte);
    return value;
}

//! The check within the text is out of a fuzzer's reach: so the members are its to choose.
void write(const QByteArray &bytes)
{
    constexpr qsizetype fixed = pinSize + codeSize + expirySize + portSize;
    if (bytes.size() <= fixed)
        return;
    qsizetype at = 0;
    const auto next = [&](qsizetype size) {
        at += size;
        return bytes.mid(at - size, size);
    };
    Invitation invitation;
    invitation.pin = next(pinSize);
    invitation.code = next(codeSize);
    invitation.expiry = WallTime(std::chrono::seconds(static_cast<qint64>(number(next(expirySize)))));
    invitation.port = static_cast<quint16>(number(next(portSize)));
    invitation.host = QString::fromUtf8(bytes.mid(at));
    const QString text = invitation.toText();
    if (text.isEmpty())
        return;
    const auto read = Invitation::parse(text);
    require(read.ok() && read->pin == invitation.pin && read->code == invitation.code &&
            read->expiry == invitation.expiry && read->port == invitation.port);
    require(read->host.compare(invitation.host, Qt::CaseInsensitive) == 0);
    require(!Invitation::parse(text.chopped(1)).ok());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    parse(bytes);
    write(bytes);
    return 0;
}
