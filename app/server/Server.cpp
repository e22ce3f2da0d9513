// SPDX-License-Identifier: Apache-2.0
#include "server/Server.h"

#include "base/Log.h"
#include "server/HubHost.h"
#include "server/IoBridge.h"
#include "server/WriterThread.h"
#include "transport/SocketAcceptor.h"

#include <QThread>

namespace handbell::server {

struct Server::Private
{
    Private(ServerConfig serverConfig, const Clock &serverClock, Random &serverRandom)
        : config(std::move(serverConfig))
        , clock(serverClock)
        , random(serverRandom)
    {
    }

    [[nodiscard]] Result<void> startWriter();
    [[nodiscard]] Result<void> startHub();

    const ServerConfig config;
    const Clock &clock;
    Random &random;
    IoBridge io;
    WriterThread writer;
    QThread hubThread;
    HubHost *hub = nullptr; //!< lives in hubThread, goes as it ends
    std::unique_ptr<transport::SocketAcceptor> acceptor;
    bool running = false;
};

Server::Server(ServerConfig config, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(std::move(config), clock, random))
{
}

Server::~Server()
{
    stop();
}

Result<void> Server::Private::startWriter()
{
    std::optional<crypto::SigningKey> key;
    if (!config.signingKeyPem.isEmpty()) {
        auto read = crypto::SigningKey::fromPem(config.signingKeyPem);
        if (!read)
            return read.error();
        key = *std::move(read);
    }
    return writer.start([this, &key]() -> Result<std::unique_ptr<Writer>> {
        auto record = record::Record::open(config.recordPath, random);
        if (!record)
            return record.error();
        return Writer::make(*std::move(record), std::move(key), clock,
                            [this](CommitBatch batch) { hub->committed(std::move(batch)); });
    });
}

Result<void> Server::Private::startHub()
{
    Result<void> started;
    QMetaObject::invokeMethod(
        hub, [this, &started] { started = hub->start(config.recordPath, writer.writer()); },
        Qt::BlockingQueuedConnection);
    return started;
}

Result<quint16> Server::start()
{
    const auto tls = transport::ServerTls::make(m_d->config.tlsKeyPem, m_d->config.tlsChainPem);
    if (!tls)
        return tls.error();
    m_d->running = true;
    m_d->hubThread.setObjectName(QStringLiteral("hub"));
    m_d->hub = new HubHost(m_d->io, m_d->clock, m_d->random, m_d->config.hub);
    m_d->hub->moveToThread(&m_d->hubThread);
    connect(&m_d->hubThread, &QThread::finished, m_d->hub, &QObject::deleteLater);
    m_d->hubThread.start();
    if (const auto started = m_d->startWriter(); !started) {
        stop();
        return started.error();
    }
    if (const auto started = m_d->startHub(); !started) {
        stop();
        return started.error();
    }
    m_d->io.start(*tls, m_d->config.connections, m_d->config.timings, *m_d->hub);
    m_d->acceptor =
        std::make_unique<transport::SocketAcceptor>([this](qintptr socket) { m_d->io.adopt(socket); });
    if (!m_d->acceptor->listen(m_d->config.address, m_d->config.port)) {
        const Error error{ErrorCode::Unreachable, m_d->acceptor->errorString()};
        stop();
        return error;
    }
    qCInfo(logServer) << "listening on port" << m_d->acceptor->serverPort();
    return m_d->acceptor->serverPort();
}

void Server::stop()
{
    if (!m_d->running)
        return;
    m_d->running = false;
    // Outside in: no new connections, no new requests, everything written, then the threads.
    if (m_d->acceptor)
        m_d->acceptor->close();
    m_d->hub->stopHub();
    m_d->io.stop();
    m_d->hub->endHub();
    m_d->writer.stop();
    m_d->hubThread.quit();
    m_d->hubThread.wait();
    m_d->hub = nullptr;
    m_d->acceptor.reset();
    qCInfo(logServer) << "stopped";
}

Result<void> Server::showCertificate(const QByteArray &keyPem, const QByteArray &chainPem)
{
    const auto tls = transport::ServerTls::make(keyPem, chainPem);
    if (!tls)
        return tls.error();
    m_d->io.setTls(*tls);
    return {};
}

quint16 Server::port() const
{
    return m_d->acceptor ? m_d->acceptor->serverPort() : quint16{0};
}

} // namespace handbell::server
