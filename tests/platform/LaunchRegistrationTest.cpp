// SPDX-License-Identifier: Apache-2.0
#include "platform/LaunchRegistration.h"

#include "tests/support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using handbell::platform::LaunchRegistration;

class LaunchRegistrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->filePath(QStringLiteral("data")).toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_home->filePath(QStringLiteral("config")).toLocal8Bit());
        qputenv("XDG_DATA_DIRS", m_home->filePath(QStringLiteral("system")).toLocal8Bit());
    }

    void startsAtLogOnOnceAsked()
    {
        const auto launch = LaunchRegistration::make(QStringLiteral("/opt/handbell/bin/handbell"));
        QVERIFY(!launch->startsAtLogOn());
        QVERIFY(launch->startAtLogOn().ok());
        QVERIFY(launch->startsAtLogOn());
        QVERIFY(content("config/autostart/handbell.desktop")
                    .contains("Exec=\"/opt/handbell/bin/handbell\" --minimised\n"));
        QVERIFY(launch->doNotStartAtLogOn().ok());
        QVERIFY(!launch->startsAtLogOn());
        QVERIFY(launch->doNotStartAtLogOn().ok());
    }

    void aProgramsPathIsQuoted_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QByteArray>("exec");
        QTest::newRow("space") << QStringLiteral("/a b/handbell") << QByteArray("Exec=\"/a b/handbell\" %u");
        QTest::newRow("percent") << QStringLiteral("/100%/handbell")
                                 << QByteArray("Exec=\"/100%%/handbell\" %u");
        QTest::newRow("dollar") << QStringLiteral("/$HOME/handbell")
                                << QByteArray("Exec=\"/\\\\$HOME/handbell\" %u");
        QTest::newRow("quote") << QStringLiteral("/a\"b/handbell")
                               << QByteArray("Exec=\"/a\\\\\"b/handbell\" %u");
        QTest::newRow("backslash") << QStringLiteral("/a\\b/handbell")
                                   << QByteArray("Exec=\"/a\\\\\\\\b/handbell\" %u");
    }
    void aProgramsPathIsQuoted()
    {
        QFETCH(QString, program);
        QFETCH(QByteArray, exec);
        QVERIFY(LaunchRegistration::make(program)->openLinks().ok());
        const QByteArray written = content("data/applications/handbell.desktop");
        QVERIFY2(written.contains(QByteArray(exec + '\n')), written.constData());
        QVERIFY(written.contains("MimeType=x-scheme-handler/handbell;\n"));
    }

    void leavesThePackagesEntryAlone()
    {
        QVERIFY(QDir().mkpath(m_home->filePath(QStringLiteral("system/applications"))));
        QFile package(m_home->filePath(QStringLiteral("system/applications/handbell.desktop")));
        QVERIFY(package.open(QIODevice::WriteOnly));
        package.close();
        QVERIFY(LaunchRegistration::make(QStringLiteral("/tmp/handbell"))->openLinks().ok());
        QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("data/applications/handbell.desktop"))));
    }

    void saysWhereItMayNotWrite()
    {
        // A file where the folder should be.
        QFile blocked(m_home->filePath(QStringLiteral("config")));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        const auto result = LaunchRegistration::make(QStringLiteral("/tmp/handbell"))->startAtLogOn();
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, handbell::ErrorCode::NotPermitted);
    }

private:
    QByteArray content(const char *path)
    {
        QFile file(m_home->filePath(QString::fromLatin1(path)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

HANDBELL_TEST(LaunchRegistrationTest)
#include "LaunchRegistrationTest.moc"
