// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/administration/Administration.h"

namespace handbell::administration {

//! What a new practice begins with.
struct NewPractice
{
    QString name;
    std::vector<QString> hosts; //!< at least one
    int port = defaultPort;
    QString administrator = QStringLiteral("Administrator");
    QString room = QStringLiteral("Office"); //!< where the first workstation stands
};

//! What setUpPractice() made.
struct SetUpReport
{
    protocol::PracticeState practice;
    IssuedInvitation
        invitation; //!< lets the administrator choose a password and enrols the first workstation
};

//! Fills \a directory, which DataDirectory::create() made: keys, certificates, settings, and a record with
//! the practice, its conversation for everyone, a room and a workstation, an administrator, and alert
//! templates. The caller discards the directory where this fails.
[[nodiscard]] Result<SetUpReport> setUpPractice(const DataDirectory &directory, const NewPractice &wanted,
                                                const Clock &clock, Random &random);

//! A server certificate for \a hosts from the directory's authority, saved over the one there. Workstations
//! trust the authority, so they notice nothing.
[[nodiscard]] Result<void> issueServerCertificate(const DataDirectory &directory,
                                                  const std::vector<QString> &hosts, WallTime now);

//! The same for the hosts of the settings where the directory's own authority issued the certificate that is
//! there and it ends within PracticeAuthority::renewBefore; otherwise nothing happens. Whether it was
//! renewed.
[[nodiscard]] Result<bool> renewServerCertificate(const DataDirectory &directory, WallTime now);

} // namespace handbell::administration
