// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace handbell::transport {

//! What a newcomer needs to reach a practice's server and be let in, as one string to paste or click:
//!
//!     handbell://join/HOST:PORT/BLOB
//!
//! BLOB is base64url without padding of: version (1 byte, 1) ‖ pin (32) ‖ code (16) ‖ expiry (5, seconds
//! since 1970, big endian) ‖ check (4: the first bytes of SHA-256 of "HOST:PORT" and all before). The check
//! tells a mistyped or shortened paste from a wrong code; it protects nothing. The code is a secret: log
//! neither it nor the text.
struct Invitation
{
    QString host; //!< a DNS name or an IP address without brackets, lower case
    quint16 port = 0;
    QByteArray pin;  //!< SHA-256 of the authority's SubjectPublicKeyInfo, 32 bytes; all zero: an ordinary
                     //!< public certificate
    QByteArray code; //!< 16 bytes, works once
    WallTime expiry; //!< whole seconds

    //! Whether the server's certificate is an ordinary public one, so that there is no pin.
    [[nodiscard]] bool usesPublicCertificate() const;
    //! Whether the invitation's time is over by this machine's clock; the server decides.
    [[nodiscard]] bool isExpired(WallTime now) const { return now >= expiry; }

    //! The text form; empty where a member is out of bounds.
    [[nodiscard]] QString toText() const;
    //! Reads the text form, forgiving what mail programs do: white space and line breaks anywhere, quotes or
    //! angle brackets around it, another case of scheme and host. InvitationInvalid for anything else; the
    //! detail says what is wrong without repeating the text.
    [[nodiscard]] static Result<Invitation> parse(QStringView text);

    friend bool operator==(const Invitation &, const Invitation &) = default;
};

} // namespace handbell::transport
