// SPDX-License-Identifier: Apache-2.0
#include "transport/IoWorker.h"

#include "base/Log.h"

#include <algorithm>
#include <utility>

namespace handbell::transport {

namespace {

//! How often connections are looked at: an eighth of the shortest waiting time, and no more often than makes
//! sense to people.
std::chrono::milliseconds lookInterval(const Timings &timings)
{
    const auto shortest =
        std::min({timings.handshake, timings.pingInterval, timings.silence, timings.closing});
    return std::clamp(shortest / 8, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

} // namespace

IoWorker::IoWorker(ServerTls tls, std::shared_ptr<ConnectionLedger> ledger, Timings timings, QObject *parent)
    : QObject(parent)
    , m_tls(std::move(tls))
    , m_ledger(std::move(ledger))
    , m_timings(timings)
    , m_look(this)
{
    m_look.setInterval(lookInterval(timings));
    connect(&m_look, &QTimer::timeout, this, [this] {
        const SteadyTime now = SystemClock().steadyNow();
        for (ServerConnection *connection : all())
            connection->look(now);
    });
}

IoWorker::~IoWorker()
{
    for (ServerConnection *connection : all())
        connection->abort();
}

void IoWorker::adopt(qintptr descriptor)
{
    QMetaObject::invokeMethod(this, [this, descriptor] { adoptHere(descriptor); });
}

void IoWorker::setTls(const ServerTls &tls)
{
    QMetaObject::invokeMethod(this, [this, tls] { m_tls = tls; });
}

void IoWorker::send(ConnectionId id, const QByteArray &frame)
{
    QMetaObject::invokeMethod(this, [this, id, frame] { sendHere(id, webSocketText(frame)); });
}

void IoWorker::sendToAll(const QList<ConnectionId> &ids, const QByteArray &frame)
{
    QMetaObject::invokeMethod(this, [this, ids, frame] {
        const QByteArray framed = webSocketText(frame);
        for (const ConnectionId id : ids)
            sendHere(id, framed);
    });
}

void IoWorker::close(ConnectionId id, ErrorCode code)
{
    QMetaObject::invokeMethod(this, [this, id, code] { closeHere(id, code); });
}

void IoWorker::closeAll()
{
    QMetaObject::invokeMethod(this, [this] { closeAllHere(); });
}

ServerConnection *IoWorker::find(ConnectionId id) const
{
    const auto found = m_connections.find(id.value);
    return found == m_connections.end() ? nullptr : found->second;
}

QList<ServerConnection *> IoWorker::all() const
{
    QList<ServerConnection *> connections;
    connections.reserve(qsizetype(m_connections.size()));
    for (const auto &[id, connection] : m_connections)
        connections.append(connection);
    return connections;
}

void IoWorker::adoptHere(qintptr descriptor)
{
    auto *connection = new ServerConnection(m_ledger->nextId(), m_tls, m_timings, *this, this);
    if (!connection->adopt(descriptor, SystemClock().steadyNow()) ||
        !m_ledger->enter(connection->peerAddress())) {
        qCInfo(logTransport) << "connection turned away, open:" << m_ledger->count();
        delete connection;
        return;
    }
    m_connections.emplace(connection->id().value, connection);
    if (!m_look.isActive())
        m_look.start();
}

void IoWorker::opened(ServerConnection &connection)
{
    Q_EMIT connected(connection.id(), PeerInfo{connection.peerAddress(), connection.peerPort()});
}

void IoWorker::received(ServerConnection &connection, const QByteArray &utf8)
{
    if (utf8.size() > maxFrameSize)
        violated(connection, ErrorCode::FrameTooLarge);
    else
        Q_EMIT frame(connection.id(), utf8);
}

void IoWorker::violated(ServerConnection &connection, ErrorCode code)
{
    qCInfo(logTransport) << "connection" << connection.id().value
                         << "broke the frame rules:" << wireName(code);
    Q_EMIT violation(connection.id(), code);
}

void IoWorker::gone(ServerConnection &connection)
{
    m_connections.erase(connection.id().value);
    m_ledger->leave(connection.peerAddress());
    if (m_connections.empty())
        m_look.stop();
    connection.deleteLater(); // it may be what called us
    if (connection.wasOpened())
        Q_EMIT disconnected(connection.id());
}

void IoWorker::sendHere(ConnectionId id, const QByteArray &webSocketFrame)
{
    ServerConnection *connection = find(id);
    if (!connection)
        return;
    connection->send(webSocketFrame);
    if (connection->unsentBytes() > m_ledger->limits().maxUnsentBytes) {
        qCInfo(logTransport) << "connection" << id.value << "is too slow";
        closeHere(id, ErrorCode::ServerBusy);
    }
}

void IoWorker::closeHere(ConnectionId id, ErrorCode code)
{
    if (ServerConnection *connection = find(id))
        connection->close(code == ErrorCode::ServerStopping ? WebSocketClose::GoingAway
                                                            : WebSocketClose::PolicyViolated,
                          wireName(code));
}

void IoWorker::closeAllHere()
{
    for (ServerConnection *connection : all()) {
        if (connection->wasOpened())
            connection->close(WebSocketClose::GoingAway, wireName(ErrorCode::ServerStopping));
        else
            connection->abort();
    }
}

} // namespace handbell::transport
