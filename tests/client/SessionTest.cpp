// SPDX-License-Identifier: Apache-2.0
#include "ClientKit.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using client::MemorySecretStore;
using client::Session;
using State = Session::State;
using Link = Session::Link;

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnInvitationThereIsNothing()
    {
        ClientKit kit;
        QCOMPARE(kit.session().state(), State::Starting);
        kit.client->start();
        QCOMPARE(kit.session().state(), State::NotEnrolled);
        QCOMPARE(kit.session().link(), Link::Offline);
        QCOMPARE(kit.server.connections, 0);
    }

    void aMembersInvitationSignsIn()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QCOMPARE(kit.session().state(), State::SignedIn);
        QCOMPARE(kit.session().link(), Link::Online);
        QCOMPARE(kit.session().member(), demo::priya);
        QCOMPARE(kit.session().practiceName(), QStringLiteral("Riverside Surgery"));
        QCOMPARE(kit.session().workstationName(), QStringLiteral("Front desk 1"));
        QCOMPARE(kit.session().roomName(), QStringLiteral("Front desk 1"));
        QVERIFY(kit.session().keepsSecrets());
        QVERIFY(kit.profile->server().has_value());
        QCOMPARE(kit.server.all<protocol::AuthJoin>().front().code.value, QByteArray(16, 'c'));
    }

    void aWorkstationsInvitationAwaitsAMember()
    {
        ClientKit kit;
        kit.client->start();
        const auto joined = kit.session().join(ClientKit::invitation(), {});
        QTRY_VERIFY(joined.isFinished());
        QVERIFY(joined.result().ok());
        QCOMPARE(kit.session().state(), State::SignedOut);
        QCOMPARE(kit.session().roster().size(), size_t(7));

        const auto wrong = kit.session().signIn(demo::jo, QStringLiteral("wrong"));
        QTRY_VERIFY(wrong.isFinished());
        QCOMPARE(wrong.result().error().code, ErrorCode::BadCredentials);
        QCOMPARE(kit.session().state(), State::SignedOut);

        const auto right = kit.session().signIn(demo::jo, kit.server.password);
        QTRY_VERIFY(right.isFinished());
        QVERIFY(right.result().ok());
        QCOMPARE(kit.session().state(), State::SignedIn);
        QCOMPARE(kit.session().member(), demo::jo);
        QVERIFY(kit.waitForSync());
    }

    void anInvitationThatDoesNotWorkSaysWhy_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (const ErrorCode code : {ErrorCode::InvitationUsed, ErrorCode::InvitationExpired,
                                     ErrorCode::WorkstationRequired, ErrorCode::WeakPassword})
            QTest::newRow(wireName(code).data()) << code;
    }
    void anInvitationThatDoesNotWorkSaysWhy()
    {
        QFETCH(ErrorCode, code);
        ClientKit kit;
        kit.server.instead = [code](const protocol::ClientMessage &) {
            return FakeServer::error(code);
        };
        kit.client->start();
        const auto joined = kit.session().join(ClientKit::invitation(), kit.server.password);
        QTRY_VERIFY(joined.isFinished());
        QCOMPARE(joined.result().error().code, code);
        QCOMPARE(kit.session().state(), State::NotEnrolled);
        QCOMPARE(kit.session().link(), Link::Offline);
        QVERIFY(kit.secrets.values().empty());
    }

    void whatIsNoInvitationGoesNowhere()
    {
        ClientKit kit;
        kit.client->start();
        const auto joined = kit.session().join(QStringLiteral("handbell://join/nonsense"), {});
        QVERIFY(joined.isFinished());
        QCOMPARE(joined.result().error().code, ErrorCode::InvitationInvalid);
        QCOMPARE(kit.server.connections, 0);
    }

    void anEnrolledPcShowsItsTokenBeforeAMembersCode()
    {
        ClientKit kit;
        kit.client->start();
        auto joined = kit.session().join(ClientKit::invitation(), {});
        QTRY_VERIFY(joined.isFinished());
        joined = kit.session().join(ClientKit::invitation(), kit.server.password);
        QTRY_VERIFY(joined.isFinished());
        QVERIFY(joined.result().ok());
        QCOMPARE(kit.session().state(), State::SignedIn);
        QCOMPARE(kit.server.all<protocol::AuthWorkstation>().size(), size_t(1));
    }

    void aRestartComesBackWithTheToken()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.restart();
        QCOMPARE(kit.session().state(), State::SignedIn); // before the line is up
        QCOMPARE(kit.session().practiceName(), QStringLiteral("Riverside Surgery"));
        QCOMPARE(kit.session().roomName(), QStringLiteral("Front desk 1"));
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.server.all<protocol::AuthToken>().back().token.value, kit.server.memberToken);
    }

    void signingOutLeavesTheWorkstationsTokenAlone()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const auto out = kit.session().signOut();
        QCOMPARE(kit.session().state(), State::SignedOut); // at once
        QVERIFY(!kit.session().member().isValid());
        QTRY_VERIFY(out.isFinished());
        QTRY_VERIFY(!kit.session().roster().empty());
        QCOMPARE(kit.secrets.values().size(), size_t(1));
        QCOMPARE(kit.server.all<protocol::SignOut>().size(), size_t(1));
        kit.restart();
        QCOMPARE(kit.session().state(), State::SignedOut);
        QTRY_COMPARE(kit.session().link(), Link::Online);
    }

    void signingOutWorksWhileTheServerCannotBeTold()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.refusesWith = ErrorCode::Unreachable;
        kit.server.cut();
        QTRY_COMPARE(kit.session().link(), Link::Offline);
        const auto out = kit.session().signOut();
        QTRY_VERIFY(out.isFinished());
        QVERIFY(out.result().ok());
        QCOMPARE(kit.session().state(), State::SignedOut);
        QCOMPARE(kit.secrets.values().size(), size_t(1));
        kit.server.refusesWith.reset();
        QTRY_COMPARE(kit.session().link(), Link::Online);
        QCOMPARE(kit.session().state(), State::SignedOut);
    }

    void theServerCanSignAMemberOut()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy out(&kit.session(), &Session::signedOut);
        kit.server.notify(protocol::SignedOutNotice{protocol::SignOutReason::SignedInElsewhere,
                                                    QStringLiteral("Consulting room 3")});
        QTRY_COMPARE(out.size(), 1);
        QCOMPARE(out.front().at(0).value<protocol::SignOutReason>(),
                 protocol::SignOutReason::SignedInElsewhere);
        QCOMPARE(out.front().at(1).toString(), QStringLiteral("Consulting room 3"));
        QCOMPARE(kit.session().state(), State::SignedOut);
        QTRY_VERIFY(!kit.session().roster().empty()); // it came back as a workstation
        QCOMPARE(kit.secrets.values().size(), size_t(1));
    }

    void aRevokedTokenIsForgotten()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy out(&kit.session(), &Session::signedOut);
        kit.server.memberToken = QByteArray(32, 'n');
        kit.server.cut();
        QTRY_COMPARE(out.size(), 1);
        QCOMPARE(kit.session().state(), State::SignedOut);
        QTRY_COMPARE(kit.session().link(), Link::Online);
        QCOMPARE(kit.secrets.values().size(), size_t(1));
    }

    void aWorkstationThatWasRemovedIsRefusedForGood()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.memberToken = QByteArray(32, 'n');
        kit.server.workstationToken = QByteArray(32, 'n');
        QSignalSpy refused(&kit.session(), &Session::refused);
        kit.server.cut();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(kit.session().state(), State::NotEnrolled);
        QVERIFY(kit.secrets.values().empty());
        const int connections = kit.server.connections;
        kit.session().retryNow();
        ClientKit::settle();
        QCOMPARE(kit.server.connections, connections);
    }

    void aBrokenLineComesBackByItself()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy ready(&kit.session(), &Session::ready);
        QSignalSpy links(&kit.session(), &Session::linkChanged);
        kit.clock.advance(std::chrono::seconds(5));
        kit.server.cut();
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(links.size(), 2); // offline, online
        QCOMPARE(links.front().front().value<Link>(), Link::Offline);
        QCOMPARE(kit.session().linkSince(), kit.clock.wallNow());
    }

    void itGoesOnTryingWithWaitsBetween()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.refusesWith = ErrorCode::Unreachable;
        const int before = kit.server.connections;
        kit.server.cut();
        QTRY_VERIFY(kit.server.connections >= before + 8);
        QCOMPARE(kit.session().link(), Link::Offline);
        QCOMPARE(kit.session().state(), State::SignedIn);
        kit.server.refusesWith.reset();
        QTRY_COMPARE(kit.session().link(), Link::Online);
    }

    void anotherAuthorityStopsEverything()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy refused(&kit.session(), &Session::refused);
        kit.server.refusesWith = ErrorCode::TlsPinMismatch;
        const size_t heard = kit.server.heard.size();
        kit.server.cut();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.front().front().value<Error>().code, ErrorCode::TlsPinMismatch);
        QCOMPARE(kit.session().link(), Link::Offline);
        const int connections = kit.server.connections;
        kit.session().retryNow();
        ClientKit::settle();
        QCOMPARE(kit.server.connections, connections);
        QCOMPARE(kit.server.heard.size(), heard);
    }

    void aSessionTakenOverIsNotTakenBack()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy refused(&kit.session(), &Session::refused);
        const int connections = kit.server.connections;
        kit.server.close(ErrorCode::SessionReplaced);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.front().front().value<Error>().code, ErrorCode::SessionReplaced);
        QCOMPARE(kit.session().link(), Link::Offline);
        QCOMPARE(kit.session().state(), Session::State::SignedIn);
        ClientKit::settle();
        QCOMPARE(kit.server.connections, connections);
        kit.session().retryNow(); // somebody asks for it
        QTRY_COMPARE(kit.session().link(), Link::Online);
    }

    void whatIsUnderWayWhenTheLineBreaksIsUnreachable()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.ignores = [](const protocol::ClientMessage &message) {
            return std::holds_alternative<protocol::Ping>(message);
        };
        const auto asked = kit.session().request(protocol::Ping{});
        ClientKit::settle();
        QVERIFY(!asked.isFinished());
        kit.server.cut();
        QTRY_VERIFY(asked.isFinished());
        QCOMPARE(asked.result().error().code, ErrorCode::Unreachable);
    }

    void aServerThatDoesNotAnswerCountsAsGone()
    {
        ClientKit kit;
        kit.pacing.patience = std::chrono::milliseconds(300);
        kit.open();
        QVERIFY(kit.join());
        kit.server.ignores = [](const protocol::ClientMessage &message) {
            return std::holds_alternative<protocol::Ping>(message);
        };
        QSignalSpy links(&kit.session(), &Session::linkChanged);
        const auto asked = kit.session().request(protocol::Ping{});
        QTRY_VERIFY(asked.isFinished());
        QCOMPARE(asked.result().error().code, ErrorCode::Unreachable);
        QTRY_VERIFY(!links.isEmpty());
    }

    void errorsCarryTheServersCode()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.instead = [](const protocol::ClientMessage &) {
            return FakeServer::error(ErrorCode::Forbidden);
        };
        const auto asked = kit.session().request(protocol::Ping{});
        QTRY_VERIFY(asked.isFinished());
        QCOMPARE(asked.result().error().code, ErrorCode::Forbidden);
    }

    void withoutAKeychainNothingIsKept()
    {
        ClientKit kit(MemorySecretStore::Kind::NoKeychain);
        QVERIFY(kit.join());
        QVERIFY(!kit.session().keepsSecrets());
        QVERIFY(kit.files().isEmpty());
        kit.server.cut(); // in this run it comes back all the same
        QTRY_COMPARE(kit.server.all<protocol::AuthToken>().size(), size_t(1));
        QVERIFY(kit.waitForSync());
        const auto out = kit.session().signOut();
        QTRY_VERIFY(out.isFinished());
        QVERIFY(out.result().ok());
        QTRY_VERIFY(!kit.session().roster().empty());
        kit.restart();
        QCOMPARE(kit.session().state(), State::NotEnrolled);
        QVERIFY(!kit.session().keepsSecrets());
    }
};

HANDBELL_TEST(SessionTest)
#include "SessionTest.moc"
