// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Outbound.h"
#include "transport/IoWorker.h"

#include <QHash>
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <memory>
#include <vector>

namespace handbell::server {

class HubHost;

//! The I/O workers, each on its thread, between the sockets and the hub. A worker's thread parses what its
//! clients send, so that the hub does not spend its time on JSON. Two share the sockets: a thread waits for
//! its own with poll(), whose cost grows with their number.
class IoBridge final : public Outbound
{
public:
    static constexpr int workerCount = 2;

    IoBridge() = default;
    ~IoBridge() override;

    //! Starts the workers. \a hub outlives them.
    void start(const transport::ServerTls &tls, const transport::ConnectionLimits &limits,
               const transport::Timings &timings, HubHost &hub);
    //! Closes every connection, waits until their peers know or have had their time, and ends the threads.
    void stop();

    //! Connections from here on are shown \a tls.
    void setTls(const transport::ServerTls &tls);

    //! Hands an accepted socket to the next worker in turn.
    void adopt(qintptr socket);

    void send(ConnectionId connection, const QByteArray &frame) override;
    void sendToAll(const QList<ConnectionId> &connections, const QByteArray &frame) override;
    void close(ConnectionId connection, ErrorCode code) override;

private:
    //! A worker and its thread.
    struct Lane
    {
        QThread thread;
        transport::IoWorker *worker = nullptr; //!< lives in thread, goes as it ends
    };

    void listen(transport::IoWorker *worker, HubHost &hub);
    void cameTo(transport::IoWorker *worker, ConnectionId connection);
    void left(ConnectionId connection);
    [[nodiscard]] transport::IoWorker *workerOf(ConnectionId connection);

    std::vector<std::unique_ptr<Lane>> m_lanes;
    size_t m_next = 0;
    std::chrono::milliseconds m_closing{0};

    QMutex m_mutex;
    QWaitCondition m_allGone;
    QHash<ConnectionId, transport::IoWorker *> m_where; //!< guarded by m_mutex
};

} // namespace handbell::server
