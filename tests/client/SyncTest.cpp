// SPDX-License-Identifier: Apache-2.0
#include "ClientKit.h"
#include "client/Practice.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using protocol::Ack;

class SyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstSyncAsksForEverything()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const auto asked = kit.server.all<protocol::Sync>();
        QCOMPARE(asked.size(), size_t(1));
        QVERIFY(!asked.front().cursor);
        QCOMPARE(kit.practice().state(), protocol::viewFor(kit.server.state, demo::priya));
        QCOMPARE(kit.practice().presence(demo::patel).state, protocol::PresenceState::InConsultation);
    }

    void eventsAreAppliedAndAcknowledged()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.publish(protocol::RoomRenamed{demo::room3, QStringLiteral("Room C")}, MemberId{},
                           WorkstationId{});
        QTRY_COMPARE(kit.server.all<Ack>().size(), size_t(1));
        QCOMPARE(kit.server.all<Ack>().back().cursor, kit.server.state.seq);
        QCOMPARE(kit.practice().state().rooms.at(demo::room3).name, QStringLiteral("Room C"));
    }

    void whatIsKnownAlreadyIsIgnored()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy arrived(&kit.client->messages(), &client::MessageManager::messageArrived);
        const auto event = kit.say(demo::patel, demo::deskGroup, QStringLiteral("hello"));
        kit.server.tellEvents({event}, event.seq);
        kit.server.tellEvents({event}, event.seq);
        QTRY_COMPARE(arrived.size(), 1);
        ClientKit::settle();
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(kit.server.all<Ack>().size(), size_t(1));
    }

    void aCursorMovesPastWhatIsNotVisible()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.tellEvents({}, Seq(90));
        QTRY_COMPARE(kit.server.all<Ack>().size(), size_t(1));
        QCOMPARE(kit.server.all<Ack>().back().cursor, Seq(90));
        kit.server.cut();
        QTRY_COMPARE(kit.server.all<protocol::Sync>().size(), size_t(2));
        QCOMPARE(*kit.server.all<protocol::Sync>().back().cursor, Seq(90));
    }

    void aBrokenLineGoesOnFromTheCursor()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("one"));
        QVERIFY(kit.waitForSync());
        QSignalSpy arrived(&kit.client->messages(), &client::MessageManager::messageArrived);
        kit.server.cut();
        kit.server.record(protocol::MessagePosted{demo::deskGroup}, demo::patel, demo::consulting3,
                          QStringLiteral("two"));
        kit.server.record(protocol::MessagePosted{demo::deskGroup}, demo::patel, demo::consulting3,
                          QStringLiteral("three"));
        QVERIFY(kit.waitForSync());
        QCOMPARE(arrived.size(), 2);
        const auto asked = kit.server.all<protocol::Sync>();
        QCOMPARE(*asked.back().cursor, Seq(51));
        QCOMPARE(asked.back().epoch->value, kit.server.epoch.value);
    }

    void aRestartGoesOnFromTheDisk()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("one"));
        kit.server.publish(protocol::RoomRenamed{demo::room3, QStringLiteral("Room C")}, MemberId{},
                           WorkstationId{});
        QVERIFY(kit.waitForSync());
        kit.server.refusesWith = ErrorCode::Unreachable;
        kit.restart();
        // Offline, from the disk alone.
        QTRY_COMPARE(kit.practice().state().rooms.size(), size_t(8));
        QCOMPARE(kit.practice().state().rooms.at(demo::room3).name, QStringLiteral("Room C"));
        QCOMPARE(kit.client->messages().unreadCount(), 1);
        kit.server.refusesWith.reset();
        QVERIFY(kit.waitForSync());
        QCOMPARE(*kit.server.all<protocol::Sync>().back().cursor, Seq(52));
    }

    void manyRestartsGiveTheSameState()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        for (int i = 0; i < 450; ++i) // beyond two compactions
            kit.server.publish(protocol::RoomRenamed{demo::room3, QStringLiteral("Room %1").arg(i)},
                               MemberId{}, WorkstationId{});
        QVERIFY(kit.waitForSync());
        kit.server.refusesWith = ErrorCode::Unreachable;
        kit.restart();
        QTRY_COMPARE(kit.practice().state().rooms.size(), size_t(8));
        QCOMPARE(kit.practice().state().rooms.at(demo::room3).name, QStringLiteral("Room 449"));
    }

    void anotherEpochBeginsAfresh()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("lost with the old record"));
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.client->messages().unreadCount(), 1);
        kit.server.epoch = {QByteArray(16, 'f')};
        kit.server.log.clear();
        kit.server.state = demo::state();
        kit.server.state.rooms.at(demo::room3).name = QStringLiteral("Restored");
        kit.server.cut();
        QTRY_COMPARE(kit.practice().state().rooms.at(demo::room3).name, QStringLiteral("Restored"));
        QCOMPARE(kit.client->messages().unreadCount(), 0);
        QCOMPARE(kit.practice().state().seq, Seq(50));
    }

    void eventsThatDoNotFitLeadToASnapshot()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        protocol::Event bad;
        bad.seq = Seq(51);
        bad.payload = protocol::RoomRenamed{RoomId(4711), QStringLiteral("nowhere")};
        kit.server.tellEvents({bad}, Seq(51));
        QTRY_COMPARE(kit.server.all<protocol::Sync>().size(), size_t(2));
        QVERIFY(!kit.server.all<protocol::Sync>().back().cursor);
        kit.server.publish(protocol::RoomRenamed{demo::room3, QStringLiteral("Room C")}, MemberId{},
                           WorkstationId{});
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.practice().state().rooms.at(demo::room3).name, QStringLiteral("Room C"));
    }

    void whoeverIsNotOnTheListIsOffline()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QCOMPARE(kit.practice().presence(demo::patel).state, protocol::PresenceState::InConsultation);
        std::erase_if(kit.server.presence, [](const auto &entry) { return entry.member == demo::patel; });
        kit.server.cut();
        QTRY_COMPARE(kit.practice().presence(demo::patel).state, protocol::PresenceState::Offline);
    }

    void presenceNoticesChangeTheBoard()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.notify(protocol::PresenceNotice{
            {{demo::patel, protocol::PresenceState::OnBreak, demo::consulting5, kit.clock.wallNow(), {}}}});
        QTRY_COMPARE(kit.practice().presence(demo::patel).state, protocol::PresenceState::OnBreak);
        QCOMPARE(kit.practice().roomOf(demo::patel)->id, demo::room5);
    }

    void theGuardFollowsTheRoster()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QVERIFY(!kit.practice().guard()->assess(u"Mr Lowndes is here").findings.empty());
        kit.server.publish(protocol::MemberAdded{QStringLiteral("Mr Tom Lowndes"), QStringLiteral("GP"), {}},
                           MemberId{}, WorkstationId{});
        QVERIFY(kit.waitForSync());
        QVERIFY(kit.practice().guard()->assess(u"Mr Lowndes is here").findings.empty());
    }

    void addressesMeanWhoTheyMean()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        using protocol::Address;
        const auto &practice = kit.practice();
        QCOMPARE(practice.resolve(Address::person(demo::patel)), std::vector<MemberId>{demo::patel});
        QCOMPARE(practice.resolve(Address::person(demo::priya)), std::vector<MemberId>{}); // not oneself
        QCOMPARE(practice.resolve(Address::ofRole(QStringLiteral("gp"))),
                 (std::vector<MemberId>{demo::patel, demo::okafor}));
        QCOMPARE(practice.resolve(Address::room(demo::room3)), std::vector<MemberId>{demo::patel});
        QCOMPARE(practice.resolve(Address::group(demo::clinicians)),
                 (std::vector<MemberId>{demo::lin, demo::patel, demo::okafor}));
        QCOMPARE(practice.resolve(Address::everyone()).size(), size_t(6));
    }
};

HANDBELL_TEST(SyncTest)
#include "SyncTest.moc"
