// SPDX-License-Identifier: Apache-2.0
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"
#include "transport/TransportLimits.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;
using namespace std::chrono_literals;

namespace {

//! What \a peer was last told of \a member.
std::optional<Presence> lastTold(const TestPeer &peer, MemberId member)
{
    std::optional<Presence> last;
    for (const PresenceNotice &notice : peer.notices<PresenceNotice>()) {
        for (const Presence &change : notice.changes) {
            if (change.member == member)
                last = change;
        }
    }
    return last;
}

} // namespace

class PresenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInMakesAvailableAtThatPlace()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        kit.advance(100ms);
        const auto told = lastTold(*priya, anna->member);
        QVERIFY(told);
        QCOMPARE(told->state, PresenceState::Available);
        QCOMPARE(told->workstation, std::optional(anna->workstation));
        const auto synced = anna->sync();
        QCOMPARE(synced.presence.size(), kit.hub().state().members.size());
        const auto sam =
            std::find_if(synced.presence.begin(), synced.presence.end(),
                         [&](const Presence &presence) { return presence.member == kit.member("Sam Reid"); });
        QCOMPARE(sam->state, PresenceState::Offline);
    }

    void aDeadWorkstationIsOfflineForTheOthersWithinTenSeconds()
    {
        // Until the transport notices, until it counts, and until it is told; with half a second for the way.
        const server::HubLimits limits;
        QVERIFY(transport::Timings().silence + limits.presenceGrace + limits.presenceTick < 9500ms);
    }

    void changesGoOutTogetherWithinATenthOfASecond()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        kit.advance(1s);
        priya->forget();
        const WallTime until = kit.clock.wallNow() + 10min;
        anna->ask(PresenceSet{PresenceState::InConsultation, until});
        anna->ask(PresenceSet{PresenceState::Busy, {}});
        anna->ask(PresenceSet{PresenceState::InConsultation, until});
        QVERIFY(priya->notices<PresenceNotice>().empty());
        kit.advance(100ms);
        QCOMPARE(priya->notices<PresenceNotice>().size(), size_t{1});
        QCOMPARE(lastTold(*priya, anna->member)->state, PresenceState::InConsultation);
        QCOMPARE(lastTold(*priya, anna->member)->until, std::optional(until));
        QCOMPARE(anna->askForError(PresenceSet{PresenceState::Offline, {}}), text("invalid_field"));
    }

    void aBrokenConnectionThatComesBackInTimeIsNotNoticed()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        anna->ask(PresenceSet{PresenceState::InConsultation, {}});
        kit.advance(1s);
        priya->forget();
        anna->close();
        kit.advance(1900ms);
        auto again = kit.resume(*anna);
        kit.advance(5s);
        for (const PresenceNotice &notice : priya->notices<PresenceNotice>())
            QCOMPARE(notice.changes.front().state, PresenceState::InConsultation);
    }

    void aConnectionGoneForLongerIsOfflineAndComesBackAsItWas()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        anna->ask(PresenceSet{PresenceState::InConsultation, {}});
        anna->close();
        kit.advance(2100ms);
        QCOMPARE(lastTold(*priya, anna->member)->state, PresenceState::Offline);
        QVERIFY(!lastTold(*priya, anna->member)->workstation);
        kit.advance(10s);
        auto again = kit.resume(*anna);
        kit.advance(100ms);
        QCOMPARE(lastTold(*priya, anna->member)->state, PresenceState::InConsultation);
        QCOMPARE(lastTold(*priya, anna->member)->workstation, std::optional(anna->workstation));
    }

    void signingOutIsOfflineAtOnceAndForgetsTheState()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        anna->ask(PresenceSet{PresenceState::OnBreak, {}});
        anna->ask(SignOut{});
        kit.advance(100ms);
        QCOMPARE(lastTold(*priya, anna->member)->state, PresenceState::Offline);
        anna->ask(AuthPassword{anna->member, ServerKit::password()});
        kit.advance(100ms);
        QCOMPARE(lastTold(*priya, anna->member)->state, PresenceState::Available);
    }

    void signingInElsewhereMovesThem()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        auto ben = kit.signIn("Dr Ben Okafor");
        ben->ask(SignOut{});
        ben->ask(AuthPassword{anna->member, ServerKit::password()});
        kit.advance(5s);
        QCOMPARE(lastTold(*priya, anna->member)->state, PresenceState::Available);
        QCOMPARE(lastTold(*priya, anna->member)->workstation, std::optional(ben->workstation));
    }
};

HANDBELL_TEST(PresenceTest)
#include "PresenceTest.moc"
