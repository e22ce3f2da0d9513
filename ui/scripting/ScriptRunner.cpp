// SPDX-License-Identifier: Apache-2.0
#include "ui/scripting/ScriptRunner.h"

#include "client/AlertManager.h"
#include "client/Practice.h"
#include "client/PresenceManager.h"
#include "protocol/GuardData.h"
#include "protocol/StrictJson.h"
#include "ui/alerts/AlertWords.h"
#include "ui/directory/DirectoryWords.h"
#include "ui/scripting/ScriptWatch.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace handbell::ui {

namespace {

using protocol::Address;
using protocol::AlertTemplate;
using protocol::PresenceState;

ScriptAnswer failed(const Error &error)
{
    return {ScriptExit::Failed, error.detail, {}};
}

bool isSameName(const QString &a, const QString &b)
{
    return a.simplified().compare(b.simplified(), Qt::CaseInsensitive) == 0;
}

//! "in-consultation", "in_consultation", "In consultation".
std::optional<PresenceState> stateFrom(const QString &typed)
{
    QString name = typed.toLower();
    name.replace(QLatin1Char('-'), QLatin1Char('_')).replace(QLatin1Char(' '), QLatin1Char('_'));
    const auto state = protocol::enumFromName<PresenceState>(name);
    return state == PresenceState::Offline ? std::nullopt : state;
}

QString isoTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count())
        .toOffsetFromUtc(0)
        .toString(Qt::ISODate);
}

} // namespace

ScriptRunner::ScriptRunner(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void ScriptRunner::run(const QByteArray &request, const Tell &tell)
{
    const auto read = protocol::readStrictly<ScriptRequest>(request);
    if (!read || !ScriptRequest::isVerb(read->verb)) {
        tell({ScriptExit::Usage, tr("this Handbell does not know that command"), {}});
        return;
    }
    if (!m_parts.practice.self().isValid()) {
        tell({ScriptExit::NotThere, tr("nobody is signed in to Handbell here"), {}});
        return;
    }
    if (read->verb == QLatin1String(ScriptRequest::alertVerb))
        ring(*read, tell);
    else
        tell(read->verb == QLatin1String(ScriptRequest::statusVerb) ? status(*read) : who());
}

void ScriptRunner::ring(const ScriptRequest &request, const Tell &tell)
{
    const auto address = addressFrom(request.to.value_or(QString()));
    const auto alertTemplate = templateFrom(request.alertTemplate.value_or(QString()));
    if (!address || !alertTemplate) {
        tell(failed(address ? alertTemplate.error() : address.error()));
        return;
    }
    std::optional<guard::ScreenedText> note;
    if (request.note) {
        const auto guard = m_parts.practice.guard();
        const auto screened = guard->screen(request.note->trimmed(), {});
        if (!(*alertTemplate)->takesNote || !screened) {
            tell({ScriptExit::Failed,
                  screened
                      ? tr("this alert takes no note")
                      : tr("the note looks like a patient; ring it from the window if it has to be sent"),
                  {}});
            return;
        }
        note = *screened;
    }
    std::optional<std::chrono::seconds> wait;
    if (request.waitSeconds)
        wait = std::chrono::seconds{qBound(1, *request.waitSeconds, ScriptRequest::longestWait)};
    const quint64 localId = m_parts.alerts.raise((*alertTemplate)->id, *address, note);
    new ScriptWatch(m_parts.alerts, m_parts.words, localId, wait, tell, this);
}

ScriptAnswer ScriptRunner::status(const ScriptRequest &request)
{
    if (request.state) {
        const auto state = stateFrom(*request.state);
        if (!state)
            return {ScriptExit::Failed,
                    tr("the state is available, in-consultation, busy, away or on-break"),
                    {}};
        std::optional<WallTime> until;
        if (request.untilTime) {
            const auto time = timeFrom(*request.untilTime);
            if (!time)
                return failed(time.error());
            until = *time;
        }
        m_parts.presence.setState(*state, until);
    }
    const PresenceState state = m_parts.presence.state();
    QJsonObject json{{QStringLiteral("state"), QString(protocol::enumName(state))}};
    QString text = DirectoryWords::state(state);
    if (const auto until = m_parts.presence.until()) {
        json.insert(QStringLiteral("until"), isoTime(*until));
        text = tr("%1 until %2", "state, time of day").arg(text, AlertWords::timeOfDay(*until));
    }
    return {ScriptExit::Done, text, json};
}

ScriptAnswer ScriptRunner::who() const
{
    QStringList lines;
    QJsonArray people;
    for (const auto &[id, member] : m_parts.practice.state().members) {
        if (member.disabled)
            continue;
        const protocol::Presence presence = m_parts.practice.presence(id);
        const protocol::Room *room = m_parts.practice.roomOf(id);
        QJsonObject person{{QStringLiteral("name"), member.name},
                           {QStringLiteral("role"), member.role},
                           {QStringLiteral("state"), QString(protocol::enumName(presence.state))}};
        QStringList words{member.name, member.role, DirectoryWords::state(presence.state)};
        if (room) {
            person.insert(QStringLiteral("room"), room->name);
            words.insert(2, room->name);
        }
        if (presence.state != PresenceState::Offline)
            person.insert(QStringLiteral("since"), isoTime(presence.since));
        if (presence.until)
            person.insert(QStringLiteral("until"), isoTime(*presence.until));
        people.append(person);
        lines << words.join(QStringLiteral(" · "));
    }
    return {ScriptExit::Done, lines.join(QLatin1Char('\n')), {{QStringLiteral("members"), people}}};
}

Result<Address> ScriptRunner::addressFrom(const QString &to) const
{
    const protocol::PracticeState &state = m_parts.practice.state();
    if (to == QLatin1String("everyone"))
        return Address::everyone();
    const QString kind = to.section(QLatin1Char(':'), 0, 0);
    const QString name = to.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("room")) {
        for (const auto &[id, room] : state.rooms) {
            if (isSameName(room.name, name))
                return Address::room(id);
        }
    } else if (kind == QLatin1String("person")) {
        for (const auto &[id, member] : state.members) {
            if (!member.disabled && id != m_parts.practice.self() && isSameName(member.name, name))
                return Address::person(id);
        }
    } else if (kind == QLatin1String("role")) {
        for (const auto &[id, member] : state.members) {
            if (!member.disabled && isSameName(member.role, name))
                return Address::ofRole(member.role);
        }
    } else if (kind == QLatin1String("group")) {
        for (const auto &[id, conversation] : state.conversations) {
            if (conversation.kind == protocol::ConversationKind::Group && isSameName(conversation.name, name))
                return Address::group(id);
        }
    } else {
        return Error{ErrorCode::InvalidArgument,
                     tr("--to takes room:NAME, person:NAME, role:NAME, group:NAME or everyone")};
    }
    return Error{ErrorCode::NotFound,
                 tr("this practice has no %1 of that name", "room, person, role or group").arg(kind)};
}

Result<const AlertTemplate *> ScriptRunner::templateFrom(const QString &key) const
{
    std::vector<const AlertTemplate *> fitting;
    QStringList keys;
    for (const auto &[id, alertTemplate] : m_parts.practice.state().templates) {
        if (alertTemplate.removed)
            continue;
        if (alertTemplate.key == key)
            return &alertTemplate;
        keys << alertTemplate.key;
        if (!key.isEmpty() && alertTemplate.key.startsWith(key))
            fitting.push_back(&alertTemplate);
    }
    if (fitting.size() == 1)
        return fitting.front();
    return Error{ErrorCode::NotFound, tr("--template takes one of: %1").arg(keys.join(QStringLiteral(", ")))};
}

Result<WallTime> ScriptRunner::timeFrom(const QString &time) const
{
    const QTime parsed = QTime::fromString(time, QStringLiteral("H:mm"));
    const auto now = m_parts.clock.wallNow();
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count());
    const QDateTime until(today.date(), parsed);
    if (!parsed.isValid() || !until.isValid())
        return Error{ErrorCode::InvalidArgument, tr("--until takes a time of day such as 10:40")};
    if (until <= today)
        return Error{ErrorCode::InvalidArgument, tr("%1 is past", "time of day").arg(time)};
    return WallTime{std::chrono::milliseconds{until.toMSecsSinceEpoch()}};
}

} // namespace handbell::ui
