// SPDX-License-Identifier: Apache-2.0
#include "transport/WebSocketFrames.h"

#include <QUtf8StringView>
#include <QtEndian>

#include <algorithm>

namespace handbell::transport {

namespace {

enum Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

constexpr quint8 finalBit = 0x80;
constexpr quint8 reservedBits = 0x70;
constexpr quint8 maskBit = 0x80;
constexpr quint8 shortLength = 125; //!< the longest a length of 7 bits says, and a control frame may have
constexpr quint8 length16 = 126;
constexpr quint8 length64 = 127;
constexpr qsizetype maskSize = 4;
constexpr quint64 maxLength = (quint64{1} << 63) - 1; //!< the highest bit is zero (RFC 6455, 5.2)

QByteArray serverFrame(Opcode opcode, QByteArrayView payload)
{
    QByteArray frame;
    frame.reserve(payload.size() + 10);
    frame.append(char(finalBit | opcode));
    if (payload.size() <= shortLength) {
        frame.append(char(payload.size()));
    } else if (payload.size() <= 0xffff) {
        frame.append(char(length16));
        const quint16 length = qToBigEndian(quint16(payload.size()));
        frame.append(reinterpret_cast<const char *>(&length), sizeof length);
    } else {
        frame.append(char(length64));
        const quint64 length = qToBigEndian(quint64(payload.size()));
        frame.append(reinterpret_cast<const char *>(&length), sizeof length);
    }
    return frame.append(payload);
}

//! Whether a peer may close with \a code (RFC 6455, 7.4; the registry has 1012 to 1014 since).
bool isClosingCode(quint16 code)
{
    const bool isDefined = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
    return isDefined || (code >= 3000 && code <= 4999);
}

bool isUtf8(QByteArrayView bytes)
{
    return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

void unmask(QByteArray &payload, const char *mask)
{
    char *bytes = payload.data();
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes[i] = char(bytes[i] ^ mask[i % maskSize]);
}

} // namespace

QByteArray webSocketText(const QByteArray &utf8)
{
    return serverFrame(Text, utf8);
}

QByteArray webSocketPing()
{
    return serverFrame(Ping, {});
}

QByteArray webSocketPong(const QByteArray &payload)
{
    return serverFrame(Pong, payload);
}

QByteArray webSocketClose(WebSocketClose code, QLatin1String reason)
{
    QByteArray payload(2, '\0');
    qToBigEndian(quint16(code), payload.data());
    payload.append(reason.data(), std::min<qsizetype>(reason.size(), shortLength - 2));
    return serverFrame(Close, payload);
}

QByteArray webSocketCloseAnswer(const QByteArray &code)
{
    return serverFrame(Close, code);
}

struct WebSocketReader::Header
{
    quint8 opcode = 0;
    bool isFinal = false;
    bool isMasked = false;
    bool isReserved = false;
    bool isShortest = true; //!< the length is written in as few bytes as it can be
    quint64 length = 0;
    qsizetype size = 0; //!< of the header, mask included

    [[nodiscard]] bool isControl() const { return opcode >= Close; }
};

std::optional<WebSocketReader::Header> WebSocketReader::readHeader()
{
    if (m_in.size() < 2)
        return std::nullopt;
    const auto first = quint8(m_in[0]);
    const auto second = quint8(m_in[1]);
    Header header;
    header.opcode = first & 0x0f;
    header.isFinal = first & finalBit;
    header.isReserved = first & reservedBits;
    header.isMasked = second & maskBit;
    header.length = second & 0x7f;
    header.size = 2;
    if (header.length == length16) {
        if (m_in.size() < 4)
            return std::nullopt;
        header.length = qFromBigEndian<quint16>(m_in.constData() + 2);
        header.isShortest = header.length > shortLength;
        header.size = 4;
    } else if (header.length == length64) {
        if (m_in.size() < 10)
            return std::nullopt;
        header.length = qFromBigEndian<quint64>(m_in.constData() + 2);
        header.isShortest = header.length > 0xffff;
        header.size = 10;
    }
    header.size += header.isMasked ? maskSize : 0;
    return header;
}

bool WebSocketReader::isAllowed(const Header &header)
{
    const bool isKnown = header.opcode <= Binary || (header.opcode >= Close && header.opcode <= Pong);
    const bool continues = header.opcode == Continuation;
    if (header.isReserved || !header.isMasked || !isKnown || !header.isShortest ||
        header.length > maxLength ||
        (header.isControl() && (!header.isFinal || header.length > shortLength)) ||
        (!header.isControl() && continues != (m_fragmentedKind != 0)))
        refuse(WebSocketClose::ProtocolError);
    else if (!header.isControl() && header.length > quint64(m_maxMessage - m_fragments.size()))
        refuse(WebSocketClose::TooLarge);
    return !m_violation;
}

std::optional<WebSocketReader::Message> WebSocketReader::next()
{
    while (!m_violation && !m_ended) {
        const std::optional<Header> header = readHeader();
        if (!header || !isAllowed(*header))
            return std::nullopt;
        const qsizetype end = header->size + qsizetype(header->length);
        if (m_in.size() < end)
            return std::nullopt;
        QByteArray payload = m_in.mid(header->size, qsizetype(header->length));
        unmask(payload, m_in.constData() + header->size - maskSize);
        if (m_in.size() == end)
            m_in = QByteArray(); // an idle connection keeps nothing
        else
            m_in.remove(0, end);
        auto message =
            header->isControl() ? control(*header, std::move(payload)) : data(*header, std::move(payload));
        if (message)
            return message;
    }
    return std::nullopt;
}

std::optional<WebSocketReader::Message> WebSocketReader::control(const Header &header, QByteArray payload)
{
    if (header.opcode == Ping)
        return Message{Message::Kind::Ping, std::move(payload)};
    if (header.opcode == Pong)
        return Message{Message::Kind::Pong, {}};
    m_ended = true;
    const bool isEmpty = payload.isEmpty();
    if (payload.size() == 1 || (!isEmpty && !isClosingCode(qFromBigEndian<quint16>(payload.constData()))))
        refuse(WebSocketClose::ProtocolError);
    else if (!isEmpty && !isUtf8(QByteArrayView(payload).sliced(2)))
        refuse(WebSocketClose::InvalidText);
    if (m_violation)
        return std::nullopt;
    return Message{Message::Kind::Close, payload.first(isEmpty ? 0 : 2)};
}

std::optional<WebSocketReader::Message> WebSocketReader::data(const Header &header, QByteArray payload)
{
    const quint8 kind = header.opcode == Continuation ? m_fragmentedKind : header.opcode;
    if (!header.isFinal) {
        m_fragmentedKind = kind;
        m_fragments.append(payload);
        return std::nullopt;
    }
    m_fragmentedKind = 0;
    if (!m_fragments.isEmpty())
        payload.prepend(std::exchange(m_fragments, {}));
    if (kind == Binary)
        return Message{Message::Kind::Binary, {}};
    if (!isUtf8(payload)) {
        refuse(WebSocketClose::InvalidText);
        return std::nullopt;
    }
    return Message{Message::Kind::Text, std::move(payload)};
}

} // namespace handbell::transport
