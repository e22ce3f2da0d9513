// SPDX-License-Identifier: Apache-2.0
#include "server/LedgerPool.h"

#include "server/administration/LedgerReading.h"

namespace handbell::server {

LedgerPool::LedgerPool(Deliver deliver, QString recordPath, Random &random)
    : m_deliver(std::move(deliver))
    , m_recordPath(std::move(recordPath))
    , m_random(random)
{
    m_pool.setMaxThreadCount(1);
}

LedgerPool::~LedgerPool()
{
    m_ending = true;
    m_pool.clear();
    m_pool.waitForDone();
}

Result<protocol::Ledger> LedgerPool::readNow(WallTime from, WallTime until,
                                             const QDeadlineTimer &deadline) const
{
    const auto record = record::Record::open(m_recordPath, m_random, record::Record::Access::ReadOnly);
    if (!record)
        return record.error();
    // The server stands in the practice: its hours are the practice's.
    auto ledger =
        administration::readLedger(*record, from, until, QTimeZone::systemTimeZone(),
                                   [this, &deadline] { return !m_ending && !deadline.hasExpired(); });
    if (!ledger && deadline.hasExpired())
        return Error{
            ErrorCode::ServerBusy,
            QStringLiteral("the record is not read in time; handbellctl ledger takes as long as it takes")};
    return ledger;
}

bool LedgerPool::read(WallTime from, WallTime until, Read done)
{
    if (m_waiting.size() >= maxUnderWay)
        return false;
    const quint64 ticket = ++m_lastTicket;
    m_waiting.emplace(ticket, std::move(done));
    m_pool.start([this, ticket, from, until, deadline = QDeadlineTimer(patience)] {
        m_deliver([this, ticket, ledger = readNow(from, until, deadline)] {
            const auto waiting = m_waiting.extract(ticket);
            waiting.mapped()(ledger);
        });
    });
    return true;
}

} // namespace handbell::server
