// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Random.h"
#include "base/Result.h"
#include "crypto/Digest.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <algorithm>
#include <array>

namespace handbell::crypto {

//! Overwrites \a size bytes at \a data in a way the compiler may not remove.
void cleanse(void *data, qsizetype size);
//! Overwrites and empties \a bytes. Copies that share its data are untouched: keep secrets unshared.
void cleanse(QByteArray &bytes);

//! \a Size random bytes that nobody else may know: a token, a code or a key; \a Tag keeps one from being
//! taken for another. Zeroised on destruction; compared in constant time; a value type, each copy with its
//! own bytes.
template <class Tag, qsizetype Size>
class Secret
{
public:
    static constexpr qsizetype byteCount = Size;

    //! Fresh bytes from \a random, which must be fit for secrets outside of tests.
    [[nodiscard]] static Secret generate(Random &random)
    {
        QByteArray raw = random.bytes(Size);
        Secret secret(raw);
        cleanse(raw);
        return secret;
    }

    //! The secret whose raw bytes are \a raw; InvalidArgument where it is not exactly Size bytes.
    [[nodiscard]] static Result<Secret> fromBytes(QByteArrayView raw)
    {
        if (raw.size() != Size)
            return Error{ErrorCode::InvalidArgument, QStringLiteral("a secret has the wrong length")};
        return Secret(raw);
    }

    //! Reads the text form (base64url without padding); InvalidArgument for anything else.
    [[nodiscard]] static Result<Secret> fromText(QStringView text)
    {
        // ceil(Size * 4 / 3): refused by length first, so that hostile input is never decoded
        if (text.size() != (Size * 4 + 2) / 3)
            return Error{ErrorCode::InvalidArgument, QStringLiteral("a secret has the wrong length")};
        auto result = QByteArray::fromBase64Encoding(
            text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                 QByteArray::AbortOnBase64DecodingErrors);
        if (!result || text.endsWith(QLatin1Char('=')))
            return Error{ErrorCode::InvalidArgument, QStringLiteral("a secret is not base64url")};
        auto secret = fromBytes(result.decoded);
        cleanse(result.decoded);
        return secret;
    }

    Secret(const Secret &) = default;
    Secret &operator=(const Secret &) = default;
    ~Secret() { cleanse(m_raw.data(), Size); }

    //! The raw bytes. The caller's copy is not zeroised by this object.
    [[nodiscard]] QByteArray bytes() const { return view().toByteArray(); }
    //! The raw bytes in place, valid as long as this object.
    [[nodiscard]] QByteArrayView view() const { return QByteArrayView(m_raw.data(), Size); }
    //! base64url without padding: safe in JSON, a URL and a keychain.
    [[nodiscard]] QString toText() const
    {
        return QString::fromLatin1(
            bytes().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }
    //! SHA-256 of the raw bytes: what may be stored to recognise the secret later. A plain digest is enough
    //! because the bytes are random, unlike a password.
    [[nodiscard]] QByteArray digest() const { return sha256(view()); }

    friend bool operator==(const Secret &a, const Secret &b) { return equalConstantTime(a.view(), b.view()); }

private:
    explicit Secret(QByteArrayView raw)
    {
        Q_ASSERT(raw.size() == Size);
        std::copy_n(raw.data(), Size, m_raw.begin());
    }

    std::array<char, Size> m_raw{};
};

} // namespace handbell::crypto
