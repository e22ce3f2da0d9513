// SPDX-License-Identifier: Apache-2.0
#include "storage/Migrator.h"

#include "base/Log.h"
#include "storage/Transaction.h"

#include <QFile>
#include <QUuid>

namespace handbell::storage {

namespace {

constexpr auto readVersion = "PRAGMA user_version";
constexpr auto readApplicationId = "PRAGMA application_id";
constexpr int maxBackups = 1000;

Error newer(qint64 version, int known)
{
    return {ErrorCode::NewerDatabase,
            QStringLiteral("the database has version %1; this Handbell knows versions up to %2")
                .arg(version)
                .arg(known)};
}

//! Copies the whole file, under a name of its own first: what carries the final name is complete, and another
//! process doing the same is not in the way.
Result<void> backUp(Database &database, int version)
{
    const QString unfinished =
        QStringLiteral("%1.%2.tmp").arg(database.path(), QUuid::createUuid().toString(QUuid::Id128));
    if (auto done = database.backupTo(unfinished); !done) {
        QFile::remove(unfinished);
        return done;
    }
    const QString wanted = QStringLiteral("%1.v%2.backup").arg(database.path()).arg(version);
    QString name = wanted;
    for (int i = 2; i <= maxBackups; ++i) {
        if (QFile::rename(unfinished, name)) // never onto an existing file
            return {};
        name = QStringLiteral("%1-%2").arg(wanted).arg(i);
    }
    QFile::remove(unfinished);
    return Error{ErrorCode::IoError, QStringLiteral("the copy of the database could not be named")};
}

Result<void> runStep(Database &database, const Migration &migration)
{
    if (const auto *function = std::get_if<Migration::Function>(&migration.step))
        return (*function)(database);
    for (const QString &sql : std::get<Migration::Statements>(migration.step)) {
        if (auto done = database.execute(sql); !done)
            return done;
    }
    return {};
}

//! One migration with its version number, unless another process did it meanwhile.
Result<void> apply(Database &database, const Schema &schema, const Migration &migration)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto version = database.number(QString(QLatin1String(readVersion)));
    if (!version)
        return version.error();
    if (*version >= migration.number)
        return {};
    if (auto done = runStep(database, migration); !done)
        return done;
    // Pragmas take no bound values; both numbers are ours. They are part of the transaction, being in the
    // header.
    for (const QString &sql :
         {QStringLiteral("PRAGMA application_id = %1").arg(static_cast<qint32>(schema.applicationId)),
          QStringLiteral("PRAGMA user_version = %1").arg(migration.number)}) {
        if (auto done = database.execute(sql); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace

Result<int> versionOf(Database &database, const Schema &schema)
{
    const auto version = database.number(QString(QLatin1String(readVersion)));
    if (!version)
        return version.error();
    const auto id = database.number(QLatin1String(readApplicationId));
    if (!id)
        return id.error();
    const auto tables = database.number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables)
        return tables.error();
    const bool fresh = *version == 0 && *id == 0 && *tables == 0;
    if (!fresh && static_cast<quint32>(*id) != schema.applicationId) {
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("the file is an SQLite database of some other kind")};
    }
    return static_cast<int>(*version);
}

Result<void> migrate(Database &database, const Schema &schema)
{
    const auto version = versionOf(database, schema);
    if (!version)
        return version.error();
    if (*version > schema.version())
        return newer(*version, schema.version());
    if (*version == schema.version())
        return {};
    if (*version > 0) {
        if (auto done = backUp(database, *version); !done)
            return done;
        qCInfo(logStorage) << "database copied before its migration from version" << *version;
    }
    for (const Migration &migration : schema.migrations) {
        Q_ASSERT(migration.number == &migration - schema.migrations.data() + 1);
        if (migration.number <= *version)
            continue;
        if (auto done = apply(database, schema, migration); !done) {
            qCWarning(logStorage) << "migration" << migration.number
                                  << "failed:" << wireName(done.error().code);
            return done;
        }
    }
    return {};
}

Result<void> requireCurrent(Database &database, const Schema &schema)
{
    const auto version = versionOf(database, schema);
    if (!version)
        return version.error();
    if (*version > schema.version())
        return newer(*version, schema.version());
    if (*version < schema.version()) {
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("the database is of the earlier version %1 and has to be opened for "
                                    "writing once")
                         .arg(*version)};
    }
    return {};
}

} // namespace handbell::storage
