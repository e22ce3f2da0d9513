// SPDX-License-Identifier: Apache-2.0
#include "ClientKit.h"
#include "tests/support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using client::MessageListModel;
using Delivery = MessageListModel::Delivery;

namespace {

QVariant last(const MessageListModel &model, int role)
{
    return model.index(model.rowCount() - 1).data(role);
}

} // namespace

class MessageListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoSaidWhatAndWhere()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto model = kit.client->makeMessageModel();
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model->setConversation(demo::deskGroup);
        QCOMPARE(model->rowCount(), 0);
        const auto event = kit.say(demo::patel, demo::deskGroup, QStringLiteral("hello"));
        kit.say(demo::patel, demo::rota, QStringLiteral("elsewhere"));
        QTRY_COMPARE(model->rowCount(), 1);
        QCOMPARE(last(*model, MessageListModel::IdRole).toLongLong(), event.seq.value);
        QCOMPARE(last(*model, MessageListModel::AuthorNameRole).toString(), QStringLiteral("Dr Anna Patel"));
        QCOMPARE(last(*model, MessageListModel::AuthorJobRole).toString(), QStringLiteral("GP"));
        QCOMPARE(last(*model, MessageListModel::AuthorRoomRole).toString(),
                 QStringLiteral("Consulting room 3"));
        QCOMPARE(last(*model, MessageListModel::TextRole).toString(), QStringLiteral("hello"));
        QVERIFY(!last(*model, MessageListModel::OwnRole).toBool());
        QCOMPARE(last(*model, MessageListModel::AtRole).toDateTime().toMSecsSinceEpoch(),
                 qint64(event.at.time_since_epoch().count()));
        QVERIFY(last(*model, MessageListModel::FirstOfDayRole).toBool());
        QVERIFY(last(*model, MessageListModel::FirstOfRunRole).toBool());
        QVERIFY(last(*model, MessageListModel::FirstUnreadRole).toBool());
    }

    void runsOfOneAuthorStandTogether()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("one"));
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("two"));
        kit.say(demo::jo, demo::deskGroup, QStringLiteral("three"));
        QTRY_COMPARE(model->rowCount(), 3);
        QList<bool> firsts;
        for (int row = 0; row < 3; ++row)
            firsts << model->index(row).data(MessageListModel::FirstOfRunRole).toBool();
        QCOMPARE(firsts, QList<bool>({true, false, true}));
    }

    void newStaysWhereItWasWhileOpen()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("old"));
        QVERIFY(kit.waitForSync());
        kit.client->messages().markRead(demo::deskGroup);
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("new"));
        QVERIFY(kit.waitForSync());
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        QVERIFY(!model->index(0).data(MessageListModel::FirstUnreadRole).toBool());
        QVERIFY(model->index(1).data(MessageListModel::FirstUnreadRole).toBool());
        kit.client->messages().markRead(demo::deskGroup);
        ClientKit::settle();
        QVERIFY(model->index(1).data(MessageListModel::FirstUnreadRole).toBool());
    }

    void anOwnMessageShowsHowFarItGot()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto model = kit.client->makeMessageModel();
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model->setConversation(demo::deskGroup);
        kit.server.refusesWith = ErrorCode::Unreachable;
        kit.server.cut();
        QTRY_COMPARE(kit.session().link(), client::Session::Link::Offline);
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("mine")).ok());
        QTRY_COMPARE(model->rowCount(), 1);
        const auto delivery = [&] {
            return static_cast<Delivery>(last(*model, MessageListModel::DeliveryRole).toInt());
        };
        QCOMPARE(delivery(), Delivery::Queued);
        QCOMPARE(last(*model, MessageListModel::IdRole).toLongLong(), 0);
        QVERIFY(last(*model, MessageListModel::OwnRole).toBool());
        kit.server.refusesWith.reset();
        QTRY_COMPARE(delivery(), Delivery::Accepted);
        QTRY_VERIFY(last(*model, MessageListModel::IdRole).toLongLong() > 0);
        QCOMPARE(model->rowCount(), 1);
        const Seq seq(last(*model, MessageListModel::IdRole).toLongLong());
        const auto tell = [&](protocol::ReceiptState state, MemberId who) {
            kit.server.notify(protocol::ReceiptsNotice{{{seq, who, state, kit.clock.wallNow()}}});
        };
        tell(protocol::ReceiptState::Delivered, demo::patel);
        QTRY_COMPARE(delivery(), Delivery::Delivered);
        tell(protocol::ReceiptState::Read, demo::patel);
        tell(protocol::ReceiptState::Read, demo::jo);
        tell(protocol::ReceiptState::Delivered, demo::jo); // overtaken
        QTRY_COMPARE(last(*model, MessageListModel::ReadCountRole).toInt(), 2);
        QCOMPARE(delivery(), Delivery::Read);
    }

    void withdrawingLeavesATombstone()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        const auto event = kit.say(demo::patel, demo::deskGroup, QStringLiteral("oh"));
        const auto gone =
            kit.server.publish(protocol::MessageWithdrawn{demo::deskGroup, MessageId(event.seq.value)},
                               demo::patel, demo::consulting3);
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        QCOMPARE(model->rowCount(), 1);
        QVERIFY(last(*model, MessageListModel::WithdrawnRole).toBool());
        QCOMPARE(last(*model, MessageListModel::TextRole).toString(), QString());
        QCOMPARE(last(*model, MessageListModel::WithdrawnAtRole).toDateTime().toMSecsSinceEpoch(),
                 qint64(gone.at.time_since_epoch().count()));
    }

    void pagesBackToTheBeginning()
    {
        ClientKit kit;
        // Before this workstation knew of the practice.
        for (int i = 0; i < 120; ++i)
            kit.server.record(protocol::MessagePosted{demo::deskGroup}, demo::patel, demo::consulting3,
                              QStringLiteral("message %1").arg(i));
        QVERIFY(kit.join());
        auto model = kit.client->makeMessageModel();
        // Without a tester: that pages by itself.
        model->setConversation(demo::deskGroup);
        QTRY_COMPARE(model->rowCount(), 50); // the newest page came by itself
        QCOMPARE(last(*model, MessageListModel::TextRole).toString(), QStringLiteral("message 119"));
        QCOMPARE(kit.client->messages().unreadCount(), 0); // what was said before counts as read
        QVERIFY(model->canFetchMore({}));
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 100);
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 120);
        QTRY_VERIFY(!model->canFetchMore({}));
        QCOMPARE(model->index(0).data(MessageListModel::TextRole).toString(), QStringLiteral("message 0"));

        // From the disk the second time, without asking.
        const size_t asked = kit.server.all<protocol::History>().size();
        model.reset();
        kit.restart();
        QVERIFY(kit.waitForSync());
        model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        QTRY_COMPARE(model->rowCount(), 50);
        while (model->canFetchMore({}) && model->rowCount() < 120)
            model->fetchMore({}), ClientKit::settle();
        QCOMPARE(model->rowCount(), 120);
        QCOMPARE(kit.server.all<protocol::History>().size(), asked);

        // And with the line down.
        kit.server.refusesWith = ErrorCode::Unreachable;
        model.reset();
        kit.restart();
        QTRY_COMPARE(kit.session().link(), client::Session::Link::Offline);
        model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        QTRY_COMPARE(model->rowCount(), 50);
        QVERIFY(model->canFetchMore({}));
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 100);
        QVERIFY(model->canFetchMore({}));
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 120);
        QVERIFY(!model->canFetchMore({}));
    }

    void anotherConversationAndNone()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("one"));
        kit.say(demo::sam, demo::rota, QStringLiteral("two"));
        QVERIFY(kit.waitForSync());
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        QCOMPARE(last(*model, MessageListModel::TextRole).toString(), QStringLiteral("one"));
        model->setConversation(demo::rota);
        QCOMPARE(model->conversation(), demo::rota);
        QCOMPARE(last(*model, MessageListModel::TextRole).toString(), QStringLiteral("two"));
        model->setConversation({});
        QCOMPARE(model->rowCount(), 0);
        QVERIFY(!model->canFetchMore({}));
    }
};

HANDBELL_TEST(MessageListModelTest)
#include "MessageListModelTest.moc"
