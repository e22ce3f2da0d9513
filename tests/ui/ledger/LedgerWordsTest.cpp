// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerWords.h"

#include "LedgerKit.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using protocol::LedgerOutcome;

class LedgerWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSentenceThatSumsUp_data()
    {
        QTest::addColumn<int>("answered");
        QTest::addColumn<int>("expired");
        QTest::addColumn<int>("cancelled");
        QTest::addColumn<int>("median");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, int answered, int expired, int cancelled, int median,
                            const QString &words) {
            QTest::newRow(name) << answered << expired << cancelled << median << words;
        };
        row("none", 0, 0, 0, -1, u"No alerts in this time"_s);
        row("many", 38, 4, 2, 40,
            u"44 alerts in the last 7 days. About 9 in 10 were answered, half of them within 40 s."_s);
        row("few", 3, 1, 0, 75,
            u"4 alerts in the last 7 days. 3 of 4 were answered, half of them within 1 min 15 s."_s);
        row("all", 30, 0, 5, 9,
            u"35 alerts in the last 7 days. All were answered, half of them within 9 s."_s);
        row("nearly all", 500, 1, 0, -1, u"501 alerts in the last 7 days. About 9 in 10 were answered."_s);
        row("nearly none", 1, 500, 0, -1, u"501 alerts in the last 7 days. About 1 in 10 were answered."_s);
        row("not one", 0, 5, 0, -1, u"5 alerts in the last 7 days. None of them was answered."_s);
        row("all cancelled", 0, 0, 3, -1, u"3 alerts in the last 7 days."_s);
    }
    void theSentenceThatSumsUp()
    {
        QFETCH(int, answered);
        QFETCH(int, expired);
        QFETCH(int, cancelled);
        QFETCH(int, median);
        const auto time = median < 0 ? std::nullopt : std::optional(median);
        const auto all = line("", answered + expired + cancelled, 0, 0,
                              LedgerOutcome{answered, expired, cancelled, 0, 0, time});
        QTEST(LedgerWords::summary(all, LedgerPeriod::Week), "words");
    }

    void theSentenceNamesTheTime()
    {
        const auto all = line("", 2, 0, 0);
        QCOMPARE(LedgerWords::summary(all, LedgerPeriod::Weeks), u"2 alerts in the last 4 weeks."_s);
        QCOMPARE(LedgerWords::summary(all, LedgerPeriod::Months), u"2 alerts in the last 3 months."_s);
    }

    void linesHaveNames()
    {
        QCOMPARE(LedgerWords::name(line("Consulting room 3", 1, 0, 0), LedgerWay::Room),
                 u"Consulting room 3"_s);
        QVERIFY(!LedgerWords::name(line("", 1, 0, 0), LedgerWay::Room).isEmpty());
        QCOMPARE(LedgerWords::name(line("", 1, 0, 0), LedgerWay::Role), u"Other roles"_s);
        QCOMPARE(LedgerWords::name(line("09", 1, 0, 0), LedgerWay::Hour), u"09:00"_s);
        QCOMPARE(LedgerWords::name(line("urgent", 0, 0, 1), LedgerWay::Importance), u"Urgent"_s);
        QCOMPARE(LedgerWords::name(line("a later one", 0, 0, 1), LedgerWay::Importance), u"a later one"_s);
    }

    void whatIsHeldBackIsADashAndWhatIsNotThereIsEmpty()
    {
        const auto heldBack = line("Room", 5, 0, 0);
        QCOMPARE(LedgerWords::share(heldBack), u"–"_s);
        QCOMPARE(LedgerWords::halfWithin(heldBack), u"–"_s);
        const auto noTime = line("Room", 5, 0, 0, LedgerOutcome{3, 2, 0, 0, 0, std::nullopt});
        QCOMPARE(LedgerWords::share(noTime), u"60 %"_s);
        QCOMPARE(LedgerWords::halfWithin(noTime), u"–"_s);
        const auto quiet = line("Room", 0, 0, 0, LedgerOutcome{});
        QCOMPARE(LedgerWords::share(quiet), QString());
        QCOMPARE(LedgerWords::halfWithin(quiet), QString());
    }

    void everyFailureHasWordsOfItsOwn()
    {
        const QString other = LedgerWords::failure(ErrorCode::Internal);
        for (const ErrorCode code :
             {ErrorCode::Unreachable, ErrorCode::Forbidden, ErrorCode::ServerBusy, ErrorCode::UnknownType})
            QVERIFY(LedgerWords::failure(code) != other);
        QVERIFY(!other.isEmpty());
    }
};

HANDBELL_TEST(LedgerWordsTest)
#include "LedgerWordsTest.moc"
