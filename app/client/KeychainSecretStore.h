// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/SecretStore.h"

namespace handbell::client {

//! Secrets in the operating system's keychain: Credential Manager on Windows, Keychain on macOS, the Secret
//! Service or KWallet elsewhere. Where none of them answers, every call says KeychainUnavailable; nothing is
//! ever written in the plain.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    QFuture<Result<QByteArray>> read(const QString &name) override;
    QFuture<Result<void>> write(const QString &name, const QByteArray &value) override;
    QFuture<Result<void>> remove(const QString &name) override;
};

} // namespace handbell::client
