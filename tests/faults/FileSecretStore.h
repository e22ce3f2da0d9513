// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/SecretStore.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>

namespace handbell::test {

//! A keychain that outlives its program, for programs that are killed: a file, as no keychain would be.
class FileSecretStore final : public client::SecretStore
{
    Q_OBJECT

public:
    explicit FileSecretStore(QString path)
        : m_path(std::move(path))
    {
    }

    QFuture<Result<QByteArray>> read(const QString &name) override
    {
        const QJsonValue value = load().value(name);
        if (value.isUndefined())
            return ready<Result<QByteArray>>(Error{ErrorCode::NotFound, {}});
        return ready<Result<QByteArray>>(value.toString().toLatin1());
    }
    QFuture<Result<void>> write(const QString &name, const QByteArray &value) override
    {
        QJsonObject all = load();
        all.insert(name, QString::fromLatin1(value));
        return ready<Result<void>>(save(all));
    }
    QFuture<Result<void>> remove(const QString &name) override
    {
        QJsonObject all = load();
        all.remove(name);
        return ready<Result<void>>(save(all));
    }

private:
    [[nodiscard]] QJsonObject load() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }
    [[nodiscard]] Result<void> save(const QJsonObject &all) const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly))
            return Error{ErrorCode::KeychainUnavailable, {}};
        file.write(QJsonDocument(all).toJson());
        return {};
    }
    template <class T>
    static QFuture<T> ready(const T &value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(value);
        promise.finish();
        return promise.future();
    }

    const QString m_path;
};

} // namespace handbell::test
