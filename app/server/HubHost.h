// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/HashPool.h"
#include "server/Hub.h"
#include "server/HubLimits.h"
#include "server/LedgerPool.h"

#include <QObject>
#include <QTimer>

namespace handbell::server {

//! The hub on its thread: its timer, its pools, and the door for other threads. Every slot may be
//! called from any thread; calls of one thread keep their order. Destroy it in the thread it lives in.
class HubHost final : public QObject
{
public:
    //! \a outbound, \a clock and \a random outlive it.
    HubHost(Outbound &outbound, const Clock &clock, Random &random, HubLimits limits);
    ~HubHost() override;

    //! Makes the hub. In the host's thread; \a writer outlives it.
    [[nodiscard]] Result<void> start(const QString &recordPath, Writer &writer);

    void connected(ConnectionId connection, const QString &address);
    void received(ConnectionId connection, protocol::Parsed<protocol::ClientFrame> frame);
    void violated(ConnectionId connection, ErrorCode code);
    void disconnected(ConnectionId connection);
    void committed(CommitBatch batch);
    //! Ends the hub's dealings with clients and waits until that is said.
    void stopHub();
    //! Ends the hub itself, and waits for that: nothing is submitted to the writer any more. What comes for
    //! it later is dropped.
    void endHub();

private:
    template <class Call>
    void post(Call call);
    void rearm();
    //! Before the hub, to which they owe answers.
    void endPools();

    Outbound &m_outbound;
    const Clock &m_clock;
    Random &m_random;
    const HubLimits m_limits;
    QTimer m_timer;
    std::unique_ptr<HashPool> m_pool;
    std::unique_ptr<LedgerPool> m_ledgers;
    std::unique_ptr<Hub> m_hub;
};

} // namespace handbell::server
