// SPDX-License-Identifier: Apache-2.0
#include "guard/Guard.h"
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;

namespace {

const char *const identifying = "Mr John Smith DOB 12/03/1958 NHS number 999 123 4560";

GuardConfirmation confirm(const char *words, const char *reason = "")
{
    return {Bytes{guard::digestOf(text(words))}, guard::rulesVersion, text(reason)};
}

} // namespace

class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGroupHearsItsMembersAndNobodyElse()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto lin = kit.signIn("Lin Chen");
        auto anna = kit.signIn("Dr Anna Patel");
        const auto accepted = priya->askFor<Accepted>(post(kit, kit.group("Front desk"), "Kettle is on"));
        QVERIFY2(accepted.seq.isValid(), qPrintable(priya->surprise()));
        for (const auto *peer : {priya.get(), lin.get()}) {
            QCOMPARE(peer->events().back().seq, accepted.seq);
            QCOMPARE(peer->events().back().text, std::optional(text("Kettle is on")));
            QCOMPARE(peer->events().back().actor, priya->member);
            QCOMPARE(peer->events().back().workstation, priya->workstation);
            QCOMPARE(peer->events().back().at, accepted.at);
        }
        QVERIFY(anna->payloads<MessagePosted>().empty());
    }

    void acceptedMeansInTheRecord()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        const auto id = priya->send(post(kit, kit.everyone(), "Fire drill at ten"));
        kit.settleUnwritten();
        QVERIFY(!priya->answer(id));
        QVERIFY(priya->payloads<MessagePosted>().empty());
        kit.settle();
        const auto accepted = std::get<Accepted>(*priya->answer(id));
        QCOMPARE(*kit.record().text(accepted.seq), std::optional(text("Fire drill at ten")));
    }

    void refusals_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("no such conversation") << 0 << "not_found";
        QTest::newRow("others' direct conversation") << 1 << "not_found";
        QTest::newRow("a group they are not in") << 2 << "forbidden";
        QTest::newRow("blank") << 3 << "invalid_field";
        QTest::newRow("too long") << 4 << "text_too_long";
        QTest::newRow("identifying") << 5 << "guard_confirmation_required";
        QTest::newRow("a confirmation of another text") << 6 << "guard_confirmation_required";
        QTest::newRow("a confirmation under other rules") << 7 << "guard_confirmation_required";
        QTest::newRow("the other has no account any more") << 8 << "nobody_reachable";
    }

    void refusals()
    {
        QFETCH(int, what);
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        MessagePost message = post(kit, kit.everyone(), "hello");
        if (what == 0) {
            message.conversation = ConversationId(priya->member.value);
        } else if (what == 1) {
            const auto opened = anna->askFor<Accepted>(ConversationOpen{kit.nonce(), kit.member("Lin Chen")});
            message.conversation = ConversationId(opened.seq.value);
        } else if (what == 2) {
            message.conversation = kit.group("Clinicians");
        } else if (what == 3) {
            message.text = text(" \n\t ");
        } else if (what == 4) {
            message.text = QString(4001, u'x');
        } else if (what == 8) {
            message.conversation = ConversationId(
                priya->askFor<Accepted>(ConversationOpen{kit.nonce(), anna->member}).seq.value);
            kit.append(MemberChanged{anna->member, {}, {}, {}, true});
        } else {
            message.text = text(identifying);
            if (what == 6)
                message.confirmation = confirm("another text");
            if (what == 7)
                message.confirmation = GuardConfirmation{Bytes{guard::digestOf(text(identifying))}, 999, {}};
        }
        const Seq before = kit.record().head()->seq;
        QTEST(priya->askForError(message), "code");
        QCOMPARE(kit.record().head()->seq, before);
    }

    void theGuardSaysWhatItSaw()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        const auto refused = priya->askFor<ErrorAnswer>(post(kit, kit.everyone(), identifying));
        QCOMPARE(refused.rulesVersion, std::optional(guard::rulesVersion));
        const auto &kinds = *refused.findings;
        QVERIFY(std::find(kinds.begin(), kinds.end(), text("nhs_number")) != kinds.end());
        QVERIFY2(!refused.detail.contains(text("999")), "the text is not repeated");
    }

    void aConfirmedTextIsPostedWithItsOverride()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        MessagePost message = post(kit, kit.everyone(), identifying);
        message.confirmation = confirm(identifying, "asked to by the GP");
        message.confirmation->notPatient = true;
        const auto accepted = priya->askFor<Accepted>(message);
        QVERIFY2(accepted.seq.isValid(), qPrintable(priya->surprise()));
        const auto event = kit.record().event(Seq(accepted.seq.value + 1));
        const auto overridden = std::get<GuardOverridden>(event->payload);
        QCOMPARE(overridden.event, accepted.seq);
        QVERIFY(!overridden.findingKinds.empty());
        QVERIFY(!overridden.rules.empty());
        QCOMPARE(overridden.rulesVersion, guard::rulesVersion);
        QCOMPARE(overridden.notPatient, std::optional(true));
        QCOMPARE(event->text, std::optional(text("asked to by the GP")));
        QCOMPARE(event->actor, priya->member);
        QVERIFY2(priya->payloads<GuardOverridden>().empty(), "overrides are for review alone");
        // The same again without its confirmation is still the same request.
        message.confirmation.reset();
        QCOMPARE(priya->askFor<Accepted>(message), accepted);
    }

    void theGuardFollowsTheSettings()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        const char *const words = "NHS number 999 123 4560";
        QCOMPARE(priya->askForError(post(kit, kit.everyone(), words)), text("guard_confirmation_required"));
        GuardSettings settings = kit.hub().state().guardSettings;
        ++settings.version;
        settings.actions.push_back({text("nhs_number"), text("off")});
        kit.append(GuardSettingsChanged{settings});
        QVERIFY(priya->askFor<Accepted>(post(kit, kit.everyone(), words)).seq.isValid());
    }

    void oneNonceMakesOneEvent()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        const MessagePost message = post(kit, kit.everyone(), "Only once");
        const auto first = priya->askFor<Accepted>(message);
        QCOMPARE(priya->askFor<Accepted>(message), first);
        // Twice at once, before either is written.
        const MessagePost other = post(kit, kit.everyone(), "Also once");
        const auto one = priya->send(other);
        const auto two = priya->send(other);
        kit.settle();
        QCOMPARE(*priya->answer(one), *priya->answer(two));
        kit.restart();
        auto again = kit.resume(*priya);
        QCOMPARE(again->askFor<Accepted>(message), first);
        MessagePost changed = message;
        changed.text = text("Something else");
        QCOMPARE(again->askForError(changed), text("nonce_reused"));
        auto anna = kit.signIn("Dr Anna Patel");
        QCOMPARE(anna->askFor<OkHistory>(History{kit.everyone(), {}, 50}).events.size(), size_t{2});
    }

    void aRepeatedRequestGetsItsAnswerEvenIfItWouldBeRefusedToday()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        const MessagePost message = post(kit, kit.group("Front desk"), "See you there");
        const auto first = priya->askFor<Accepted>(message);
        kit.append(ConversationMembersChanged{kit.group("Front desk"), {}, {priya->member}});
        QCOMPARE(priya->askFor<Accepted>(message), first);
        QCOMPARE(priya->askForError(post(kit, kit.group("Front desk"), "hello?")), text("forbidden"));
    }

    void withdrawingLeavesATombstone()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto lin = kit.signIn("Lin Chen");
        const auto posted = priya->askFor<Accepted>(post(kit, kit.everyone(), "Wrong room"));
        const MessageId message(posted.seq.value);
        QCOMPARE(lin->askForError(MessageWithdraw{kit.nonce(), kit.everyone(), message}), text("forbidden"));
        QCOMPARE(priya->askForError(MessageWithdraw{kit.nonce(), kit.group("Front desk"), message}),
                 text("not_found"));
        const auto withdrawn = priya->askFor<Accepted>(MessageWithdraw{kit.nonce(), kit.everyone(), message});
        QVERIFY(withdrawn.seq.isValid());
        QCOMPARE(lin->payloads<MessageWithdrawn>().size(), size_t{1});
        QCOMPARE(priya->askFor<Accepted>(MessageWithdraw{kit.nonce(), kit.everyone(), message}), withdrawn);
        const auto page = lin->askFor<OkHistory>(History{kit.everyone(), {}, 50});
        QCOMPARE(page.withdrawn, std::vector{message});
        QVERIFY(!page.events.front().text);
    }

    void openingADirectConversationTwiceGivesTheSame()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        auto lin = kit.signIn("Lin Chen");
        const auto one = priya->send(ConversationOpen{kit.nonce(), anna->member});
        const auto other = anna->send(ConversationOpen{kit.nonce(), priya->member});
        kit.settle();
        const auto opened = std::get<Accepted>(*priya->answer(one));
        QCOMPARE(std::get<Accepted>(*anna->answer(other)), opened);
        QVERIFY(lin->payloads<ConversationCreated>().empty());
        QCOMPARE(priya->askForError(ConversationOpen{kit.nonce(), priya->member}), text("invalid_field"));
        QCOMPARE(priya->askForError(ConversationOpen{kit.nonce(), MemberId(999'999)}), text("not_found"));
        QVERIFY(anna->askFor<Accepted>(post(kit, ConversationId(opened.seq.value), "Hello")).seq.isValid());
    }

    void historyComesInPages()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto lin = kit.signIn("Lin Chen");
        std::vector<Seq> seqs;
        for (int i = 0; i < 7; ++i)
            seqs.push_back(priya->askFor<Accepted>(post(kit, kit.everyone(), "One more")).seq);
        const auto newest = lin->askFor<OkHistory>(History{kit.everyone(), {}, 4});
        QCOMPARE(newest.events.size(), size_t{4});
        QCOMPARE(newest.events.front().seq, seqs.back());
        QVERIFY(newest.more);
        const auto older = lin->askFor<OkHistory>(History{kit.everyone(), newest.events.back().seq, 4});
        QCOMPARE(older.events.size(), size_t{3});
        QCOMPARE(older.events.back().seq, seqs.front());
        QVERIFY(!older.more);
        QCOMPARE(lin->askForError(History{kit.everyone(), {}, 0}), text("invalid_field"));
        QCOMPARE(lin->askForError(History{kit.everyone(), {}, 101}), text("invalid_field"));
        QCOMPARE(priya->askForError(History{kit.group("Clinicians"), {}, 5}), text("forbidden"));
        QCOMPARE(priya->askForError(History{ConversationId(999'999), {}, 5}), text("not_found"));
    }

    void aPageOfLongTextsStillFitsAFrame()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        const QString longest(4000, QChar(0x2014));
        for (int i = 0; i < 40; ++i)
            QVERIFY(
                priya->askFor<Accepted>(MessagePost{kit.nonce(), kit.everyone(), longest, {}}).seq.isValid());
        size_t seen = 0;
        std::optional<Seq> before;
        for (bool more = true; more;) {
            const auto page = priya->askFor<OkHistory>(History{kit.everyone(), before, 100});
            QVERIFY2(!page.events.empty(), qPrintable(priya->surprise()));
            seen += page.events.size();
            before = page.events.back().seq;
            more = page.more;
        }
        QCOMPARE(seen, size_t{40});
    }

    void whenTheDiskIsFullNothingIsHalfDoneAndReadingGoesOn()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        priya->askFor<Accepted>(post(kit, kit.everyone(), "Before"));
        if (!kit.breakWriting())
            QSKIP("no way to fill the disk here");
        const Seq before = kit.record().head()->seq;
        const MessagePost message = post(kit, kit.everyone(), "During");
        QCOMPARE(priya->askForError(message), text("storage_unavailable"));
        QCOMPARE(kit.record().head()->seq, before);
        QCOMPARE(priya->askFor<OkHistory>(History{kit.everyone(), {}, 5}).events.size(), size_t{1});
        kit.mendWriting();
        QVERIFY(priya->askFor<Accepted>(message).seq.isValid());
    }
};

HANDBELL_TEST(MessageTest)
#include "MessageTest.moc"
