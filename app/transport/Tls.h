// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>
#include <QString>

namespace handbell::transport {

//! Where a server is.
struct ServerAddress
{
    QString host; //!< a DNS name or an IP address without brackets
    quint16 port = 0;

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

//! Whom a client believes: one practice's authority and nobody else, or the public ones of the operating
//! system. Nobody is ever asked "accept?".
class Trust
{
public:
    //! Only servers whose certificate \a authority signed. It comes from an AuthorityProbe and is public
    //! data, so it may be stored as it is (QSslCertificate::toDer()). A null one trusts nobody.
    [[nodiscard]] static Trust authority(const QSslCertificate &authority)
    {
        return Trust(Kind::Authority, authority);
    }
    //! Servers with an ordinary public certificate.
    [[nodiscard]] static Trust publicCertificates() { return Trust(Kind::Public, QSslCertificate()); }

    [[nodiscard]] bool isPublic() const { return m_kind == Kind::Public; }
    [[nodiscard]] QSslCertificate authorityCertificate() const { return m_authority; }

private:
    enum class Kind { Authority, Public };
    Trust(Kind kind, const QSslCertificate &certificate)
        : m_kind(kind)
        , m_authority(certificate)
    {
    }

    Kind m_kind;
    QSslCertificate m_authority;
};

//! SHA-256 of the certificate's SubjectPublicKeyInfo, 32 bytes; empty where it has no key we know.
[[nodiscard]] QByteArray spkiPin(const QSslCertificate &certificate);

//! TLS 1.3 for a client that trusts \a trust: full verification of chain, dates and host name.
[[nodiscard]] QSslConfiguration clientConfiguration(const Trust &trust);

//! What \a errors of a handshake under \a trust mean: TlsPinMismatch where the server's authority is another
//! one, TlsFailed for dates, host name and the rest. The detail names the kinds of error alone.
[[nodiscard]] Error errorFromSsl(const QList<QSslError> &errors, const Trust &trust);

} // namespace handbell::transport
