// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Codec.h"
#include "transport/WebSocketChannel.h"

#include <QSignalSpy>

#include <optional>

namespace handbell::test {

//! A client over a real socket, as thin as can be.
class Wire
{
public:
    Wire(quint16 port, const transport::Trust &trust)
        : m_channel({QStringLiteral("127.0.0.1"), port}, trust)
        , m_frames(&m_channel, &transport::Channel::frameReceived)
        , m_opened(&m_channel, &transport::Channel::opened)
        , m_closed(&m_channel, &transport::Channel::closed)
    {
        m_channel.open();
    }

    bool opens() { return !m_opened.isEmpty() || m_opened.wait(patience); }
    void send(const protocol::ClientFrame &frame) { m_channel.send(encode(frame)); }
    //! The next frame, whatever it is.
    protocol::ServerMessage next()
    {
        while (m_frames.isEmpty()) {
            if (!m_frames.wait(patience))
                return protocol::ErrorAnswer{QStringLiteral("(nothing)"), {}, {}, {}, {}};
        }
        auto parsed = protocol::parseServerFrame(m_frames.takeFirst().first().toByteArray());
        const auto *frame = std::get_if<protocol::ServerFrame>(&parsed);
        return frame ? frame->message
                     : protocol::ServerMessage(
                           protocol::ErrorAnswer{QStringLiteral("(unreadable)"), {}, {}, {}, {}});
    }
    //! The next of one type; others are passed over.
    template <class T>
    std::optional<T> nextOf()
    {
        for (int i = 0; i < 20; ++i) {
            const protocol::ServerMessage message = next();
            if (const auto *wanted = std::get_if<T>(&message))
                return *wanted;
        }
        return std::nullopt;
    }
    std::optional<ErrorCode> closes()
    {
        if (m_closed.isEmpty() && !m_closed.wait(patience))
            return std::nullopt;
        return m_closed.first().first().value<transport::CloseReason>().code;
    }

private:
    static constexpr int patience = 30'000; // milliseconds; far beyond need, for machines under load

    transport::WebSocketChannel m_channel;
    QSignalSpy m_frames;
    QSignalSpy m_opened;
    QSignalSpy m_closed;
};

} // namespace handbell::test
