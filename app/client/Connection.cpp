// SPDX-License-Identifier: Apache-2.0
#include "client/Connection.h"

#include "base/Log.h"

#include <utility>

namespace handbell::client {

namespace {

Result<protocol::ServerMessage> resultOf(const protocol::ServerMessage &message)
{
    if (const auto *error = std::get_if<protocol::ErrorAnswer>(&message))
        return Error{errorCodeFromWire(error->code).value_or(ErrorCode::Internal), error->detail};
    return message;
}

} // namespace

Connection::Connection(std::unique_ptr<transport::Channel> channel, std::chrono::milliseconds patience)
    : m_channel(std::move(channel))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        qCWarning(logClient) << "no answer to" << m_waiting.size() << "requests: giving the connection up";
        m_channel->close({ErrorCode::Unreachable, QStringLiteral("the server does not answer")});
    });
    connect(m_channel.get(), &transport::Channel::opened, this, &Connection::opened);
    connect(m_channel.get(), &transport::Channel::frameReceived, this, &Connection::onFrame);
    connect(m_channel.get(), &transport::Channel::violation, this, [this](ErrorCode code) {
        m_channel->close({code, QStringLiteral("the server broke the frame rules")});
    });
    connect(m_channel.get(), &transport::Channel::closed, this, [this](const transport::CloseReason &reason) {
        failAll();
        Q_EMIT closed(reason);
    });
}

Connection::~Connection()
{
    abandon();
}

void Connection::abandon()
{
    m_channel->disconnect(this);
    m_channel->close();
    failAll();
}

void Connection::open()
{
    m_channel->open();
}

void Connection::request(const protocol::ClientMessage &message, Answer answer)
{
    if (!m_channel->isOpen()) {
        answer(Error{ErrorCode::Unreachable, QStringLiteral("not connected")});
        return;
    }
    const protocol::RequestId id = ++m_lastId;
    m_waiting.emplace(id, std::move(answer));
    if (!m_patience.isActive())
        m_patience.start();
    m_channel->send(protocol::encode(protocol::ClientFrame{id, message}));
}

void Connection::tell(const protocol::ClientMessage &message)
{
    m_channel->send(protocol::encode(protocol::ClientFrame{std::nullopt, message}));
}

void Connection::close()
{
    m_channel->close();
}

void Connection::onFrame(const QByteArray &frame)
{
    const auto parsed = protocol::parseServerFrame(frame);
    if (const auto *bad = std::get_if<protocol::FrameError>(&parsed)) {
        // A notice or event kind of a newer server is skipped; an unreadable answer still ends its request.
        qCWarning(logClient) << "a frame of" << frame.size()
                             << "bytes could not be read:" << wireName(bad->error.code);
        if (bad->id)
            settle(*bad->id, bad->error);
        return;
    }
    const auto &[id, message] = std::get<protocol::ServerFrame>(parsed);
    if (id)
        settle(*id, resultOf(message));
    else if (const auto *error = std::get_if<protocol::ErrorAnswer>(&message))
        qCWarning(logClient) << "the server could not read a frame:" << error->code;
    else
        Q_EMIT noticed(message);
}

void Connection::settle(protocol::RequestId id, const Result<protocol::ServerMessage> &result)
{
    auto found = m_waiting.extract(id);
    if (!found) {
        qCWarning(logClient) << "an answer to no request:" << id;
        return;
    }
    if (m_waiting.empty())
        m_patience.stop();
    else
        m_patience.start();
    found.mapped()(result);
}

void Connection::failAll()
{
    m_patience.stop();
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &[id, answer] : waiting)
        answer(Error{ErrorCode::Unreachable, QStringLiteral("the connection ended first")});
}

} // namespace handbell::client
