// SPDX-License-Identifier: Apache-2.0
#include "server/administration/TuningReport.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::administration;
using namespace std::chrono_literals;

class TuningReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByWeekKindAndRule()
    {
        TuningReport report;
        for (const int member : {1, 2, 3, 3})
            report.add(overridden(member, monday,
                                  {u"phone_number.with_name"_s, u"person_name.with_phone_number"_s}));
        for (const int member : {1, 2, 3})
            report.add(
                overridden(member, monday + std::chrono::days(7), {u"phone_number.with_name"_s}, true));
        const std::chrono::year_month_day first{monday};
        const std::chrono::year_month_day second{monday + std::chrono::days(7)};
        QVERIFY(report.lines() == (std::vector<TuningReport::Line>{
                                      {first, u"person_name"_s, u"person_name.with_phone_number"_s, 4, 0},
                                      {first, u"phone_number"_s, u"phone_number.with_name"_s, 4, 0},
                                      {second, u"phone_number"_s, u"phone_number.with_name"_s, 3, 3},
                                  }));
        QCOMPARE(report.withheld(), 0);
    }

    void aWeekIsFromMondayToSunday_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("same");
        QTest::newRow("first moment") << 0 << true;
        QTest::newRow("last moment") << 7 * 86'400 - 1 << true;
        QTest::newRow("next Monday") << 7 * 86'400 << false;
        QTest::newRow("Sunday before") << -1 << false;
    }
    void aWeekIsFromMondayToSunday()
    {
        QFETCH(int, seconds);
        QFETCH(bool, same);
        TuningReport report;
        for (const int member : {1, 2, 3})
            report.add(overridden(member, WallTime(monday) + std::chrono::seconds(seconds), {u"a.b"_s}));
        QCOMPARE(report.lines().size(), size_t(1));
        QCOMPARE(report.lines().front().week == std::chrono::year_month_day{monday}, same);
    }

    void nobodysHabitsShow()
    {
        TuningReport report;
        for (int i = 0; i < 50; ++i)
            report.add(overridden(1 + i % 2, monday, {u"nhs_number.issued"_s}));
        QVERIFY(report.lines().empty());
        QCOMPARE(report.withheld(), 1);
        report.add(overridden(3, monday, {u"nhs_number.issued"_s}));
        QCOMPARE(report.lines().size(), size_t(1));
        QCOMPARE(report.withheld(), 0);
    }

    void otherEventsDoNotCount()
    {
        TuningReport report;
        for (const int member : {1, 2, 3}) {
            protocol::Event event;
            event.actor = MemberId{member};
            event.payload = protocol::MessagePosted{ConversationId{2}};
            report.add(event);
        }
        QVERIFY(report.lines().empty());
        QCOMPARE(report.withheld(), 0);
    }

private:
    static constexpr std::chrono::sys_days monday{std::chrono::year{2025} / 11 / 24};

    static protocol::Event overridden(int member, WallTime at, const std::vector<QString> &rules,
                                      bool notPatient = false)
    {
        protocol::GuardOverridden payload;
        payload.rules = rules;
        if (notPatient)
            payload.notPatient = true;
        protocol::Event event;
        event.actor = MemberId{member};
        event.at = at;
        event.payload = payload;
        return event;
    }
};

HANDBELL_TEST(TuningReportTest)
#include "TuningReportTest.moc"
