// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace handbell::test {

//! What a program that ended left behind.
struct Ran
{
    int exit = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

//! Runs \a program to its end with \a input; exit -1 where it crashed, did not start or took more than half a
//! minute.
inline Ran run(const char *program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QString::fromLatin1(program), arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    const bool finished = process.waitForFinished(30'000);
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    if (finished && process.exitStatus() == QProcess::NormalExit)
        ran.exit = process.exitCode();
    return ran;
}

} // namespace handbell::test
