// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Session.h"
#include "protocol/Codec.h"
#include "transport/LoopbackChannel.h"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace handbell::testing {

//! A server that answers what a test tells it to, in process: for what a window does with each answer. Header
//! only.
class ScriptedServer : public QObject
{
public:
    using Answer = std::function<protocol::ServerMessage(const protocol::ClientMessage &)>;

    //! Answers every request from now on.
    Answer answer;
    //! What came, oldest first.
    std::vector<protocol::ClientMessage> heard;

    //! Channels that lead here.
    [[nodiscard]] client::ChannelFactory channels()
    {
        return [this](const transport::ServerAddress &, const transport::Trust &) {
            auto pair = transport::LoopbackChannel::makePair(transport::Delivery::EventLoop);
            m_end = std::move(pair.second);
            connect(m_end.get(), &transport::Channel::frameReceived, this,
                    [this](const QByteArray &frame) { receive(frame); });
            m_end->open();
            return std::move(pair.first);
        };
    }
    //! Channels that never open, as on an unplugged PC.
    [[nodiscard]] static client::ChannelFactory noChannels()
    {
        return [](const transport::ServerAddress &, const transport::Trust &) {
            return std::move(transport::LoopbackChannel::makePair(transport::Delivery::OnDemand).first);
        };
    }
    void notify(const protocol::ServerMessage &message)
    {
        m_end->send(protocol::encode(protocol::ServerFrame{{}, message}));
    }
    void cut() { m_end->cut(); }

    [[nodiscard]] static protocol::ServerMessage error(ErrorCode code)
    {
        protocol::ErrorAnswer made;
        made.code = wireName(code);
        return made;
    }

private:
    void receive(const QByteArray &bytes)
    {
        const auto parsed = protocol::parseClientFrame(bytes);
        const auto *frame = std::get_if<protocol::ClientFrame>(&parsed);
        if (!frame)
            return;
        heard.push_back(frame->message);
        if (frame->id && answer)
            m_end->send(protocol::encode(protocol::ServerFrame{frame->id, answer(frame->message)}));
    }

    std::unique_ptr<transport::LoopbackChannel> m_end;
};

} // namespace handbell::testing
