// SPDX-License-Identifier: Apache-2.0
#include "server/administration/InvitationDesk.h"

#include "crypto/Token.h"
#include "transport/Invitation.h"

namespace handbell::administration {

QJsonObject toJson(const IssuedInvitation &issued, const protocol::PracticeState &practice)
{
    QJsonObject json{{QStringLiteral("id"), issued.id.value},
                     {QStringLiteral("invitation"), issued.text},
                     {QStringLiteral("expires_at"), protocol::writeValue(issued.expiresAt)}};
    if (issued.target.member) {
        const protocol::Member *member = practice.member(*issued.target.member);
        json.insert(QStringLiteral("member"), member ? member->name : QString());
        json.insert(QStringLiteral("member_id"), issued.target.member->value);
    }
    if (issued.target.workstation) {
        const protocol::Workstation *workstation = practice.workstation(*issued.target.workstation);
        json.insert(QStringLiteral("workstation"), workstation ? workstation->name : QString());
        json.insert(QStringLiteral("workstation_id"), issued.target.workstation->value);
    }
    return json;
}

Result<IssuedInvitation> InvitationDesk::issue(Plan &plan, const InvitationTarget &target,
                                               std::chrono::hours lifetime) const
{
    const auto code = crypto::InvitationCode::generate(*m_random);
    const auto id = plan.invite(target, code.digest(), lifetime);
    if (!id)
        return id.error();
    const WallTime expiresAt = plan.after().invitations.at(*id).expiresAt;

    transport::Invitation invitation;
    invitation.host = m_place.host;
    invitation.port = m_place.port;
    invitation.pin = m_place.pin;
    invitation.code = code.bytes();
    invitation.expiry = std::chrono::floor<std::chrono::seconds>(expiresAt);
    const QString text = invitation.toText();
    if (text.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("an invitation cannot lead to this host or port: check them")};
    return IssuedInvitation{*id, target, text, expiresAt};
}

} // namespace handbell::administration
