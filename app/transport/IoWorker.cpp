// SPDX-License-Identifier: Apache-2.0
#include "transport/IoWorker.h"

#include "base/Log.h"
#include "transport/Liveness.h"

#include <QPointer>
#include <QSslSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketCorsAuthenticator>
#include <QWebSocketServer>

#include <algorithm>
#include <utility>

namespace handbell::transport {

//! An accepted socket with its place in the ledger, given back when the socket goes.
class IoWorker::AcceptedSocket final : public QSslSocket
{
public:
    AcceptedSocket(std::shared_ptr<ConnectionLedger> ledger, QObject *parent)
        : QSslSocket(parent)
        , m_ledger(std::move(ledger))
    {
        handshake.setSingleShot(true);
    }

    ~AcceptedSocket() override
    {
        if (m_hasPlace)
            m_ledger->leave(m_address);
    }

    //! Takes a place for the peer's address; false where there is none.
    bool takePlace()
    {
        m_address = peerAddress();
        m_hasPlace = m_ledger->enter(m_address);
        return m_hasPlace;
    }

    //! Says goodbye on \a socket, whose transport this is, and leaves hanging up to the peer or to a timer.
    //! QWebSocket itself hangs up right after its close frame (RFC 6455, 7.1.1, waits for the peer's): with
    //! something of the peer's unread, TCP then resets the connection, and the frame may be lost with it.
    void sayGoodbye(QWebSocket &socket, QWebSocketProtocol::CloseCode code, const QString &reason)
    {
        m_held = true;
        socket.close(code, reason);
        m_held = false;
    }

    void close() override
    {
        if (!m_held)
            QSslSocket::close();
    }

    QTimer handshake;

private:
    const std::shared_ptr<ConnectionLedger> m_ledger;
    QHostAddress m_address; // kept: a closed socket no longer knows its peer
    bool m_hasPlace = false;
    bool m_held = false;
};

struct IoWorker::Connection
{
    QWebSocket *socket = nullptr;
    QPointer<AcceptedSocket> transport;
    bool announced = false; //!< connected() was emitted, so disconnected() is owed
    bool closing = false;
};

IoWorker::IoWorker(QSslConfiguration tls, std::shared_ptr<ConnectionLedger> ledger, Timings timings,
                   QObject *parent)
    : QObject(parent)
    , m_tls(std::move(tls))
    , m_ledger(std::move(ledger))
    , m_timings(timings)
    , m_upgrader(new QWebSocketServer(QStringLiteral("Handbell"), QWebSocketServer::NonSecureMode, this))
{
    // "Non-secure" means only that TLS is done before, by our own sockets.
    m_upgrader->setSupportedSubprotocols({QString(subprotocolName)});
    connect(m_upgrader, &QWebSocketServer::originAuthenticationRequired, this,
            [](QWebSocketCorsAuthenticator *authenticator) {
                const QString origin = authenticator->origin();
                authenticator->setAllowed(origin.isEmpty() || origin == clientOrigin);
            });
    connect(m_upgrader, &QWebSocketServer::newConnection, this, &IoWorker::onUpgraded);
}

IoWorker::~IoWorker()
{
    for (auto &[id, connection] : m_connections) {
        connection.socket->disconnect(this);
        delete connection.socket;
    }
    for (AcceptedSocket *transport : std::as_const(m_handshaking)) {
        transport->disconnect(this);
        delete transport;
    }
}

void IoWorker::adopt(qintptr descriptor)
{
    QMetaObject::invokeMethod(this, [this, descriptor] { adoptHere(descriptor); });
}

void IoWorker::send(ConnectionId id, const QByteArray &frame)
{
    QMetaObject::invokeMethod(this, [this, id, frame] { sendHere(id, frame); });
}

void IoWorker::close(ConnectionId id, ErrorCode code)
{
    QMetaObject::invokeMethod(this, [this, id, code] { closeHere(id, code); });
}

void IoWorker::closeAll()
{
    QMetaObject::invokeMethod(this, [this] { closeAllHere(); });
}

void IoWorker::adoptHere(qintptr descriptor)
{
    auto *transport = new AcceptedSocket(m_ledger, this);
    if (!transport->setSocketDescriptor(descriptor) || !transport->takePlace()) {
        qCInfo(logTransport) << "connection turned away, open:" << m_ledger->count();
        transport->abort();
        transport->deleteLater();
        return;
    }
    m_handshaking.append(transport);
    transport->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    transport->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    connect(&transport->handshake, &QTimer::timeout, this, [this, transport] { giveUp(transport); });
    connect(transport, &QSslSocket::disconnected, this, [this, transport] { giveUp(transport); });
    connect(transport, &QSslSocket::errorOccurred, this, [this, transport] { giveUp(transport); });
    connect(transport, &QSslSocket::encrypted, this,
            [this, transport] { m_upgrader->handleConnection(transport); });
    transport->handshake.start(m_timings.handshake);
    transport->setSslConfiguration(m_tls);
    transport->startServerEncryption();
}

void IoWorker::giveUp(AcceptedSocket *transport)
{
    if (!m_handshaking.removeOne(transport))
        return;
    qCDebug(logTransport) << "handshake failed:" << transport->error();
    transport->disconnect(this);
    transport->abort();
    transport->deleteLater();
}

void IoWorker::onUpgraded()
{
    while (QWebSocket *socket = m_upgrader->nextPendingConnection()) {
        // QWebSocket does not show its socket; the peer's address and port name it.
        const auto it =
            std::find_if(m_handshaking.cbegin(), m_handshaking.cend(), [socket](AcceptedSocket *transport) {
                return transport->peerPort() == socket->peerPort() &&
                       transport->peerAddress() == socket->peerAddress();
            });
        if (it == m_handshaking.cend()) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        AcceptedSocket *transport = *it;
        m_handshaking.erase(it);
        transport->handshake.stop();
        transport->disconnect(this);
        transport->setParent(socket);
        socket->setParent(this);
        serve(socket, transport);
    }
}

void IoWorker::serve(QWebSocket *socket, AcceptedSocket *transport)
{
    const ConnectionId id = m_ledger->nextId();
    Connection &connection = m_connections[id.value];
    connection.socket = socket;
    connection.transport = transport;
    socket->setMaxAllowedIncomingFrameSize(maxReadFrameSize);
    socket->setMaxAllowedIncomingMessageSize(maxReadFrameSize);
    connect(socket, &QWebSocket::disconnected, this, [this, id] { onDisconnected(id); });
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, id](const QString &text) { onText(id, text); });
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [this, id] { report(id, ErrorCode::BinaryFrame); });
    connect(socket, &QWebSocket::aboutToClose, this, [this, id, socket] {
        if (socket->closeCode() == QWebSocketProtocol::CloseCodeTooMuchData)
            report(id, ErrorCode::FrameTooLarge);
    });
    if (socket->subprotocol() != subprotocolName) {
        closeHere(id, ErrorCode::UnsupportedVersion);
        return;
    }
    auto *liveness = new Liveness(socket, m_timings);
    connect(liveness, &Liveness::lost, socket, [socket] { socket->abort(); });
    connection.announced = true;
    Q_EMIT connected(id, PeerInfo{socket->peerAddress(), socket->peerPort()});
}

void IoWorker::onText(ConnectionId id, const QString &text)
{
    const auto it = m_connections.find(id.value);
    if (it == m_connections.end() || it->second.closing)
        return;
    const QByteArray utf8 = text.toUtf8();
    if (utf8.size() > maxFrameSize)
        report(id, ErrorCode::FrameTooLarge);
    else
        Q_EMIT frame(id, utf8);
}

void IoWorker::report(ConnectionId id, ErrorCode code)
{
    const auto it = m_connections.find(id.value);
    if (it == m_connections.end() || it->second.closing)
        return;
    qCInfo(logTransport) << "connection" << id.value << "broke the frame rules:" << wireName(code);
    Q_EMIT violation(id, code);
}

void IoWorker::sendHere(ConnectionId id, const QByteArray &frame)
{
    const auto it = m_connections.find(id.value);
    if (it == m_connections.end() || it->second.closing)
        return;
    const Connection &connection = it->second;
    connection.socket->sendTextMessage(QString::fromUtf8(frame));
    // QWebSocket::bytesToWrite() shows nothing under TLS; the two stages of the TLS socket do.
    const AcceptedSocket *transport = connection.transport;
    if (transport &&
        transport->bytesToWrite() + transport->encryptedBytesToWrite() > m_ledger->limits().maxUnsentBytes) {
        qCInfo(logTransport) << "connection" << id.value << "is too slow";
        closeHere(id, ErrorCode::ServerBusy);
    }
}

void IoWorker::closeHere(ConnectionId id, ErrorCode code)
{
    const auto it = m_connections.find(id.value);
    if (it == m_connections.end() || it->second.closing)
        return;
    it->second.closing = true;
    QWebSocket *socket = it->second.socket;
    QTimer::singleShot(m_timings.closing, socket, [socket] { socket->abort(); });
    if (AcceptedSocket *transport = it->second.transport) {
        transport->sayGoodbye(*socket,
                              code == ErrorCode::ServerStopping ? QWebSocketProtocol::CloseCodeGoingAway
                                                                : QWebSocketProtocol::CloseCodePolicyViolated,
                              QString(wireName(code)));
    }
}

void IoWorker::closeAllHere()
{
    const QList<AcceptedSocket *> handshaking = m_handshaking;
    for (AcceptedSocket *transport : handshaking)
        giveUp(transport);
    QList<ConnectionId> ids;
    for (const auto &[id, connection] : m_connections)
        ids.append(ConnectionId(id));
    for (const ConnectionId id : std::as_const(ids))
        closeHere(id, ErrorCode::ServerStopping);
}

void IoWorker::onDisconnected(ConnectionId id)
{
    const auto it = m_connections.find(id.value);
    if (it == m_connections.end())
        return;
    const Connection connection = it->second;
    m_connections.erase(it);
    connection.socket->disconnect(this);
    connection.socket->deleteLater();
    if (connection.announced)
        Q_EMIT disconnected(id);
}

} // namespace handbell::transport
