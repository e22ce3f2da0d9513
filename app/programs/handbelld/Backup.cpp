// SPDX-License-Identifier: Apache-2.0
#include "programs/handbelld/Commands.h"
#include "programs/handbelld/PrivateCopy.h"
#include "server/administration/Administration.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace handbell::programs {

namespace {

using administration::Administration;
using administration::DataDirectory;

Result<void> backUp(const DataDirectory &directory, const QString &to)
{
    if (QFileInfo::exists(to))
        return Error{ErrorCode::AlreadyExists, QStringLiteral("%1 exists: choose a new name").arg(to)};
    const SystemClock clock;
    SystemRandom random;
    auto administration = Administration::open(directory, record::Record::Access::ReadWrite, clock, random);
    if (!administration)
        return administration.error();
    // SQLite makes its copy with the permissions of the day, so it is made where nobody else can look.
    const QString inside =
        QStringLiteral("%1/backup-%2.tmp").arg(directory.path(), QUuid::createUuid().toString(QUuid::Id128));
    auto done = administration->record().backupTo(inside);
    if (done)
        done = copyPrivately(inside, to);
    QFile::remove(inside);
    return done;
}

Outcome backup(const Arguments &arguments)
{
    const auto directory = DataDirectory::open(arguments.value("data"));
    if (!directory)
        return Outcome::failed(directory.error());
    const QString to = QFileInfo(arguments.value("to")).absoluteFilePath();
    if (const auto done = backUp(*directory, to); !done)
        return Outcome::failed(done.error());
    const qint64 size = QFileInfo(to).size();
    return Outcome::done(
        QStringLiteral(
            "%1 holds the record (%2 bytes). The keys are not in it: keep a copy of the .key, .crt and .json "
            "files of %3 in another safe place.\nTo check it: handbellctl verify --record %1 --public-key "
            "%4\n")
            .arg(to, QString::number(size), directory->path(), directory->recordPublicKeyFile()),
        {{QStringLiteral("file"), to}, {QStringLiteral("bytes"), size}});
}

} // namespace

Command backupCommand()
{
    return {QStringLiteral("backup"),
            {},
            QStringLiteral("Copy the record to a new file while the server goes on."),
            0,
            0,
            {valueOption("to", "The new file.", "FILE")},
            {QStringLiteral("data"), QStringLiteral("to")},
            backup};
}

} // namespace handbell::programs
