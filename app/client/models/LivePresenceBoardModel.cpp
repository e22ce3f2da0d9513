// SPDX-License-Identifier: Apache-2.0
#include "client/models/LivePresenceBoardModel.h"

#include "client/models/Matching.h"

#include <set>

namespace handbell::client {

namespace {

PresenceBoardModel::Section sectionOf(const protocol::Room *room)
{
    return room && room->kind == protocol::RoomKind::Consulting ? PresenceBoardModel::Section::Consulting
                                                                : PresenceBoardModel::Section::DeskAndOffice;
}

bool standsBefore(const PresenceRow &a, const PresenceRow &b)
{
    if (a.section != b.section)
        return a.section < b.section;
    if (a.roomName != b.roomName)
        return naturallyBefore(a.roomName, b.roomName);
    if (a.memberName != b.memberName)
        return naturallyBefore(a.memberName, b.memberName);
    return a.key() < b.key();
}

} // namespace

LivePresenceBoardModel::LivePresenceBoardModel(Practice &practice, QObject *parent)
    : KeyedListModel(parent)
    , m_practice(practice)
{
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, [this] { rebuild(); });
    const auto later = [this] {
        m_update.start();
    };
    connect(&m_practice, &Practice::changed, this, later);
    connect(&m_practice, &Practice::presenceChanged, this, later);
    connect(&m_practice, &Practice::wasReset, this, [this] { rebuild(); });
    rebuild();
}

PresenceRow LivePresenceBoardModel::rowOf(const protocol::Member &member) const
{
    const protocol::Presence presence = m_practice.presence(member.id);
    PresenceRow row;
    row.member = member.id;
    row.memberName = member.name;
    row.job = member.role;
    row.state = presence.state;
    row.self = member.id == m_practice.self();
    if (presence.since != WallTime{})
        row.since = presence.since;
    if (presence.state == protocol::PresenceState::Offline)
        return row;
    row.until = presence.until;
    const protocol::Room *room = m_practice.roomOf(member.id);
    row.section = sectionOf(room);
    if (room) {
        row.room = room->id;
        row.roomName = room->name;
    }
    const protocol::Workstation *workstation =
        presence.workstation ? m_practice.state().workstation(*presence.workstation) : nullptr;
    if (workstation)
        row.workstationName = workstation->name;
    return row;
}

void LivePresenceBoardModel::rebuild()
{
    m_update.stop();
    std::vector<PresenceRow> rows;
    std::set<RoomId> taken;
    for (const auto &[id, member] : m_practice.state().members) {
        if (member.disabled)
            continue;
        rows.push_back(rowOf(member));
        taken.insert(rows.back().room);
    }
    for (const auto &[id, room] : m_practice.state().rooms) {
        if (taken.count(id) > 0)
            continue;
        PresenceRow row;
        row.section = sectionOf(&room);
        row.room = id;
        row.roomName = room.name;
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(), standsBefore);
    setRows(std::move(rows));
}

QVariant LivePresenceBoardModel::value(const PresenceRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return row.member.isValid() ? row.memberName : row.roomName;
    case SectionRole:
        return static_cast<int>(row.section);
    case RoomIdRole:
        return row.room.value;
    case RoomNameRole:
        return row.roomName;
    case MemberIdRole:
        return row.member.value;
    case MemberNameRole:
        return row.memberName;
    case JobRole:
        return row.job;
    case StateRole:
        return static_cast<int>(row.state);
    case SinceRole:
        return row.since ? localTime(*row.since) : QDateTime();
    case UntilRole:
        return row.until ? localTime(*row.until) : QDateTime();
    case SelfRole:
        return row.self;
    case WorkstationNameRole:
        return row.workstationName;
    default:
        return {};
    }
}

} // namespace handbell::client
