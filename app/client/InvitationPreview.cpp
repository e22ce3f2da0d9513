// SPDX-License-Identifier: Apache-2.0
#include "client/InvitationPreview.h"

#include "transport/Invitation.h"

namespace handbell::client {

Result<InvitationPreview> previewInvitation(const QString &text)
{
    const auto invitation = transport::Invitation::parse(text);
    if (!invitation)
        return invitation.error();
    const bool bare = invitation->host.contains(QLatin1Char(':')); // an IPv6 address
    const QString host =
        bare ? QString(QLatin1Char('[') + invitation->host + QLatin1Char(']')) : invitation->host;
    return InvitationPreview{host + QLatin1Char(':') + QString::number(invitation->port), invitation->expiry};
}

} // namespace handbell::client
