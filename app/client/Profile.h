// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "transport/Tls.h"

#include <QDir>
#include <QSslCertificate>
#include <QString>

#include <optional>

namespace handbell::client {

//! What a workstation knows in the open: the server, its authority's certificate (public), and settings of
//! the window. One folder a profile, so that two can run side by side (`--profile NAME`). Secrets are in the
//! keychain, never here. Main thread only.
class Profile
{
public:
    //! \a name is letters, digits, "-" and "_", at most 32; \a base is where profiles are kept (the user's
    //! data folder by default). Makes the folder, readable by the user alone.
    [[nodiscard]] static Result<Profile> open(const QString &name, const std::optional<QDir> &base = {});

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QDir folder() const { return m_folder; }
    //! The prefix of this profile's names in the keychain.
    [[nodiscard]] QString secretPrefix() const;

    struct Server
    {
        transport::ServerAddress address;
        QByteArray authorityDer; //!< empty: an ordinary public certificate
    };
    //! The server this workstation joined, if any.
    [[nodiscard]] std::optional<Server> server() const;
    [[nodiscard]] Result<void> setServer(const Server &server);

    //! A setting of the window (theme, language, geometry, notices seen).
    [[nodiscard]] QVariant setting(const QString &key, const QVariant &fallback = {}) const;
    void setSetting(const QString &key, const QVariant &value);

private:
    Profile(QString name, QDir folder);

    QString m_name;
    QDir m_folder;
};

} // namespace handbell::client
