// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <QString>

namespace handbell::client {

//! What may be said of an invitation before it is used: where it leads and until when. The code in it is a
//! secret and stays out.
struct InvitationPreview
{
    QString server; //!< "handbell.example:8443"
    WallTime expiry{};

    friend bool operator==(const InvitationPreview &, const InvitationPreview &) = default;
};

//! Reads \a text as pasted or clicked. InvitationInvalid where it is not a whole invitation.
[[nodiscard]] Result<InvitationPreview> previewInvitation(const QString &text);

} // namespace handbell::client
