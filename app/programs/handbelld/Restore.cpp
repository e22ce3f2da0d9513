// SPDX-License-Identifier: Apache-2.0
#include "programs/handbelld/Commands.h"
#include "programs/handbelld/PrivateCopy.h"
#include "record/Record.h"
#include "server/administration/DataDirectory.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace handbell::programs {

namespace {

using administration::DataDirectory;
using record::Record;

struct Restored
{
    Seq head;
    QString aside; //!< where the record of before is; empty where there was none
};

//! The last event of the backup \a file, which is this practice's and whole.
Result<Seq> checkBackup(const QString &file, const QByteArray &publicKey, Random &random)
{
    const auto backup = Record::open(file, random, Record::Access::ReadOnly);
    if (!backup)
        return backup.error();
    const auto report = backup->verify(publicKey);
    if (!report)
        return report.error();
    if (report->problem)
        return Error{ErrorCode::CorruptRecord,
                     QStringLiteral("%1 is damaged, or another practice's (%2): nothing was changed")
                         .arg(file, flawName(report->problem->flaw))};
    return report->head;
}

//! Moves \a record with what SQLite keeps beside it out of the way.
Result<QString> setAside(const QString &record)
{
    if (!QFileInfo::exists(record))
        return QString();
    const QString aside = record + QStringLiteral(".before-") +
                          QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    for (const char *part : {"", "-wal", "-shm"}) {
        const QString from = record + QLatin1String(part);
        if (QFileInfo::exists(from) && !QFile::rename(from, aside + QLatin1String(part)))
            return Error{ErrorCode::IoError, QStringLiteral("%1 cannot be renamed").arg(from)};
    }
    return aside;
}

Result<Restored> restoreFrom(const QString &file, const DataDirectory &directory)
{
    const auto lock = directory.lockForServing();
    if (!lock)
        return lock.error();
    const auto publicKey = directory.recordPublicKey();
    if (!publicKey)
        return publicKey.error();
    SystemRandom random;
    const auto head = checkBackup(file, *publicKey, random);
    if (!head)
        return head.error();
    const QString fresh =
        QStringLiteral("%1/restore-%2.tmp").arg(directory.path(), QUuid::createUuid().toString(QUuid::Id128));
    auto done = copyPrivately(file, fresh);
    if (done) {
        auto copy = Record::open(fresh, random);
        done = copy ? copy->startNewEpoch() : copy.error();
    }
    auto aside = done ? setAside(directory.recordFile()) : Result<QString>(done.error());
    if (aside && !QFile::rename(fresh, directory.recordFile()))
        aside = Error{ErrorCode::IoError, QStringLiteral("%1 cannot be renamed").arg(fresh)};
    if (!aside) {
        QFile::remove(fresh);
        return aside.error();
    }
    return Restored{*head, *aside};
}

Outcome restore(const Arguments &arguments)
{
    const auto directory = DataDirectory::open(arguments.value("data"));
    if (!directory)
        return Outcome::failed(directory.error());
    const QString from = QFileInfo(arguments.value("from")).absoluteFilePath();
    const auto restored = restoreFrom(from, *directory);
    if (!restored)
        return Outcome::failed(restored.error());
    QString text =
        QStringLiteral("The record is that of %1, up to event %2.\n").arg(from).arg(restored->head.value);
    if (!restored->aside.isEmpty())
        text += QStringLiteral("What it was before is kept in %1.\n").arg(restored->aside);
    text += QStringLiteral(
        "Start the server: workstations notice, and send again what their people wrote in the last "
        "week and the backup lacks.\n");
    return Outcome::done(text, {{QStringLiteral("file"), from},
                                {QStringLiteral("head"), restored->head.value},
                                {QStringLiteral("before"), restored->aside}});
}

} // namespace

Command restoreCommand()
{
    return {QStringLiteral("restore"),
            {},
            QStringLiteral("Go back to a backup, with the server stopped. What was there is kept beside it."),
            0,
            0,
            {valueOption("from", "A file that \"handbelld backup\" made.", "FILE")},
            {QStringLiteral("data"), QStringLiteral("from")},
            restore};
}

} // namespace handbell::programs
