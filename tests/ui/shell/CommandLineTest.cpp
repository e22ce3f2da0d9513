// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/CommandLine.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using handbell::ErrorCode;
using handbell::ui::CommandLine;
using handbell::ui::Shell;

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsTheUsual()
    {
        const auto line = CommandLine::parse(QStringList());
        QVERIFY(line.ok());
        QCOMPARE(line->profile, QStringLiteral("default"));
        QCOMPARE(line->opening, Shell::Opening::Window);
        QVERIFY(line->invitation.isEmpty());
        QVERIFY(!line->output);
    }

    void everythingAtOnce()
    {
        const auto line =
            CommandLine::parse({QStringLiteral("--profile"), QStringLiteral("demo-desk_2"),
                                QStringLiteral("--minimised"), QStringLiteral("handbell://join/a:1/x")});
        QVERIFY(line.ok());
        QCOMPARE(line->profile, QStringLiteral("demo-desk_2"));
        QCOMPARE(line->opening, Shell::Opening::Minimised);
        QCOMPARE(line->invitation, QStringLiteral("handbell://join/a:1/x"));
    }

    void helpAndVersionArePrinted()
    {
        QVERIFY(CommandLine::parse({QStringLiteral("--help")})
                    ->output->startsWith(QStringLiteral("Usage: handbell")));
        QVERIFY(CommandLine::parse({QStringLiteral("--version")})
                    ->output->startsWith(QStringLiteral("handbell ")));
    }

    void anythingElseIsAnError_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("option") << QStringList{QStringLiteral("--frobnicate")};
        QTest::newRow("word") << QStringList{QStringLiteral("hello")};
        QTest::newRow("no name") << QStringList{QStringLiteral("--profile")};
        QTest::newRow("path as name")
            << QStringList{QStringLiteral("--profile"), QStringLiteral("../../etc")};
        QTest::newRow("long name") << QStringList{QStringLiteral("--profile"), QString(33, QLatin1Char('a'))};
        QTest::newRow("empty name") << QStringList{QStringLiteral("--profile"), QString()};
    }
    void anythingElseIsAnError()
    {
        QFETCH(QStringList, arguments);
        const auto line = CommandLine::parse(arguments);
        QVERIFY(!line.ok());
        QCOMPARE(line.error().code, ErrorCode::InvalidArgument);
        QVERIFY(line.error().detail.contains(QStringLiteral("handbell --help")));
    }

    void aSpoiltInvitationIsNotRepeated()
    {
        const auto line = CommandLine::parse({QStringLiteral("andbell://join/host:1/SECRETCODE")});
        QVERIFY(!line.ok());
        QVERIFY(!line.error().detail.contains(QStringLiteral("SECRETCODE")));
    }
};

HANDBELL_TEST(CommandLineTest)
#include "CommandLineTest.moc"
