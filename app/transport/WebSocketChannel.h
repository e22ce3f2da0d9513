// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Channel.h"
#include "transport/Tls.h"
#include "transport/TransportLimits.h"

#include <QAbstractSocket>
#include <QSslError>
#include <QTimer>
#include <QWebSocket>

namespace handbell::transport {

//! The client's end of a connection: WebSocket over TLS 1.3, verified in full before the first byte of HTTP.
//! It knows within Timings::silence that the link is dead, and never reconnects by itself.
//!
//! closed() says why: Unreachable (refused, timed out, dead link, cut), TlsPinMismatch (another authority:
//! hard stop), TlsFailed (dates, host name, TLS below 1.3), UnsupportedVersion (the server does not speak
//! handbell.v1), the code the server named on closing, or no code where one side closed in peace.
class WebSocketChannel final : public Channel
{
    Q_OBJECT

public:
    WebSocketChannel(ServerAddress address, Trust trust, Timings timings = {}, QObject *parent = nullptr);
    ~WebSocketChannel() override;

    void open() override;
    [[nodiscard]] bool isOpen() const override { return m_state == State::Open; }
    void send(const QByteArray &frame) override;
    using Channel::close;
    void close(const CloseReason &reason) override;

private:
    enum class State { Idle, Connecting, Open, Closing, Closed };

    void onConnected();
    void onAboutToClose();
    void onDisconnected();
    void onSocketError(QAbstractSocket::SocketError socketError);
    void onSslErrors(const QList<QSslError> &errors);
    void onText(const QString &text);
    void finish(const CloseReason &reason);

    const ServerAddress m_address;
    const Trust m_trust;
    const Timings m_timings;
    State m_state = State::Idle;
    CloseReason m_reason;
    QWebSocket m_socket;
    QTimer m_timer;
};

} // namespace handbell::transport
