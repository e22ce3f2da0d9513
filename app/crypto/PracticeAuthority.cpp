// SPDX-License-Identifier: Apache-2.0
#include "crypto/PracticeAuthority.h"

#include "crypto/Digest.h"
#include "crypto/OpenSsl.h"

#include <QUrl>

#include <algorithm>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <optional>

namespace handbell::crypto {

namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr qsizetype maxNameLength = 64; // ub-common-name, X.520
constexpr qsizetype maxHosts = 32;
constexpr qsizetype maxDnsLength = 253; // RFC 1035

PKeyPtr makeP256Key()
{
    return PKeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
}

X509Ptr readCertificate(QByteArrayView data)
{
    X509Ptr certificate;
    if (data.startsWith("-----")) {
        if (const BioPtr bio = readBio(data))
            certificate.reset(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    } else if (const BioPtr bio = readBio(data)) {
        certificate.reset(d2i_X509_bio(bio.get(), nullptr));
    }
    ERR_clear_error();
    return certificate;
}

QByteArray writeCertificate(X509 *certificate)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1) {
        ERR_clear_error();
        return {};
    }
    return takeBytes(bio.get());
}

QByteArray pinOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0)
        return {};
    const QByteArray pin = sha256(QByteArrayView(der, size));
    OPENSSL_free(der);
    return pin;
}

//! A practice's name as a common name: printable, at most 64 characters, cut between characters.
QString commonNameOf(const QString &practiceName)
{
    QString name = practiceName.simplified();
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    if (name.size() > maxNameLength) {
        name.truncate(maxNameLength);
        if (name.back().isHighSurrogate())
            name.chop(1);
    }
    return name;
}

bool setSubject(X509 *certificate, const QString &commonName)
{
    const QByteArray utf8 = commonName.toUtf8();
    X509_NAME *name = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8, bytesOf(utf8),
                                      static_cast<int>(utf8.size()), -1, 0) == 1;
}

//! A random positive serial number of 127 bits (RFC 5280 wants it unique and at most 20 bytes).
bool setSerial(X509 *certificate)
{
    const BignumPtr number(BN_new());
    return number && BN_rand(number.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setValidity(X509 *certificate, WallTime now, days length)
{
    const auto start = std::chrono::floor<seconds>(now - days(1)).time_since_epoch().count();
    const auto end = std::chrono::floor<seconds>(now + length).time_since_epoch().count();
    return ASN1_TIME_set(X509_getm_notBefore(certificate), static_cast<time_t>(start)) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), static_cast<time_t>(end)) != nullptr;
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const X509ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

//! What both kinds of certificate share: version, serial, dates, subject, key.
X509Ptr beginCertificate(const QString &commonName, EVP_PKEY *key, WallTime now, days length)
{
    X509Ptr certificate(X509_new());
    const bool ok = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
                    setSerial(certificate.get()) && setValidity(certificate.get(), now, length) &&
                    setSubject(certificate.get(), commonName) && X509_set_pubkey(certificate.get(), key) == 1;
    return ok ? std::move(certificate) : nullptr;
}

//! \a host as a DNS name in ASCII, or nothing.
std::optional<QByteArray> dnsName(const QString &host)
{
    const QByteArray ascii = QUrl::toAce(host);
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    };
    const bool ok = !ascii.isEmpty() && ascii.size() <= maxDnsLength && !ascii.startsWith('.') &&
                    !ascii.contains("..") && std::all_of(ascii.begin(), ascii.end(), allowed);
    return ok ? std::optional(ascii) : std::nullopt;
}

bool addHost(GENERAL_NAMES *names, const QString &host)
{
    GENERAL_NAME *name = GENERAL_NAME_new();
    if (!name || sk_GENERAL_NAME_push(names, name) <= 0) {
        GENERAL_NAME_free(name);
        return false;
    }
    if (ASN1_OCTET_STRING *address = a2i_IPADDRESS(host.toLatin1().constData())) {
        GENERAL_NAME_set0_value(name, GEN_IPADD, address);
        return true;
    }
    ERR_clear_error();
    const auto dns = dnsName(host);
    ASN1_IA5STRING *text = dns ? ASN1_IA5STRING_new() : nullptr;
    if (!text)
        return false;
    GENERAL_NAME_set0_value(name, GEN_DNS, text);
    return ASN1_STRING_set(text, dns->constData(), static_cast<int>(dns->size())) == 1;
}

GeneralNamesPtr hostNames(const QStringList &hosts)
{
    GeneralNamesPtr names(sk_GENERAL_NAME_new_null());
    if (!names || hosts.isEmpty() || hosts.size() > maxHosts)
        return nullptr;
    for (const QString &host : hosts) {
        if (!addHost(names.get(), host))
            return nullptr;
    }
    return names;
}

} // namespace

struct PracticeAuthority::Private
{
    PKeyPtr key;
    X509Ptr certificate;
};

PracticeAuthority::PracticeAuthority(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
}

PracticeAuthority::PracticeAuthority(PracticeAuthority &&) noexcept = default;
PracticeAuthority &PracticeAuthority::operator=(PracticeAuthority &&) noexcept = default;
PracticeAuthority::~PracticeAuthority() = default;

Result<PracticeAuthority> PracticeAuthority::create(const QString &practiceName, WallTime now)
{
    const QString name = commonNameOf(practiceName);
    if (name.isEmpty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("an authority needs the practice's name")};
    PKeyPtr key = makeP256Key();
    X509Ptr certificate = key ? beginCertificate(name, key.get(), now, validity) : nullptr;
    X509 *raw = certificate.get();
    const bool ok = raw && X509_set_issuer_name(raw, X509_get_subject_name(raw)) == 1 &&
                    addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                    addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign") &&
                    addExtension(raw, raw, NID_subject_key_identifier, "hash") &&
                    X509_sign(raw, key.get(), EVP_sha256()) > 0;
    if (!ok)
        return cryptoError(ErrorCode::CryptoFailed, "the practice's authority could not be made");
    return PracticeAuthority(std::make_unique<Private>(Private{std::move(key), std::move(certificate)}));
}

Result<PracticeAuthority> PracticeAuthority::load(QByteArrayView keyPem, QByteArrayView certificatePem)
{
    PKeyPtr key = readPrivateKey(keyPem);
    X509Ptr certificate = readCertificate(certificatePem);
    if (!key || !certificate)
        return cryptoError(ErrorCode::InvalidArgument,
                           "the authority's key or certificate is not readable PEM");
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return cryptoError(ErrorCode::InvalidArgument, "the authority's key is not its certificate's");
    if (X509_check_ca(certificate.get()) != 1)
        return cryptoError(ErrorCode::InvalidArgument, "the certificate is not an authority's");
    return PracticeAuthority(std::make_unique<Private>(Private{std::move(key), std::move(certificate)}));
}

QByteArray PracticeAuthority::keyPem() const
{
    return writePrivateKey(m_d->key.get());
}

QByteArray PracticeAuthority::certificatePem() const
{
    return writeCertificate(m_d->certificate.get());
}

QByteArray PracticeAuthority::pin() const
{
    return pinOf(m_d->certificate.get());
}

Result<ServerCertificate> PracticeAuthority::issueServerCertificate(const QStringList &hosts,
                                                                    WallTime now) const
{
    const GeneralNamesPtr names = hostNames(hosts);
    if (!names)
        return cryptoError(ErrorCode::InvalidArgument, "a host is neither a DNS name nor an IP address");
    const PKeyPtr key = makeP256Key();
    // Hosts stand in the SAN alone; a common name that reads like one would be matched by some clients.
    const X509Ptr certificate =
        key ? beginCertificate(QStringLiteral("Handbell server"), key.get(), now, serverValidity) : nullptr;
    X509 *raw = certificate.get();
    X509 *issuer = m_d->certificate.get();
    const bool ok = raw && X509_set_issuer_name(raw, X509_get_subject_name(issuer)) == 1 &&
                    addExtension(raw, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
                    addExtension(raw, issuer, NID_key_usage, "critical,digitalSignature") &&
                    addExtension(raw, issuer, NID_ext_key_usage, "serverAuth") &&
                    addExtension(raw, issuer, NID_subject_key_identifier, "hash") &&
                    addExtension(raw, issuer, NID_authority_key_identifier, "keyid:always") &&
                    X509_add1_ext_i2d(raw, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1 &&
                    X509_sign(raw, m_d->key.get(), EVP_sha256()) > 0;
    if (!ok)
        return cryptoError(ErrorCode::CryptoFailed, "the server certificate could not be made");
    return ServerCertificate{writePrivateKey(key.get()), writeCertificate(raw) + writeCertificate(issuer)};
}

Result<QByteArray> spkiPin(QByteArrayView certificate)
{
    const X509Ptr parsed = readCertificate(certificate);
    QByteArray pin = parsed ? pinOf(parsed.get()) : QByteArray();
    if (pin.isEmpty())
        return cryptoError(ErrorCode::InvalidArgument, "not a certificate");
    return pin;
}

Result<WallTime> certificateExpiry(QByteArrayView certificate)
{
    const X509Ptr parsed = readCertificate(certificate);
    const std::unique_ptr<ASN1_TIME, Freer<ASN1_TIME_free>> epoch(ASN1_TIME_set(nullptr, 0));
    int dayCount = 0;
    int secondCount = 0;
    if (!parsed || !epoch ||
        ASN1_TIME_diff(&dayCount, &secondCount, epoch.get(), X509_get0_notAfter(parsed.get())) != 1)
        return cryptoError(ErrorCode::InvalidArgument, "not a certificate");
    return WallTime(days(dayCount) + seconds(secondCount));
}

} // namespace handbell::crypto
