// SPDX-License-Identifier: Apache-2.0
#include "tests/transport/TransportFixture.h"

#include <QCryptographicHash>
#include <QSslKey>
#include <QtEndian>

namespace handbell::transport::test {

namespace {

WallTime realNow()
{
    return SystemClock().wallNow();
}

} // namespace

Timings shortHandshake(std::chrono::milliseconds limit)
{
    Timings timings;
    timings.handshake = limit;
    return timings;
}

Timings shortSilence()
{
    Timings timings;
    timings.pingInterval = std::chrono::milliseconds(50);
    timings.silence = std::chrono::milliseconds(1000);
    return timings;
}

Timings shortClosing()
{
    Timings timings;
    timings.closing = std::chrono::milliseconds(150);
    return timings;
}

CloseReason reasonOf(const QSignalSpy &closed)
{
    return closed.value(0).value(0).value<CloseReason>();
}

Practice::Practice()
    // Twenty years minus the age: old enough to have issued a certificate that expired
    : m_authority(*crypto::PracticeAuthority::create(QStringLiteral("Riverside Surgery"),
                                                     realNow() - std::chrono::days(4 * 365)))
{
}

QSslCertificate Practice::certificate() const
{
    return QSslCertificate(m_authority.certificatePem(), QSsl::Pem);
}

crypto::ServerCertificate Practice::issue(const QStringList &hosts) const
{
    return *m_authority.issueServerCertificate(hosts, realNow());
}

crypto::ServerCertificate Practice::issueExpired() const
{
    return *m_authority.issueServerCertificate({QStringLiteral("127.0.0.1")},
                                               realNow() - std::chrono::days(3 * 365));
}

ServerTls Practice::tls() const
{
    const crypto::ServerCertificate certificate = issue();
    return *ServerTls::make(certificate.keyPem, certificate.chainPem);
}

QSslConfiguration Practice::serverTls() const
{
    return test::serverTls(issue());
}

QSslConfiguration serverTls(const crypto::ServerCertificate &certificate)
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setLocalCertificateChain(QSslCertificate::fromData(certificate.chainPem));
    configuration.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec));
    return configuration;
}

WorkerServer::WorkerServer(const ServerTls &tls, Timings timings, ConnectionLimits limits)
    : m_ledger(std::make_shared<ConnectionLedger>(limits))
    , m_worker(new IoWorker(tls, m_ledger, timings))
    , m_acceptor([this](qintptr descriptor) { m_worker->adopt(descriptor); })
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &IoWorker::connected, this, &WorkerServer::connected);
    connect(m_worker, &IoWorker::frame, this, &WorkerServer::frame);
    connect(m_worker, &IoWorker::violation, this, &WorkerServer::violation);
    connect(m_worker, &IoWorker::disconnected, this, &WorkerServer::disconnected);
    m_thread.start();
    m_acceptor.listen(QHostAddress::LocalHost);
}

WorkerServer::~WorkerServer()
{
    stop();
}

void WorkerServer::stop()
{
    m_acceptor.close();
    m_thread.quit();
    m_thread.wait();
}

ServerAddress WorkerServer::address() const
{
    return {QStringLiteral("127.0.0.1"), m_acceptor.serverPort()};
}

RawTlsServer::RawTlsServer(const QSslConfiguration &tls)
    : m_tls(tls)
{
    listen(QHostAddress::LocalHost);
}

ServerAddress RawTlsServer::address() const
{
    return {QStringLiteral("127.0.0.1"), serverPort()};
}

void RawTlsServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setSslConfiguration(m_tls);
    connect(socket, &QSslSocket::readyRead, this, [this, socket] {
        m_received += socket->readAll();
        Q_EMIT receivedSomething();
    });
    connect(socket, &QSslSocket::disconnected, this, &RawTlsServer::clientGone);
    socket->startServerEncryption();
    m_last = socket;
}

void RawTlsServer::acceptUpgrade()
{
    const QByteArray name("sec-websocket-key:");
    const qsizetype at = m_received.toLower().indexOf(name) + name.size();
    const QByteArray key = m_received.mid(at, m_received.indexOf('\r', at) - at).trimmed();
    const QByteArray accept = // RFC 6455, section 1.3
        QCryptographicHash::hash(QByteArray(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"),
                                 QCryptographicHash::Sha1)
            .toBase64();
    m_last->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Protocol: handbell.v1\r\nSec-WebSocket-Accept: " +
                  accept + "\r\n\r\n");
    m_received.clear();
}

QByteArray frameHeader(char opcode, quint64 size)
{
    // RFC 6455, section 5.2: the shortest form that holds the size
    QByteArray header(2, static_cast<char>(0x80 | opcode));
    if (size < 126) {
        header[1] = static_cast<char>(size);
        return header;
    }
    const quint64 bigEndian = qToBigEndian(size);
    const QByteArray bytes(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
    header[1] = size <= 0xffff ? 126 : 127;
    return header + bytes.last(size <= 0xffff ? 2 : 8);
}

} // namespace handbell::transport::test
