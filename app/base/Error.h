// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace handbell {

//! Every way a Handbell call can fail. The first group crosses the wire under the name wireName() gives it
//! and is listed in PROTOCOL.md; the second stays on the machine where it happened. Append to a group, never
//! reuse a name: the names are what others know.
enum class ErrorCode {
    // On the wire: the frame itself
    MalformedFrame,     //!< not UTF-8, not one JSON object, or no "type"
    FrameTooLarge,      //!< more than 256 KiB
    BinaryFrame,        //!< Handbell speaks text frames only
    UnknownType,        //!< no such message type
    UnexpectedMessage,  //!< a known type that this session state does not accept
    InvalidField,       //!< a member is missing, of the wrong type or out of bounds; the detail names it
    UnsupportedVersion, //!< no protocol version in common
    // On the wire: who you are
    Unauthenticated,     //!< the first frame did not authenticate in time
    BadCredentials,      //!< unknown member or wrong password: never said which
    TokenRevoked,        //!< the token is unknown, signed out, or its member was disabled
    InvitationInvalid,   //!< no such invitation
    InvitationExpired,   //!< it existed, but its time is over
    InvitationUsed,      //!< it worked once already
    WorkstationRequired, //!< this invitation is for a member; the workstation must be enrolled first
    WeakPassword,        //!< shorter than 10 characters, or one of the commonest
    Forbidden,           //!< the member's permissions do not reach this
    SessionReplaced,     //!< the member came in on another connection, which has the session now
    // On the wire: what you asked for
    NotFound,    //!< no such member, room, conversation, message, alert or template, or not visible to you
    NonceReused, //!< the nonce was used before for other content
    TextTooLong, //!< more than 4,000 UTF-16 units
    GuardConfirmationRequired, //!< the server's guard warns and the message carries no valid confirmation
    AlertClosed,               //!< answered for good, expired or cancelled
    NobodyReachable,           //!< the address has no members at all
    RateLimited,               //!< too many requests; try again after retry_after_ms
    TooManyConnections,        //!< this address holds as many connections as it may
    ServerBusy,                //!< a bounded queue is full; try again
    StorageUnavailable,        //!< the record cannot be written (disk full, I/O error); nothing was kept
    ServerStopping,            //!< reconnect shortly
    Internal,                  //!< a bug on the server; nothing was kept
    // Local only
    IoError,
    NewerDatabase, //!< written by a later Handbell: refuse to touch it
    CorruptRecord, //!< the hash chain or a checkpoint does not verify
    AlreadyExists,
    TlsPinMismatch, //!< the server's authority is not the one in the invitation: hard stop
    TlsFailed,
    Unreachable,
    KeychainUnavailable, //!< no OS keychain: secrets are not stored at all
    DecryptFailed,
    CryptoFailed,
    InvalidArgument,
    NotPermitted, //!< the operating system refused
};

//! A failure: what kind, and a sentence for developers and administrators. The detail is in English, never
//! shown as the only words to staff, and never holds message text, a name or a token.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

//! The snake_case name of \a code, as in PROTOCOL.md and logs, for example "nonce_reused".
[[nodiscard]] QLatin1String wireName(ErrorCode code);
//! The code named \a name, or nothing where this build does not know it.
[[nodiscard]] std::optional<ErrorCode> errorCodeFromWire(QStringView name);
//! Whether \a code may be sent to a client (the first two groups above).
[[nodiscard]] bool isWireCode(ErrorCode code);

} // namespace handbell
