// SPDX-License-Identifier: Apache-2.0
#include "record/EventTable.h"

#include "record/Canonical.h"

#include <QJsonDocument>

namespace handbell::record {

namespace {

//! Events with their texts; the withdrawn ones' too where the first value is true.
const QString &selectEvents()
{
    static const QString sql = QStringLiteral("SELECT e.seq, e.at, e.actor, e.workstation, e.kind, e.payload,"
                                              " CASE WHEN ? OR m.withdrawn IS NULL THEN t.body END"
                                              " FROM event e LEFT JOIN text t ON t.seq = e.seq"
                                              " LEFT JOIN message m ON m.seq = e.seq ");
    return sql;
}

Error unreadable(Seq seq, const Error &cause)
{
    return {ErrorCode::CorruptRecord,
            QStringLiteral("event %1 cannot be read: %2").arg(seq.value).arg(cause.detail)};
}

} // namespace

QByteArray payloadBytes(const protocol::Payload &payload)
{
    return QJsonDocument(protocol::payloadToJson(payload)).toJson(QJsonDocument::Compact);
}

Result<Head> EventTable::head() const
{
    auto statement =
        m_database->prepare(QStringLiteral("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run(); !ran)
        return ran.error();
    const auto row = statement->next();
    if (!row)
        return row.error();
    if (!*row)
        return Head{Seq{}, genesisHash()};
    return Head{statement->id<Seq>(0), statement->bytes(1)};
}

Result<void> EventTable::insert(const protocol::Event &event, const QString &scope, const QByteArray &salt,
                                Head &head) const
{
    StoredEvent stored{event.seq,
                       event.at,
                       event.actor,
                       event.workstation,
                       scope.toUtf8(),
                       QByteArray(protocol::kindOf(event.payload).data()),
                       payloadBytes(event.payload),
                       {},
                       head.hash};
    const QByteArray body = event.text.value_or(QString()).toUtf8();
    if (event.text)
        stored.textDigest = textDigest(salt, body);
    const QByteArray hash = hashOf(stored);
    const auto digest = event.text ? std::optional(stored.textDigest) : std::nullopt;
    const auto inserted = m_database->execute(
        QStringLiteral("INSERT INTO event (seq, at, actor, workstation, scope, kind, payload, text_digest,"
                       " prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {stored.seq, stored.at, stored.actor, stored.workstation, scope, QString::fromUtf8(stored.kind),
         QString::fromUtf8(stored.payload), digest, stored.previousHash, hash});
    if (!inserted)
        return inserted;
    if (event.text) {
        const auto kept = m_database->execute(
            QStringLiteral("INSERT INTO text (seq, salt, body) VALUES (?, ?, ?)"), {event.seq, salt, body});
        if (!kept)
            return kept;
    }
    head = Head{event.seq, hash};
    return {};
}

Result<protocol::Event> EventTable::read(const storage::Statement &row)
{
    const auto seq = row.id<Seq>(0);
    const auto json = QJsonDocument::fromJson(row.text(5).toUtf8());
    auto payload = protocol::parsePayload(row.text(4), json.object());
    if (!payload)
        return unreadable(seq, payload.error());
    protocol::Event event{
        seq, row.time(1), row.id<MemberId>(2), row.id<WorkstationId>(3), *std::move(payload), {}};
    if (!row.isNull(6))
        event.text = QString::fromUtf8(row.bytes(6));
    return event;
}

Result<std::vector<protocol::Event>> EventTable::after(Seq cursor, int limit, Texts texts) const
{
    auto statement =
        m_database->prepare(selectEvents() + QStringLiteral("WHERE e.seq > ? ORDER BY e.seq LIMIT ?"));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run({texts == Texts::WithWithdrawn, cursor, limit}); !ran)
        return ran.error();
    return readAll(*statement);
}

Result<std::vector<protocol::Event>> EventTable::ofKinds(std::span<const QLatin1String> kinds, Seq cursor,
                                                         int limit) const
{
    std::vector<storage::Value> values{cursor};
    QStringList places;
    for (const QLatin1String kind : kinds) {
        values.emplace_back(QString(kind));
        places << QStringLiteral("?");
    }
    values.emplace_back(limit);
    auto statement = m_database->prepare(
        QStringLiteral("SELECT seq, at, actor, workstation, kind, payload, NULL FROM event"
                       " WHERE seq > ? AND kind IN (%1) ORDER BY seq LIMIT ?")
            .arg(places.join(QLatin1Char(','))));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run(values); !ran)
        return ran.error();
    return readAll(*statement);
}

Result<std::vector<protocol::Event>> EventTable::readAll(storage::Statement &statement)
{
    std::vector<protocol::Event> events;
    while (true) {
        const auto row = statement.next();
        if (!row)
            return row.error();
        if (!*row)
            return events;
        auto event = read(statement);
        if (!event)
            return event.error();
        events.push_back(*std::move(event));
    }
}

Result<protocol::Event> EventTable::at(Seq seq, Texts texts) const
{
    auto events = after(Seq(seq.value - 1), 1, texts);
    if (!events)
        return events.error();
    if (events->empty() || events->front().seq != seq)
        return Error{ErrorCode::NotFound, QStringLiteral("there is no event %1").arg(seq.value)};
    return std::move(events->front());
}

Result<void> EventTable::forEach(const std::function<Result<void>(protocol::Event)> &visit) const
{
    auto statement = m_database->prepare(
        QStringLiteral("SELECT e.seq, e.at, e.actor, e.workstation, e.kind, e.payload, t.body"
                       " FROM event e LEFT JOIN text t ON t.seq = e.seq ORDER BY e.seq"));
    if (!statement)
        return statement.error();
    if (auto ran = statement->run(); !ran)
        return ran;
    while (true) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        auto event = read(*statement);
        if (!event)
            return event.error();
        if (auto visited = visit(*std::move(event)); !visited)
            return visited;
    }
}

} // namespace handbell::record
