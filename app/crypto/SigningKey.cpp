// SPDX-License-Identifier: Apache-2.0
#include "crypto/SigningKey.h"

#include "crypto/OpenSsl.h"

#include <openssl/err.h>

namespace handbell::crypto {

struct SigningKey::Private
{
    PKeyPtr key;
};

SigningKey::SigningKey(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
}

SigningKey::SigningKey(SigningKey &&) noexcept = default;
SigningKey &SigningKey::operator=(SigningKey &&) noexcept = default;
SigningKey::~SigningKey() = default;

Result<SigningKey> SigningKey::generate()
{
    PKeyPtr key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    if (!key)
        return cryptoError(ErrorCode::CryptoFailed, "no Ed25519 key could be made");
    return SigningKey(std::make_unique<Private>(Private{std::move(key)}));
}

Result<SigningKey> SigningKey::fromPem(QByteArrayView pem)
{
    PKeyPtr key = readPrivateKey(pem);
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519)
        return cryptoError(ErrorCode::InvalidArgument, "not an Ed25519 private key in PEM");
    return SigningKey(std::make_unique<Private>(Private{std::move(key)}));
}

QByteArray SigningKey::toPem() const
{
    return writePrivateKey(m_d->key.get());
}

QByteArray SigningKey::publicKey() const
{
    QByteArray raw(ed25519PublicKeySize, Qt::Uninitialized);
    auto size = static_cast<size_t>(raw.size());
    if (EVP_PKEY_get_raw_public_key(m_d->key.get(), bytesOf(raw), &size) != 1) {
        ERR_clear_error();
        return {};
    }
    return raw;
}

Result<QByteArray> SigningKey::sign(QByteArrayView data) const
{
    QByteArray signature(ed25519SignatureSize, Qt::Uninitialized);
    auto size = static_cast<size_t>(signature.size());
    const DigestCtxPtr context(EVP_MD_CTX_new());
    const bool ok = context &&
                    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_d->key.get()) == 1 &&
                    EVP_DigestSign(context.get(), bytesOf(signature), &size, bytesOf(data),
                                   static_cast<size_t>(data.size())) == 1;
    if (!ok)
        return cryptoError(ErrorCode::CryptoFailed, "signing failed");
    return signature;
}

bool verifySignature(QByteArrayView publicKey, QByteArrayView data, QByteArrayView signature)
{
    if (publicKey.size() != ed25519PublicKeySize || signature.size() != ed25519SignatureSize)
        return false;
    const PKeyPtr key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(publicKey),
                                                  static_cast<size_t>(publicKey.size())));
    const DigestCtxPtr context(EVP_MD_CTX_new());
    const bool valid =
        key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
        EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<size_t>(signature.size()),
                         bytesOf(data), static_cast<size_t>(data.size())) == 1;
    ERR_clear_error();
    return valid;
}

} // namespace handbell::crypto
