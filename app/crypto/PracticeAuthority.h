// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace handbell::crypto {

//! A server certificate with its key, ready for a TLS server.
struct ServerCertificate
{
    QByteArray keyPem;   //!< PKCS#8, unencrypted: owner-only file
    QByteArray chainPem; //!< the server's certificate, then the authority's: both are sent, so that a joiner
                         //!< sees the key it pins
};

//! The practice's own certificate authority: a P-256 key and a self-signed X.509 v3 certificate (CA, path
//! length 0, may sign certificates and revocation lists only). Move-only; const calls are safe from any
//! thread.
class PracticeAuthority
{
public:
    //! How long the authority lives. Workstations trust it by key and learn it by invitation, so replacing it
    //! means visiting each: it outlives the practice's machines.
    static constexpr std::chrono::days validity{20 * 365};
    //! How long a server certificate lives: 2 years, so that a stolen server key does not work for ever,
    //! while a practice without an IT department does not depend on a monthly renewal.
    static constexpr std::chrono::days serverValidity{2 * 365};
    //! Renew a server certificate once less than this is left of it; handbelld looks at each start.
    static constexpr std::chrono::days renewBefore{90};

    //! A new authority named after the practice, valid from the day before \a now (workstation clocks are
    //! wrong). InvalidArgument where \a practiceName is empty; at most 64 characters of it are used (X.520).
    [[nodiscard]] static Result<PracticeAuthority> create(const QString &practiceName, WallTime now);
    //! Reads what keyPem() and certificatePem() wrote. InvalidArgument where either is malformed, is not an
    //! authority's, or the key is not the certificate's.
    [[nodiscard]] static Result<PracticeAuthority> load(QByteArrayView keyPem, QByteArrayView certificatePem);

    PracticeAuthority(PracticeAuthority &&) noexcept;
    PracticeAuthority &operator=(PracticeAuthority &&) noexcept;
    ~PracticeAuthority();

    //! PKCS#8 PEM, unencrypted: write it only to a file that its owner alone can read.
    [[nodiscard]] QByteArray keyPem() const;
    [[nodiscard]] QByteArray certificatePem() const;
    //! SHA-256 of the SubjectPublicKeyInfo: what an invitation carries.
    [[nodiscard]] QByteArray pin() const;

    //! A fresh P-256 key and a certificate for \a hosts (DNS names, international ones too, and IP
    //! addresses), for TLS servers only. InvalidArgument where \a hosts is empty or one of them is neither.
    [[nodiscard]] Result<ServerCertificate> issueServerCertificate(const QStringList &hosts,
                                                                   WallTime now) const;

private:
    struct Private;
    explicit PracticeAuthority(std::unique_ptr<Private> data);
    std::unique_ptr<Private> m_d;
};

//! SHA-256 of the SubjectPublicKeyInfo of the first certificate in \a certificate (PEM or DER), 32 bytes;
//! InvalidArgument where there is none.
[[nodiscard]] Result<QByteArray> spkiPin(QByteArrayView certificate);
//! When the first certificate in \a certificate (PEM or DER) stops being valid; InvalidArgument where there
//! is none.
[[nodiscard]] Result<WallTime> certificateExpiry(QByteArrayView certificate);

} // namespace handbell::crypto
