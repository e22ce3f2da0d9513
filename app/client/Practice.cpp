// SPDX-License-Identifier: Apache-2.0
#include "client/Practice.h"

#include "base/Log.h"
#include "protocol/GuardData.h"

#include <algorithm>

namespace handbell::client {

Practice::Practice(QObject *parent)
    : QObject(parent)
{
}

Practice::~Practice() = default;

protocol::Presence Practice::presence(MemberId member) const
{
    const auto found = m_presence.find(member);
    if (found != m_presence.end())
        return found->second;
    protocol::Presence unknown;
    unknown.member = member;
    return unknown;
}

const protocol::Room *Practice::roomOf(MemberId member) const
{
    const protocol::Presence where = presence(member);
    return where.workstation ? m_state.roomOf(*where.workstation) : nullptr;
}

std::vector<MemberId> Practice::resolve(const protocol::Address &address) const
{
    const protocol::Conversation *group = address.kind == protocol::AddressKind::Group
                                              ? m_state.conversation(ConversationId(address.id))
                                              : nullptr;
    const auto meant = [&](const protocol::Member &member) {
        switch (address.kind) {
        case protocol::AddressKind::Person:
            return member.id.value == address.id;
        case protocol::AddressKind::Role:
            return member.role.compare(address.role, Qt::CaseInsensitive) == 0;
        case protocol::AddressKind::Room: {
            const protocol::Room *room = roomOf(member.id);
            return room && room->id.value == address.id;
        }
        case protocol::AddressKind::Group:
            return group && group->includes(member.id);
        case protocol::AddressKind::Everyone:
            return true;
        }
        return false;
    };
    std::vector<MemberId> members;
    for (const auto &[id, member] : m_state.members) {
        if (id != m_self && !member.disabled && meant(member))
            members.push_back(id);
    }
    return members;
}

void Practice::reset(MemberId self, protocol::PracticeState state)
{
    m_self = self;
    m_state = std::move(state);
    m_presence.clear();
    dropGuard();
    Q_EMIT wasReset();
}

void Practice::apply(const protocol::Event &event)
{
    const auto change = m_state.apply(event);
    if (!change) {
        qCWarning(logClient) << "event" << event.seq.value
                             << "does not fit the state:" << wireName(change.error().code);
        return;
    }
    if (change->guardSettings || !change->members.empty())
        dropGuard();
    Q_EMIT changed(*change);
}

void Practice::setPresence(const std::vector<protocol::Presence> &changes)
{
    std::vector<MemberId> members;
    for (const protocol::Presence &change : changes) {
        if (presence(change.member) == change)
            continue;
        m_presence[change.member] = change;
        members.push_back(change.member);
    }
    if (!members.empty())
        Q_EMIT presenceChanged(members);
}

void Practice::clear()
{
    reset(MemberId{}, {});
}

std::shared_ptr<const guard::Guard> Practice::guard() const
{
    if (!m_guard)
        m_guard = std::make_shared<const guard::Guard>(protocol::guardDataOf(m_state),
                                                       protocol::guardPolicyOf(m_state));
    return m_guard;
}

//! Making one takes milliseconds, and a practice that begins changes several times before anybody types.
void Practice::dropGuard()
{
    m_guard.reset();
    m_tone = protocol::toneOf(m_state);
    Q_EMIT guardChanged();
}

} // namespace handbell::client
