// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/PracticeAuthority.h"
#include "transport/Channel.h"
#include "transport/IoWorker.h"
#include "transport/SocketAcceptor.h"
#include "transport/Tls.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>

#include <chrono>
#include <memory>

namespace handbell::transport::test {

// Each shortens only the wait that the test is about, so that a busy machine does not trip over another.

//! A handshake that is given up after \a limit.
[[nodiscard]] Timings shortHandshake(std::chrono::milliseconds limit);
//! Frequent pings, and a peer that is taken for dead soon.
[[nodiscard]] Timings shortSilence();
//! A close that is not waited for.
[[nodiscard]] Timings shortClosing();

//! What a channel's closed() said the first time \a closed heard it.
[[nodiscard]] CloseReason reasonOf(const QSignalSpy &closed);

//! A practice with its authority, as `handbelld init` would make it, valid on this machine's clock.
class Practice
{
public:
    Practice();

    [[nodiscard]] QSslCertificate certificate() const;
    [[nodiscard]] QByteArray pin() const { return m_authority.pin(); }
    [[nodiscard]] crypto::ServerCertificate issue(const QStringList &hosts = {
                                                      QStringLiteral("127.0.0.1")}) const;
    //! A certificate whose two years ended long ago.
    [[nodiscard]] crypto::ServerCertificate issueExpired() const;
    //! What a WorkerServer shows.
    [[nodiscard]] ServerTls tls() const;
    //! The same for servers that are not ours.
    [[nodiscard]] QSslConfiguration serverTls() const;

private:
    crypto::PracticeAuthority m_authority;
};

[[nodiscard]] QSslConfiguration serverTls(const crypto::ServerCertificate &certificate);

//! An acceptor with one IoWorker in a thread of its own; its signals arrive in the test's thread.
class WorkerServer final : public QObject
{
    Q_OBJECT

public:
    explicit WorkerServer(const ServerTls &tls, Timings timings = {}, ConnectionLimits limits = {});
    ~WorkerServer() override;

    //! Ends the thread and with it the worker, as a stopping server does.
    void stop();
    [[nodiscard]] ServerAddress address() const;
    [[nodiscard]] IoWorker &worker() const { return *m_worker; }
    [[nodiscard]] ConnectionLedger &ledger() const { return *m_ledger; }

Q_SIGNALS:
    void connected(handbell::transport::ConnectionId id, const handbell::transport::PeerInfo &peer);
    void frame(handbell::transport::ConnectionId id, const QByteArray &frame);
    void violation(handbell::transport::ConnectionId id, handbell::ErrorCode code);
    void disconnected(handbell::transport::ConnectionId id);

private:
    std::shared_ptr<ConnectionLedger> m_ledger;
    QThread m_thread;
    IoWorker *m_worker;
    SocketAcceptor m_acceptor;
};

//! A TLS server that says nothing by itself and counts what it is told after the handshake.
class RawTlsServer final : public QTcpServer
{
    Q_OBJECT

public:
    explicit RawTlsServer(const QSslConfiguration &tls);

    [[nodiscard]] ServerAddress address() const;
    //! Decrypted bytes received over all connections.
    [[nodiscard]] qsizetype applicationBytes() const { return m_received.size(); }
    [[nodiscard]] QByteArray received() const { return m_received; }
    [[nodiscard]] QSslSocket *lastSocket() const { return m_last; }
    //! Answers the WebSocket upgrade in received(), naming the subprotocol.
    void acceptUpgrade();

Q_SIGNALS:
    void receivedSomething();
    void clientGone();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QSslConfiguration m_tls;
    QByteArray m_received;
    QSslSocket *m_last = nullptr;
};

//! The header of an unmasked WebSocket frame.
[[nodiscard]] QByteArray frameHeader(char opcode, quint64 size);

} // namespace handbell::transport::test
