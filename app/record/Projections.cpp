// SPDX-License-Identifier: Apache-2.0
#include "record/Projections.h"

#include "record/EventTable.h"

#include <QJsonDocument>

namespace handbell::record {

namespace {

using protocol::PracticeState;
using protocol::StateChange;

constexpr auto messageTable = QLatin1String("message");

QString jsonText(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

// An alert's note is text, and text stands in one place alone, where retention reaches it.
QJsonObject bodyOf(protocol::Alert alert)
{
    alert.note.reset();
    return protocol::toJson(alert);
}

template <class Entity>
QJsonObject bodyOf(const Entity &entity)
{
    return protocol::toJson(entity);
}

//! Writes the entities \a ids of one map, deleting those that are no more.
template <class Key, class Entity>
Result<void> writeAll(storage::Database &database, const char *kind, const std::vector<Key> &ids,
                      const std::map<Key, Entity> &entities)
{
    for (const Key id : ids) {
        const auto found = entities.find(id);
        const QString name = QString::fromLatin1(kind);
        auto done =
            found == entities.end()
                ? database.execute(QStringLiteral("DELETE FROM entity WHERE kind = ? AND id = ?"), {name, id})
                : database.execute(QStringLiteral("INSERT OR REPLACE INTO entity (kind, id, body)"
                                                  " VALUES (?, ?, ?)"),
                                   {name, id, jsonText(bodyOf(found->second))});
        if (!done)
            return done;
    }
    return {};
}

template <class Key, class Entity>
Result<void> checkAll(const std::vector<Key> &ids, const std::map<Key, Entity> &entities)
{
    for (const Key id : ids) {
        const auto found = entities.find(id);
        if (found == entities.end())
            continue;
        if (const auto read = protocol::fromJson<Entity>(bodyOf(found->second)); !read)
            return Error{ErrorCode::InvalidField, read.error().detail};
    }
    return {};
}

template <class Entity, class Key>
Result<void> readInto(std::map<Key, Entity> &entities, Key id, const QJsonObject &json)
{
    auto entity = protocol::fromJson<Entity>(json);
    if (!entity)
        return entity.error();
    entities.insert_or_assign(id, *std::move(entity));
    return {};
}

//! Puts one row of entity into \a state.
Result<void> readEntity(PracticeState &state, const QString &kind, qint64 id, const QJsonObject &json)
{
    if (kind == QLatin1String("practice")) {
        state.practiceName = json.value(QLatin1String("name")).toString();
        return {};
    }
    if (kind == QLatin1String("guard_settings")) {
        auto settings = protocol::fromJson<protocol::GuardSettings>(json);
        if (!settings)
            return settings.error();
        state.guardSettings = *std::move(settings);
        return {};
    }
    if (kind == QLatin1String("member"))
        return readInto(state.members, MemberId(id), json);
    if (kind == QLatin1String("room"))
        return readInto(state.rooms, RoomId(id), json);
    if (kind == QLatin1String("workstation"))
        return readInto(state.workstations, WorkstationId(id), json);
    if (kind == QLatin1String("conversation"))
        return readInto(state.conversations, ConversationId(id), json);
    if (kind == QLatin1String("template"))
        return readInto(state.templates, TemplateId(id), json);
    if (kind == QLatin1String("alert"))
        return readInto(state.alerts, AlertId(id), json);
    if (kind == QLatin1String("invitation"))
        return readInto(state.invitations, InvitationId(id), json);
    return Error{ErrorCode::CorruptRecord, QStringLiteral("the projections hold an unknown kind")};
}

//! Names everything there is in \a state, as if it had all just changed.
void noteEverything(const PracticeState &state, StateChange &all)
{
    const auto keys = [](const auto &map, auto &into) {
        for (const auto &[key, value] : map)
            into.push_back(key);
    };
    keys(state.members, all.members);
    keys(state.rooms, all.rooms);
    keys(state.workstations, all.workstations);
    keys(state.conversations, all.conversations);
    keys(state.templates, all.templates);
    keys(state.alerts, all.alerts);
    keys(state.invitations, all.invitations);
}

} // namespace

Result<PracticeState> Projections::load(Seq head) const
{
    auto statement = m_database->prepare(
        QStringLiteral("SELECT n.kind, n.id, n.body, t.body FROM entity n"
                       " LEFT JOIN text t ON n.kind = 'alert' AND t.seq = n.id ORDER BY n.kind, n.id"));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run(); !ran)
        return ran.error();
    PracticeState state;
    while (true) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto json = QJsonDocument::fromJson(statement->text(2).toUtf8()).object();
        if (const auto read = readEntity(state, statement->text(0), statement->integer(1), json); !read) {
            return Error{ErrorCode::CorruptRecord,
                         QStringLiteral("the projections cannot be read: %1").arg(read.error().detail)};
        }
        if (!statement->isNull(3))
            state.alerts.at(statement->id<AlertId>(1)).note = QString::fromUtf8(statement->bytes(3));
    }
    state.seq = head;
    return state;
}

Result<void> Projections::write(const StateChange &change, const PracticeState &state) const
{
    storage::Database &database = *m_database;
    const QString save = QStringLiteral("INSERT OR REPLACE INTO entity (kind, id, body) VALUES (?, 0, ?)");
    Result<void> done;
    if (change.practice) {
        const QJsonObject practice{{QStringLiteral("name"), state.practiceName}};
        done = database.execute(save, {QStringLiteral("practice"), jsonText(practice)});
    }
    if (done && change.guardSettings) {
        done = database.execute(
            save, {QStringLiteral("guard_settings"), jsonText(protocol::toJson(state.guardSettings))});
    }
    if (done)
        done = writeAll(database, "member", change.members, state.members);
    if (done)
        done = writeAll(database, "room", change.rooms, state.rooms);
    if (done)
        done = writeAll(database, "workstation", change.workstations, state.workstations);
    if (done)
        done = writeAll(database, "conversation", change.conversations, state.conversations);
    if (done)
        done = writeAll(database, "template", change.templates, state.templates);
    if (done)
        done = writeAll(database, "alert", change.alerts, state.alerts);
    if (done)
        done = writeAll(database, "invitation", change.invitations, state.invitations);
    return done;
}

Result<void> Projections::indexMessage(const protocol::Event &event, QLatin1String table) const
{
    if (const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload)) {
        return m_database->execute(
            QStringLiteral("INSERT INTO %1 (seq, conversation) VALUES (?, ?)").arg(table),
            {event.seq, posted->conversation});
    }
    if (const auto *withdrawn = std::get_if<protocol::MessageWithdrawn>(&event.payload)) {
        return m_database->execute(
            QStringLiteral("UPDATE %1 SET withdrawn = ? WHERE seq = ? AND withdrawn IS NULL").arg(table),
            {event.seq, withdrawn->message});
    }
    return {};
}

Result<void> Projections::follow(const protocol::Event &event, const StateChange &change,
                                 const PracticeState &state) const
{
    if (auto indexed = indexMessage(event, messageTable); !indexed)
        return indexed;
    return write(change, state);
}

Result<void> Projections::checkReadable(const StateChange &change, const PracticeState &state)
{
    Result<void> done = checkAll(change.members, state.members);
    if (done)
        done = checkAll(change.rooms, state.rooms);
    if (done)
        done = checkAll(change.workstations, state.workstations);
    if (done)
        done = checkAll(change.conversations, state.conversations);
    if (done)
        done = checkAll(change.templates, state.templates);
    if (done)
        done = checkAll(change.alerts, state.alerts);
    if (done)
        done = checkAll(change.invitations, state.invitations);
    return done;
}

Result<bool> Projections::holds(ConversationId conversation, MessageId message) const
{
    const auto found =
        m_database->number(QStringLiteral("SELECT count(*) FROM message WHERE seq = ? AND conversation = ?"),
                           {message, conversation});
    if (!found)
        return found.error();
    return *found == 1;
}

Result<Projections::Replayed> Projections::replay(QLatin1String intoTable) const
{
    Replayed replayed;
    const auto walked = EventTable(*m_database).forEach([&](protocol::Event event) -> Result<void> {
        const auto applied = replayed.state.apply(event);
        if (!applied) {
            return Error{ErrorCode::CorruptRecord, QStringLiteral("event %1 contradicts those before it: %2")
                                                       .arg(event.seq.value)
                                                       .arg(applied.error().detail)};
        }
        replayed.change.practice |= applied->practice;
        replayed.change.guardSettings |= applied->guardSettings;
        return indexMessage(event, intoTable);
    });
    if (!walked)
        return walked.error();
    noteEverything(replayed.state, replayed.change);
    return replayed;
}

Result<void> Projections::rebuild() const
{
    for (const char *table : {"entity", "message"}) {
        if (auto done = m_database->execute(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)));
            !done)
            return done;
    }
    const auto replayed = replay(messageTable);
    if (!replayed)
        return replayed.error();
    return write(replayed->change, replayed->state);
}

Result<std::optional<QString>> Projections::difference(Seq head) const
{
    for (const QString &sql :
         {QStringLiteral("DROP TABLE IF EXISTS temp.replayed_message"),
          QStringLiteral("CREATE TEMP TABLE replayed_message (seq INTEGER NOT NULL PRIMARY KEY,"
                         " conversation INTEGER NOT NULL, withdrawn INTEGER)")}) {
        if (const auto done = m_database->execute(sql); !done)
            return done.error();
    }
    const auto replayed = replay(QLatin1String("temp.replayed_message"));
    if (!replayed) {
        if (replayed.error().code == ErrorCode::CorruptRecord)
            return std::optional(replayed.error().detail);
        return replayed.error();
    }
    const auto live = load(head);
    if (!live) {
        if (live.error().code == ErrorCode::CorruptRecord)
            return std::optional(live.error().detail);
        return live.error();
    }
    if (*live != replayed->state)
        return std::optional(QStringLiteral("the practice as kept is not what the events make"));
    const auto messages = m_database->number(QStringLiteral(
        "SELECT (SELECT count(*) FROM (SELECT * FROM message EXCEPT SELECT * FROM temp.replayed_message))"
        " + (SELECT count(*) FROM (SELECT * FROM temp.replayed_message EXCEPT SELECT * FROM message))"));
    if (!messages)
        return messages.error();
    if (const auto done = m_database->execute(QStringLiteral("DROP TABLE temp.replayed_message")); !done)
        return done.error();
    if (*messages != 0)
        return std::optional(QStringLiteral("the index of messages is not what the events make"));
    return std::optional<QString>();
}

} // namespace handbell::record
