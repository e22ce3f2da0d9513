// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"
#include "transport/Tls.h"
#include "transport/TransportLimits.h"

#include <QByteArray>
#include <QObject>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTimer>

namespace handbell::transport {

//! Fetches the authority's certificate that an invitation names only by the SHA-256 of its key. It does a
//! TLS 1.3 handshake, looks through the chain the server sent for that key, and hangs up without having sent
//! one byte of application data. The certificate it finds proves nothing by itself: connect with
//! Trust::authority() next, which verifies chain, dates and host name in full, and store it only once that
//! worked.
class AuthorityProbe final : public QObject
{
    Q_OBJECT

public:
    //! \a pin is 32 bytes.
    AuthorityProbe(ServerAddress address, QByteArray pin, Timings timings = {}, QObject *parent = nullptr);
    ~AuthorityProbe() override;

    //! Begins; exactly one of found() and failed() follows, within the handshake time. Call once.
    void start();

Q_SIGNALS:
    void found(const QSslCertificate &authority);
    //! TlsPinMismatch, TlsFailed or Unreachable.
    void failed(const handbell::Error &error);

private:
    void onEncrypted();
    void onSocketError(QAbstractSocket::SocketError socketError);
    void fail(ErrorCode code, const QString &detail);

    const ServerAddress m_address;
    const QByteArray m_pin;
    const Timings m_timings;
    bool m_done = false;
    QSslSocket m_socket;
    QTimer m_timer;
};

} // namespace handbell::transport
