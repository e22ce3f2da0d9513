// SPDX-License-Identifier: Apache-2.0
#include "client/KeychainSecretStore.h"

#include <QPromise>
#include <qt6keychain/keychain.h>

#include <memory>

namespace handbell::client {

namespace {

//! The name under which all of Handbell's secrets stand in the keychain.
QString serviceName()
{
    return QStringLiteral("Handbell");
}

Error errorOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound)
        return {ErrorCode::NotFound, QStringLiteral("no such secret")};
    return {ErrorCode::KeychainUnavailable,
            QStringLiteral("keychain error %1").arg(static_cast<int>(job.error()))};
}

//! Starts \a job, which deletes itself, and turns its end into an answer with \a outcome.
template <class T, class Job, class Outcome>
QFuture<T> run(Job *job, const QString &name, Outcome outcome)
{
    job->setKey(name);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QObject::connect(job, &QKeychain::Job::finished, job, [job, promise, outcome] {
        promise->addResult(outcome(*job));
        promise->finish();
    });
    job->start();
    return promise->future();
}

} // namespace

QFuture<Result<QByteArray>> KeychainSecretStore::read(const QString &name)
{
    using Answer = Result<QByteArray>;
    return run<Answer>(new QKeychain::ReadPasswordJob(serviceName()), name,
                       [](const QKeychain::ReadPasswordJob &job) -> Answer {
                           return job.error() == QKeychain::NoError ? Answer(job.binaryData()) : errorOf(job);
                       });
}

QFuture<Result<void>> KeychainSecretStore::write(const QString &name, const QByteArray &value)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setBinaryData(value);
    return run<Result<void>>(job, name, [](const QKeychain::WritePasswordJob &done) -> Result<void> {
        return done.error() == QKeychain::NoError ? Result<void>() : errorOf(done);
    });
}

QFuture<Result<void>> KeychainSecretStore::remove(const QString &name)
{
    return run<Result<void>>(new QKeychain::DeletePasswordJob(serviceName()), name,
                             [](const QKeychain::DeletePasswordJob &job) -> Result<void> {
                                 const bool gone = job.error() == QKeychain::NoError ||
                                                   job.error() == QKeychain::EntryNotFound;
                                 return gone ? Result<void>() : errorOf(job);
                             });
}

} // namespace handbell::client
