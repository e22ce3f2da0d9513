// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Error.h"
#include "protocol/Messages.h"

#include <QCoreApplication>

namespace handbell::ui {

//! Why somebody could not come in, and what to do about it. GUI thread only.
class SignInWords
{
    Q_DECLARE_TR_FUNCTIONS(handbell::ui::SignInWords)

public:
    //! Shortest password, in characters, that the server takes (ErrorCode::WeakPassword).
    static constexpr int shortestPassword = 10;

    enum class Password { Given, LeftEmpty };
    //! Joining failed with \a code.
    [[nodiscard]] static QString joinFailure(ErrorCode code, Password password);
    //! Signing in failed with \a code.
    [[nodiscard]] static QString signInFailure(ErrorCode code);
    //! The server let this workstation's member go, \a at a moment; \a room says where to.
    [[nodiscard]] static QString signedOut(protocol::SignOutReason reason, const QString &room, WallTime at);
    //! The member was signed in at \a left until they came here.
    [[nodiscard]] static QString moved(const protocol::PlaceLeft &left);
    //! The server is not the right one, or refuses this workstation.
    [[nodiscard]] static QString refused(ErrorCode code);
    [[nodiscard]] static QString noKeychain();
    //! "Leads to handbell.example:8443, works until Monday 23 November, 12:00."
    [[nodiscard]] static QString invitation(const QString &server, WallTime expiry);
    [[nodiscard]] static QString expiredInvitation(WallTime expiry);
};

} // namespace handbell::ui
