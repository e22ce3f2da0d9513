// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Plan.h"

#include "server/administration/Names.h"

// What every kind of change shares, and invitations. Members, places and alerts have files of their own.

namespace handbell::administration {

Result<Seq> Plan::add(protocol::Payload payload)
{
    protocol::Event event;
    event.seq = Seq(m_after.seq.value + 1);
    event.at = m_now;
    event.payload = std::move(payload);
    const auto applied = m_after.apply(event);
    if (!applied)
        return applied.error();
    m_events.push_back(std::move(event.payload));
    return event.seq;
}

Result<void> Plan::addAll(std::vector<protocol::Payload> payloads)
{
    for (protocol::Payload &payload : payloads) {
        const auto added = add(std::move(payload));
        if (!added)
            return added.error();
    }
    return {};
}

Result<void> Plan::createPractice(const QString &name)
{
    if (m_after.seq.isValid())
        return Error{ErrorCode::AlreadyExists, QStringLiteral("this record already holds a practice")};
    const auto accepted = acceptName(NameKind::Practice, name);
    if (!accepted)
        return accepted.error();
    return addAll({protocol::PracticeCreated{*accepted},
                   protocol::ConversationCreated{protocol::ConversationKind::Everyone, {}, {}}});
}

Result<InvitationId> Plan::invite(const InvitationTarget &target, const QByteArray &codeDigest,
                                  std::chrono::hours lifetime)
{
    if (!target.member && !target.workstation)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("an invitation is for a member, a workstation, or both: name one")};
    if (lifetime < std::chrono::hours{1} || lifetime > maxInvitationLifetime) {
        return Error{
            ErrorCode::InvalidArgument,
            QStringLiteral("an invitation lasts from 1 to %1 hours").arg(maxInvitationLifetime.count())};
    }
    if (target.member) {
        const auto member = findMember(*target.member);
        if (!member)
            return member.error();
        if (member->disabled)
            return Error{
                ErrorCode::InvalidArgument,
                QStringLiteral("member %1 is disabled: enable them first").arg(target.member->value)};
    }
    if (target.workstation) {
        const auto workstation = findWorkstation(*target.workstation);
        if (!workstation)
            return workstation.error();
    }
    const auto seq = add(protocol::InvitationCreated{protocol::Bytes{codeDigest}, target.member,
                                                     target.workstation, m_now + lifetime});
    if (!seq)
        return seq.error();
    return InvitationId(seq->value);
}

Result<void> Plan::cancelInvitation(InvitationId invitation)
{
    const auto found = m_after.invitations.find(invitation);
    if (found == m_after.invitations.end())
        return Error{
            ErrorCode::NotFound,
            QStringLiteral("there is no invitation %1: list them to see the ids").arg(invitation.value)};
    if (found->second.used)
        return Error{
            ErrorCode::InvalidArgument,
            QStringLiteral("invitation %1 was used: disable the member or remove the workstation instead")
                .arg(invitation.value)};
    if (found->second.cancelled)
        return {};
    return addAll({protocol::InvitationCancelled{invitation}});
}

Result<void> Plan::cancelInvitationsOf(const InvitationTarget &target)
{
    std::vector<protocol::Payload> cancelled;
    for (const auto &[id, invitation] : m_after.invitations) {
        const bool open = !invitation.used && !invitation.cancelled && invitation.expiresAt > m_now;
        const bool meant = (target.member && invitation.member == target.member) ||
                           (target.workstation && invitation.workstation == target.workstation);
        if (open && meant)
            cancelled.push_back(protocol::InvitationCancelled{id});
    }
    return addAll(std::move(cancelled));
}

} // namespace handbell::administration
