// SPDX-License-Identifier: Apache-2.0
#include "server/HubHost.h"

namespace handbell::server {

template <class Call>
void HubHost::post(Call call)
{
    QMetaObject::invokeMethod(
        this,
        [this, call = std::move(call)]() mutable {
            if (!m_hub)
                return;
            call();
            rearm();
        },
        Qt::QueuedConnection);
}

HubHost::HubHost(Outbound &outbound, const Clock &clock, Random &random, HubLimits limits)
    : m_outbound(outbound)
    , m_clock(clock)
    , m_random(random)
    , m_limits(limits)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_hub->onTime();
        rearm();
    });
}

HubHost::~HubHost()
{
    endPools();
}

void HubHost::endPools()
{
    m_pool.reset();
    m_ledgers.reset();
}

Result<void> HubHost::start(const QString &recordPath, Writer &writer)
{
    auto reader = record::Record::open(recordPath, m_random, record::Record::Access::ReadOnly);
    if (!reader)
        return reader.error();
    const auto deliver = [this](std::function<void()> answer) {
        post([this, answer = std::move(answer)]() mutable { m_hub->run(std::move(answer)); });
    };
    m_pool = std::make_unique<HashPool>(deliver, m_limits.scrypt, m_random);
    m_ledgers = std::make_unique<LedgerPool>(deliver, recordPath, m_random);
    auto hub =
        Hub::make(*std::move(reader), writer, *m_pool, *m_ledgers, m_outbound, m_clock, m_random, m_limits);
    if (!hub)
        return hub.error();
    m_hub = *std::move(hub);
    rearm();
    return {};
}

void HubHost::connected(ConnectionId connection, const QString &address)
{
    post([this, connection, address] { m_hub->connected(connection, address); });
}

void HubHost::received(ConnectionId connection, protocol::Parsed<protocol::ClientFrame> frame)
{
    post([this, connection, frame = std::move(frame)]() mutable {
        m_hub->received(connection, std::move(frame));
    });
}

void HubHost::violated(ConnectionId connection, ErrorCode code)
{
    post([this, connection, code] { m_hub->violated(connection, code); });
}

void HubHost::disconnected(ConnectionId connection)
{
    post([this, connection] { m_hub->disconnected(connection); });
}

void HubHost::committed(CommitBatch batch)
{
    post([this, batch = std::move(batch)] { m_hub->committed(batch); });
}

void HubHost::stopHub()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_hub)
                m_hub->stop();
        },
        Qt::BlockingQueuedConnection);
}

void HubHost::endHub()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_timer.stop();
            endPools();
            m_hub.reset();
        },
        Qt::BlockingQueuedConnection);
}

void HubHost::rearm()
{
    const auto deadline = m_hub->nextDeadline();
    if (!deadline) {
        m_timer.stop();
        return;
    }
    m_timer.start(std::max(*deadline - m_clock.steadyNow(), std::chrono::milliseconds(0)));
}

} // namespace handbell::server
