// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Plan.h"

#include "guard/Guard.h"
#include "protocol/GuardData.h"

// What every kind of change shares, and invitations. Members, places and alerts have files of their own.

namespace handbell::administration {

Result<Seq> Plan::add(protocol::Payload payload, Overrides overrides)
{
    protocol::Event event;
    event.seq = Seq(m_after.seq.value + 1);
    event.at = m_now;
    event.payload = std::move(payload);
    const auto applied = m_after.apply(event);
    if (!applied)
        return applied.error();
    const Seq added = event.seq;
    m_events.push_back({std::move(event.payload), std::nullopt});
    for (protocol::GuardOverridden &overridden : overrides) {
        overridden.event = added;
        if (const auto noted = add(std::move(overridden)); !noted)
            return noted.error();
        m_events.back().text = m_reason;
    }
    return added;
}

Result<void> Plan::confirmNames(const QString &reason, Claim claim)
{
    const QString trimmed = reason.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > guard::maxReasonLength) {
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("the reason is 1 to %1 characters").arg(guard::maxReasonLength)};
    }
    m_reason = trimmed;
    m_claim = claim;
    return {};
}

Result<Plan::Overrides> Plan::screen(const QString &text) const
{
    VirtualClock day;
    day.setWall(m_now);
    const guard::Guard guard(protocol::guardDataOf(m_after), protocol::guardPolicyOf(m_after), day);
    std::optional<guard::Confirmation> confirmation;
    if (!m_reason.isEmpty())
        confirmation = {guard::digestOf(text), guard::rulesVersion, m_reason, m_claim == Claim::NotPatient};
    const auto screened = guard.screen(text, confirmation);
    if (!screened) {
        QStringList kinds;
        for (const QString &kind : protocol::warnedKinds(guard.assess(text)))
            kinds << kind;
        return Error{
            screened.error().code,
            QStringLiteral(
                "this looks like a patient (%1), and everybody will see it: leave it out, or say "
                "with --anyway REASON why it has to stand, or with --not-a-patient REASON that it is none")
                .arg(kinds.join(QStringLiteral(", ")))};
    }
    if (screened->confirmation())
        return Overrides{protocol::overrideOf(*screened)};
    return Overrides{};
}

Result<Plan::SharedName> Plan::acceptSharedName(NameKind kind, const QString &typed) const
{
    const auto accepted = acceptName(kind, typed);
    if (!accepted)
        return accepted.error();
    auto overrides = screen(*accepted);
    if (!overrides)
        return overrides.error();
    return SharedName{*accepted, *std::move(overrides)};
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
