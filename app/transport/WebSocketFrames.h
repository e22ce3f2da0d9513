// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QtGlobal>

#include <optional>

// WebSocket frames as a server reads and writes them: RFC 6455, section 5, without extensions.

namespace handbell::transport {

//! Closing codes a server uses (RFC 6455, 7.4.1).
enum class WebSocketClose : quint16 {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    InvalidText = 1007,
    PolicyViolated = 1008,
    TooLarge = 1009,
};

//! A whole text message. A server's frames are not masked, so that the same bytes serve every receiver.
[[nodiscard]] QByteArray webSocketText(const QByteArray &utf8);
[[nodiscard]] QByteArray webSocketPing();
//! Repeats the at most 125 bytes of a ping.
[[nodiscard]] QByteArray webSocketPong(const QByteArray &payload);
//! The answer to a close whose payload was \a code.
[[nodiscard]] QByteArray webSocketCloseAnswer(const QByteArray &code);
//! \a reason is cut to what fits beside a code: 123 bytes.
[[nodiscard]] QByteArray webSocketClose(WebSocketClose code, QLatin1String reason = {});

//! What a client sent, message by message.
class WebSocketReader
{
public:
    struct Message
    {
        enum class Kind { Text, Binary, Ping, Pong, Close };
        Kind kind = Kind::Text;
        //! A text's UTF-8, checked; what a ping wants back; the two bytes of a close's code, or none; nothing
        //! otherwise.
        QByteArray payload;
    };

    //! Messages of more than \a maxMessage bytes are refused before they are kept.
    explicit WebSocketReader(qsizetype maxMessage)
        : m_maxMessage(maxMessage)
    {
    }

    //! Bytes in the order they came.
    void add(const char *bytes, qsizetype size) { m_in.append(bytes, size); }
    //! The next message, if one is complete. Nothing more after violation() or a close.
    [[nodiscard]] std::optional<Message> next();
    //! The rule that was broken, once it was.
    [[nodiscard]] std::optional<WebSocketClose> violation() const { return m_violation; }

private:
    struct Header;
    [[nodiscard]] std::optional<Header> readHeader();
    [[nodiscard]] bool isAllowed(const Header &header);
    [[nodiscard]] std::optional<Message> control(const Header &header, QByteArray payload);
    [[nodiscard]] std::optional<Message> data(const Header &header, QByteArray payload);
    void refuse(WebSocketClose code) { m_violation = code; }

    const qsizetype m_maxMessage;
    QByteArray m_in;
    QByteArray m_fragments;      //!< of the message under way
    quint8 m_fragmentedKind = 0; //!< its opcode; 0 where there is none
    bool m_ended = false;
    std::optional<WebSocketClose> m_violation;
};

} // namespace handbell::transport
