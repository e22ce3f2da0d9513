// SPDX-License-Identifier: Apache-2.0
#include "client/Cache.h"

#include "storage/Migrator.h"
#include "storage/Transaction.h"

#include <QJsonDocument>

#include <algorithm>

namespace handbell::client {

namespace {

//! Messages of each conversation that a start brings into memory.
constexpr int recentMessages = 50;
//! A start brings in more where more is unread, up to this.
constexpr int mostRecentMessages = 300;
//! The time of a withdrawal that history told of without its time.
constexpr WallTime unknownTime{};

storage::Schema cacheSchema()
{
    constexpr quint32 applicationId = 0x48424C43; // "HBLC"
    return {
        applicationId,
        {{1, storage::Migration::Statements{
                 QStringLiteral("CREATE TABLE position (id INTEGER PRIMARY KEY CHECK (id = 1),"
                                " epoch BLOB NOT NULL, cursor INTEGER NOT NULL, baseline INTEGER NOT NULL,"
                                " state_seq INTEGER NOT NULL, state BLOB NOT NULL)"),
                 QStringLiteral("CREATE TABLE event (seq INTEGER PRIMARY KEY, conversation INTEGER,"
                                " kind TEXT NOT NULL, withdrawn_at INTEGER, body BLOB NOT NULL)"),
                 QStringLiteral("CREATE INDEX event_conversation ON event (conversation, seq)"
                                " WHERE conversation IS NOT NULL"),
                 QStringLiteral("CREATE TABLE reading (conversation INTEGER PRIMARY KEY,"
                                " read_up_to INTEGER NOT NULL DEFAULT 0,"
                                " complete INTEGER NOT NULL DEFAULT 0)"),
             }}}};
}

QByteArray eventRow(Seq seq)
{
    return "event:" + QByteArray::number(seq.value);
}

QByteArray stateRow()
{
    return "state";
}

Error corrupt()
{
    return {ErrorCode::CorruptRecord, QStringLiteral("the cache does not hold what it should")};
}

} // namespace

Cache::Cache(storage::Database database, const crypto::SealingKey &key)
    : m_database(std::move(database))
    , m_sealer(key)
{
}

Result<std::unique_ptr<Cache>> Cache::open(const QString &path, const crypto::SealingKey &key)
{
    auto database =
        storage::Database::open(path, storage::OpenMode::CreateIfAbsent, storage::Durability::Normal);
    if (!database)
        return database.error();
    if (auto migrated = storage::migrate(*database, cacheSchema()); !migrated)
        return migrated.error();
    return std::unique_ptr<Cache>(new Cache(*std::move(database), key));
}

Result<QByteArray> Cache::sealed(const QJsonObject &json, const QByteArray &row) const
{
    return m_sealer.seal(QJsonDocument(json).toJson(QJsonDocument::Compact), row);
}

Result<QJsonObject> Cache::opened(const QByteArray &body, const QByteArray &row) const
{
    const auto plain = m_sealer.open(body, row);
    if (!plain)
        return plain.error();
    return QJsonDocument::fromJson(*plain).object();
}

Result<std::optional<Cache::Contents>> Cache::load()
{
    auto statement =
        m_database.prepare(QStringLiteral("SELECT epoch, cursor, baseline, state_seq, state FROM position"));
    if (!statement)
        return statement.error();
    if (auto ran = statement->run(); !ran)
        return ran.error();
    const auto row = statement->next();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Contents>();
    Contents contents;
    contents.epoch = statement->bytes(0);
    contents.cursor = statement->id<Seq>(1);
    contents.baseline = statement->id<Seq>(2);
    const Seq stateSeq = statement->id<Seq>(3);
    const auto json = opened(statement->bytes(4), stateRow());
    if (!json)
        return json.error();
    auto state = protocol::practiceStateFromJson(*json);
    if (!state)
        return corrupt();
    contents.state = *std::move(state);
    for (const auto step : {&Cache::loadReading, &Cache::loadRecent}) {
        if (auto loaded = (this->*step)(contents); !loaded)
            return loaded.error();
    }
    if (auto replayed = replay(contents, stateSeq); !replayed)
        return replayed.error();
    contents.state.seq = std::max(contents.state.seq, contents.cursor); // messages are not replayed
    return std::optional<Contents>(std::move(contents));
}

//! The events after the stored state that change it; messages do not.
Result<void> Cache::replay(Contents &contents, Seq after)
{
    auto statement = m_database.prepare(
        QStringLiteral("SELECT seq, body FROM event WHERE seq > ? AND conversation IS NULL ORDER BY seq"));
    if (!statement)
        return statement.error();
    if (auto ran = statement->run({after}); !ran)
        return ran.error();
    for (;;) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const auto json = opened(statement->bytes(1), eventRow(statement->id<Seq>(0)));
        if (!json)
            return json.error();
        const auto event = protocol::eventFromJson(*json);
        if (!event || !contents.state.apply(*event))
            return corrupt();
    }
}

Result<void> Cache::loadReading(Contents &contents)
{
    auto statement =
        m_database.prepare(QStringLiteral("SELECT conversation, read_up_to, complete FROM reading"));
    if (!statement)
        return statement.error();
    if (auto ran = statement->run(); !ran)
        return ran.error();
    for (;;) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const auto conversation = statement->id<ConversationId>(0);
        contents.readUpTo[conversation] = statement->id<Seq>(1);
        if (statement->integer(2) != 0)
            contents.complete.insert(conversation);
    }
}

Result<void> Cache::loadRecent(Contents &contents)
{
    std::vector<std::pair<ConversationId, int>> wanted;
    {
        auto statement = m_database.prepare(QStringLiteral(
            "SELECT e.conversation, COUNT(*) FILTER (WHERE e.seq > MAX(?, IFNULL(r.read_up_to, 0)))"
            " FROM event e LEFT JOIN reading r ON r.conversation = e.conversation"
            " WHERE e.conversation IS NOT NULL GROUP BY e.conversation"));
        if (!statement)
            return statement.error();
        if (auto ran = statement->run({contents.baseline}); !ran)
            return ran.error();
        for (;;) {
            const auto row = statement->next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            const int unread = static_cast<int>(std::min<qint64>(statement->integer(1), mostRecentMessages));
            wanted.emplace_back(statement->id<ConversationId>(0), std::max(recentMessages, unread));
        }
    }
    for (const auto &[conversation, count] : wanted) {
        auto messages = page(conversation, Seq(contents.cursor.value + 1), count);
        if (!messages)
            return messages.error();
        if (static_cast<int>(messages->size()) == count)
            contents.complete.erase(conversation); // there may be more on the disk
        contents.recent[conversation] = *std::move(messages);
    }
    return {};
}

Result<void> Cache::writePosition(const QByteArray &epoch, const protocol::PracticeState &state, Seq cursor,
                                  Seq baseline)
{
    const auto body = sealed(protocol::toJson(state), stateRow());
    if (!body)
        return body.error();
    return m_database.execute(
        QStringLiteral("INSERT OR REPLACE INTO position (id, epoch, cursor, baseline, state_seq, state)"
                       " VALUES (1, ?, ?, ?, ?, ?)"),
        {epoch, cursor, baseline, cursor, *body});
}

Result<void> Cache::restart(const QByteArray &epoch, const protocol::PracticeState &state)
{
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const auto *sql : {"DELETE FROM event", "DELETE FROM reading"}) {
        if (auto done = m_database.execute(QString::fromLatin1(sql)); !done)
            return done;
    }
    if (auto written = writePosition(epoch, state, state.seq, state.seq); !written)
        return written;
    return transaction->commit();
}

Result<void> Cache::store(const std::vector<protocol::Event> &events, Seq cursor)
{
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const protocol::Event &event : events) {
        const auto *withdrawn = std::get_if<protocol::MessageWithdrawn>(&event.payload);
        const auto done = withdrawn ? withdraw(*withdrawn, event.at) : insert(event, std::nullopt);
        if (!done)
            return done;
    }
    if (auto moved = m_database.execute(QStringLiteral("UPDATE position SET cursor = ?"), {cursor}); !moved)
        return moved;
    return transaction->commit();
}

Result<void> Cache::insert(const protocol::Event &event, const std::optional<WallTime> &withdrawnAt)
{
    const auto body = sealed(protocol::toJson(event), eventRow(event.seq));
    if (!body)
        return body.error();
    std::optional<ConversationId> conversation;
    if (const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload))
        conversation = posted->conversation;
    return m_database.execute(
        QStringLiteral("INSERT OR IGNORE INTO event (seq, conversation, kind, withdrawn_at, body)"
                       " VALUES (?, ?, ?, ?, ?)"),
        {event.seq, conversation, QString(protocol::kindOf(event.payload)), withdrawnAt, *body});
}

//! The text goes from the disk too, not only from the screen.
Result<void> Cache::withdraw(const protocol::MessageWithdrawn &withdrawn, WallTime at)
{
    const Seq seq(withdrawn.message.value);
    QByteArray body;
    {
        auto statement = m_database.prepare(QStringLiteral("SELECT body FROM event WHERE seq = ?"));
        if (!statement)
            return statement.error();
        if (auto ran = statement->run({seq}); !ran)
            return ran;
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            return {}; // not at hand: its history, when it is fetched, will say so
        body = statement->bytes(0);
    }
    auto json = opened(body, eventRow(seq));
    if (!json)
        return json.error();
    json->remove(QLatin1String("text"));
    const auto emptied = sealed(*json, eventRow(seq));
    if (!emptied)
        return emptied.error();
    return m_database.execute(QStringLiteral("UPDATE event SET body = ?, withdrawn_at = ? WHERE seq = ?"),
                              {*emptied, at, seq});
}

Result<void> Cache::compact(const protocol::PracticeState &state, Seq cursor)
{
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto body = sealed(protocol::toJson(state), stateRow());
    if (!body)
        return body.error();
    if (auto done = m_database.execute(QStringLiteral("UPDATE position SET state_seq = ?, state = ?"),
                                       {cursor, *body});
        !done)
        return done;
    if (auto done = m_database.execute(
            QStringLiteral("DELETE FROM event WHERE conversation IS NULL AND seq <= ?"), {cursor});
        !done)
        return done;
    return transaction->commit();
}

Result<void> Cache::storeHistory(const std::vector<protocol::Event> &events,
                                 const std::set<MessageId> &withdrawn)
{
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const protocol::Event &event : events) {
        std::optional<WallTime> at;
        if (withdrawn.count(MessageId(event.seq.value)) > 0)
            at = unknownTime;
        if (auto done = insert(event, at); !done)
            return done;
    }
    return transaction->commit();
}

Result<void> Cache::setComplete(ConversationId conversation)
{
    return m_database.execute(QStringLiteral("INSERT INTO reading (conversation, complete) VALUES (?, 1)"
                                             " ON CONFLICT (conversation) DO UPDATE SET complete = 1"),
                              {conversation});
}

Result<bool> Cache::isComplete(ConversationId conversation)
{
    const auto count = m_database.number(
        QStringLiteral("SELECT COUNT(*) FROM reading WHERE conversation = ? AND complete = 1"),
        {conversation});
    if (!count)
        return count.error();
    return *count > 0;
}

Result<void> Cache::setReadUpTo(ConversationId conversation, Seq seq)
{
    return m_database.execute(
        QStringLiteral("INSERT INTO reading (conversation, read_up_to) VALUES (?, ?)"
                       " ON CONFLICT (conversation) DO UPDATE SET read_up_to = excluded.read_up_to"),
        {conversation, seq});
}

Result<std::vector<Message>> Cache::page(ConversationId conversation, Seq before, int limit)
{
    auto statement = m_database.prepare(QStringLiteral("SELECT seq, withdrawn_at, body FROM event"
                                                       " WHERE conversation = ? AND seq < ?"
                                                       " ORDER BY seq DESC LIMIT ?"));
    if (!statement)
        return statement.error();
    if (auto ran = statement->run({conversation, before, limit}); !ran)
        return ran.error();
    std::vector<Message> messages;
    for (;;) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto json = opened(statement->bytes(2), eventRow(statement->id<Seq>(0)));
        if (!json)
            return json.error();
        const auto event = protocol::eventFromJson(*json);
        auto message = event ? messageFrom(*event) : std::nullopt;
        if (!message)
            return corrupt();
        if (!statement->isNull(1)) {
            message->withdrawn = true;
            if (statement->time(1) != unknownTime)
                message->withdrawnAt = statement->time(1);
        }
        messages.push_back(*std::move(message));
    }
    std::reverse(messages.begin(), messages.end());
    return messages;
}

Result<void> Cache::forget(ConversationId conversation, Seq upTo)
{
    if (auto done = m_database.execute(
            QStringLiteral("DELETE FROM event WHERE conversation = ? AND seq <= ?"), {conversation, upTo});
        !done)
        return done;
    return m_database.execute(
        QStringLiteral(
            "INSERT OR REPLACE INTO reading (conversation, read_up_to, complete) VALUES (?, ?, 0)"),
        {conversation, upTo});
}

} // namespace handbell::client
