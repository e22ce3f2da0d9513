// SPDX-License-Identifier: Apache-2.0
#include "record/Receipts.h"

#include "storage/Transaction.h"

namespace handbell::record {

namespace {

using protocol::Receipt;

Result<std::vector<Receipt>> readAll(Result<storage::Statement> statement,
                                     const std::vector<storage::Value> &values)
{
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run(values); !ran)
        return ran.error();
    std::vector<Receipt> receipts;
    while (true) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            return receipts;
        const auto state = protocol::enumFromName<protocol::ReceiptState>(statement->text(2));
        if (!state)
            return Error{ErrorCode::CorruptRecord, QStringLiteral("a receipt has an unknown state")};
        receipts.push_back({statement->id<Seq>(0), statement->id<MemberId>(1), *state, statement->time(3)});
    }
}

//! How far each state is, in SQL: the place of its name in a list in the order of ReceiptState.
const QString &advanceSql()
{
    static const QString sql =
        QStringLiteral("INSERT INTO receipt (event, member, state, at)"
                       " SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM event WHERE seq = ?)"
                       " ON CONFLICT (event, member) DO UPDATE SET state = excluded.state, at = excluded.at"
                       " WHERE instr('delivered held shown read', excluded.state)"
                       " > instr('delivered held shown read', receipt.state)");
    return sql;
}

} // namespace

Result<std::vector<Receipt>> ReceiptStore::advance(std::span<const Receipt> receipts)
{
    auto transaction = storage::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    std::vector<Receipt> advanced;
    {
        auto statement = m_database->prepare(advanceSql());
        if (!statement)
            return statement.error();
        for (const Receipt &receipt : receipts) {
            const QString state = protocol::enumName(receipt.state);
            const auto ran =
                statement->run({receipt.event, receipt.member, state, receipt.at, receipt.event});
            if (!ran)
                return ran.error();
            if (statement->changedRows() > 0)
                advanced.push_back(receipt);
        }
    }
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return advanced;
}

Result<std::vector<Receipt>> ReceiptStore::of(Seq event) const
{
    return readAll(
        m_database->prepare(QStringLiteral("SELECT event, member, state, at FROM receipt WHERE event = ?"
                                           " ORDER BY member")),
        {event});
}

Result<std::vector<Receipt>> ReceiptStore::ofSender(MemberId sender, Seq after, int limit) const
{
    return readAll(m_database->prepare(QStringLiteral(
                       "SELECT * FROM (SELECT r.event, r.member, r.state, r.at FROM receipt r"
                       " JOIN event e ON e.seq = r.event WHERE r.event > ? AND e.actor = ?"
                       " ORDER BY r.event DESC, r.member DESC LIMIT ?) ORDER BY event, member")),
                   {after, sender, limit});
}

} // namespace handbell::record
