// SPDX-License-Identifier: Apache-2.0
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;

//! The interruption ledger as an administrator asks for it.
class LedgerTest : public QObject
{
    Q_OBJECT

    //! The day of the kit's clock.
    static LedgerGet thisDay(const ServerKit &kit)
    {
        return {kit.clock.wallNow() - std::chrono::hours(12), kit.clock.wallNow() + std::chrono::hours(12)};
    }
    static void makeAdministrator(ServerKit &kit, const char *name, bool administrator = true)
    {
        MemberChanged changed;
        changed.member = kit.member(name);
        changed.permissions = std::vector{Permission::Member};
        if (administrator)
            changed.permissions->push_back(Permission::Administrator);
        kit.append(changed);
    }

private Q_SLOTS:
    void anAdministratorIsToldHowOftenTheBellRang()
    {
        ServerKit kit;
        makeAdministrator(kit, "Priya Shah");
        auto priya = kit.signIn("Priya Shah");
        auto patel = kit.signIn("Dr Anna Patel");
        const auto rung =
            priya->askFor<Accepted>(ring(kit, "chaperone_needed", Address::person(kit.member("Dr Anna Patel"))));
        kit.advance(std::chrono::seconds(20));
        patel->askFor<Accepted>(AlertReply{kit.nonce(), AlertId(rung.seq.value), Reply::Coming});
        const Ledger ledger = priya->askFor<OkLedger>(thisDay(kit)).ledger;
        QCOMPARE(ledger.all.alerts(), 1);
        QCOMPARE(ledger.all.outcome->answered, 1);
        QCOMPARE(ledger.rooms.size(), size_t{1});
        QCOMPARE(ledger.rooms.front().name, kit.hub().state().roomOf(kit.workstation("Room 3"))->name);
        QCOMPARE(ledger.hours.size(), size_t{1});
    }

    void whoSatWhereIsKnownAfterARestart()
    {
        ServerKit kit;
        makeAdministrator(kit, "Priya Shah");
        auto before = kit.signIn("Priya Shah");
        auto patel = kit.signIn("Dr Anna Patel");
        kit.restart();
        auto priya = kit.resume(*before);
        priya->askFor<Accepted>(ring(kit, "chaperone_needed", Address::person(kit.member("Dr Anna Patel"))));
        const Ledger ledger = priya->askFor<OkLedger>(thisDay(kit)).ledger;
        QCOMPARE(ledger.rooms.front().name, kit.hub().state().roomOf(kit.workstation("Room 3"))->name);
        QCOMPARE(ledger.all.outcome->open, 1);
    }

    void nobodyElseIs()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        QCOMPARE(priya->askForError(thisDay(kit)), text("forbidden"));
        // What a wrong time is, is nobody else's business either.
        QCOMPARE(priya->askForError(LedgerGet{}), text("forbidden"));
        MemberChanged reviewer;
        reviewer.member = kit.member("Priya Shah");
        reviewer.permissions = std::vector{Permission::Member, Permission::Trainer, Permission::Reviewer};
        kit.append(reviewer);
        QCOMPARE(priya->askForError(thisDay(kit)), text("forbidden"));
    }

    void theTimeIsADayToAYear_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<bool>("taken");
        constexpr qint64 day = 24 * 60 * 60 * 1000;
        QTest::newRow("backwards") << -day << false;
        QTest::newRow("nothing") << qint64{0} << false;
        QTest::newRow("less than a day") << day - 1 << false;
        QTest::newRow("a day") << day << true;
        QTest::newRow("a leap year") << 366 * day << true;
        QTest::newRow("more") << 366 * day + 1 << false;
    }
    void theTimeIsADayToAYear()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(bool, taken);
        ServerKit kit;
        makeAdministrator(kit, "Priya Shah");
        auto priya = kit.signIn("Priya Shah");
        const LedgerGet asked{kit.clock.wallNow(),
                              kit.clock.wallNow() + std::chrono::milliseconds(milliseconds)};
        const auto answer = priya->ask(asked);
        QCOMPARE(std::holds_alternative<OkLedger>(answer), taken);
        if (!taken)
            QCOMPARE(TestPeer::codeOf(answer), text("invalid_field"));
    }

    void timesAtTheEndsOfTimeAreRefused()
    {
        ServerKit kit;
        makeAdministrator(kit, "Priya Shah");
        auto priya = kit.signIn("Priya Shah");
        constexpr std::chrono::milliseconds furthest{qint64{1} << 53};
        QCOMPARE(priya->askForError(LedgerGet{WallTime(-furthest), WallTime(furthest)}),
                 text("invalid_field"));
    }

    void whoIsNoAdministratorAnyMoreWhenItIsReadIsNotTold()
    {
        ServerKit kit;
        makeAdministrator(kit, "Priya Shah");
        auto priya = kit.signIn("Priya Shah");
        kit.setReadingLedgers(false);
        const auto id = priya->send(thisDay(kit));
        kit.settle();
        QCOMPARE(priya->answerCount(id), 0);
        makeAdministrator(kit, "Priya Shah", false);
        kit.setReadingLedgers(true);
        kit.settle();
        QCOMPARE(priya->answerCount(id), 1);
        QCOMPARE(TestPeer::codeOf(*priya->answer(id)), text("forbidden"));
    }

    void whoeverSitsThereNextIsNotTold()
    {
        ServerKit kit;
        makeAdministrator(kit, "Priya Shah");
        auto priya = kit.signIn("Priya Shah");
        kit.setReadingLedgers(false);
        const auto id = priya->send(thisDay(kit));
        priya->ask(SignOut{});
        kit.setReadingLedgers(true);
        kit.settle();
        QCOMPARE(TestPeer::codeOf(*priya->answer(id)), text("forbidden"));
    }

    void aConnectionThatWentIsNotAnswered()
    {
        ServerKit kit;
        makeAdministrator(kit, "Priya Shah");
        auto priya = kit.signIn("Priya Shah");
        auto patel = kit.signIn("Dr Anna Patel");
        kit.setReadingLedgers(false);
        priya->send(thisDay(kit));
        kit.settle();
        priya->close();
        kit.settle();
        kit.setReadingLedgers(true);
        kit.settle();
        QVERIFY(std::holds_alternative<Ok>(patel->ask(Ping{})));
    }

    void othersAreServedMeanwhileAndOnlySoManyWait()
    {
        ServerKit kit;
        makeAdministrator(kit, "Priya Shah");
        auto priya = kit.signIn("Priya Shah");
        kit.setReadingLedgers(false);
        const auto first = priya->send(thisDay(kit));
        const auto second = priya->send(thisDay(kit));
        const auto busy = priya->askFor<ErrorAnswer>(thisDay(kit));
        QCOMPARE(busy.code, text("server_busy"));
        QCOMPARE(busy.retryAfterMs, std::optional(2000));
        QVERIFY(std::holds_alternative<Ok>(priya->ask(Ping{})));
        QCOMPARE(priya->answerCount(first), 0);
        kit.setReadingLedgers(true);
        kit.settle();
        QVERIFY(std::holds_alternative<OkLedger>(*priya->answer(first)));
        QVERIFY(std::holds_alternative<OkLedger>(*priya->answer(second)));
    }
};

HANDBELL_TEST(LedgerTest)
#include "LedgerTest.moc"
