// SPDX-License-Identifier: Apache-2.0
#include "support/TestPeer.h"

#include "support/ServerKit.h"

namespace handbell::test {

TestPeer::TestPeer(ServerKit &kit, std::unique_ptr<transport::Channel> channel)
    : m_kit(kit)
    , m_channel(std::move(channel))
{
    QObject::connect(m_channel.get(), &transport::Channel::frameReceived, &m_context,
                     [this](const QByteArray &frame) { onFrame(frame); });
    QObject::connect(m_channel.get(), &transport::Channel::closed, &m_context,
                     [this](const transport::CloseReason &reason) { m_closed = reason; });
    m_channel->open();
    m_kit.settle();
}

void TestPeer::onFrame(const QByteArray &bytes)
{
    auto parsed = protocol::parseServerFrame(bytes);
    auto *frame = std::get_if<protocol::ServerFrame>(&parsed);
    if (!frame)
        qFatal("the server sent what its own codec cannot read");
    m_frames.push_back(*frame);
    if (const auto *notice = std::get_if<protocol::EventsNotice>(&frame->message)) {
        for (const protocol::Event &event : notice->events) {
            m_events.push_back(event);
            if (!m_view.seq.isValid() || event.seq <= m_repeatedUpTo)
                continue;
            if (!m_view.apply(event))
                qFatal("an event came twice, out of order, or does not fit");
        }
        m_cursor = notice->cursor;
        if (m_acknowledging)
            tell(protocol::Ack{notice->cursor});
    } else if (const auto *synced = std::get_if<protocol::OkSync>(&frame->message)) {
        epoch = synced->epoch;
        m_repeatedUpTo = m_view.seq; // a sync from an earlier cursor brings known events again
        if (synced->snapshot) {
            m_view = *synced->snapshot;
            m_cursor = m_view.seq;
        }
    } else if (const auto *session = std::get_if<protocol::OkSession>(&frame->message)) {
        member = session->member;
        workstation = session->workstation;
        memberToken = session->token.value_or(memberToken);
        workstationToken = session->workstationToken.value_or(workstationToken);
    } else if (const auto *enrolled = std::get_if<protocol::OkWorkstation>(&frame->message)) {
        workstation = enrolled->workstation;
        workstationToken = enrolled->token.value_or(workstationToken);
    }
}

protocol::RequestId TestPeer::send(const protocol::ClientMessage &message)
{
    m_channel->send(protocol::encode(protocol::ClientFrame{++m_lastId, message}));
    return m_lastId;
}

void TestPeer::tell(const protocol::ClientMessage &message)
{
    m_channel->send(protocol::encode(protocol::ClientFrame{std::nullopt, message}));
}

protocol::ServerMessage TestPeer::ask(const protocol::ClientMessage &message)
{
    const protocol::RequestId id = send(message);
    m_kit.settle();
    // What is gathered for a moment on the server is answered after it.
    for (int i = 0; i < 5 && !answer(id) && isOpen(); ++i)
        m_kit.advance(std::chrono::milliseconds(20));
    const auto got = answer(id);
    if (got)
        return *got;
    return protocol::ErrorAnswer{QStringLiteral("(no answer)"), {}, {}, {}, {}};
}

std::optional<protocol::ServerMessage> TestPeer::answer(protocol::RequestId id) const
{
    for (const protocol::ServerFrame &frame : m_frames) {
        if (frame.id == id)
            return frame.message;
    }
    return std::nullopt;
}

int TestPeer::answerCount(protocol::RequestId id) const
{
    return static_cast<int>(
        std::count_if(m_frames.begin(), m_frames.end(), [id](const auto &frame) { return frame.id == id; }));
}

QString TestPeer::codeOf(const protocol::ServerMessage &message)
{
    const auto *error = std::get_if<protocol::ErrorAnswer>(&message);
    return error ? error->code : QString();
}

protocol::OkSync TestPeer::sync()
{
    return askFor<protocol::OkSync>(protocol::Sync{});
}

protocol::OkSync TestPeer::syncFrom(Seq cursor, const protocol::Bytes &knownEpoch)
{
    return askFor<protocol::OkSync>(protocol::Sync{cursor, knownEpoch});
}

void TestPeer::forget()
{
    m_frames.clear();
    m_events.clear();
}

} // namespace handbell::test
