// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "crypto/Secret.h"

#include <QByteArray>
#include <QByteArrayView>

namespace handbell::crypto {

//! A 256-bit AES key. Make one with SealingKey::generate(), keep its text form in the keychain.
using SealingKey = Secret<struct SealingKeyTag, 32>;

//! Seals small texts with AES-256-GCM (NIST SP 800-38D) so that they can be neither read nor changed nor
//! moved without the key. Immutable; callable from any thread. The nonce is random, from OpenSSL's generator
//! and not through a seam: a repeated nonce would give the key away. With random 96-bit nonces one key may
//! seal 2^32 texts.
class Sealer
{
public:
    //! Bytes that sealing adds: nonce 12 at the front, tag 16 at the end.
    static constexpr qsizetype overhead = 28;

    explicit Sealer(const SealingKey &key);

    //! nonce ‖ ciphertext ‖ tag. \a associatedData (for example the row's id) is bound in but not stored:
    //! open() needs the same. CryptoFailed where OpenSSL does.
    [[nodiscard]] Result<QByteArray> seal(QByteArrayView plain, QByteArrayView associatedData) const;
    //! The plain text of \a sealed; DecryptFailed where the key, the associated data or one bit is not the
    //! same.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed, QByteArrayView associatedData) const;

private:
    SealingKey m_key;
};

} // namespace handbell::crypto
