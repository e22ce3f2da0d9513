// SPDX-License-Identifier: Apache-2.0
#include "transport/Tls.h"

#include <QCryptographicHash>
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
