// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerView.h"

#include "LedgerKit.h"
#include "tests/support/TestProgram.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;

namespace {

QDateTime localTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

WallTime wallTime(const QDateTime &at)
{
    return WallTime(std::chrono::milliseconds(at.toMSecsSinceEpoch()));
}

} // namespace

class LedgerViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPeriodEndsWithToday_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QDate>("first");
        QTest::newRow("7 days") << int(LedgerPeriod::Week) << QDate(2025, 11, 18);
        QTest::newRow("4 weeks") << int(LedgerPeriod::Weeks) << QDate(2025, 10, 28);
        QTest::newRow("3 months") << int(LedgerPeriod::Months) << QDate(2025, 8, 25);
    }
    void aPeriodEndsWithToday()
    {
        QFETCH(int, period);
        const QDate today(2025, 11, 24);
        for (const QTime time : {QTime(0, 0), QTime(12, 30), QTime(23, 59, 59, 999)}) {
            const auto [from, until] = timeOf(LedgerPeriod(period), wallTime(QDateTime(today, time)));
            QTEST(localTime(from).date(), "first");
            QCOMPARE(localTime(from), localTime(from).date().startOfDay());
            QCOMPARE(localTime(until), today.addDays(1).startOfDay());
        }
    }

    void aPeriodIsWithinWhatAServerTakes()
    {
        // Three months, the longest, whatever the day.
        for (QDate day(2024, 1, 1); day.year() < 2026; day = day.addDays(1)) {
            const auto [from, until] = timeOf(LedgerPeriod::Months, wallTime(QDateTime(day, QTime(12, 0))));
            QVERIFY(until - from >= std::chrono::days(88));
            QVERIFY(until - from <= std::chrono::days(93));
        }
    }

    void quietHoursStandBetweenBusyOnes()
    {
        protocol::Ledger ledger;
        ledger.hours = {line("08", 1, 0, 0), line("09", 2, 0, 0), line("12", 0, 3, 0)};
        const auto lines = linesOf(ledger, LedgerWay::Hour);
        QStringList names;
        for (const protocol::LedgerLine &one : lines)
            names << one.name;
        QCOMPARE(names, (QStringList{u"08"_s, u"09"_s, u"10"_s, u"11"_s, u"12"_s}));
        QCOMPARE(lines[2].alerts(), 0);
        QVERIFY(lines[2].outcome == protocol::LedgerOutcome{});
        QVERIFY(lines[4] == ledger.hours[2]);
        QVERIFY(linesOf({}, LedgerWay::Hour).empty());
    }

    void theOtherWaysAreAsTheyCame()
    {
        const protocol::Ledger ledger = week();
        QVERIFY(linesOf(ledger, LedgerWay::Room) == ledger.rooms);
        QVERIFY(linesOf(ledger, LedgerWay::Role) == ledger.roles);
        QVERIFY(linesOf(ledger, LedgerWay::Importance) == ledger.importances);
    }
};

HANDBELL_TEST(LedgerViewTest)
#include "LedgerViewTest.moc"
