// SPDX-License-Identifier: Apache-2.0
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;
using namespace std::chrono_literals;

namespace {

std::vector<Receipt> told(const TestPeer &peer)
{
    std::vector<Receipt> all;
    for (const ReceiptsNotice &notice : peer.notices<ReceiptsNotice>())
        all.insert(all.end(), notice.receipts.begin(), notice.receipts.end());
    return all;
}

} // namespace

class ReceiptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSenderAndOnlyTheSenderLearnsHowFarAnAlertGot()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        auto lin = kit.signIn("Lin Chen");
        const auto alert = priya->askFor<Accepted>(ring(kit, "next_here", Address::person(anna->member)));
        for (const ReceiptState state : {ReceiptState::Delivered, ReceiptState::Held, ReceiptState::Shown}) {
            QVERIFY(std::holds_alternative<Ok>(anna->ask(ReceiptsPost{state, {alert.seq}})));
            QCOMPARE(told(*priya).back().state, state);
            QCOMPARE(told(*priya).back().event, alert.seq);
            QCOMPARE(told(*priya).back().member, anna->member);
        }
        anna->ask(ReceiptsPost{ReceiptState::Delivered, {alert.seq}});
        QCOMPARE(told(*priya).size(), size_t{3}); // never backwards
        QVERIFY(told(*anna).empty());
        QVERIFY(told(*lin).empty());
    }

    void whoAnEscalationReachesReportsToo()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto lin = kit.signIn("Lin Chen");
        const auto alert = priya->askFor<Accepted>(
            ring(kit, "chaperone_needed", Address::person(kit.member("Dr Ben Okafor"))));
        lin->ask(ReceiptsPost{ReceiptState::Shown, {alert.seq}});
        QVERIFY2(told(*priya).empty(), "not hers yet");
        kit.advance(60s);
        lin->ask(ReceiptsPost{ReceiptState::Shown, {alert.seq}});
        QCOMPARE(told(*priya).size(), size_t{1});
    }

    void readUpToHereReachesTheSendersOfEarlierMessages()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        auto lin = kit.signIn("Lin Chen");
        const auto first = priya->askFor<Accepted>(post(kit, kit.everyone(), "First"));
        kit.restart();
        auto priya2 = kit.resume(*priya);
        auto anna2 = kit.resume(*anna);
        auto lin2 = kit.resume(*lin);
        const auto second = anna2->askFor<Accepted>(post(kit, kit.everyone(), "Second"));
        lin2->ask(ReceiptsPost{ReceiptState::Read, {second.seq}});
        QCOMPARE(told(*priya2).size(), size_t{1});
        QCOMPARE(told(*priya2).front().event, first.seq);
        QCOMPARE(told(*priya2).front().state, ReceiptState::Read);
        QCOMPARE(told(*anna2).front().event, second.seq);
    }

    void receiptsAreThereAfterComingBackAndInHistory()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        const auto posted = priya->askFor<Accepted>(post(kit, kit.everyone(), "Did you see this"));
        priya->close();
        kit.settle();
        anna->ask(ReceiptsPost{ReceiptState::Delivered, {posted.seq}});
        auto again = kit.connectPeer();
        again->ask(AuthToken{kit.client(), priya->memberToken});
        const auto synced = again->syncFrom(priya->cursor(), priya->epoch);
        QCOMPARE(synced.receipts.size(), size_t{1});
        QCOMPARE(synced.receipts.front().member, anna->member);
        QCOMPARE(again->askFor<OkHistory>(History{kit.everyone(), {}, 5}).receipts.size(), size_t{1});
        QCOMPARE(anna->askFor<OkHistory>(History{kit.everyone(), {}, 5}).receipts.size(), size_t{0});
    }

    void whatIsNotTheirsIsPassedOver()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        const auto hidden = anna->askFor<Accepted>(post(kit, kit.group("Clinicians"), "Among us"));
        const auto own = priya->askFor<Accepted>(post(kit, kit.everyone(), "My own"));
        for (const ReceiptState state : {ReceiptState::Delivered, ReceiptState::Read})
            QVERIFY(std::holds_alternative<Ok>(
                priya->ask(ReceiptsPost{state, {hidden.seq, own.seq, Seq(1), Seq(999'999)}})));
        QVERIFY(told(*anna).empty());
        QVERIFY(told(*priya).empty());
        QVERIFY(kit.record().receipts().of(hidden.seq)->empty());
        QVERIFY(kit.record().receipts().of(own.seq)->empty());
        QCOMPARE(priya->askForError(ReceiptsPost{ReceiptState::Read, {}}), text("invalid_field"));
    }

    void whatCannotBeKeptIsSaidSo()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        const auto posted = priya->askFor<Accepted>(post(kit, kit.everyone(), "Hello"));
        if (!kit.breakWriting())
            QSKIP("no way to fill the disk here");
        const QString code = anna->askForError(ReceiptsPost{ReceiptState::Read, {posted.seq}});
        kit.mendWriting();
        QCOMPARE(code, text("storage_unavailable"));
        QVERIFY(std::holds_alternative<Ok>(anna->ask(ReceiptsPost{ReceiptState::Read, {posted.seq}})));
        QCOMPARE(told(*priya).size(), size_t{1});
    }
};

HANDBELL_TEST(ReceiptTest)
#include "ReceiptTest.moc"
