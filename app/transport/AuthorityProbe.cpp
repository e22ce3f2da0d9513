// SPDX-License-Identifier: Apache-2.0
#include "transport/AuthorityProbe.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

#include <utility>

namespace handbell::transport {

AuthorityProbe::AuthorityProbe(ServerAddress address, QByteArray pin, Timings timings, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_pin(std::move(pin))
    , m_timings(timings)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { fail(ErrorCode::Unreachable, QStringLiteral("no TLS handshake in time")); });
    connect(&m_socket, &QSslSocket::encrypted, this, &AuthorityProbe::onEncrypted);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &AuthorityProbe::onSocketError);
}

AuthorityProbe::~AuthorityProbe()
{
    m_socket.disconnect(this);
}

void AuthorityProbe::start()
{
    // Nothing is verified in this handshake because the certificate to verify against is what it fetches.
    // That is safe: nothing is sent, and the key in the answer must have the digest that the invitation
    // brought.
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({});
    m_socket.setSslConfiguration(configuration);
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_timer.start(m_timings.handshake);
    m_socket.connectToHostEncrypted(m_address.host, m_address.port);
}

void AuthorityProbe::onEncrypted()
{
    const QList<QSslCertificate> chain = m_socket.peerCertificateChain();
    for (const QSslCertificate &certificate : chain) {
        const QByteArray pin = spkiPin(certificate);
        if (pin.isEmpty() || pin != m_pin)
            continue;
        m_done = true;
        m_timer.stop();
        m_socket.abort();
        Q_EMIT found(certificate);
        return;
    }
    fail(ErrorCode::TlsPinMismatch,
         QStringLiteral("none of the %1 certificates sent has the pinned key").arg(chain.size()));
}

void AuthorityProbe::onSocketError(QAbstractSocket::SocketError socketError)
{
    const bool tls = socketError == QAbstractSocket::SslHandshakeFailedError ||
                     socketError == QAbstractSocket::SslInternalError;
    fail(tls ? ErrorCode::TlsFailed : ErrorCode::Unreachable, m_socket.errorString());
}

void AuthorityProbe::fail(ErrorCode code, const QString &detail)
{
    if (m_done)
        return;
    m_done = true;
    m_timer.stop();
    m_socket.abort();
    Q_EMIT failed(Error{code, detail});
}

} // namespace handbell::transport
