// SPDX-License-Identifier: Apache-2.0
#include "crypto/Sealer.h"

#include "crypto/OpenSsl.h"

#include <limits>
#include <openssl/rand.h>

namespace handbell::crypto {

namespace {

constexpr qsizetype nonceSize = 12;
constexpr qsizetype tagSize = 16;
static_assert(nonceSize + tagSize == Sealer::overhead);

// OpenSSL counts in int.
bool fits(QByteArrayView data)
{
    return data.size() <= std::numeric_limits<int>::max() - Sealer::overhead;
}

} // namespace

Sealer::Sealer(const SealingKey &key)
    : m_key(key)
{
}

Result<QByteArray> Sealer::seal(QByteArrayView plain, QByteArrayView associatedData) const
{
    if (!fits(plain) || !fits(associatedData))
        return Error{ErrorCode::InvalidArgument, QStringLiteral("too much to seal at once")};
    QByteArray sealed(nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    unsigned char *nonce = bytesOf(sealed);
    unsigned char *cipher = nonce + nonceSize;
    unsigned char *tag = cipher + plain.size();
    const CipherCtxPtr context(EVP_CIPHER_CTX_new());
    int size = 0;
    const bool ok =
        context && RAND_bytes(nonce, nonceSize) == 1 &&
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key.view()), nonce) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &size, bytesOf(associatedData),
                          static_cast<int>(associatedData.size())) == 1 &&
        EVP_EncryptUpdate(context.get(), cipher, &size, bytesOf(plain), static_cast<int>(plain.size())) ==
            1 &&
        EVP_EncryptFinal_ex(context.get(), tag, &size) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagSize, tag) == 1;
    if (!ok)
        return cryptoError(ErrorCode::CryptoFailed, "sealing failed");
    return sealed;
}

Result<QByteArray> Sealer::open(QByteArrayView sealed, QByteArrayView associatedData) const
{
    if (sealed.size() < overhead || !fits(sealed) || !fits(associatedData))
        return Error{ErrorCode::DecryptFailed, QStringLiteral("not a sealed text")};
    const qsizetype size = sealed.size() - overhead;
    const QByteArrayView nonce = sealed.first(nonceSize);
    const QByteArrayView cipher = sealed.sliced(nonceSize, size);
    QByteArray tag = sealed.last(tagSize).toByteArray();
    QByteArray plain(size, Qt::Uninitialized);
    unsigned char rest[tagSize];
    int done = 0;
    const CipherCtxPtr context(EVP_CIPHER_CTX_new());
    const bool ok = context &&
                    EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key.view()),
                                       bytesOf(nonce)) == 1 &&
                    EVP_DecryptUpdate(context.get(), nullptr, &done, bytesOf(associatedData),
                                      static_cast<int>(associatedData.size())) == 1 &&
                    EVP_DecryptUpdate(context.get(), bytesOf(plain), &done, bytesOf(cipher),
                                      static_cast<int>(size)) == 1 &&
                    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1 &&
                    EVP_DecryptFinal_ex(context.get(), rest, &done) == 1;
    if (!ok) {
        cleanse(plain); // never let unauthenticated text out
        return cryptoError(ErrorCode::DecryptFailed,
                           "the key or the associated data differs, or the text was changed");
    }
    return plain;
}

} // namespace handbell::crypto
