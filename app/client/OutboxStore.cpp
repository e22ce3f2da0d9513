// SPDX-License-Identifier: Apache-2.0
#include "client/OutboxStore.h"

#include "base/Log.h"
#include "storage/Migrator.h"

#include <QJsonDocument>

namespace handbell::client {

namespace {

storage::Schema outboxSchema()
{
    constexpr quint32 applicationId = 0x48424C4F; // "HBLO"
    return {
        applicationId,
        {{1, storage::Migration::Statements{QStringLiteral(
                 "CREATE TABLE outbox (position INTEGER PRIMARY KEY AUTOINCREMENT,"
                 " nonce BLOB NOT NULL UNIQUE, at INTEGER NOT NULL, refused TEXT,"
                 " body BLOB NOT NULL)")}},
         {2, storage::Migration::Statements{QStringLiteral("ALTER TABLE outbox ADD COLUMN accepted INTEGER"),
                                            QStringLiteral("ALTER TABLE outbox ADD COLUMN epoch BLOB")}}}};
}

QByteArray rowName(const protocol::Nonce &nonce)
{
    return "outbox:" + nonce.value;
}

} // namespace

OutboxStore::OutboxStore(storage::Database database, const crypto::SealingKey &key)
    : m_database(std::move(database))
    , m_sealer(key)
{
}

Result<std::unique_ptr<OutboxStore>> OutboxStore::open(const QString &path, const crypto::SealingKey &key)
{
    auto database =
        storage::Database::open(path, storage::OpenMode::CreateIfAbsent, storage::Durability::Full);
    if (!database)
        return database.error();
    if (auto migrated = storage::migrate(*database, outboxSchema()); !migrated)
        return migrated.error();
    return std::unique_ptr<OutboxStore>(new OutboxStore(*std::move(database), key));
}

Result<std::vector<OutboxRow>> OutboxStore::load()
{
    std::vector<OutboxRow> rows;
    std::vector<protocol::Nonce> unreadable;
    {
        auto statement = m_database.prepare(QStringLiteral(
            "SELECT nonce, at, refused, body FROM outbox WHERE accepted IS NULL ORDER BY position"));
        if (!statement)
            return statement.error();
        if (auto ran = statement->run(); !ran)
            return ran.error();
        for (;;) {
            const auto next = statement->next();
            if (!next)
                return next.error();
            if (!*next)
                break;
            const protocol::Nonce nonce{statement->bytes(0)};
            const auto plain = m_sealer.open(statement->bytes(3), rowName(nonce));
            const auto post =
                plain ? protocol::fromJson<protocol::MessagePost>(QJsonDocument::fromJson(*plain).object())
                      : Result<protocol::MessagePost>(plain.error());
            if (!post) {
                unreadable.push_back(nonce);
                continue;
            }
            OutboxRow row{*post, statement->time(1), std::nullopt};
            if (!statement->isNull(2))
                row.refused = errorCodeFromWire(statement->text(2)).value_or(ErrorCode::Internal);
            rows.push_back(std::move(row));
        }
    }
    for (const protocol::Nonce &nonce : unreadable) {
        if (auto removed = remove(nonce); !removed)
            return removed.error();
    }
    if (!unreadable.empty())
        qCWarning(logClient) << unreadable.size() << "rows of the outbox could not be read";
    return rows;
}

Result<void> OutboxStore::add(const OutboxRow &row)
{
    const auto body = m_sealer.seal(QJsonDocument(protocol::toJson(row.post)).toJson(QJsonDocument::Compact),
                                    rowName(row.post.nonce));
    if (!body)
        return body.error();
    return m_database.execute(QStringLiteral("INSERT INTO outbox (nonce, at, body) VALUES (?, ?, ?)"),
                              {row.post.nonce.value, row.at, *body});
}

Result<void> OutboxStore::setRefused(const protocol::Nonce &nonce, ErrorCode code)
{
    return m_database.execute(QStringLiteral("UPDATE outbox SET refused = ? WHERE nonce = ?"),
                              {QString(wireName(code)), nonce.value});
}

Result<void> OutboxStore::setAccepted(const protocol::Nonce &nonce, Seq seq, const QByteArray &epoch)
{
    return m_database.execute(QStringLiteral("UPDATE outbox SET accepted = ?, epoch = ? WHERE nonce = ?"),
                              {seq.value, epoch, nonce.value});
}

Result<bool> OutboxStore::reviveOthersThan(const QByteArray &epoch)
{
    const auto count = m_database.number(
        QStringLiteral("SELECT count(*) FROM outbox WHERE accepted IS NOT NULL AND epoch IS NOT ?"), {epoch});
    if (!count)
        return count.error();
    if (*count == 0)
        return false;
    const auto revived = m_database.execute(
        QStringLiteral("UPDATE outbox SET accepted = NULL, epoch = NULL WHERE epoch IS NOT ?"), {epoch});
    if (!revived)
        return revived.error();
    return true;
}

Result<void> OutboxStore::removeAccepted(Seq seq)
{
    return m_database.execute(QStringLiteral("DELETE FROM outbox WHERE accepted = ?"), {seq.value});
}

Result<void> OutboxStore::removeAcceptedBefore(WallTime limit)
{
    return m_database.execute(QStringLiteral("DELETE FROM outbox WHERE accepted IS NOT NULL AND at < ?"),
                              {limit});
}

Result<void> OutboxStore::remove(const protocol::Nonce &nonce)
{
    return m_database.execute(QStringLiteral("DELETE FROM outbox WHERE nonce = ?"), {nonce.value});
}

} // namespace handbell::client
