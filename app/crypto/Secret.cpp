// SPDX-License-Identifier: Apache-2.0
#include "crypto/Secret.h"

#include <openssl/crypto.h>

namespace handbell::crypto {

void cleanse(void *data, qsizetype size)
{
    OPENSSL_cleanse(data, static_cast<size_t>(size));
}

void cleanse(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        cleanse(bytes.data(), bytes.size());
    bytes.clear();
}

} // namespace handbell::crypto
