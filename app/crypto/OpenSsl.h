// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to this library: the owning handles for OpenSSL's objects. Public headers never include it.

#include "base/Error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/x509v3.h>

namespace handbell::crypto {

//! Frees an OpenSSL object with its own function.
template <auto Free>
struct Freer
{
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using BioPtr = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using CipherCtxPtr = std::unique_ptr<EVP_CIPHER_CTX, Freer<EVP_CIPHER_CTX_free>>;
using DigestCtxPtr = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using KdfPtr = std::unique_ptr<EVP_KDF, Freer<EVP_KDF_free>>;
using KdfCtxPtr = std::unique_ptr<EVP_KDF_CTX, Freer<EVP_KDF_CTX_free>>;
using PKeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;
using X509ExtensionPtr = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;
using GeneralNamesPtr = std::unique_ptr<GENERAL_NAMES, Freer<GENERAL_NAMES_free>>;
using BignumPtr = std::unique_ptr<BIGNUM, Freer<BN_free>>;

//! The bytes of \a data as OpenSSL takes them.
[[nodiscard]] const unsigned char *bytesOf(QByteArrayView data);
[[nodiscard]] unsigned char *bytesOf(QByteArray &data);

//! Forgets OpenSSL's pending errors and says \a what failed. OpenSSL's own words are left out: they can quote
//! input.
[[nodiscard]] Error cryptoError(ErrorCode code, const char *what);

//! A read-only view of \a data as a BIO; null where it is too large to be a key or a certificate.
[[nodiscard]] BioPtr readBio(QByteArrayView data);
//! What was written to the memory \a bio, whose own buffer is cleansed.
[[nodiscard]] QByteArray takeBytes(BIO *bio);

//! Reads one unencrypted PKCS#8 PEM private key; null for anything else, encrypted ones included.
[[nodiscard]] PKeyPtr readPrivateKey(QByteArrayView pem);
//! \a key as unencrypted PKCS#8 PEM.
[[nodiscard]] QByteArray writePrivateKey(EVP_PKEY *key);

} // namespace handbell::crypto
