// SPDX-License-Identifier: Apache-2.0
#include "crypto/OpenSsl.h"

#include "crypto/Secret.h"

#include <openssl/err.h>
#include <openssl/pem.h>

namespace handbell::crypto {

namespace {

// Far above any key or chain; below every int that OpenSSL takes.
constexpr qsizetype maxPemSize = 256 * 1024;

// Stops OpenSSL from asking the terminal for the passphrase of an encrypted key.
int refusePassphrase(char *, int, int, void *)
{
    return -1;
}

} // namespace

const unsigned char *bytesOf(QByteArrayView data)
{
    static const unsigned char none = 0; // OpenSSL reads a null pointer as "no update", not as "no bytes"
    return data.isEmpty() ? &none : reinterpret_cast<const unsigned char *>(data.data());
}

unsigned char *bytesOf(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

Error cryptoError(ErrorCode code, const char *what)
{
    ERR_clear_error();
    return Error{code, QString::fromLatin1(what)};
}

BioPtr readBio(QByteArrayView data)
{
    if (data.isEmpty() || data.size() > maxPemSize)
        return nullptr;
    return BioPtr(BIO_new_mem_buf(data.data(), static_cast<int>(data.size())));
}

QByteArray takeBytes(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    if (size <= 0 || !data)
        return {};
    QByteArray bytes(data, size);
    cleanse(data, size);
    return bytes;
}

PKeyPtr readPrivateKey(QByteArrayView pem)
{
    const BioPtr bio = readBio(pem);
    if (!bio)
        return nullptr;
    PKeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, refusePassphrase, nullptr));
    ERR_clear_error();
    return key;
}

QByteArray writePrivateKey(EVP_PKEY *key)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        ERR_clear_error();
        return {};
    }
    return takeBytes(bio.get());
}

} // namespace handbell::crypto
