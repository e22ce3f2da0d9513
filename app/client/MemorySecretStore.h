// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/SecretStore.h"

#include <QPromise>

#include <map>

namespace handbell::client {

//! Secrets for as long as the program runs, answered at once: for tests, and for what must leave no trace.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT

public:
    //! Whether this stands for a desktop with a keychain or for one without.
    enum class Kind { Keychain, NoKeychain };

    explicit MemorySecretStore(Kind kind = Kind::Keychain, QObject *parent = nullptr)
        : SecretStore(parent)
        , m_kind(kind)
    {
    }

    QFuture<Result<QByteArray>> read(const QString &name) override
    {
        if (m_kind == Kind::NoKeychain)
            return ready<Result<QByteArray>>(Error{ErrorCode::KeychainUnavailable, {}});
        const auto found = m_values.find(name);
        if (found == m_values.end())
            return ready<Result<QByteArray>>(Error{ErrorCode::NotFound, {}});
        return ready<Result<QByteArray>>(found->second);
    }
    QFuture<Result<void>> write(const QString &name, const QByteArray &value) override
    {
        if (m_kind == Kind::NoKeychain)
            return ready<Result<void>>(Error{ErrorCode::KeychainUnavailable, {}});
        m_values[name] = value;
        return ready<Result<void>>({});
    }
    QFuture<Result<void>> remove(const QString &name) override
    {
        if (m_kind == Kind::NoKeychain)
            return ready<Result<void>>(Error{ErrorCode::KeychainUnavailable, {}});
        m_values.erase(name);
        return ready<Result<void>>({});
    }

    //! What is kept.
    [[nodiscard]] const std::map<QString, QByteArray> &values() const { return m_values; }

private:
    template <class T>
    static QFuture<T> ready(const T &value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(value);
        promise.finish();
        return promise.future();
    }

    const Kind m_kind;
    std::map<QString, QByteArray> m_values;
};

} // namespace handbell::client
