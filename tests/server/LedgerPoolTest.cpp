// SPDX-License-Identifier: Apache-2.0
#include "server/LedgerPool.h"

#include "record/Record.h"
#include "tests/support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::protocol;
using server::LedgerPool;

//! Ledgers read on a thread of their own, from a record on the disk.
class LedgerPoolTest : public QObject
{
    Q_OBJECT

    static constexpr WallTime day{std::chrono::sys_days{std::chrono::year{2025} / 11 / 24}};
    QTemporaryDir m_directory;
    SystemRandom m_random;

    [[nodiscard]] QString path() const { return m_directory.filePath(u"record.db"_s); }
    //! Takes answers in this thread, as the hub does.
    [[nodiscard]] LedgerPool::Deliver here()
    {
        return [this](const std::function<void()> &answer) {
            QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto record = record::Record::create(path(), m_random, storage::Durability::None);
        QVERIFY(record.ok());
        std::vector<record::EventDraft> drafts(3);
        drafts[0].payload = RoomAdded{u"Room 1"_s, RoomKind::Consulting};
        drafts[1].payload = MemberAdded{u"Lin Chen"_s, u"Nurse"_s, {}};
        AlertRaised raised;
        raised.address = Address::room(RoomId(1));
        raised.targets = {MemberId(2)};
        drafts[2].payload = raised;
        QVERIFY(record->append(drafts, day + std::chrono::hours(9)).ok());
    }

    void readsElsewhereAndAnswersHere()
    {
        LedgerPool pool(here(), path(), m_random);
        std::optional<Ledger> told;
        QThread *where = nullptr;
        QVERIFY(pool.read(day, day + std::chrono::days(1), [&](const Result<Ledger> &ledger) {
            told = *ledger;
            where = QThread::currentThread();
        }));
        QVERIFY(!told);
        QTRY_VERIFY(told);
        QCOMPARE(where, thread());
        QCOMPARE(told->all.alerts(), 1);
        QCOMPARE(told->rooms.front().name, u"Room 1"_s);
    }

    void onlySoManyWait()
    {
        LedgerPool pool(here(), path(), m_random);
        size_t told = 0;
        const auto count = [&](const Result<Ledger> &) {
            ++told;
        };
        for (size_t i = 0; i < LedgerPool::maxUnderWay; ++i)
            QVERIFY(pool.read(day, day + std::chrono::days(1), count));
        QVERIFY(!pool.read(day, day + std::chrono::days(1), count));
        QTRY_COMPARE(told, LedgerPool::maxUnderWay);
        QVERIFY(pool.read(day, day + std::chrono::days(1), count));
        QTRY_COMPARE(told, LedgerPool::maxUnderWay + 1);
    }

    void aRecordThatCannotBeReadIsAnError()
    {
        LedgerPool pool(here(), m_directory.filePath(u"elsewhere.db"_s), m_random);
        std::optional<ErrorCode> code;
        QVERIFY(pool.read(day, day + std::chrono::days(1),
                          [&](const Result<Ledger> &ledger) { code = ledger.error().code; }));
        QTRY_COMPARE(code, std::optional(ErrorCode::NotFound));
    }
};

HANDBELL_TEST(LedgerPoolTest)
#include "LedgerPoolTest.moc"
