// SPDX-License-Identifier: Apache-2.0
#include "ClientKit.h"
#include "client/Practice.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using protocol::ReceiptsPost;
using protocol::ReceiptState;

namespace {

std::vector<Seq> told(const FakeServer &server, ReceiptState state)
{
    std::vector<Seq> events;
    for (const ReceiptsPost &post : server.all<ReceiptsPost>()) {
        if (post.state == state)
            events.insert(events.end(), post.events.begin(), post.events.end());
    }
    return events;
}

} // namespace

class MessageManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArrivingMessageCountsUntilItIsRead()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto &messages = kit.client->messages();
        QSignalSpy arrived(&messages, &client::MessageManager::messageArrived);
        QSignalSpy counted(&messages, &client::MessageManager::unreadCountChanged);
        const auto one = kit.say(demo::patel, demo::deskGroup, QStringLiteral("one"));
        const auto two = kit.say(demo::patel, demo::deskGroup, QStringLiteral("two"));
        kit.say(demo::sam, demo::rota, QStringLiteral("three"));
        QTRY_COMPARE(arrived.size(), 3);
        QCOMPARE(messages.unreadCount(), 3);
        QTRY_COMPARE(told(kit.server, ReceiptState::Delivered).size(), size_t(3));
        QCOMPARE(told(kit.server, ReceiptState::Delivered).front(), one.seq);
        messages.markRead(demo::deskGroup);
        QCOMPARE(messages.unreadCount(), 1);
        QTRY_COMPARE(told(kit.server, ReceiptState::Read), std::vector<Seq>{two.seq});
        messages.markRead(demo::deskGroup); // nothing new to tell
        ClientKit::settle();
        QCOMPARE(told(kit.server, ReceiptState::Read).size(), size_t(1));
        QVERIFY(counted.size() >= 2);
    }

    void whatIsReadStaysReadAfterARestart()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("one"));
        kit.say(demo::sam, demo::rota, QStringLiteral("two"));
        QVERIFY(kit.waitForSync());
        kit.client->messages().markRead(demo::deskGroup);
        kit.restart();
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.client->messages().unreadCount(), 1);
    }

    void ownMessagesAreNeitherUnreadNorReceipted()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy arrived(&kit.client->messages(), &client::MessageManager::messageArrived);
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("mine")).ok());
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        QVERIFY(kit.waitForSync());
        kit.client->messages().markRead(demo::deskGroup);
        ClientKit::settle();
        QCOMPARE(kit.client->messages().unreadCount(), 0);
        QVERIFY(arrived.isEmpty());
        QVERIFY(kit.server.all<ReceiptsPost>().empty());
    }

    void aWithdrawnMessageIsNotUnread()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const auto event = kit.say(demo::patel, demo::deskGroup, QStringLiteral("oh"));
        QTRY_COMPARE(kit.client->messages().unreadCount(), 1);
        kit.server.publish(protocol::MessageWithdrawn{demo::deskGroup, MessageId(event.seq.value)},
                           demo::patel, demo::consulting3);
        QTRY_COMPARE(kit.client->messages().unreadCount(), 0);
    }

    void receiptsTheLineSwallowedGoOutAgain()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.ignores = [](const protocol::ClientMessage &message) {
            return std::holds_alternative<ReceiptsPost>(message);
        };
        const auto event = kit.say(demo::patel, demo::deskGroup, QStringLiteral("one"));
        QTRY_COMPARE(told(kit.server, ReceiptState::Delivered).size(), size_t(1));
        kit.server.ignores = nullptr;
        kit.server.cut();
        QTRY_COMPARE(told(kit.server, ReceiptState::Delivered), (std::vector<Seq>{event.seq, event.seq}));
    }

    void receiptsTheDiskRefusedGoOutAgain()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        int refusals = 0;
        kit.server.instead =
            [&](const protocol::ClientMessage &message) -> std::optional<protocol::ServerMessage> {
            if (std::holds_alternative<ReceiptsPost>(message) && ++refusals <= 2)
                return FakeServer::error(ErrorCode::StorageUnavailable);
            return std::nullopt;
        };
        const auto one = kit.say(demo::patel, demo::deskGroup, QStringLiteral("one"));
        QTRY_COMPARE(told(kit.server, ReceiptState::Delivered),
                     (std::vector<Seq>{one.seq, one.seq, one.seq}));
    }

    void withdrawingAsksTheServer()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("mine")).ok());
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        const MessageId message(kit.server.state.seq.value);
        const auto done = kit.client->messages().withdraw(demo::deskGroup, message);
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result().ok());
        QCOMPARE(kit.server.all<protocol::MessageWithdraw>().front().message, message);

        kit.server.instead = [](const protocol::ClientMessage &) {
            return FakeServer::error(ErrorCode::Forbidden);
        };
        const auto refused = kit.client->messages().withdraw(demo::deskGroup, message);
        QTRY_VERIFY(refused.isFinished());
        QCOMPARE(refused.result().error().code, ErrorCode::Forbidden);
    }

    void aDirectConversationIsThereWhenItIsGiven()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const auto known = kit.client->messages().openDirect(demo::patel);
        QVERIFY(known.isFinished());
        QCOMPARE(*known.result(), demo::withPatel);
        QVERIFY(kit.server.all<protocol::ConversationOpen>().empty());

        const auto opened = kit.client->messages().openDirect(demo::carys);
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(kit.practice().state().conversation(*opened.result()));

        // The answer first, the event later.
        const Seq seq(kit.server.state.seq.value + 1);
        kit.server.instead = [&](const protocol::ClientMessage &) {
            return protocol::Accepted{seq, {}};
        };
        const auto early = kit.client->messages().openDirect(demo::jo);
        ClientKit::settle();
        QVERIFY(!early.isFinished());
        kit.server.publish(
            protocol::ConversationCreated{protocol::ConversationKind::Direct, {}, {demo::priya, demo::jo}},
            demo::priya, demo::frontDesk1);
        QTRY_VERIFY(early.isFinished());
        QCOMPARE(early.result()->value, seq.value);
    }

    void beingPutIntoAGroupBeginsThere()
    {
        ClientKit kit;
        kit.server.member = demo::jo;
        QVERIFY(kit.join());
        kit.server.record(protocol::MessagePosted{demo::clinicians}, demo::patel, demo::consulting3,
                          QStringLiteral("before"));
        kit.server.publish(protocol::ConversationMembersChanged{demo::clinicians, {demo::jo}, {}},
                           demo::patel, demo::consulting3);
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.client->messages().unreadCount(), 0);
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::clinicians);
        QTRY_COMPARE(model->rowCount(), 1); // its past was fetched
        kit.say(demo::patel, demo::clinicians, QStringLiteral("welcome"));
        QTRY_COMPARE(kit.client->messages().unreadCount(), 1);
        model.reset(); // gone before the client
        kit.restart();
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.client->messages().unreadCount(), 1);
    }
};

HANDBELL_TEST(MessageManagerTest)
#include "MessageManagerTest.moc"
