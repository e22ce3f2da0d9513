// SPDX-License-Identifier: Apache-2.0
#include "record/Checkpoints.h"

#include "crypto/SigningKey.h"
#include "record/Canonical.h"

namespace handbell::record {

namespace {

const QString &selectCheckpoints()
{
    static const QString sql = QStringLiteral("SELECT epoch, seq, hash, at, signature FROM checkpoint ");
    return sql;
}

} // namespace

QByteArray checkpointMessage(const Checkpoint &checkpoint)
{
    return QByteArrayLiteral("handbell-checkpoint-v1") + checkpoint.epoch + bigEndian(checkpoint.seq.value) +
           checkpoint.hash + bigEndian(checkpoint.at);
}

bool isAuthentic(const Checkpoint &checkpoint, const QByteArray &publicKey)
{
    // Fixed lengths keep one field from lending bytes to the next.
    return checkpoint.epoch.size() == epochSize && checkpoint.hash.size() == genesisHash().size() &&
           crypto::verifySignature(publicKey, checkpointMessage(checkpoint), checkpoint.signature);
}

Result<void> Checkpoints::keep(const Checkpoint &checkpoint) const
{
    return m_database->execute(
        QStringLiteral("INSERT INTO checkpoint (epoch, seq, hash, at, signature)"
                       " VALUES (?, ?, ?, ?, ?)"),
        {checkpoint.epoch, checkpoint.seq, checkpoint.hash, checkpoint.at, checkpoint.signature});
}

Result<std::optional<Checkpoint>> Checkpoints::newest() const
{
    return one(selectCheckpoints() + QStringLiteral("ORDER BY seq DESC, at DESC LIMIT 1"), {});
}

Result<std::optional<Checkpoint>> Checkpoints::find(Seq seq, const QByteArray &epoch) const
{
    return one(selectCheckpoints() + QStringLiteral("WHERE seq = ? AND epoch = ?"), {seq, epoch});
}

Result<storage::Statement> Checkpoints::all() const
{
    auto statement = m_database->prepare(selectCheckpoints() + QStringLiteral("ORDER BY seq, at"));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run(); !ran)
        return ran.error();
    return statement;
}

Checkpoint Checkpoints::read(const storage::Statement &row)
{
    return {row.bytes(0), row.id<Seq>(1), row.bytes(2), row.time(3), row.bytes(4)};
}

Result<std::optional<Checkpoint>> Checkpoints::one(const QString &sql,
                                                   const std::vector<storage::Value> &values) const
{
    auto statement = m_database->prepare(sql);
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run(values); !ran)
        return ran.error();
    const auto row = statement->next();
    if (!row)
        return row.error();
    return *row ? std::optional(read(*statement)) : std::nullopt;
}

} // namespace handbell::record
