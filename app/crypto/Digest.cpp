// SPDX-License-Identifier: Apache-2.0
#include "crypto/Digest.h"

#include "crypto/OpenSsl.h"

#include <openssl/crypto.h>

namespace handbell::crypto {

QByteArray sha256(QByteArrayView data)
{
    return sha256OfParts({data});
}

QByteArray sha256OfParts(std::initializer_list<QByteArrayView> parts)
{
    const DigestCtxPtr context(EVP_MD_CTX_new());
    bool ok = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
    for (const QByteArrayView part : parts)
        ok = ok && EVP_DigestUpdate(context.get(), bytesOf(part), static_cast<size_t>(part.size())) == 1;
    QByteArray digest(sha256Size, Qt::Uninitialized);
    ok = ok && EVP_DigestFinal_ex(context.get(), bytesOf(digest), nullptr) == 1;
    // Only a broken installation or no memory at all: a record must not go on with a made-up digest.
    if (!ok)
        qFatal("SHA-256 is not available");
    return digest;
}

bool equalConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(bytesOf(a), bytesOf(b), static_cast<size_t>(a.size())) == 0;
}

} // namespace handbell::crypto
