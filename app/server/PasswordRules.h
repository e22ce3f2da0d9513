// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>

namespace handbell::server {

//! The fewest characters of a password. NCSC and NIST SP 800-63B ask for length and a list of common ones,
//! and advise against rules about kinds of character.
inline constexpr qsizetype minPasswordLength = 10;

//! WeakPassword where \a password is too short, one of the commonest, one character over and over, or the
//! member's or practice's own name.
[[nodiscard]] Result<void> checkPassword(const QString &password, const QString &memberName,
                                         const QString &practiceName);

} // namespace handbell::server
