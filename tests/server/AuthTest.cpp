// SPDX-License-Identifier: Apache-2.0
#include "crypto/Digest.h"
#include "crypto/Token.h"
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"

#include <chrono>

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;
using namespace std::chrono_literals;

namespace {

AuthJoin join(const Bytes &code, std::optional<QString> password = ServerKit::password())
{
    return {ServerKit::client(), code, std::move(password)};
}

//! The kinds of the newest events in the record, oldest of them first.
QStringList newestKinds(ServerKit &kit, int count)
{
    const auto head = kit.record().head();
    QStringList kinds;
    const auto events = kit.record().eventsAfter(Seq(head->seq.value - count), count);
    for (const Event &event : *events)
        kinds.append(QString(kindOf(event.payload)));
    return kinds;
}

} // namespace

class AuthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInvitationForBothEnrolsAndSignsIn()
    {
        ServerKit kit;
        auto peer = kit.connectPeer();
        const auto session = peer->askFor<OkSession>(join(kit.code("Priya Shah")));
        QCOMPARE(session.member, kit.member("Priya Shah"));
        QCOMPARE(session.workstation, kit.workstation("Front desk 1"));
        QCOMPARE(session.practice, text("Riverside Surgery"));
        QCOMPARE(session.token->value.size(), 32);
        QCOMPARE(session.workstationToken->value.size(), 32);
        QCOMPARE(session.abilities, (std::vector<QString>{text("alerts"), text("presence")}));
        QCOMPARE(session.serverTime, kit.clock.wallNow());
        QCOMPARE(newestKinds(kit, 3),
                 (QStringList{text("invitation_used"), text("password_set"), text("member_signed_in")}));
        const auto kept = kit.record().secrets().token(crypto::sha256(session.token->value));
        QVERIFY(kept->has_value());
        QVERIFY2(!kit.record().secrets().token(session.token->value)->has_value(),
                 "the token itself is kept");
    }

    void invitationsAreRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("used") << "used"
                              << "invitation_used";
        QTest::newRow("expired") << "expired"
                                 << "invitation_expired";
        QTest::newRow("unknown") << "unknown"
                                 << "invitation_invalid";
        QTest::newRow("cancelled") << "cancelled"
                                   << "invitation_invalid";
        QTest::newRow("of a disabled member") << "disabled"
                                              << "invitation_invalid";
        QTest::newRow("a code too short") << "short"
                                          << "invalid_field";
        QTest::newRow("for a member, on an unknown PC") << "member"
                                                        << "workstation_required";
        QTest::newRow("without a password") << "passwordless"
                                            << "invalid_field";
        QTest::newRow("a short password") << "weak"
                                          << "weak_password";
        QTest::newRow("a common password") << "common"
                                           << "weak_password";
        QTest::newRow("another version") << "version"
                                         << "unsupported_version";
    }

    void invitationsAreRefused()
    {
        QFETCH(QString, what);
        ServerKit kit;
        const MemberId lin = kit.member("Lin Chen");
        AuthJoin message = join(kit.invite(lin, kit.workstation("Room 6")));
        if (what == u"used")
            kit.connectPeer()->ask(message);
        else if (what == u"expired")
            kit.advance(24h);
        else if (what == u"unknown")
            message.code = Bytes{QByteArray(16, 'x')};
        else if (what == u"cancelled")
            kit.append(InvitationCancelled{kit.hub().state().invitations.rbegin()->first});
        else if (what == u"disabled")
            kit.append(MemberChanged{lin, {}, {}, {}, true});
        else if (what == u"short")
            message.code = Bytes{QByteArray(15, 'x')};
        else if (what == u"member")
            message.code = kit.invite(lin, {});
        else if (what == u"passwordless")
            message.password.reset();
        else if (what == u"weak")
            message.password = text("123456789");
        else if (what == u"common")
            message.password = text("Password1234");
        else
            message.client.protocol = 2;
        const Seq before = kit.record().head()->seq;
        auto peer = kit.connectPeer();
        QTEST(peer->askForError(message), "code");
        QCOMPARE(kit.record().head()->seq, before);
        QCOMPARE(peer->closedWith().has_value(), what == u"version");
    }

    void aWorkstationFirstAndThenItsMember()
    {
        ServerKit kit;
        auto peer = kit.connectPeer();
        const auto enrolled =
            peer->askFor<OkWorkstation>(join(kit.invite({}, kit.workstation("Room 7")), {}));
        QCOMPARE(enrolled.name, text("Room 7"));
        QCOMPARE(enrolled.room, text("Consulting room 7"));
        QCOMPARE(enrolled.token->value.size(), 32);
        QCOMPARE(enrolled.roster.size(), kit.hub().state().members.size());
        const auto session = peer->askFor<OkSession>(join(kit.invite(kit.member("Lin Chen"), {})));
        QCOMPARE(session.member, kit.member("Lin Chen"));
        QVERIFY(!session.workstationToken);
    }

    void oneInvitationUsedTwiceAtOnceWorksOnce()
    {
        ServerKit kit;
        auto one = kit.connectPeer();
        auto other = kit.connectPeer();
        const auto first = one->send(join(kit.code("Priya Shah")));
        const auto second = other->send(join(kit.code("Priya Shah")));
        kit.settle();
        QVERIFY(std::holds_alternative<OkSession>(*one->answer(first)));
        QCOMPARE(TestPeer::codeOf(*other->answer(second)), text("invitation_used"));
        QCOMPARE(other->answerCount(second), 1);
    }

    void comingBackByToken()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        priya->close();
        auto again = kit.connectPeer();
        const auto session = again->askFor<OkSession>(AuthToken{kit.client(), priya->memberToken});
        QCOMPARE(session.member, priya->member);
        QVERIFY(!session.token);
        kit.restart();
        auto afterRestart = kit.connectPeer();
        QCOMPARE(afterRestart->askFor<OkSession>(AuthToken{kit.client(), priya->memberToken}).member,
                 priya->member);
    }

    void theSameTokenOnAnotherConnectionEndsTheFirstInWords()
    {
        ServerKit kit;
        auto first = kit.signIn("Priya Shah");
        auto second = kit.connectPeer();
        QCOMPARE(second->askFor<OkSession>(AuthToken{kit.client(), first->memberToken}).member,
                 first->member);
        QCOMPARE(first->notices<ErrorAnswer>().size(), size_t{1});
        QCOMPARE(first->notices<ErrorAnswer>().front().code, text("session_replaced"));
        QCOMPARE(first->closedWith()->code, std::optional(ErrorCode::SessionReplaced));
        QVERIFY(second->isOpen());
        kit.advance(3s);
        QVERIFY2(std::holds_alternative<Ok>(second->ask(Ping{})), "the second has the session");
        auto third = kit.connectPeer();
        QVERIFY2(third->askFor<OkSession>(AuthToken{kit.client(), first->memberToken}).member.isValid(),
                 "the token is as good as before");
    }

    void anInvitationIsGoodTheMomentItIsInTheRecord()
    {
        ServerKit kit;
        auto peer = kit.connectPeer();
        const auto code = crypto::InvitationCode::generate(kit.random);
        record::EventDraft draft;
        draft.payload = InvitationCreated{
            {code.digest()}, kit.member("Lin Chen"), kit.workstation("Room 6"), kit.clock.wallNow() + 24h};
        QVERIFY(kit.record().append(std::vector{record::EventGroup(draft)}, kit.clock.wallNow()).ok());
        // Nobody has looked at the record since.
        QCOMPARE(peer->askFor<OkSession>(join({code.bytes()})).member, kit.member("Lin Chen"));
        QVERIFY2(peer->surprise().isEmpty(), qPrintable(peer->surprise()));
    }

    void unknownCodesAreCountedAgainstTheAddress()
    {
        ServerKit kit;
        for (int i = 0; i < 21; ++i)
            QCOMPARE(kit.connectPeer()->askForError(join({kit.random.bytes(16)})),
                     text("invitation_invalid"));
        QCOMPARE(kit.connectPeer()->askForError(join({kit.random.bytes(16)})), text("rate_limited"));
        QCOMPARE(kit.connectPeer(text("192.0.2.2"))->askForError(join({kit.random.bytes(16)})),
                 text("invitation_invalid"));
    }

    void tokensAreRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("unknown") << "unknown";
        QTest::newRow("of the other kind") << "kind";
        QTest::newRow("signed out") << "signed out";
        QTest::newRow("disabled") << "disabled";
        QTest::newRow("reset") << "reset";
        QTest::newRow("workstation removed") << "removed";
        QTest::newRow("too short") << "short";
    }

    void tokensAreRefused()
    {
        QFETCH(QString, what);
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        Bytes token = priya->memberToken;
        if (what == u"unknown")
            token = Bytes{QByteArray(32, 'x')};
        else if (what == u"kind")
            token = priya->workstationToken;
        else if (what == u"signed out")
            priya->ask(SignOut{});
        else if (what == u"disabled")
            kit.append(MemberChanged{priya->member, {}, {}, {}, true});
        else if (what == u"reset")
            kit.append(PasswordReset{priya->member});
        else if (what == u"removed")
            kit.append(WorkstationRemoved{priya->workstation});
        else
            token = Bytes{QByteArray(31, 'x')};
        auto again = kit.connectPeer();
        QCOMPARE(again->askForError(AuthToken{kit.client(), token}), text("token_revoked"));
        QCOMPARE(again->closedWith()->code, std::optional(ErrorCode::TokenRevoked));
    }

    void signingOutAndInByPassword()
    {
        ServerKit kit;
        auto peer = kit.signIn("Priya Shah");
        const auto out = peer->askFor<OkWorkstation>(SignOut{});
        QCOMPARE(out.workstation, peer->workstation);
        QVERIFY2(!out.token, "the workstation's token is told once");
        QVERIFY2(peer->notices<SignedOutNotice>().empty(), "who leaves need not be told");
        QCOMPARE(newestKinds(kit, 1), QStringList{text("member_signed_out")});
        const auto in = peer->askFor<OkSession>(AuthPassword{peer->member, ServerKit::password()});
        QVERIFY2(in.token.has_value(), qPrintable(peer->surprise()));
        peer->sync();
        QCOMPARE(peer->view().practiceName, text("Riverside Surgery"));
    }

    void whoLeftWhileTheLineWasDownIsSignedOutWhenThePcComesBack()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        const MemberId member = priya->member;
        const Bytes memberToken = priya->memberToken;
        const Bytes workstationToken = priya->workstationToken;
        priya.reset();
        auto pc = kit.connectPeer();
        pc->askFor<OkWorkstation>(AuthWorkstation{kit.client(), workstationToken});
        QCOMPARE(newestKinds(kit, 1), QStringList{text("member_signed_out")});
        auto again = kit.connectPeer();
        QCOMPARE(again->askForError(AuthToken{kit.client(), memberToken}), text("token_revoked"));
        pc->askFor<OkSession>(AuthPassword{member, ServerKit::password()});
        QVERIFY(pc->surprise().isEmpty());
    }

    void aWrongPasswordAndAnUnknownMemberLookTheSame()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        priya->ask(SignOut{});
        const auto wrong = priya->askFor<ErrorAnswer>(AuthPassword{priya->member, text("something else")});
        const auto unknown =
            priya->askFor<ErrorAnswer>(AuthPassword{MemberId(999'999), text("something else")});
        const auto unset =
            priya->askFor<ErrorAnswer>(AuthPassword{kit.member("Sam Reid"), text("something else")});
        QCOMPARE(wrong.code, text("bad_credentials"));
        QCOMPARE(unknown, wrong);
        QCOMPARE(unset, wrong);
    }

    void whoIsUnknownCostsTheSameWork_data()
    {
        QTest::addColumn<int>("who");
        QTest::newRow("a member with a password") << 0;
        QTest::newRow("nobody") << 1;
        QTest::newRow("a member who has chosen none") << 2;
        QTest::newRow("a member who left") << 3;
        QTest::newRow("a room") << 4;
        QTest::newRow("a number no record reaches") << 5;
    }

    void whoIsUnknownCostsTheSameWork()
    {
        QFETCH(int, who);
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        (void)kit.signIn("Lin Chen");
        kit.append(MemberChanged{kit.member("Lin Chen"), {}, {}, {}, true});
        priya->ask(SignOut{});
        const MemberId members[]{priya->member,
                                 MemberId(999'999),
                                 kit.member("Sam Reid"),
                                 kit.member("Lin Chen"),
                                 MemberId(kit.room("Back office").value),
                                 MemberId(qint64{1} << 53)};
        const int before = kit.hashesComputed();
        const AuthPassword guess{members[who], text("a wrong password")};
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(priya->askForError(guess), text("bad_credentials"));
            QCOMPARE(kit.hashesComputed(), before + i + 1);
        }
        // Nor does the wait tell them apart.
        QCOMPARE(priya->askFor<ErrorAnswer>(guess).retryAfterMs, std::optional(1000));
        QCOMPARE(kit.hashesComputed(), before + 6);
    }

    void guessesAtOnceAreNoWayRoundTheWait()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        std::vector<std::unique_ptr<TestPeer>> guessers;
        for (const char *place : {"Front desk 2", "Back office 1", "Room 1", "Room 3", "Room 5", "Room 6",
                                  "Room 7", "Manager's office 1"}) {
            guessers.push_back(kit.connectPeer(QStringLiteral("192.0.2.%1").arg(guessers.size() + 10)));
            guessers.back()->ask(join(kit.invite({}, kit.workstation(place)), {}));
        }
        kit.setHashing(false);
        std::vector<RequestId> ids;
        for (const auto &guesser : guessers)
            ids.push_back(guesser->send(AuthPassword{priya->member, text("a wrong password")}));
        kit.settle();
        int refused = 0;
        for (size_t i = 0; i < guessers.size(); ++i) {
            if (const auto answer = guessers[i]->answer(ids[i])) {
                QCOMPARE(TestPeer::codeOf(*answer), text("rate_limited"));
                ++refused;
            }
        }
        QCOMPARE(refused, 2); // five are free, and one more under way
        kit.setHashing(true);
        kit.settle();
        QCOMPARE(guessers.front()->askForError(AuthPassword{priya->member, ServerKit::password()}),
                 text("rate_limited"));
    }

    void hangingUpDoesNotSpareTheFailure()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        priya->ask(SignOut{});
        for (int i = 0; i < 6; ++i) {
            auto guesser = kit.workstationOf(*priya);
            kit.setHashing(false);
            guesser->send(AuthPassword{priya->member, text("a wrong password")});
            kit.settle();
            guesser->close();
            kit.settle();
            kit.setHashing(true);
            kit.settle();
        }
        auto again = kit.workstationOf(*priya);
        QCOMPARE(again->askForError(AuthPassword{priya->member, ServerKit::password()}),
                 text("rate_limited"));
    }

    void signingInIsNoWayToGoOnGuessingOthersPasswords()
    {
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        priya->ask(SignOut{});
        const auto getsIn = [&] {
            const bool in = priya->askFor<OkSession>(AuthPassword{priya->member, ServerKit::password()})
                                .token.has_value();
            priya->ask(SignOut{});
            return in;
        };
        // Four of her own, forgotten as she gets in, and twenty of others: four a member, who have five.
        for (int i = 0; i < 4; ++i)
            priya->ask(AuthPassword{priya->member, text("a wrong password")});
        QVERIFY(getsIn());
        for (qint64 other = 0; other < 5; ++other) {
            for (int i = 0; i < 4; ++i)
                QCOMPARE(
                    priya->askForError(AuthPassword{MemberId(900'000 + other), text("a wrong password")}),
                    text("bad_credentials"));
        }
        QVERIFY(getsIn());
        QCOMPARE(priya->askForError(AuthPassword{anna->member, text("a wrong password")}),
                 text("bad_credentials"));
        QCOMPARE(priya->askForError(AuthPassword{anna->member, text("a wrong password")}),
                 text("rate_limited"));
    }

    void guessingGetsSlowAndTheWaitIsSaid()
    {
        ServerKit kit;
        auto peer = kit.signIn("Priya Shah");
        peer->ask(SignOut{});
        const AuthPassword guess{peer->member, text("a wrong password")};
        for (int i = 0; i < 6; ++i)
            QCOMPARE(peer->askForError(guess), text("bad_credentials"));
        const auto limited = peer->askFor<ErrorAnswer>(AuthPassword{peer->member, ServerKit::password()});
        QCOMPARE(limited.code, text("rate_limited"));
        QCOMPARE(limited.retryAfterMs, std::optional(1000));
        kit.advance(1s);
        QCOMPARE(peer->askForError(guess), text("bad_credentials"));
        QCOMPARE(peer->askFor<ErrorAnswer>(guess).retryAfterMs, std::optional(2000));
        kit.advance(2s);
        QVERIFY(peer->askFor<OkSession>(AuthPassword{peer->member, ServerKit::password()}).token.has_value());
    }

    void signingInElsewhereEndsTheEarlierSession()
    {
        ServerKit kit;
        auto desk = kit.signIn("Priya Shah");
        auto room3 = kit.signIn("Dr Anna Patel");
        room3->ask(SignOut{});
        const auto in = room3->askFor<OkSession>(AuthPassword{desk->member, ServerKit::password()});
        QCOMPARE(in.left, std::optional(PlaceLeft{text("Front desk"), true}));
        const auto told = desk->notices<SignedOutNotice>();
        QCOMPARE(told.size(), size_t{1});
        QCOMPARE(told.front().reason, SignOutReason::SignedInElsewhere);
        QCOMPARE(told.front().room, text("Consulting room 3"));
        QCOMPARE(desk->askForError(Sync{}), text("unexpected_message"));
        QVERIFY(std::holds_alternative<Ok>(desk->ask(Ping{})));
        auto back = kit.connectPeer();
        QCOMPARE(back->askForError(AuthToken{kit.client(), desk->memberToken}), text("token_revoked"));
    }

    void signingInElsewhereEndsATokenWhoseConnectionIsGone()
    {
        ServerKit kit;
        auto desk = kit.signIn("Priya Shah");
        auto room3 = kit.signIn("Dr Anna Patel");
        desk->close();
        kit.restart();
        auto again = kit.workstationOf(*room3);
        const auto in = again->askFor<OkSession>(AuthPassword{desk->member, ServerKit::password()});
        QCOMPARE(in.left, std::optional(PlaceLeft{text("Front desk"), false}));
        auto back = kit.connectPeer();
        QCOMPARE(back->askForError(AuthToken{kit.client(), desk->memberToken}), text("token_revoked"));
        auto annas = kit.connectPeer();
        QCOMPARE(annas->askForError(AuthToken{kit.client(), room3->memberToken}), text("token_revoked"));
    }

    void inTheSameRoomThePcsAreTold()
    {
        ServerKit kit;
        auto first = kit.signIn("Priya Shah"); // Front desk 1
        auto second = kit.signIn("Jo Lewis");  // Front desk 2
        second->ask(SignOut{});
        const auto in = second->askFor<OkSession>(AuthPassword{first->member, ServerKit::password()});
        QCOMPARE(in.left, std::optional(PlaceLeft{text("Front desk 1"), true}));
        QCOMPARE(first->notices<SignedOutNotice>().front().room, text("Front desk 2"));
    }

    void whoWasNowhereLeavesNoPlace()
    {
        ServerKit kit;
        auto desk = kit.signIn("Priya Shah");
        desk->ask(SignOut{});
        const AuthPassword back{desk->member, ServerKit::password()};
        QCOMPARE(desk->askFor<OkSession>(back).left, std::optional<PlaceLeft>());
        // Nor does a token, which is where one is already.
        desk->close();
        auto again = kit.connectPeer();
        const auto in = again->askFor<OkSession>(AuthToken{kit.client(), desk->memberToken});
        QCOMPARE(in.left, std::optional<PlaceLeft>());
    }

    void handbellctlEndsSessionsLive_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("reason");
        QTest::newRow("disabled") << 0 << "disabled";
        QTest::newRow("reset") << 1 << "password_reset";
        QTest::newRow("workstation removed") << 2 << "workstation_removed";
    }

    void handbellctlEndsSessionsLive()
    {
        QFETCH(int, what);
        QFETCH(QString, reason);
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        if (what == 0)
            kit.append(MemberChanged{priya->member, {}, {}, {}, true});
        else if (what == 1)
            kit.append(PasswordReset{priya->member});
        else
            kit.append(WorkstationRemoved{priya->workstation});
        const auto told = priya->notices<SignedOutNotice>();
        QCOMPARE(told.size(), size_t{1});
        QCOMPARE(QString(enumName(told.front().reason)), reason);
        QCOMPARE(priya->closedWith().has_value(), what == 2);
        if (what < 2)
            QCOMPARE(priya->askForError(post(kit, kit.everyone(), "still here")), text("unexpected_message"));
        kit.advance(200ms);
        QVERIFY(!anna->notices<PresenceNotice>().empty());
        QCOMPARE(anna->notices<PresenceNotice>().back().changes.front().state, PresenceState::Offline);
    }

    void anotherPcEnrolledInItsPlaceEndsTheFirst()
    {
        ServerKit kit;
        auto first = kit.signIn("Priya Shah");
        auto second = kit.connectPeer();
        second->askFor<OkWorkstation>(join(kit.invite({}, first->workstation), {}));
        QCOMPARE(first->closedWith()->code, std::optional(ErrorCode::TokenRevoked));
        auto again = kit.connectPeer();
        QCOMPARE(again->askForError(AuthWorkstation{kit.client(), first->workstationToken}),
                 text("token_revoked"));
    }

    void whoSaysNothingIsShownOut()
    {
        ServerKit kit;
        auto silent = kit.connectPeer();
        auto late = kit.connectPeer();
        kit.advance(4999ms);
        QVERIFY(silent->isOpen());
        late->askFor<OkSession>(join(kit.code("Priya Shah")));
        kit.advance(1ms);
        QCOMPARE(silent->closedWith()->code, std::optional(ErrorCode::Unauthenticated));
        QVERIFY(late->isOpen());
    }

    void aRecordThatCannotBeWrittenLetsNobodyIn()
    {
        ServerKit kit;
        auto peer = kit.connectPeer();
        if (!kit.breakWriting())
            QSKIP("no way to fill the disk here");
        QCOMPARE(peer->askForError(join(kit.code("Priya Shah"))), text("storage_unavailable"));
        kit.mendWriting();
        QVERIFY(peer->askFor<OkSession>(join(kit.code("Priya Shah"))).token.has_value());
    }
};

HANDBELL_TEST(AuthTest)
#include "AuthTest.moc"
