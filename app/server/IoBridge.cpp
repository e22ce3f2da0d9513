// SPDX-License-Identifier: Apache-2.0
#include "server/IoBridge.h"

#include "protocol/Codec.h"
#include "server/HubHost.h"

#include <QDeadlineTimer>

namespace handbell::server {

namespace {

//! Beyond the workers' own time for closing a connection.
constexpr std::chrono::milliseconds stopSlack{500};

} // namespace

IoBridge::~IoBridge()
{
    stop();
}

void IoBridge::start(const transport::ServerTls &tls, const transport::ConnectionLimits &limits,
                     const transport::Timings &timings, HubHost &hub)
{
    m_closing = timings.closing;
    const auto ledger = std::make_shared<transport::ConnectionLedger>(limits);
    for (int i = 0; i < workerCount; ++i) {
        auto lane = std::make_unique<Lane>();
        lane->thread.setObjectName(QStringLiteral("io %1").arg(i));
        lane->worker = new transport::IoWorker(tls, ledger, timings);
        listen(lane->worker, hub);
        lane->worker->moveToThread(&lane->thread);
        QObject::connect(&lane->thread, &QThread::finished, lane->worker, &QObject::deleteLater);
        lane->thread.start();
        m_lanes.push_back(std::move(lane));
    }
}

void IoBridge::listen(transport::IoWorker *worker, HubHost &hub)
{
    using transport::IoWorker;
    QObject::connect(worker, &IoWorker::connected, worker,
                     [this, worker, &hub](ConnectionId id, const transport::PeerInfo &peer) {
                         cameTo(worker, id);
                         hub.connected(id, peer.address.toString());
                     });
    QObject::connect(worker, &IoWorker::frame, worker, [&hub](ConnectionId id, const QByteArray &frame) {
        hub.received(id, protocol::parseClientFrame(frame));
    });
    QObject::connect(worker, &IoWorker::violation, worker,
                     [&hub](ConnectionId id, ErrorCode code) { hub.violated(id, code); });
    QObject::connect(worker, &IoWorker::disconnected, worker, [this, &hub](ConnectionId id) {
        hub.disconnected(id);
        left(id);
    });
}

void IoBridge::stop()
{
    for (const auto &lane : m_lanes)
        lane->worker->closeAll();
    {
        QMutexLocker lock(&m_mutex);
        const QDeadlineTimer deadline(m_closing + stopSlack);
        while (!m_where.isEmpty() && m_allGone.wait(&m_mutex, deadline)) {
        }
    }
    for (const auto &lane : m_lanes) {
        lane->thread.quit();
        lane->thread.wait();
    }
    m_lanes.clear();
}

void IoBridge::setTls(const transport::ServerTls &tls)
{
    for (const auto &lane : m_lanes)
        lane->worker->setTls(tls);
}

void IoBridge::adopt(qintptr socket)
{
    m_lanes[m_next]->worker->adopt(socket);
    m_next = (m_next + 1) % m_lanes.size();
}

void IoBridge::cameTo(transport::IoWorker *worker, ConnectionId connection)
{
    const QMutexLocker lock(&m_mutex);
    m_where.insert(connection, worker);
}

void IoBridge::left(ConnectionId connection)
{
    const QMutexLocker lock(&m_mutex);
    m_where.remove(connection);
    if (m_where.isEmpty())
        m_allGone.wakeAll();
}

transport::IoWorker *IoBridge::workerOf(ConnectionId connection)
{
    const QMutexLocker lock(&m_mutex);
    return m_where.value(connection);
}

void IoBridge::send(ConnectionId connection, const QByteArray &frame)
{
    if (transport::IoWorker *worker = workerOf(connection))
        worker->send(connection, frame);
}

void IoBridge::sendToAll(const QList<ConnectionId> &connections, const QByteArray &frame)
{
    QHash<transport::IoWorker *, QList<ConnectionId>> byWorker;
    {
        const QMutexLocker lock(&m_mutex);
        for (const ConnectionId connection : connections) {
            if (transport::IoWorker *worker = m_where.value(connection))
                byWorker[worker].append(connection);
        }
    }
    for (auto it = byWorker.cbegin(); it != byWorker.cend(); ++it)
        it.key()->sendToAll(it.value(), frame);
}

void IoBridge::close(ConnectionId connection, ErrorCode code)
{
    if (transport::IoWorker *worker = workerOf(connection))
        worker->close(connection, code);
}

} // namespace handbell::server
