// SPDX-License-Identifier: Apache-2.0
#include "server/administration/LedgerReading.h"

#include "server/administration/InterruptionLedger.h"
#include "tests/support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::administration;
using namespace handbell::protocol;
using namespace std::chrono_literals;

//! Ledgers read from a record on the disk.
class LedgerReadingTest : public QObject
{
    Q_OBJECT

    //! An alert or two a day, with people who come and go, over 30 days.
    static constexpr WallTime start{std::chrono::sys_days{std::chrono::year{2025} / 11 / 1}};
    static constexpr int days = 30;
    QTemporaryDir m_directory;
    SystemRandom m_random;
    std::optional<record::Record> m_record;

    void append(std::vector<Payload> payloads, WallTime at)
    {
        std::vector<record::EventDraft> drafts;
        for (Payload &payload : payloads) {
            drafts.emplace_back();
            drafts.back().payload = std::move(payload);
        }
        QVERIFY(m_record->append(drafts, at).ok());
    }
    static Payload raised(const Address &address, std::vector<MemberId> targets)
    {
        AlertRaised alert;
        alert.address = address;
        alert.targets = std::move(targets);
        return alert;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto record =
            record::Record::create(m_directory.filePath(u"record.db"_s), m_random, storage::Durability::None);
        QVERIFY(record.ok());
        m_record.emplace(*std::move(record));
        append({RoomAdded{u"Room 1"_s, RoomKind::Consulting}, RoomAdded{u"Room 2"_s, RoomKind::Consulting},
                WorkstationAdded{u"PC 1"_s, RoomId(1)}, WorkstationAdded{u"PC 2"_s, RoomId(2)},
                MemberAdded{u"Lin Chen"_s, u"Nurse"_s, {}},
                ConversationCreated{ConversationKind::Everyone, {}, {}}},
               start);
        for (int day = 0; day < days; ++day) {
            std::vector<Payload> events;
            // A thousand events a page: so many that pages do not end where days do.
            for (int i = 0; i < 70; ++i) {
                events.emplace_back(MessagePosted{ConversationId(6)});
                events.emplace_back(MemberSignedIn{MemberId(5), WorkstationId(3 + day % 2)});
            }
            events.push_back(raised(Address::person(MemberId(5)), {MemberId(5)}));
            append(std::move(events), start + std::chrono::days(day) + 9h);
        }
    }

    void onlyTheTimeCountsButThePastIsKnown_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("count");
        QTest::newRow("everything") << 0 << days;
        QTest::newRow("the first day") << 0 << 1;
        QTest::newRow("a day in between") << 14 << 1;
        QTest::newRow("a week") << 20 << 7;
        QTest::newRow("the last day") << days - 1 << 1;
        QTest::newRow("afterwards") << days + 1 << 0;
        QTest::newRow("long before") << -400 << 0;
    }
    void onlyTheTimeCountsButThePastIsKnown()
    {
        QFETCH(int, first);
        QFETCH(int, count);
        const WallTime from = start + std::chrono::days(first);
        const auto ledger =
            readLedger(*m_record, from, from + std::chrono::days(std::max(count, 1)), QTimeZone::utc());
        QVERIFY(ledger.ok());
        QCOMPARE(ledger->all.alerts(), count);
        // What is read in two parts is the same as what is read as a whole.
        InterruptionLedger whole(from, from + std::chrono::days(std::max(count, 1)), QTimeZone::utc());
        const auto events = m_record->eventsAfter({}, 100'000);
        for (const Event &event : *events)
            whole.add(event);
        QVERIFY(*ledger == whole.ledger());
        for (const LedgerLine &line : ledger->rooms)
            QVERIFY(!line.name.isEmpty());
    }

    void itIsBrokenOffWhereItShallNotGoOn()
    {
        int asked = 0;
        const auto ledger = readLedger(*m_record, start, start + std::chrono::days(days), QTimeZone::utc(),
                                       [&asked] { return ++asked < 3; });
        QCOMPARE(ledger.error().code, ErrorCode::ServerStopping);
        QCOMPARE(asked, 3);
    }

    void anEmptyRecordHasNoAlerts()
    {
        const auto record =
            record::Record::create(m_directory.filePath(u"empty.db"_s), m_random, storage::Durability::None);
        const auto ledger = readLedger(*record, start, start + std::chrono::days(1), QTimeZone::utc());
        QVERIFY(ledger.ok());
        QCOMPARE(ledger->all.alerts(), 0);
    }
};

HANDBELL_TEST(LedgerReadingTest)
#include "LedgerReadingTest.moc"
