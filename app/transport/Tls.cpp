// SPDX-License-Identifier: Apache-2.0
#include "transport/Tls.h"

#include <QCryptographicHash>
#include <QSslEllipticCurve>
#include <QSslKey>
#include <QStringList>

namespace handbell::transport {

namespace {

//! Whether \a error says that the chain does not lead to the trusted authority, rather than being out of date
//! or for another host.
bool isAboutAuthority(QSslError::SslError error)
{
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToDecryptCertificateSignature:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateSignatureFailed:
    case QSslError::CertificateUntrusted:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::InvalidCaCertificate:
    case QSslError::SubjectIssuerMismatch:
    case QSslError::AuthorityIssuerSerialNumberMismatch:
        return true;
    default:
        return false;
    }
}

//! What a server agrees keys by: groups of 128 bits and more that cost little. OpenSSL would take ffdhe2048
//! (112 bits) as well, and ffdhe8192, with which a stranger's handshakes keep a core busy.
QList<QSslEllipticCurve> keyExchangeGroups()
{
    QList<QSslEllipticCurve> groups;
    for (const char *name : {"X25519", "prime256v1", "secp384r1"}) {
        const auto group = QSslEllipticCurve::fromShortName(QString::fromLatin1(name));
        if (group.isValid())
            groups.append(group);
    }
    return groups;
}

} // namespace

QByteArray spkiPin(const QSslCertificate &certificate)
{
    const QByteArray spki = certificate.publicKey().toDer();
    return spki.isEmpty() ? QByteArray() : QCryptographicHash::hash(spki, QCryptographicHash::Sha256);
}

QSslConfiguration clientConfiguration(const Trust &trust)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!trust.isPublic()) {
        // Replaces the system's authorities: none of them can vouch for a practice's server.
        QList<QSslCertificate> authorities;
        if (!trust.authorityCertificate().isNull())
            authorities.append(trust.authorityCertificate());
        configuration.setCaCertificates(authorities);
    }
    return configuration;
}

Result<QSslConfiguration> serverConfiguration(const QByteArray &keyPem, const QByteArray &chainPem)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromData(chainPem, QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("no certificate in the server's chain")};
    // The practice's own keys are P-256; an ordinary public certificate may be RSA.
    QSslKey key(keyPem, QSsl::Ec);
    if (key.isNull())
        key = QSslKey(keyPem, QSsl::Rsa);
    if (key.isNull())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("the server's key is not readable PEM")};

    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients authenticate in their first frame
    configuration.setCaCertificates({});                     // spares each connection the system's list
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setEllipticCurves(keyExchangeGroups());
    return configuration;
}

Error errorFromSsl(const QList<QSslError> &errors, const Trust &trust)
{
    ErrorCode code = ErrorCode::TlsFailed;
    QStringList details;
    for (const QSslError &error : errors) {
        if (!trust.isPublic() && isAboutAuthority(error.error()))
            code = ErrorCode::TlsPinMismatch;
        details.append(error.errorString());
    }
    return Error{code, details.join(QLatin1String("; "))};
}

} // namespace handbell::transport
