// SPDX-License-Identifier: Apache-2.0
#include "client/Profile.h"

#include "tests/support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using client::Profile;

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesPlainNamesAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("taken");
        QTest::newRow("plain") << QStringLiteral("default") << true;
        QTest::newRow("all kinds") << QStringLiteral("Front-desk_2") << true;
        QTest::newRow("longest") << QString(32, QLatin1Char('a')) << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("too long") << QString(33, QLatin1Char('a')) << false;
        QTest::newRow("a path") << QStringLiteral("../other") << false;
        QTest::newRow("a dot") << QStringLiteral("a.b") << false;
        QTest::newRow("line end") << QStringLiteral("a\n") << false;
    }
    void takesPlainNamesAlone()
    {
        QFETCH(QString, name);
        QFETCH(bool, taken);
        QTemporaryDir base;
        const auto profile = Profile::open(name, QDir(base.path()));
        QCOMPARE(profile.ok(), taken);
        if (!taken)
            QCOMPARE(profile.error().code, ErrorCode::InvalidArgument);
    }

    void keepsTheServerAndSettings()
    {
        QTemporaryDir base;
        const QDir folder(base.path());
        {
            auto profile = *Profile::open(QStringLiteral("one"), folder);
            QVERIFY(!profile.server());
            QVERIFY(
                profile.setServer({{QStringLiteral("handbell.example"), 8443}, QByteArray("\0\x01\xff", 3)})
                    .ok());
            profile.setSetting(QStringLiteral("theme"), QStringLiteral("dark"));
        }
        const auto again = *Profile::open(QStringLiteral("one"), folder);
        QVERIFY(again.server().has_value());
        QCOMPARE(again.server()->address.host, QStringLiteral("handbell.example"));
        QCOMPARE(int(again.server()->address.port), 8443);
        QCOMPARE(again.server()->authorityDer, QByteArray("\0\x01\xff", 3));
        QCOMPARE(again.setting(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
        QCOMPARE(again.setting(QStringLiteral("other"), 7).toInt(), 7);
    }

    void profilesAreApart()
    {
        QTemporaryDir base;
        auto one = *Profile::open(QStringLiteral("one"), QDir(base.path()));
        auto two = *Profile::open(QStringLiteral("two"), QDir(base.path()));
        one.setSetting(QStringLiteral("theme"), QStringLiteral("dark"));
        QVERIFY(!two.setting(QStringLiteral("theme")).isValid());
        QVERIFY(one.folder() != two.folder());
        QVERIFY(one.secretPrefix() != two.secretPrefix());
    }

    void theFolderIsTheUsersAlone()
    {
#ifdef Q_OS_WIN
        QSKIP("what others may read is the user folder's own matter on Windows");
#endif
        QTemporaryDir base;
        const auto profile = *Profile::open(QStringLiteral("one"), QDir(base.path()));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(profile.folder().path()) & others));
    }
};

HANDBELL_TEST(ProfileTest)
#include "ProfileTest.moc"
