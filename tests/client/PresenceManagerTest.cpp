// SPDX-License-Identifier: Apache-2.0
#include "ClientKit.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using protocol::PresenceSet;
using protocol::PresenceState;

class PresenceManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEffectHereAtOnceAndGoesOut()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy changed(&kit.client->presence(), &client::PresenceManager::stateChanged);
        const WallTime until = kit.clock.wallNow() + std::chrono::minutes(10);
        kit.client->presence().setState(PresenceState::InConsultation, until);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(kit.client->presence().state(), PresenceState::InConsultation);
        QTRY_COMPARE(kit.server.all<PresenceSet>().size(), size_t(1));
        QCOMPARE(kit.server.all<PresenceSet>().front().state, PresenceState::InConsultation);
        QCOMPARE(*kit.server.all<PresenceSet>().front().until, until);
    }

    void offlineIsTheServersToSay()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.client->presence().setState(PresenceState::Offline);
        QCOMPARE(kit.client->presence().state(), PresenceState::Available);
        ClientKit::settle();
        QVERIFY(kit.server.all<PresenceSet>().empty());
    }

    void whatWasChosenOfflineGoesOutLater()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.refusesWith = ErrorCode::Unreachable;
        kit.server.cut();
        QTRY_COMPARE(kit.session().link(), client::Session::Link::Offline);
        kit.client->presence().setState(PresenceState::OnBreak);
        QCOMPARE(kit.client->presence().state(), PresenceState::OnBreak);
        kit.server.refusesWith.reset();
        QTRY_COMPARE(kit.server.all<PresenceSet>().size(), size_t(1));
        kit.server.cut(); // and again after each connect
        QTRY_COMPARE(kit.server.all<PresenceSet>().size(), size_t(2));
        QCOMPARE(kit.server.all<PresenceSet>().back().state, PresenceState::OnBreak);
    }

    void aRestartInConsultationStaysInConsultation()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.presence = {{demo::priya, PresenceState::InConsultation, demo::frontDesk1, {}, {}}};
        kit.restart();
        QTRY_COMPARE(kit.client->presence().state(), PresenceState::InConsultation);
        QVERIFY(kit.server.all<PresenceSet>().empty());
    }

    void aRestartWhileAwayIsSomebodyBack()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.presence = {{demo::priya, PresenceState::Away, demo::frontDesk1, {}, {}}};
        kit.restart();
        QTRY_COMPARE(kit.server.all<PresenceSet>().size(), size_t(1));
        QCOMPARE(kit.server.all<PresenceSet>().back().state, PresenceState::Available);
    }

    void anEmptyDeskGoesOutAsAwayAndComesBack()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        client::PresenceManager &presence = kit.client->presence();
        const WallTime until = kit.clock.wallNow() + std::chrono::minutes(10);
        presence.setState(PresenceState::Busy, until);
        presence.setDeskUse({false, false, true});
        QCOMPARE(presence.state(), PresenceState::Away);
        presence.setDeskUse({false, true, true}); // nothing that others are told
        presence.setDeskUse({});
        QTRY_COMPARE(kit.server.all<PresenceSet>().size(), size_t(3));
        const std::vector<PresenceSet> sent = kit.server.all<PresenceSet>();
        QCOMPARE(sent[1].state, PresenceState::Away);
        QVERIFY(!sent[1].until);
        QCOMPARE(sent[2].state, PresenceState::Busy);
        QCOMPARE(*sent[2].until, until);
    }

    void theNextMemberBeginsAvailable()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.client->presence().setState(PresenceState::Busy);
        const auto out = kit.session().signOut();
        QCOMPARE(kit.client->presence().state(), PresenceState::Available);
        QTRY_VERIFY(out.isFinished());
    }
};

HANDBELL_TEST(PresenceManagerTest)
#include "PresenceManagerTest.moc"
