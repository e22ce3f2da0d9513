// SPDX-License-Identifier: Apache-2.0
#include "server/Session.h"

namespace handbell::server {

Session &SessionTable::add(Session session)
{
    const ConnectionId id = session.id;
    return m_sessions.insert_or_assign(id, std::move(session)).first->second;
}

void SessionTable::remove(ConnectionId id)
{
    if (Session *session = find(id)) {
        setMember(*session, {});
        m_sessions.erase(id);
    }
}

Session *SessionTable::find(ConnectionId id)
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : &found->second;
}

Session *SessionTable::ofMember(MemberId member)
{
    const auto found = m_members.find(member);
    return found == m_members.end() ? nullptr : find(found->second);
}

void SessionTable::setMember(Session &session, MemberId member)
{
    const auto known = m_members.find(session.member);
    if (known != m_members.end() && known->second == session.id)
        m_members.erase(known);
    session.member = member;
    if (member.isValid())
        m_members[member] = session.id;
}

} // namespace handbell::server
