// SPDX-License-Identifier: Apache-2.0
#include "server/PresenceHandler.h"

namespace handbell::server {

using protocol::Presence;
using protocol::PresenceState;

PresenceHandler::PresenceHandler(Space &space)
    : m_space(space)
    , m_since(space.clock().wallNow())
{
}

PresenceHandler::Entry &PresenceHandler::entryFor(MemberId member)
{
    const auto [found, isNew] = m_entries.try_emplace(member);
    if (isNew)
        found->second.shown = Presence{member, PresenceState::Offline, {}, m_since, {}};
    return found->second;
}

void PresenceHandler::handle(const Request &request, Session &session, const protocol::PresenceSet &message)
{
    if (message.state == PresenceState::Offline) {
        m_space.fail(request, Error{ErrorCode::InvalidField,
                                    QStringLiteral("\"state\": offline is the server's to say")});
        return;
    }
    Presence &shown = entryFor(session.member).shown;
    if (shown.state != message.state || shown.workstation != session.workstation)
        shown.since = m_space.clock().wallNow();
    shown.state = message.state;
    shown.until = message.until;
    shown.workstation = session.workstation;
    changed(session.member);
    m_space.answer(request, protocol::Ok{});
}

void PresenceHandler::signedIn(MemberId member, WorkstationId workstation, Arrival arrival)
{
    m_leaving.erase(member);
    Entry &entry = entryFor(member);
    const Presence available{member, PresenceState::Available, workstation, m_space.clock().wallNow(), {}};
    const bool stillThere =
        entry.shown.state != PresenceState::Offline && entry.shown.workstation == workstation;
    if (arrival == Arrival::Fresh)
        entry.shown = available;
    else if (!stillThere)
        entry.shown = entry.beforeLoss.value_or(available);
    entry.shown.workstation = workstation;
    entry.beforeLoss.reset();
    changed(member);
}

void PresenceHandler::signedOut(MemberId member)
{
    m_leaving.erase(member);
    Entry &entry = entryFor(member);
    entry.beforeLoss.reset();
    if (entry.shown.state == PresenceState::Offline)
        return;
    entry.shown = Presence{member, PresenceState::Offline, {}, m_space.clock().wallNow(), {}};
    changed(member);
}

void PresenceHandler::lost(MemberId member)
{
    m_leaving[member] = m_space.clock().steadyNow() + m_space.limits().presenceGrace;
}

std::vector<Presence> PresenceHandler::all() const
{
    std::vector<Presence> board;
    for (const auto &[id, member] : m_space.state().members) {
        if (member.disabled)
            continue;
        const auto entry = m_entries.find(id);
        board.push_back(entry != m_entries.end() ? entry->second.shown
                                                 : Presence{id, PresenceState::Offline, {}, m_since, {}});
    }
    return board;
}

std::vector<MemberId> PresenceHandler::inRoom(RoomId room) const
{
    std::vector<MemberId> present;
    for (const auto &[member, entry] : m_entries) {
        if (!entry.shown.workstation)
            continue;
        const protocol::Room *where = m_space.state().roomOf(*entry.shown.workstation);
        if (where && where->id == room)
            present.push_back(member);
    }
    return present;
}

void PresenceHandler::changed(MemberId member)
{
    m_changed.insert(member);
    if (!m_sendAt)
        m_sendAt = m_space.clock().steadyNow() + m_space.limits().presenceTick;
}

void PresenceHandler::onTime()
{
    const SteadyTime now = m_space.clock().steadyNow();
    for (auto leaving = m_leaving.begin(); leaving != m_leaving.end();) {
        if (leaving->second > now) {
            ++leaving;
            continue;
        }
        Entry &entry = entryFor(leaving->first);
        entry.beforeLoss = entry.shown;
        entry.shown = Presence{leaving->first, PresenceState::Offline, {}, m_space.clock().wallNow(), {}};
        changed(leaving->first);
        leaving = m_leaving.erase(leaving);
    }
    if (m_sendAt && *m_sendAt <= now)
        sendChanges();
}

void PresenceHandler::sendChanges()
{
    protocol::PresenceNotice notice;
    for (const MemberId member : m_changed)
        notice.changes.push_back(m_entries.at(member).shown);
    m_changed.clear();
    m_sendAt.reset();
    const QByteArray frame = protocol::encode(protocol::ServerFrame{std::nullopt, std::move(notice)});
    QList<ConnectionId> receivers;
    for (const auto &[id, session] : m_space.sessions().all()) {
        if (session.flow.mode() != Flow::Mode::Idle && !session.closing)
            receivers.append(id);
    }
    m_space.sendFrameToAll(receivers, frame);
}

std::optional<SteadyTime> PresenceHandler::nextDeadline() const
{
    std::optional<SteadyTime> earliest = m_sendAt;
    for (const auto &[member, when] : m_leaving)
        earliest = earliest ? std::min(*earliest, when) : when;
    return earliest;
}

} // namespace handbell::server
