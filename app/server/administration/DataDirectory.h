// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "crypto/PracticeAuthority.h"
#include "crypto/SigningKey.h"

#include <QLockFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace handbell::administration {

//! The port a practice's server listens on unless told otherwise: 2355 spells BELL on a telephone, and 22355
//! is assigned to nobody and outside the ranges from which systems take ports of their own.
inline constexpr quint16 defaultPort = 22355;

//! What the server must know before it opens the record: settings.json.
struct ServerSettings
{
    std::vector<QString> hosts; //!< names and addresses workstations reach the server by; the first goes into
                                //!< invitations
    int port = defaultPort;

    friend bool operator==(const ServerSettings &, const ServerSettings &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("hosts", self.hosts);
        visit.required("port", self.port);
    }
};

//! The directory that holds everything of a practice's server:
//!
//!     record.db           the record (and SQLite's -wal and -shm beside it)
//!     record.key          signs its checkpoints (Ed25519, PEM)
//!     record.pub          the public half, base64url: what "handbellctl verify" needs of it
//!     authority.key .crt  the practice's certificate authority (PEM)
//!     server.key .crt     the server's certificate with the authority's after it (PEM)
//!     settings.json       hosts and port
//!     serve.lock          held by the handbelld that serves it
//!
//! Only its owner may look inside (0700, keys 0600); where the operating system has such permissions, open()
//! refuses a directory that others can enter, and keys that others can read or write. On Windows the
//! service's installer sets the access list.
class DataDirectory
{
public:
    //! Makes \a path, or takes an empty directory. AlreadyExists where something is in it, IoError where it
    //! cannot be made.
    [[nodiscard]] static Result<DataDirectory> create(const QString &path);
    //! Takes a directory that create() and the save calls below filled. NotFound where there is none,
    //! NotPermitted where others may enter it or its keys, or it is not ours to read.
    [[nodiscard]] static Result<DataDirectory> open(const QString &path);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString recordFile() const;
    //! Takes the record's file away from everybody but its owner; SQLite gives what it makes beside it the
    //! same permissions.
    [[nodiscard]] Result<void> closeRecordToOthers() const;

    [[nodiscard]] Result<void> saveSettings(const ServerSettings &settings) const;
    [[nodiscard]] Result<ServerSettings> settings() const;
    [[nodiscard]] Result<void> saveAuthority(const crypto::PracticeAuthority &authority) const;
    [[nodiscard]] Result<crypto::PracticeAuthority> authority() const;
    [[nodiscard]] Result<void> saveServerCertificate(const crypto::ServerCertificate &certificate) const;
    [[nodiscard]] Result<crypto::ServerCertificate> serverCertificate() const;
    //! Both halves.
    [[nodiscard]] Result<void> saveRecordKey(const crypto::SigningKey &key) const;
    [[nodiscard]] Result<crypto::SigningKey> recordKey() const;
    //! The 32 raw bytes of record.pub.
    [[nodiscard]] Result<QByteArray> recordPublicKey() const;

    //! Where record.pub is.
    [[nodiscard]] QString recordPublicKeyFile() const;

    //! Takes the directory for serving until the lock is gone. AlreadyExists while another handbelld serves
    //! it. handbellctl needs no lock: the record itself orders their writes.
    [[nodiscard]] Result<std::unique_ptr<QLockFile>> lockForServing() const;

    //! Removes what was made in it: for a set-up that failed half way.
    void discard() const;

private:
    explicit DataDirectory(QString path)
        : m_path(std::move(path))
    {
    }
    [[nodiscard]] QString fileNamed(const char *name) const;

    QString m_path;
};

//! Reads a whole file of at most 1 MiB. NotFound, NotPermitted, IoError or InvalidArgument (too large).
[[nodiscard]] Result<QByteArray> readFile(const QString &path);
//! Replaces \a path by \a content in one step (written beside it and renamed), readable by its owner alone.
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &content);
//! The public key in the text of a record.pub; InvalidArgument for anything else.
[[nodiscard]] Result<QByteArray> parseRecordPublicKey(const QByteArray &text);

} // namespace handbell::administration
