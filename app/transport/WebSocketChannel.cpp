// SPDX-License-Identifier: Apache-2.0
#include "transport/WebSocketChannel.h"

#include "base/Log.h"
#include "transport/Liveness.h"

#include <QNetworkProxy>
#include <QUrl>
#include <QWebSocketHandshakeOptions>

#include <utility>

namespace handbell::transport {

namespace {

//! What the peer's close frame says, or the closing that the frame rules made QWebSocket do.
CloseReason reasonOf(const QWebSocket &socket)
{
    if (const auto named = errorCodeFromWire(socket.closeReason()))
        return {named, QStringLiteral("closed by the server")};
    switch (socket.closeCode()) {
    case QWebSocketProtocol::CloseCodeNormal:
        return {std::nullopt, QStringLiteral("closed by the server")};
    case QWebSocketProtocol::CloseCodeGoingAway:
        return {ErrorCode::ServerStopping, QStringLiteral("the server is going away")};
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return {ErrorCode::FrameTooLarge, QStringLiteral("a frame was too large to read")};
    default:
        return {ErrorCode::Unreachable,
                QStringLiteral("closed with WebSocket code %1").arg(socket.closeCode())};
    }
}

} // namespace

WebSocketChannel::WebSocketChannel(ServerAddress address, Trust trust, Timings timings, QObject *parent)
    : Channel(parent)
    , m_address(std::move(address))
    , m_trust(std::move(trust))
    , m_timings(timings)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        finish(m_state == State::Closing
                   ? m_reason
                   : CloseReason{ErrorCode::Unreachable, QStringLiteral("no WebSocket handshake in time")});
    });
    connect(&m_socket, &QWebSocket::connected, this, &WebSocketChannel::onConnected);
    connect(&m_socket, &QWebSocket::disconnected, this, &WebSocketChannel::onDisconnected);
    connect(&m_socket, &QWebSocket::aboutToClose, this, &WebSocketChannel::onAboutToClose);
    connect(&m_socket, &QWebSocket::sslErrors, this, &WebSocketChannel::onSslErrors);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(&m_socket, &QWebSocket::errorOccurred, this, &WebSocketChannel::onSocketError);
#else
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &WebSocketChannel::onSocketError);
#endif
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &WebSocketChannel::onText);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this] {
        if (m_state == State::Open)
            Q_EMIT violation(ErrorCode::BinaryFrame);
    });
}

WebSocketChannel::~WebSocketChannel()
{
    m_socket.disconnect(this);
}

void WebSocketChannel::open()
{
    Q_ASSERT(m_state == State::Idle);
    if (!m_trust.isPublic() && m_trust.authorityCertificate().isNull()) {
        finish({ErrorCode::TlsPinMismatch, QStringLiteral("no authority to trust")});
        return;
    }
    m_state = State::Connecting;
    m_socket.setSslConfiguration(clientConfiguration(m_trust));
    m_socket.setProxy(QNetworkProxy::NoProxy); // the server is in the building
    m_socket.setMaxAllowedIncomingFrameSize(maxReadFrameSize);
    m_socket.setMaxAllowedIncomingMessageSize(maxReadFrameSize);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QString(subprotocolName)});
    QUrl url;
    url.setScheme(QStringLiteral("wss"));
    url.setHost(m_address.host);
    url.setPort(m_address.port);
    url.setPath(QStringLiteral("/"));
    m_timer.start(m_timings.handshake);
    m_socket.open(url, options);
}

void WebSocketChannel::send(const QByteArray &frame)
{
    if (m_state == State::Open)
        m_socket.sendTextMessage(QString::fromUtf8(frame));
}

void WebSocketChannel::close(const CloseReason &reason)
{
    switch (m_state) {
    case State::Idle:
    case State::Connecting:
        finish(reason);
        break;
    case State::Open:
        m_state = State::Closing;
        m_reason = reason;
        m_timer.start(m_timings.closing);
        if (reason.code)
            m_socket.close(QWebSocketProtocol::CloseCodePolicyViolated, QString(wireName(*reason.code)));
        else
            m_socket.close();
        break;
    case State::Closing:
    case State::Closed:
        break;
    }
}

void WebSocketChannel::onConnected()
{
    if (m_state != State::Connecting)
        return;
    if (m_socket.subprotocol() != subprotocolName) {
        finish({ErrorCode::UnsupportedVersion, QStringLiteral("the server does not speak handbell.v1")});
        return;
    }
    m_timer.stop();
    m_state = State::Open;
    auto *liveness = new Liveness(&m_socket, m_timings);
    connect(liveness, &Liveness::lost, this, [this] {
        finish({ErrorCode::Unreachable, QStringLiteral("nothing heard from the server")});
    });
    Q_EMIT opened();
}

void WebSocketChannel::onAboutToClose()
{
    // Only a close frame, the peer's or one that broken frame rules caused, comes here while we are open.
    if (m_state != State::Open)
        return;
    m_state = State::Closing;
    m_reason = reasonOf(m_socket);
    m_timer.start(m_timings.closing);
}

void WebSocketChannel::onDisconnected()
{
    if (m_state == State::Closing)
        finish(m_reason);
    else
        finish({m_reason.code.value_or(ErrorCode::Unreachable), m_reason.detail});
}

void WebSocketChannel::onSslErrors(const QList<QSslError> &errors)
{
    // Never ignored: the socket gives up by itself right after this.
    const Error error = errorFromSsl(errors, m_trust);
    m_reason = {error.code, error.detail};
}

void WebSocketChannel::onSocketError(QAbstractSocket::SocketError socketError)
{
    if (m_state == State::Closing)
        return; // the peer hanging up is how closing ends; disconnected or the timer follows
    if (!m_reason.code) {
        const bool tls = socketError == QAbstractSocket::SslHandshakeFailedError ||
                         socketError == QAbstractSocket::SslInternalError ||
                         socketError == QAbstractSocket::SslInvalidUserDataError;
        m_reason = {tls ? ErrorCode::TlsFailed : ErrorCode::Unreachable, m_socket.errorString()};
    }
    finish(m_reason);
}

void WebSocketChannel::onText(const QString &text)
{
    if (m_state != State::Open)
        return;
    const QByteArray frame = text.toUtf8();
    if (frame.size() > maxFrameSize)
        Q_EMIT violation(ErrorCode::FrameTooLarge);
    else
        Q_EMIT frameReceived(frame);
}

void WebSocketChannel::finish(const CloseReason &reason)
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_timer.stop();
    qCDebug(logTransport) << "channel closed:"
                          << (reason.code ? wireName(*reason.code) : QLatin1String("in peace"));
    m_socket.disconnect(this);
    // Both wait for the event loop: we may be inside one of the socket's own signals, or inside close().
    QMetaObject::invokeMethod(
        this,
        [this, reason] {
            m_socket.abort();
            Q_EMIT closed(reason);
        },
        Qt::QueuedConnection);
}

} // namespace handbell::transport
