// SPDX-License-Identifier: Apache-2.0
#include "server/SignInDesk.h"

#include "base/Log.h"

namespace handbell::server {

using protocol::SessionState;
using protocol::SignOutReason;

SignInDesk::SignInDesk(Space &space, PresenceHandler &presence)
    : m_space(space)
    , m_presence(presence)
{
}

Result<void> SignInDesk::addSignOuts(record::EventGroup &group, MemberId member,
                                     WorkstationId workstation) const
{
    const auto replaced = m_space.record().secrets().signedIn(member, workstation);
    if (!replaced)
        return replaced.error();
    for (const record::TokenEntry &entry : *replaced) {
        if (entry.member == member && entry.workstation == workstation)
            continue;
        const auto reason =
            entry.member == member ? SignOutReason::SignedInElsewhere : SignOutReason::SignedOut;
        record::EventDraft draft;
        draft.actor = member;
        draft.workstation = workstation;
        draft.payload = protocol::MemberSignedOut{entry.member, entry.workstation, reason};
        group.drafts.push_back(std::move(draft));
    }
    return {};
}

Result<void> SignInDesk::addSignIn(record::EventGroup &group, MemberId member, WorkstationId workstation,
                                   const crypto::Token &token) const
{
    record::EventDraft draft;
    draft.actor = member;
    draft.workstation = workstation;
    draft.payload = protocol::MemberSignedIn{member, workstation};
    group.drafts.push_back(std::move(draft));
    record::TokenEntry entry;
    entry.digest = token.digest();
    entry.kind = record::TokenKind::Member;
    entry.member = member;
    entry.workstation = workstation;
    group.secrets.push_back(record::AddToken{std::move(entry)});
    return addSignOuts(group, member, workstation);
}

QString SignInDesk::placeName(WorkstationId place, WorkstationId seenFrom) const
{
    const protocol::PracticeState &state = m_space.state();
    const protocol::Room *room = state.roomOf(place);
    if (room && room != state.roomOf(seenFrom))
        return room->name;
    const protocol::Workstation *workstation = state.workstation(place);
    return workstation ? workstation->name : QString();
}

Result<std::optional<protocol::PlaceLeft>> SignInDesk::placeLeft(MemberId member,
                                                                 WorkstationId workstation) const
{
    const auto replaced = m_space.record().secrets().signedIn(member, workstation);
    if (!replaced)
        return replaced.error();
    for (const record::TokenEntry &entry : *replaced) {
        if (entry.member != member || entry.workstation == workstation)
            continue;
        const Session *connected = m_space.sessions().ofMember(member);
        return std::optional(protocol::PlaceLeft{placeName(entry.workstation, workstation),
                                                 connected && connected->workstation == entry.workstation});
    }
    return std::optional<protocol::PlaceLeft>();
}

void SignInDesk::enrol(Session &session, WorkstationId workstation)
{
    m_space.sessions().setMember(session, {});
    session.state = SessionState::Enrolled;
    session.workstation = workstation;
    session.flow.reset();
}

void SignInDesk::activate(Session &session, MemberId member, WorkstationId workstation,
                          PresenceHandler::Arrival arrival)
{
    Session *older = m_space.sessions().ofMember(member);
    if (older && older != &session) {
        m_space.sessions().setMember(*older, {});
        m_space.end(
            *older, std::nullopt,
            {ErrorCode::SessionReplaced,
             QStringLiteral("the member came in on another connection: connect again only when asked to")});
    }
    session.state = SessionState::Active;
    session.workstation = workstation;
    session.flow.reset();
    m_space.sessions().setMember(session, member);
    m_presence.signedIn(member, workstation, arrival);
    qCInfo(logServer) << "member" << member.value << "signed in at workstation" << workstation.value
                      << "connection" << session.id.value;
}

void SignInDesk::endOthersAt(const Session &enrolled)
{
    for (auto &[id, session] : m_space.sessions().all()) {
        const bool isThere =
            session.state != SessionState::Connected && session.workstation == enrolled.workstation;
        if (isThere && id != enrolled.id && !session.closing)
            m_space.failFrame(
                session, std::nullopt,
                {ErrorCode::TokenRevoked, QStringLiteral("another PC was enrolled in its place")});
    }
}

protocol::OkWorkstation SignInDesk::okWorkstation(const Session &session) const
{
    const protocol::PracticeState &state = m_space.state();
    protocol::OkWorkstation answer;
    answer.practice = state.practiceName;
    answer.abilities = session.abilities;
    answer.workstation = session.workstation;
    if (const protocol::Workstation *workstation = state.workstation(session.workstation))
        answer.name = workstation->name;
    if (const protocol::Room *room = state.roomOf(session.workstation))
        answer.room = room->name;
    for (const auto &[id, member] : state.members) {
        if (!member.disabled)
            answer.roster.push_back({id, member.name, member.role});
    }
    std::sort(answer.roster.begin(), answer.roster.end(),
              [](const auto &a, const auto &b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    return answer;
}

protocol::OkSession SignInDesk::okSession(const Session &session) const
{
    protocol::OkSession answer;
    answer.practice = m_space.state().practiceName;
    answer.abilities = session.abilities;
    answer.member = session.member;
    answer.workstation = session.workstation;
    answer.serverTime = m_space.clock().wallNow();
    return answer;
}

void SignInDesk::follow(const protocol::Event &event)
{
    if (const auto *in = std::get_if<protocol::MemberSignedIn>(&event.payload))
        m_latest[in->member] = in->workstation;
    else if (const auto *out = std::get_if<protocol::MemberSignedOut>(&event.payload))
        m_endings.push_back({out->member, out->workstation, out->reason});
    else if (const auto *changed = std::get_if<protocol::MemberChanged>(&event.payload)) {
        if (changed->disabled.value_or(false))
            m_endings.push_back({changed->member, {}, SignOutReason::Disabled});
    } else if (const auto *reset = std::get_if<protocol::PasswordReset>(&event.payload))
        m_endings.push_back({reset->member, {}, SignOutReason::PasswordReset});
    else if (const auto *removed = std::get_if<protocol::WorkstationRemoved>(&event.payload))
        m_endings.push_back({{}, removed->workstation, SignOutReason::WorkstationRemoved});
}

void SignInDesk::endBatch()
{
    for (const Ending &ending : std::exchange(m_endings, {}))
        end(ending);
}

void SignInDesk::end(const Ending &ending)
{
    for (auto &[id, session] : m_space.sessions().all()) {
        const bool isMembers = session.state == SessionState::Active && session.member == ending.member;
        const bool isThere =
            session.state != SessionState::Connected && session.workstation == ending.workstation;
        if (ending.reason == SignOutReason::WorkstationRemoved && !ending.member.isValid()) {
            if (!isThere || session.closing)
                continue;
            if (session.state == SessionState::Active)
                leave(session, ending.reason);
            m_space.failFrame(session, std::nullopt,
                              {ErrorCode::TokenRevoked, QStringLiteral("the workstation is no more")});
        } else if (isMembers && (!ending.workstation.isValid() || isThere)) {
            leave(session, ending.reason);
        }
    }
    // Without a connection, too: within the grace, say.
    if (ending.member.isValid() && !m_space.sessions().ofMember(ending.member) &&
        ending.reason != SignOutReason::SignedInElsewhere)
        m_presence.signedOut(ending.member);
}

void SignInDesk::leave(Session &session, SignOutReason reason)
{
    const MemberId member = session.member;
    if (reason != SignOutReason::SignedInElsewhere)
        m_presence.signedOut(member);
    enrol(session, session.workstation);
    qCInfo(logServer) << "member" << member.value << "signed out at workstation" << session.workstation.value
                      << "connection" << session.id.value;
    if (session.authenticating || session.closing)
        return; // it asked for that itself
    protocol::SignedOutNotice notice;
    notice.reason = reason;
    const auto latest = m_latest.find(member);
    if (reason == SignOutReason::SignedInElsewhere && latest != m_latest.end())
        notice.room = placeName(latest->second, session.workstation);
    m_space.notify(session, notice);
}

} // namespace handbell::server
