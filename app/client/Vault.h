// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Cache.h"
#include "client/OutboxStore.h"
#include "client/SecretStore.h"

#include <QDir>

#include <functional>
#include <memory>

namespace handbell {
class Random;
}

namespace handbell::client {

//! Where one member's data lies on this workstation: two files in the profile's folder, and in the keychain
//! the one key that opens them. No keychain, no files. What cannot be opened is thrown away and begun anew;
//! it is never the reason why a person cannot work. Main thread only.
class Vault final : public QObject
{
    Q_OBJECT

public:
    //! Both absent where there is no keychain or no disk to write to.
    struct Stores
    {
        std::unique_ptr<Cache> cache;
        std::unique_ptr<OutboxStore> outbox;
    };

    //! \a random must be fit for secrets.
    Vault(SecretStore &secrets, QString prefix, const QDir &folder, Random &random,
          QObject *parent = nullptr);

    //! Opens the stores of \a member and removes those of anybody else. \a done is called once; not at all
    //! where open() or wipe() is called in between.
    void open(MemberId member, std::function<void(std::shared_ptr<Stores>)> done);
    //! Removes files and keys of every member; the stores must be closed.
    void wipe();

private:
    void openWith(MemberId member, const crypto::SealingKey &key,
                  const std::function<void(std::shared_ptr<Stores>)> &done);
    void removeFiles(const std::function<bool(MemberId)> &which);
    [[nodiscard]] QString keyName(MemberId member) const;
    [[nodiscard]] QString path(MemberId member, QLatin1String suffix) const;

    SecretStore &m_secrets;
    const QString m_prefix;
    const QDir m_folder;
    Random &m_random;
    quint64 m_turn =
        0; //!< raised by every open() and wipe(), so that a late answer of the keychain is ignored
};

} // namespace handbell::client
