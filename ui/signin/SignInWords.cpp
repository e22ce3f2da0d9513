// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/SignInWords.h"

#include <QDateTime>
#include <QLocale>

namespace handbell::ui {

namespace {

QString longMoment(WallTime at)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    //: Date and time of day, for example "Monday 23 November, 12:00"
    return QLocale().toString(local,
                              QCoreApplication::translate("handbell::ui::SignInWords", "dddd d MMMM, HH:mm"));
}

QString timeOfDay(WallTime at)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    return local.toString(QStringLiteral("HH:mm"));
}

} // namespace

QString SignInWords::joinFailure(ErrorCode code, Password password)
{
    switch (code) {
    case ErrorCode::InvitationInvalid:
        return tr("The server does not know this invitation. Copy the whole of it once more, or ask for a "
                  "new one.");
    case ErrorCode::InvitationExpired:
        return tr("This invitation's time is over. Ask your practice's administrator for a new one.");
    case ErrorCode::InvitationUsed:
        return tr(
            "This invitation has been used already, and each works once. If that was you, sign in with your "
            "password; if not, tell your practice's administrator.");
    case ErrorCode::WorkstationRequired:
        return tr(
            "This invitation is for a person, and this PC does not belong to the practice yet. Ask for an "
            "invitation for this PC first.");
    case ErrorCode::InvalidField: // the server asks for the password that was left out
    case ErrorCode::WeakPassword:
        return password == Password::LeftEmpty
                   ? tr("This invitation is for a person: choose a password, type it twice, and join again.")
                   : tr("This password is too easy to guess. Choose another of %1 characters or more, for "
                        "example "
                        "four words that have nothing to do with each other.")
                         .arg(shortestPassword);
    case ErrorCode::TlsPinMismatch:
        return tr("Stopped: the computer that answered is not the practice's server. Nothing was sent to it. "
                  "Tell your "
                  "practice's administrator before you try again.");
    case ErrorCode::TlsFailed:
        return tr("Stopped: no safe connection to the server could be made. Check that the clock of this PC "
                  "is right, "
                  "then tell whoever looks after your IT.");
    case ErrorCode::Unreachable:
    case ErrorCode::ServerStopping:
        return tr(
            "The server does not answer. Check that this PC is on the practice's network, then try again.");
    case ErrorCode::RateLimited:
    case ErrorCode::TooManyConnections:
        return tr("Too many attempts. Wait a minute, then try again.");
    case ErrorCode::ServerBusy:
        return tr("The server is busy. Try again in a moment.");
    case ErrorCode::StorageUnavailable:
        return tr("The server cannot write its record now. Tell your practice's administrator.");
    case ErrorCode::UnsupportedVersion:
        return tr(
            "This Handbell and the server's do not fit together: one of them is too old. Tell whoever looks "
            "after your IT.");
    case ErrorCode::UnexpectedMessage:
        return tr("Somebody is signed in here. Sign out first, then use the invitation.");
    case ErrorCode::IoError:
    case ErrorCode::NotPermitted:
        return tr("This PC would not let Handbell save its settings. Tell whoever looks after your IT.");
    default:
        return tr("That did not work (%1). Try again; if it happens again, tell your practice's "
                  "administrator.")
            .arg(wireName(code));
    }
}

QString SignInWords::signInFailure(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadCredentials:
        return tr(
            "That is not the password. Check Caps Lock, then try again. If you have forgotten it, ask your "
            "practice's administrator for a new invitation.");
    case ErrorCode::RateLimited:
        return tr("Too many wrong passwords. Wait a minute, then try again.");
    case ErrorCode::Unreachable:
    case ErrorCode::ServerStopping:
        return tr("The server does not answer, so nobody can sign in now. Handbell keeps trying.");
    case ErrorCode::ServerBusy:
        return tr("The server is busy. Try again in a moment.");
    case ErrorCode::StorageUnavailable:
        return tr("The server cannot write its record now. Tell your practice's administrator.");
    case ErrorCode::TokenRevoked:
    case ErrorCode::Unauthenticated:
        return tr("This PC does not belong to the practice any more. Ask your practice's administrator.");
    default:
        return tr("That did not work (%1). Try again; if it happens again, tell your practice's "
                  "administrator.")
            .arg(wireName(code));
    }
}

QString SignInWords::signedOut(protocol::SignOutReason reason, const QString &room, WallTime at)
{
    switch (reason) {
    case protocol::SignOutReason::SignedInElsewhere:
        return room.isEmpty()
                   ? tr("You signed in on another PC at %1. This screen was cleared.", "time of day")
                         .arg(timeOfDay(at))
                   : tr("You signed in at %1 at %2. This screen was cleared.", "room, time of day")
                         .arg(room, timeOfDay(at));
    case protocol::SignOutReason::SignedOut:
        return tr("You were signed out.");
    case protocol::SignOutReason::PasswordReset:
        return tr("Your password was reset. Ask your practice's administrator for an invitation to choose a "
                  "new one.");
    case protocol::SignOutReason::Disabled:
        return tr("Your account was closed. If that is wrong, ask your practice's administrator.");
    case protocol::SignOutReason::WorkstationRemoved:
        break;
    }
    return tr("This PC was taken out of the practice. If that is wrong, ask your practice's administrator.");
}

QString SignInWords::moved(const protocol::PlaceLeft &left)
{
    return left.cleared
               ? tr("You were signed in at %1: that screen was cleared and your alerts come here now.",
                    "room")
                     .arg(left.room)
               : tr("You were signed in at %1. That PC is not connected now: what was on its screen "
                    "may still be there. Your alerts come here now.",
                    "room")
                     .arg(left.room);
}

QString SignInWords::refused(ErrorCode code)
{
    if (code == ErrorCode::TokenRevoked)
        return tr("This PC does not belong to the practice any more. If that is wrong, ask your practice's "
                  "administrator for a new invitation for this PC.");
    if (code == ErrorCode::SessionReplaced)
        return tr("Stopped: another running Handbell has taken over your session. Close the other one, then "
                  "try again.");
    return joinFailure(code, Password::Given);
}

QString SignInWords::noKeychain()
{
    return tr("This PC has no safe place for secrets, so you will sign in each time Handbell starts.");
}

QString SignInWords::invitation(const QString &server, WallTime expiry)
{
    return tr("Leads to %1, works until %2.", "server, date and time").arg(server, longMoment(expiry));
}

QString SignInWords::expiredInvitation(WallTime expiry)
{
    return tr("This invitation worked until %1. Ask your practice's administrator for a new one.")
        .arg(longMoment(expiry));
}

} // namespace handbell::ui
