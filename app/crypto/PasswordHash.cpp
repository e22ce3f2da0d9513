// SPDX-License-Identifier: Apache-2.0
#include "crypto/PasswordHash.h"

#include "crypto/OpenSsl.h"
#include "crypto/Secret.h"

#include <QStringList>

#include <cstdint>
#include <openssl/core_names.h>
#include <openssl/params.h>
#include <optional>

namespace handbell::crypto {

namespace {

constexpr qsizetype saltSize = 16;
constexpr qsizetype hashSize = 32;
constexpr qsizetype maxEncodedSize = 160;
constexpr quint64 maxMemory = quint64{256} * 1024 * 1024;
constexpr auto base64Unpadded = QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals;

struct Encoded
{
    ScryptCost cost;
    QByteArray salt;
    QByteArray hash;
};

quint64 memoryOf(ScryptCost cost)
{
    return (quint64{1} << cost.logN) * static_cast<quint64>(cost.r) * 128;
}

bool withinBounds(ScryptCost cost)
{
    return cost.logN >= 4 && cost.logN <= 18 && cost.r >= 1 && cost.r <= 16 && cost.p >= 1 && cost.p <= 4 &&
           memoryOf(cost) <= maxMemory;
}

QString encode(const Encoded &encoded)
{
    return QStringLiteral("$scrypt$ln=%1,r=%2,p=%3$%4$%5")
        .arg(encoded.cost.logN)
        .arg(encoded.cost.r)
        .arg(encoded.cost.p)
        .arg(QLatin1String(encoded.salt.toBase64(base64Unpadded)),
             QLatin1String(encoded.hash.toBase64(base64Unpadded)));
}

//! Reads "name=number" with a number of one or two digits in its shortest form.
std::optional<int> numberOf(QStringView field, QLatin1String name)
{
    if (!field.startsWith(name))
        return std::nullopt;
    const QStringView digits = field.sliced(name.size());
    if (digits.isEmpty() || digits.size() > 2 || digits.front() == QLatin1Char('0'))
        return std::nullopt;
    int number = 0;
    for (const QChar digit : digits) {
        if (digit < QLatin1Char('0') || digit > QLatin1Char('9'))
            return std::nullopt;
        number = number * 10 + (digit.unicode() - u'0');
    }
    return number;
}

//! Reads base64 without padding of \a smallest to \a largest bytes.
std::optional<QByteArray> bytesFromBase64(QStringView text, qsizetype smallest, qsizetype largest)
{
    auto result = QByteArray::fromBase64Encoding(text.toLatin1(),
                                                 base64Unpadded | QByteArray::AbortOnBase64DecodingErrors);
    if (!result || text.endsWith(QLatin1Char('=')) || result.decoded.size() < smallest ||
        result.decoded.size() > largest)
        return std::nullopt;
    return std::move(result.decoded);
}

std::optional<Encoded> decode(QStringView text)
{
    if (text.size() > maxEncodedSize)
        return std::nullopt;
    const auto fields = text.split(QLatin1Char('$'));
    if (fields.size() != 5 || !fields[0].isEmpty() || fields[1] != QLatin1String("scrypt"))
        return std::nullopt;
    const auto costs = fields[2].split(QLatin1Char(','));
    if (costs.size() != 3)
        return std::nullopt;
    const auto logN = numberOf(costs[0], QLatin1String("ln="));
    const auto r = numberOf(costs[1], QLatin1String("r="));
    const auto p = numberOf(costs[2], QLatin1String("p="));
    const auto salt = bytesFromBase64(fields[3], 8, 32);
    const auto hash = bytesFromBase64(fields[4], hashSize, hashSize);
    if (!logN || !r || !p || !salt || !hash)
        return std::nullopt;
    const ScryptCost cost{*logN, *r, *p};
    if (!withinBounds(cost))
        return std::nullopt;
    return Encoded{cost, *salt, *hash};
}

Result<QByteArray> scrypt(const QString &password, QByteArrayView salt, ScryptCost cost)
{
    const KdfPtr kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr));
    const KdfCtxPtr context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!context)
        return cryptoError(ErrorCode::CryptoFailed, "scrypt is not available");

    QByteArray secret = password.normalized(QString::NormalizationForm_KC).toUtf8();
    QByteArray saltCopy = salt.toByteArray();
    std::uint64_t n = std::uint64_t{1} << cost.logN;
    auto r = static_cast<std::uint32_t>(cost.r);
    auto p = static_cast<std::uint32_t>(cost.p);
    std::uint64_t memory = memoryOf(cost) + quint64{2} * 1024 * 1024; // the algorithm's smaller blocks on top
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, secret.data(),
                                          static_cast<size_t>(secret.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, saltCopy.data(),
                                          static_cast<size_t>(saltCopy.size())),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end(),
    };
    QByteArray hash(hashSize, Qt::Uninitialized);
    const int derived =
        EVP_KDF_derive(context.get(), bytesOf(hash), static_cast<size_t>(hashSize), parameters);
    cleanse(secret);
    if (derived != 1)
        return cryptoError(ErrorCode::CryptoFailed, "scrypt failed");
    return hash;
}

} // namespace

Result<QString> hashPassword(const QString &password, ScryptCost cost, Random &random)
{
    if (password.isEmpty() || password.size() > maxPasswordLength)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("the password is empty or too long")};
    if (!withinBounds(cost))
        return Error{ErrorCode::InvalidArgument, QStringLiteral("the scrypt cost is out of bounds")};
    const QByteArray salt = random.bytes(saltSize);
    const auto hash = scrypt(password, salt, cost);
    if (!hash)
        return hash.error();
    return encode({cost, salt, *hash});
}

bool verifyPassword(const QString &password, QStringView encoded)
{
    if (password.isEmpty() || password.size() > maxPasswordLength)
        return false;
    const auto expected = decode(encoded);
    if (!expected)
        return false;
    const auto hash = scrypt(password, expected->salt, expected->cost);
    return hash && equalConstantTime(*hash, expected->hash);
}

QString dummyHash(ScryptCost cost)
{
    // 32 zero bytes: finding a password with this hash is as hard as inverting scrypt.
    return encode({cost, QByteArray(saltSize, '\x5a'), QByteArray(hashSize, '\0')});
}

} // namespace handbell::crypto
