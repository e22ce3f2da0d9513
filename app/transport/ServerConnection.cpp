// SPDX-License-Identifier: Apache-2.0
#include "transport/ServerConnection.h"

#include "base/Log.h"
#include "transport/WebSocketUpgrade.h"

#include <QVariant>

#include <array>

namespace handbell::transport {

namespace {

//! The most of one TLS record.
constexpr int readSize = 16 * 1024;
//! So much is read from one client before the others have their turn.
constexpr int readInTurn = 256 * 1024;
//! Pings and pongs between two looks, a quarter of a second apart at most: a client sends one in three
//! seconds.
constexpr int maxControlFrames = 100;

SteadyTime steadyNow()
{
    return SystemClock().steadyNow();
}

} // namespace

ServerConnection::ServerConnection(ConnectionId id, const ServerTls &tls, const Timings &timings,
                                   Owner &owner, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_timings(timings)
    , m_owner(owner)
    , m_tls(tls, m_socket)
{
}

ServerConnection::~ServerConnection()
{
    m_socket.disconnect(this);
}

bool ServerConnection::adopt(qintptr descriptor, SteadyTime now)
{
    m_since = now;
    m_heard = now;
    if (!m_socket.setSocketDescriptor(descriptor, QAbstractSocket::ConnectedState,
                                      QIODevice::ReadWrite | QIODevice::Unbuffered))
        return false;
    m_address = m_socket.peerAddress();
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    connect(&m_socket, &QIODevice::readyRead, this, &ServerConnection::onReadable);
    connect(&m_socket, &QAbstractSocket::disconnected, this, &ServerConnection::end);
    connect(&m_socket, &QAbstractSocket::errorOccurred, this, &ServerConnection::end);
    return true;
}

void ServerConnection::onReadable()
{
    if (m_state == State::Gone)
        return;
    m_heard = steadyNow();
    m_isPinged = false;
    if (m_state == State::Handshake) {
        const auto handshake = m_tls.continueHandshake();
        if (handshake == ServerTlsStream::Handshake::Failed)
            end();
        if (handshake != ServerTlsStream::Handshake::Done)
            return;
        m_state = State::Upgrade;
    }
    thread_local std::array<char, readSize> buffer;
    for (int taken = 0; m_state != State::Gone;) {
        const int got = m_tls.read(buffer.data(), readSize);
        if (got == 0)
            return;
        if (got < 0) {
            end();
            return;
        }
        take(buffer.data(), got);
        taken += got;
        if (taken >= readInTurn) {
            QMetaObject::invokeMethod(this, &ServerConnection::onReadable, Qt::QueuedConnection);
            return;
        }
    }
}

void ServerConnection::take(const char *bytes, int size)
{
    if (m_state == State::Upgrade) {
        takeRequest(bytes, size);
        return;
    }
    m_reader.add(bytes, size);
    takeFrames();
}

void ServerConnection::takeRequest(const char *bytes, int size)
{
    m_request.append(bytes, size);
    const std::optional<WebSocketUpgrade> upgrade = answerUpgrade(m_request);
    if (!upgrade)
        return;
    write(upgrade->answer);
    if (!upgrade->isUpgraded) {
        hangUp();
        return;
    }
    const QByteArray rest = std::exchange(m_request, {}).sliced(upgrade->requestSize);
    m_state = State::Open;
    if (!upgrade->speaksHandbell) {
        close(WebSocketClose::PolicyViolated, wireName(ErrorCode::UnsupportedVersion));
    } else {
        m_wasOpened = true;
        m_owner.opened(*this);
    }
    m_reader.add(rest.constData(), rest.size());
    takeFrames();
}

void ServerConnection::takeFrames()
{
    while (m_state == State::Open || m_state == State::Closing) {
        const std::optional<WebSocketReader::Message> message = m_reader.next();
        if (!message)
            break;
        take(*message);
    }
    if (m_state != State::Open || !m_reader.violation())
        return;
    const WebSocketClose broken = *m_reader.violation();
    qCInfo(logTransport) << "connection" << m_id.value << "broke the rules of WebSocket:" << int(broken);
    if (broken == WebSocketClose::TooLarge)
        m_owner.violated(*this, ErrorCode::FrameTooLarge);
    close(broken, {});
}

void ServerConnection::take(const WebSocketReader::Message &message)
{
    using Kind = WebSocketReader::Message::Kind;
    const bool isOpen = m_state == State::Open;
    switch (message.kind) {
    case Kind::Close:
        if (isOpen)
            write(webSocketCloseAnswer(message.payload));
        hangUp();
        return;
    case Kind::Text:
        if (isOpen)
            m_owner.received(*this, message.payload);
        return;
    case Kind::Binary:
        if (isOpen)
            m_owner.violated(*this, ErrorCode::BinaryFrame);
        return;
    case Kind::Ping:
    case Kind::Pong:
        if (isOpen && ++m_controlFrames > maxControlFrames)
            close(WebSocketClose::PolicyViolated, wireName(ErrorCode::RateLimited));
        else if (isOpen && message.kind == Kind::Ping)
            write(webSocketPong(message.payload));
        return;
    }
}

void ServerConnection::send(const QByteArray &frame)
{
    if (m_state == State::Open)
        write(frame);
}

void ServerConnection::write(const QByteArray &bytes)
{
    if (m_state != State::Gone && !m_tls.write(bytes))
        end();
}

void ServerConnection::close(WebSocketClose code, QLatin1String reason)
{
    if (m_state != State::Open)
        return;
    // The peer hangs up, or a timer (RFC 6455, 7.1.1): with something of the peer's unread, TCP would reset
    // the connection, and the frame may be lost with it.
    write(webSocketClose(code, reason));
    if (m_state == State::Gone)
        return;
    m_state = State::Closing;
    m_since = steadyNow();
}

void ServerConnection::hangUp()
{
    if (m_state == State::Gone)
        return;
    m_state = State::Closing;
    m_since = steadyNow();
    m_tls.sayEnd();
    m_socket.disconnectFromHost(); // once everything is out
}

void ServerConnection::look(SteadyTime now)
{
    m_controlFrames = 0;
    switch (m_state) {
    case State::Handshake:
    case State::Upgrade:
        if (now - m_since >= m_timings.handshake)
            end();
        return;
    case State::Open:
        if (now - m_heard >= m_timings.silence) {
            qCInfo(logTransport) << "connection" << m_id.value << "is silent";
            end();
        } else if (now - m_heard >= m_timings.pingInterval && !m_isPinged) {
            m_isPinged = true;
            write(webSocketPing());
        }
        return;
    case State::Closing:
        if (now - m_since >= m_timings.closing)
            end();
        return;
    case State::Gone:
        return;
    }
}

void ServerConnection::end()
{
    if (m_state == State::Gone)
        return;
    m_state = State::Gone;
    m_socket.disconnect(this);
    m_socket.abort();
    m_owner.gone(*this);
}

} // namespace handbell::transport
