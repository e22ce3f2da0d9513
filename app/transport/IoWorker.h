// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ServerConnection.h"

#include <QList>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace handbell::transport {

//! Who is at the other end, as far as the network knows.
struct PeerInfo
{
    QHostAddress address;
    quint16 port = 0;
};

//! Serves connections in the thread it lives in (move it to a QThread of its own): TLS 1.3, WebSocket
//! upgrade, frame rules, pings. Every slot may be called from any thread, calls of one thread keep their
//! order, and every signal comes from the worker's thread: connect with a context object and the hub gets
//! them in order.
//!
//! For each connection: connected, then any number of frame and violation, then disconnected, exactly once.
//! What never finished its handshake is never mentioned. Destroy it in its own thread (QThread::finished →
//! deleteLater).
class IoWorker final : public QObject, private ServerConnection::Owner
{
    Q_OBJECT

public:
    //! \a ledger is shared by all workers of the server.
    IoWorker(ServerTls tls, std::shared_ptr<ConnectionLedger> ledger, Timings timings = {},
             QObject *parent = nullptr);
    ~IoWorker() override;

public Q_SLOTS:
    //! Takes over an accepted socket; closes it at once where the limits are reached.
    void adopt(qintptr descriptor);
    //! Connections adopted from here on are shown \a tls.
    void setTls(const handbell::transport::ServerTls &tls);
    //! Sends one frame of UTF-8; dropped where the connection is gone. A connection that lets too much pile
    //! up is closed with ServerBusy.
    void send(handbell::transport::ConnectionId id, const QByteArray &frame);
    //! The same frame to several, framed once.
    void sendToAll(const QList<handbell::transport::ConnectionId> &ids, const QByteArray &frame);
    //! Closes after what was sent before, naming \a code to the peer; disconnected() follows.
    void close(handbell::transport::ConnectionId id, handbell::ErrorCode code);
    //! Closes every connection, naming ServerStopping.
    void closeAll();

Q_SIGNALS:
    void connected(handbell::transport::ConnectionId id, const handbell::transport::PeerInfo &peer);
    //! One text frame of at most maxFrameSize bytes of UTF-8.
    void frame(handbell::transport::ConnectionId id, const QByteArray &frame);
    //! BinaryFrame or FrameTooLarge. The connection is still open for an answer, except where the frame was
    //! beyond maxReadFrameSize: then the WebSocket closes by itself with 1009.
    void violation(handbell::transport::ConnectionId id, handbell::ErrorCode code);
    void disconnected(handbell::transport::ConnectionId id);

private:
    void opened(ServerConnection &connection) override;
    void received(ServerConnection &connection, const QByteArray &utf8) override;
    void violated(ServerConnection &connection, ErrorCode code) override;
    void gone(ServerConnection &connection) override;

    void adoptHere(qintptr descriptor);
    void sendHere(ConnectionId id, const QByteArray &webSocketFrame);
    void closeHere(ConnectionId id, ErrorCode code);
    void closeAllHere();
    [[nodiscard]] ServerConnection *find(ConnectionId id) const;
    [[nodiscard]] QList<ServerConnection *> all() const;

    ServerTls m_tls;
    const std::shared_ptr<ConnectionLedger> m_ledger;
    const Timings m_timings;
    QTimer m_look; //!< for whatever a connection does by the clock
    std::unordered_map<qint64, ServerConnection *> m_connections; //!< our children
};

} // namespace handbell::transport
