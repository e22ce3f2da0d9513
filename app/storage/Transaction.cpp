// SPDX-License-Identifier: Apache-2.0
#include "storage/Transaction.h"

#include "base/Log.h"

#include <utility>

namespace handbell::storage {

Transaction::Transaction(Database &database)
    : m_database(&database)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    rollBack();
}

Result<Transaction> Transaction::begin(Database &database, Kind kind)
{
    const auto begun = database.execute(kind == Kind::Write ? QStringLiteral("BEGIN IMMEDIATE")
                                                            : QStringLiteral("BEGIN DEFERRED"));
    if (!begun)
        return begun.error();
    return Transaction(database);
}

Result<void> Transaction::commit()
{
    Q_ASSERT(m_database);
    auto done = m_database->execute(QStringLiteral("COMMIT"));
    if (!done)
        rollBack();
    m_database = nullptr;
    return done;
}

void Transaction::rollBack()
{
    if (!m_database)
        return;
    // After a disk error SQLite may have rolled back by itself; this then fails, and rightly so.
    const auto done = m_database->execute(QStringLiteral("ROLLBACK"));
    if (!done)
        qCDebug(logStorage) << "rollback:" << done.error().detail;
    m_database = nullptr;
}

} // namespace handbell::storage
