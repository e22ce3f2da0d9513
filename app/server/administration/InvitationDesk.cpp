// SPDX-License-Identifier: Apache-2.0
#include "server/administration/InvitationDesk.h"

#include "crypto/Token.h"
#include "transport/Invitation.h"

namespace handbell::administration {

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
