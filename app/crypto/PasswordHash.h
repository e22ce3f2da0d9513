// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Random.h"
#include "base/Result.h"

#include <QString>
#include <QStringView>

namespace handbell::crypto {

//! What one guess costs with scrypt (RFC 7914): 2^logN · r · 128 bytes of memory, p times over.
struct ScryptCost
{
    int logN = 17; //!< OWASP Password Storage Cheat Sheet: N=2^17, r=8, p=1 (128 MiB)
    int r = 8;
    int p = 1;

    friend bool operator==(const ScryptCost &, const ScryptCost &) = default;
};

//! The cheapest cost verifyPassword() accepts, for tests alone: about a millisecond.
inline constexpr ScryptCost testScryptCost{4, 8, 1};
//! UTF-16 units a password may have: far beyond any passphrase, and a bound on what a stranger can make us
//! hash.
inline constexpr qsizetype maxPasswordLength = 1024;

//! Hashes \a password with a fresh 16-byte salt: "$scrypt$ln=17,r=8,p=1$<salt>$<hash>", base64 without
//! padding. The password is taken as UTF-8 of its NFKC form, so that one keyboard's é is another's. Blocks
//! for about 0.3 s and 128 MiB at the default cost: run it in a bounded pool. InvalidArgument for an empty or
//! too long password or a cost out of bounds (logN 4–18, r 1–16, p 1–4, 256 MiB in all), CryptoFailed where
//! memory is short.
[[nodiscard]] Result<QString> hashPassword(const QString &password, ScryptCost cost, Random &random);

//! Whether \a password is the one that \a encoded was made from, compared in constant time. A malformed or
//! out-of-bounds \a encoded is never matched and costs nothing. Same blocking as hashPassword().
[[nodiscard]] bool verifyPassword(const QString &password, QStringView encoded);

//! An encoded hash at \a cost that no password matches: verify against it where the member is unknown, so
//! that the answer takes as long as for a member who exists. Computes nothing.
[[nodiscard]] QString dummyHash(ScryptCost cost);

} // namespace handbell::crypto
