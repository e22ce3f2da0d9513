// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SingleInstance.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using handbell::ErrorCode;
using handbell::ui::SingleInstance;

// The second start is a real second process: a lock does not hold against its own.
class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_runtime = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_runtime->path().toLocal8Bit());
    }

    void theFirstGoesOn()
    {
        SingleInstance first(QStringLiteral("handbell-test"));
        const auto outcome = first.begin({});
        QVERIFY(outcome.ok());
        QCOMPARE(*outcome, SingleInstance::Outcome::First);
    }

    void aSecondStartHandsItsInvitationOn_data()
    {
        QTest::addColumn<QString>("invitation");
        QTest::newRow("none") << QString();
        QTest::newRow("one") << QStringLiteral("handbell://join/handbell.example:8443/AAAA");
        QTest::newRow("with line breaks") << QStringLiteral("handbell://join/a:1/\nBBBB");
    }
    void aSecondStartHandsItsInvitationOn()
    {
        QFETCH(QString, invitation);
        SingleInstance first(QStringLiteral("handbell-test"));
        QVERIFY(first.begin({}).ok());
        QSignalSpy again(&first, &SingleInstance::startedAgain);
        QProcess second;
        start(second, QStringLiteral("handbell-test"), invitation);
        QTRY_COMPARE(again.count(), 1);
        QCOMPARE(again.first().first().toString(), invitation.simplified());
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
        QCOMPARE(second.exitCode(), 10);
    }

    void anotherProfileIsAnotherFirst()
    {
        SingleInstance first(QStringLiteral("handbell-one"));
        QVERIFY(first.begin({}).ok());
        QProcess second;
        start(second, QStringLiteral("handbell-two"), {});
        QVERIFY(second.waitForFinished());
        QCOMPARE(second.exitCode(), 11);
    }

    void whatACrashLeftIsNoObstacle()
    {
        QProcess crashing;
        start(crashing, QStringLiteral("handbell-test"), QStringLiteral("crash"));
        QVERIFY(crashing.waitForFinished());
        SingleInstance first(QStringLiteral("handbell-test"));
        const auto outcome = first.begin({});
        QVERIFY(outcome.ok());
        QCOMPARE(*outcome, SingleInstance::Outcome::First);
    }

    void saysWhenTheFirstDoesNotAnswer()
    {
        SingleInstance first(QStringLiteral("handbell-test"));
        QVERIFY(first.begin({}).ok());
        QProcess second;
        start(second, QStringLiteral("handbell-test"), QStringLiteral("impatient"));
        QVERIFY(second.waitForFinished()); // this thread runs no event loop meanwhile, so nobody answers
        QCOMPARE(second.exitCode(), 12);
    }

    void strangersAreNotHeard()
    {
        SingleInstance first(QStringLiteral("handbell-test"));
        QVERIFY(first.begin({}).ok());
        QSignalSpy again(&first, &SingleInstance::startedAgain);
        QLocalSocket socket;
        socket.connectToServer(m_runtime->filePath(QStringLiteral("handbell-test")));
        QVERIFY(socket.waitForConnected());
        socket.write("GET / HTTP/1.1\n");
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(again.count(), 0);
    }

    void onlyTheUserReachesIt()
    {
#ifdef Q_OS_UNIX
        SingleInstance first(QStringLiteral("handbell-test"));
        QVERIFY(first.begin({}).ok());
        const QFileInfo socket(m_runtime->filePath(QStringLiteral("handbell-test")));
        QVERIFY(!(socket.permissions() &
                  (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
#endif
    }

private:
    static void start(QProcess &process, const QString &name, const QString &invitation)
    {
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--second"), name, invitation});
    }

    std::unique_ptr<QTemporaryDir> m_runtime;
};

namespace {

//! What the second process does; its exit status tells the outcome.
int second(const QString &name, const QString &invitation)
{
    SingleInstance instance(name);
    const auto patience = std::chrono::milliseconds(invitation == QLatin1String("impatient") ? 200 : 10'000);
    const auto outcome = instance.begin(invitation, patience);
    if (invitation == QLatin1String("crash"))
        std::_Exit(1);
    if (!outcome)
        return outcome.error().code == ErrorCode::Unreachable ? 12 : 13;
    return *outcome == SingleInstance::Outcome::HandedOn ? 10 : 11;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QLatin1String("--second"))
        return second(arguments.value(2), arguments.value(3));
    SingleInstanceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "SingleInstanceTest.moc"
