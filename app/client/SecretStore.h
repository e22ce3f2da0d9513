// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

namespace handbell::client {

//! Where a workstation keeps its secrets: the OS keychain in the program, memory in tests. There is no
//! plain-text form: where no keychain exists every call answers KeychainUnavailable and people sign in each
//! time. Values are under 1 KB. Main thread only.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The secret named \a name; NotFound where there is none.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> read(const QString &name) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> write(const QString &name, const QByteArray &value) = 0;
    //! Removing what is not there succeeds.
    [[nodiscard]] virtual QFuture<Result<void>> remove(const QString &name) = 0;
};

} // namespace handbell::client
