// SPDX-License-Identifier: Apache-2.0
#include "server/administration/LedgerReading.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::protocol;
using namespace std::chrono_literals;

//! What reading the ledger of a whole record costs: a practice of 40 members in ten rooms, whose events are
//! to half messages, to four tenths alerts and their answers, and to one tenth people who change their place.
class LedgerBenchmark : public QObject
{
    Q_OBJECT

    static constexpr int events = 100'000;
    static constexpr WallTime start{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}};
    QTemporaryDir m_directory;
    SeededRandom m_random{7};
    qint64 m_seq = 0;
    std::vector<record::EventDraft> m_drafts;

    qint64 draft(Payload payload, MemberId actor = {}, std::optional<QString> text = {})
    {
        record::EventDraft draft;
        draft.actor = actor;
        draft.payload = std::move(payload);
        draft.text = std::move(text);
        m_drafts.push_back(std::move(draft));
        return ++m_seq;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto record =
            record::Record::create(m_directory.filePath(u"record.db"_s), m_random, storage::Durability::None);
        QVERIFY(record.ok());
        draft(PracticeCreated{u"Riverside Surgery"_s});
        const ConversationId all(draft(ConversationCreated{ConversationKind::Everyone, {}, {}}));
        const TemplateId alert(draft(TemplateSaved{}));
        std::vector<WorkstationId> places;
        std::vector<MemberId> members;
        for (int i = 0; i < 10; ++i) {
            const RoomId room(draft(RoomAdded{u"Room %1"_s.arg(i), RoomKind::Consulting}));
            for (int j = 0; j < 4; ++j)
                places.emplace_back(draft(WorkstationAdded{u"PC %1 %2"_s.arg(i).arg(j), room}));
        }
        const QStringList roles{u"GP"_s, u"Nurse"_s, u"Receptionist"_s, u"Manager"_s};
        for (int i = 0; i < 40; ++i) {
            members.emplace_back(draft(MemberAdded{u"Member %1"_s.arg(i), roles[i % 4], {}}));
            draft(MemberSignedIn{members.back(), places[size_t(i)]});
        }
        int made = 0;
        WallTime at = start;
        while (m_seq < events) {
            const auto step = size_t(made++);
            const MemberId member = members[step % members.size()];
            const MemberId other = members[(step * 7 + 1) % members.size()];
            draft(MessagePosted{all}, member, u"The phones are back, thank you"_s);
            draft(MessagePosted{all}, other, u"Can anyone cover 12 to 12:30?"_s);
            if (step % 5 == 0) {
                draft(MemberSignedOut{member, places[step % places.size()]});
                draft(MemberSignedIn{member, places[step % places.size()]});
            }
            AlertRaised raised;
            raised.alertTemplate = alert;
            raised.address = Address::person(other);
            raised.replies = {Reply::Coming, Reply::TwoMinutes, Reply::PassOn};
            raised.escalation = {{120, Address::ofRole(u"Nurse"_s)}};
            raised.targets = {other};
            const AlertId rung(draft(raised, member));
            draft(AlertAnswered{rung, Reply::Coming, {member, other}}, other);
            if (m_drafts.size() > 5'000) {
                QVERIFY(record->append(m_drafts, at).ok());
                m_drafts.clear();
                at += 24h;
            }
        }
        QVERIFY(record->append(m_drafts, at).ok());
    }

    void read()
    {
        const auto record = record::Record::open(m_directory.filePath(u"record.db"_s), m_random,
                                                 record::Record::Access::ReadOnly);
        QVERIFY(record.ok());
        Result<Ledger> ledger = Ledger{};
        QBENCHMARK
        {
            ledger =
                administration::readLedger(*record, start, start + 24h * 366, QTimeZone("Europe/London"));
        }
        QVERIFY(ledger.ok());
        QVERIFY(ledger->all.alerts() > events / 6);
        QVERIFY(ledger->rooms.size() == 10);
    }
};

QTEST_GUILESS_MAIN(LedgerBenchmark)
#include "LedgerBenchmark.moc"
