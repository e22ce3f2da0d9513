// SPDX-License-Identifier: Apache-2.0
#include "client/models/Matching.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using client::matchScore;
using client::naturallyBefore;

class MatchingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomsSortAsPeopleRead()
    {
        QStringList rooms{QStringLiteral("Consulting room 10"), QStringLiteral("consulting room 2"),
                          QStringLiteral("Back office"),        QStringLiteral("Consulting room 9"),
                          QStringLiteral("Consulting room 09"), QStringLiteral("Consulting room")};
        std::sort(rooms.begin(), rooms.end(), naturallyBefore);
        QCOMPARE(rooms.first(), QStringLiteral("Back office"));
        QCOMPARE(rooms.at(1), QStringLiteral("Consulting room"));
        QCOMPARE(rooms.at(2), QStringLiteral("consulting room 2"));
        QCOMPARE(rooms.last(), QStringLiteral("Consulting room 10"));
        for (const QString &room : rooms)
            QVERIFY(!naturallyBefore(room, room));
    }

    void aFewLettersFind_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("finds");
        const auto row = [](const char *typed, const char *name, bool finds) {
            QTest::addRow("%s in %s", typed, name)
                << QString::fromUtf8(typed) << QString::fromUtf8(name) << finds;
        };
        row("c3", "Consulting room 3", true);
        row("cr3", "Consulting room 3", true);
        row("C 3", "Consulting room 3", true);
        row("con3", "Consulting room 3", true);
        row("3", "Consulting room 3", true);
        row("room3", "Consulting room 3", true);
        row("c4", "Consulting room 3", false);
        row("3c", "Consulting room 3", false);
        row("c1", "Consulting room 10", true);
        row("c10", "Consulting room 10", true);
        row("c10", "Consulting room 1", false);
        row("c0", "Consulting room 10", false);
        row("nur", "Nurse", true);
        row("urs", "Nurse", true); // three letters from inside
        row("ur", "Nurse", false);
        row("pat", "Dr Anna Patel", true);
        row("ap", "Dr Anna Patel", true);
        row("dap", "Dr Anna Patel", true);
        row("pa", "Dr Anna Patel", true);
        row("xp", "Dr Anna Patel", false);
        row("sion", "Siôn Rees", true);
        row("siôn", "Sion Rees", true);
        row("", "anything", true);
        row(" ", "anything", true);
        row("!", "anything", false);
    }
    void aFewLettersFind()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(bool, finds);
        QCOMPARE(matchScore(typed, name) > 0, finds);
    }

    void theBetterFitScoresHigher_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        const auto row = [](const char *typed, const char *better, const char *worse) {
            QTest::addRow("%s: %s", typed, better)
                << QString::fromUtf8(typed) << QString::fromUtf8(better) << QString::fromUtf8(worse);
        };
        row("c1", "Consulting room 1", "Consulting room 10");
        row("nurse", "Nurse", "Nurses");
        row("fro", "Front desk 1", "Old Frome room");
        row("pa", "Pat Lee", "Dr Anna Patel");
        row("man", "Manager", "Chairman");
    }
    void theBetterFitScoresHigher()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(matchScore(typed, better) > matchScore(typed, worse));
    }

    void longInputStaysQuick()
    {
        QVERIFY(matchScore(QString(60, QLatin1Char('a')),
                           QString(60, QLatin1Char('a')).replace(1, 1, QLatin1Char(' '))) >= 0);
        QString spaced;
        for (int i = 0; i < 30; ++i)
            spaced += QStringLiteral("a ");
        QVERIFY(matchScore(QString(QString(29, QLatin1Char('a')) + QLatin1Char('b')), spaced) == 0);
    }
};

HANDBELL_TEST(MatchingTest)
#include "MatchingTest.moc"
