// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace handbell::crypto {

//! Bytes in an Ed25519 public key and in a signature (RFC 8032).
inline constexpr qsizetype ed25519PublicKeySize = 32;
inline constexpr qsizetype ed25519SignatureSize = 64;

//! The practice's Ed25519 key that signs checkpoints of the record. Move-only; OpenSSL zeroises the private
//! half when the last owner goes. Const calls are safe from any thread.
class SigningKey
{
public:
    //! A fresh key from OpenSSL's generator.
    [[nodiscard]] static Result<SigningKey> generate();
    //! Reads an unencrypted PKCS#8 PEM; InvalidArgument for anything else, other algorithms included.
    [[nodiscard]] static Result<SigningKey> fromPem(QByteArrayView pem);

    SigningKey(SigningKey &&) noexcept;
    SigningKey &operator=(SigningKey &&) noexcept;
    ~SigningKey();

    //! PKCS#8 PEM, unencrypted: write it only to a file that its owner alone can read.
    [[nodiscard]] QByteArray toPem() const;
    //! The 32 raw bytes of the public key.
    [[nodiscard]] QByteArray publicKey() const;
    //! The 64-byte signature of \a data; CryptoFailed where OpenSSL fails.
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView data) const;

private:
    struct Private;
    explicit SigningKey(std::unique_ptr<Private> data);
    std::unique_ptr<Private> m_d;
};

//! Whether \a signature over \a data was made by the holder of \a publicKey (32 raw bytes). Malformed keys
//! and signatures are simply not valid. Callable from any thread.
[[nodiscard]] bool verifySignature(QByteArrayView publicKey, QByteArrayView data, QByteArrayView signature);

} // namespace handbell::crypto
