// SPDX-License-Identifier: Apache-2.0
#include "client/Outbox.h"

#include "ClientKit.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using client::MessageListModel;
using protocol::MessagePost;

namespace {

bool isPost(const protocol::ClientMessage &message)
{
    return std::holds_alternative<MessagePost>(message);
}

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPostGoesOutAndItsRowGoes()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("Coffee is on")).ok());
        QCOMPARE(kit.client->messages().waitingCount(), 1);
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        QVERIFY(kit.waitForSync());
        const auto sent = kit.server.all<MessagePost>();
        QCOMPARE(sent.size(), size_t(1));
        QCOMPARE(sent.front().text, QStringLiteral("Coffee is on"));
        QCOMPARE(sent.front().nonce.value.size(), protocol::nonceBytes);
        kit.restart();
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        QCOMPARE(kit.server.all<MessagePost>().size(), size_t(1));
    }

    void aConfirmationTravelsWithItsText()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const QString text = QStringLiteral("NHS no 999 000 0018 is waiting");
        const guard::Confirmation given{guard::digestOf(text), guard::rulesVersion, {}, true};
        QVERIFY(!kit.practice().guard()->screen(text).ok());
        QVERIFY(
            kit.client->messages().post(demo::deskGroup, *kit.practice().guard()->screen(text, given)).ok());
        QTRY_COMPARE(kit.server.all<MessagePost>().size(), size_t(1));
        const auto sent = kit.server.all<MessagePost>().front();
        QVERIFY(sent.confirmation.has_value());
        QCOMPARE(sent.confirmation->textDigest.value, guard::digestOf(text));
        QCOMPARE(sent.confirmation->rulesVersion, guard::rulesVersion);
        QCOMPARE(sent.confirmation->notPatient, std::optional(true));
    }

    void whatIsWrittenOfflineSurvivesARestartInOrder()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.refusesWith = ErrorCode::Unreachable;
        kit.server.cut();
        QTRY_COMPARE(kit.session().link(), client::Session::Link::Offline);
        for (int i = 0; i < 5; ++i)
            QVERIFY(kit.post(demo::deskGroup, QStringLiteral("lilac %1").arg(i)).ok());
        QVERIFY(kit.post(demo::rota, QStringLiteral("lilac other")).ok());
        QVERIFY(!kit.disk().contains("lilac")); // on the disk, and sealed
        kit.restart();
        QTRY_COMPARE(kit.client->messages().waitingCount(), 6);
        kit.server.refusesWith.reset();
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        QStringList texts;
        for (const MessagePost &sent : kit.server.all<MessagePost>()) {
            if (sent.conversation == demo::deskGroup)
                texts << sent.text;
        }
        QCOMPARE(texts,
                 QStringList({QStringLiteral("lilac 0"), QStringLiteral("lilac 1"), QStringLiteral("lilac 2"),
                              QStringLiteral("lilac 3"), QStringLiteral("lilac 4")}));
    }

    void oneOfAConversationIsUnderWayAtATime()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.ignores = isPost;
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("one")).ok());
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("two")).ok());
        QVERIFY(kit.post(demo::rota, QStringLiteral("three")).ok());
        QTRY_COMPARE(kit.server.all<MessagePost>().size(), size_t(2));
        ClientKit::settle();
        QCOMPARE(kit.server.all<MessagePost>().size(), size_t(2));
        QCOMPARE(kit.server.all<MessagePost>().back().text, QStringLiteral("three"));
    }

    void aLostAnswerLeadsToTheSameNonceAndOneEvent()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        // The line breaks after it was recorded and before anything of that arrived.
        bool broken = false;
        kit.server.instead =
            [&](const protocol::ClientMessage &message) -> std::optional<protocol::ServerMessage> {
            if (isPost(message) && !std::exchange(broken, true))
                kit.server.cut();
            return std::nullopt;
        };
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("once")).ok());
        QTRY_COMPARE(kit.server.all<MessagePost>().size(), size_t(2));
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        const auto sent = kit.server.all<MessagePost>();
        QVERIFY(sent[0] == sent[1]);
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.server.log.size(), size_t(1));
    }

    void neverShownTwiceWhicheverComesFirst()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        int most = 0;
        connect(model.get(), &QAbstractItemModel::rowsInserted, this,
                [&] { most = std::max(most, model->rowCount()); });
        // The event first: the fake server tells it while it makes the answer.
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("hello")).ok());
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        QCOMPARE(model->rowCount(), 1);
        QVERIFY(model->index(0).data(MessageListModel::IdRole).toLongLong() > 0);
        // The answer first.
        const Seq seq(kit.server.state.seq.value + 1);
        kit.server.instead =
            [&](const protocol::ClientMessage &message) -> std::optional<protocol::ServerMessage> {
            return isPost(message) ? std::optional<protocol::ServerMessage>(protocol::Accepted{seq, {}})
                                   : std::nullopt;
        };
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("again")).ok());
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        ClientKit::settle();
        QCOMPARE(model->rowCount(), 2);
        kit.server.publish(protocol::MessagePosted{demo::deskGroup}, demo::priya, demo::frontDesk1,
                           QStringLiteral("again"));
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(most, 2);
    }

    //! The program ended after an event was stored and before its row went: on the disk are both.
    void neverShownTwiceAfterACrash()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const QString outbox =
            kit.profile->folder().filePath(QStringLiteral("member-%1.outbox").arg(demo::priya.value));
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("once")).ok());
        kit.client.reset(); // before anything of it went out
        QVERIFY(QFile::copy(outbox, outbox + QStringLiteral(".kept")));
        kit.restart();
        QVERIFY(kit.waitForSync());
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        kit.client.reset();
        QVERIFY(QFile::remove(outbox));
        QVERIFY(QFile::rename(outbox + QStringLiteral(".kept"), outbox));
        kit.restart();
        QVERIFY(kit.waitForSync());
        QTRY_COMPARE(kit.server.all<MessagePost>().size(), size_t(2));
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(kit.server.log.size(), size_t(1));
    }

    void aRefusalIsFinalAndStays()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy refused(&kit.client->messages(), &client::MessageManager::postRefused);
        kit.server.instead =
            [](const protocol::ClientMessage &message) -> std::optional<protocol::ServerMessage> {
            const auto *post = std::get_if<MessagePost>(&message);
            if (post && post->text == QLatin1String("bad"))
                return FakeServer::error(ErrorCode::GuardConfirmationRequired);
            return std::nullopt;
        };
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("bad")).ok());
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("good")).ok()); // does not wait behind it for ever
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.front().at(1).value<Error>().code, ErrorCode::GuardConfirmationRequired);
        QVERIFY(kit.waitForSync());
        QTRY_COMPARE(kit.server.all<MessagePost>().size(), size_t(2));
        kit.restart();
        QVERIFY(kit.waitForSync());
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        QTRY_COMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(1).data(MessageListModel::TextRole).toString(), QStringLiteral("bad"));
        QCOMPARE(model->index(1).data(MessageListModel::DeliveryRole).toInt(),
                 static_cast<int>(MessageListModel::Delivery::Refused));
        QCOMPARE(kit.server.all<MessagePost>().size(), size_t(2));

        // Until its author removes it; a message that is in the record has nothing to remove.
        kit.client->messages().discardRefused(
            model->index(0).data(MessageListModel::WaitingRole).toByteArray());
        ClientKit::settle();
        QCOMPARE(model->rowCount(), 2);
        const QByteArray bad = model->index(1).data(MessageListModel::WaitingRole).toByteArray();
        kit.client->messages().discardRefused(bad);
        QTRY_COMPARE(model->rowCount(), 1);
        kit.client->messages().discardRefused(bad);
        model.reset();
        kit.restart();
        QVERIFY(kit.waitForSync());
        model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        QTRY_COMPARE(model->rowCount(), 1);
        ClientKit::settle();
        QCOMPARE(model->rowCount(), 1);
    }

    void onlyWhatWasRefusedCanBeRemoved()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.ignores = isPost;
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("on its way")).ok());
        QTRY_COMPARE(model->rowCount(), 1);
        kit.client->messages().discardRefused(
            model->index(0).data(MessageListModel::WaitingRole).toByteArray());
        QCOMPARE(kit.client->messages().waitingCount(), 1);
    }

    void aBusyServerIsAskedAgain_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (const ErrorCode code :
             {ErrorCode::RateLimited, ErrorCode::ServerBusy, ErrorCode::StorageUnavailable})
            QTest::newRow(wireName(code).data()) << code;
    }
    void aBusyServerIsAskedAgain()
    {
        QFETCH(ErrorCode, code);
        ClientKit kit;
        QVERIFY(kit.join());
        int refusals = 3;
        kit.server.instead =
            [&](const protocol::ClientMessage &message) -> std::optional<protocol::ServerMessage> {
            if (!isPost(message) || refusals == 0)
                return std::nullopt;
            --refusals;
            return FakeServer::error(code);
        };
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("patient reader")).ok());
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        QCOMPARE(kit.server.all<MessagePost>().size(), size_t(4));
    }

    void whatCannotBeSentIsNotTaken()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QCOMPARE(kit.post(demo::deskGroup, QString(4001, QLatin1Char('a'))).error().code,
                 ErrorCode::TextTooLong);
        QVERIFY(kit.post(demo::deskGroup, QString(4000, QLatin1Char('a'))).ok());
        QCOMPARE(kit.post(demo::deskGroup, QStringLiteral(" \n")).error().code, ErrorCode::InvalidArgument);
        const auto text = kit.screened(QStringLiteral("hello"));
        const auto out = kit.session().signOut();
        QCOMPARE(kit.client->messages().post(demo::deskGroup, text).error().code,
                 ErrorCode::StorageUnavailable);
        QTRY_VERIFY(out.isFinished());
    }

    void anEpochChangeOffersTheOutboxAgain()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.ignores = isPost;
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("still here")).ok());
        QTRY_COMPARE(kit.server.all<MessagePost>().size(), size_t(1));
        kit.server.ignores = nullptr;
        kit.server.epoch = {QByteArray(16, 'f')}; // the record was restored from a backup
        kit.server.cut();
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        QCOMPARE(kit.server.all<MessagePost>().size(), size_t(2));
    }

    //! The record went back to a backup: what was accepted after it is known to its senders alone.
    void anEpochChangeOffersAgainWhatWasAccepted()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("one")).ok());
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("two")).ok());
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("taken back")).ok());
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        QVERIFY(kit.waitForSync());
        kit.server.publish(protocol::MessageWithdrawn{demo::deskGroup, MessageId(kit.server.state.seq.value)},
                           demo::priya, demo::frontDesk1);
        QVERIFY(kit.waitForSync());
        kit.restart(); // what is known is on the disk
        QVERIFY(kit.waitForSync());
        const auto before = kit.server.all<MessagePost>();
        QCOMPARE(before.size(), size_t(3));
        for (int again = 0; again < 2; ++again) {
            kit.server.epoch = {QByteArray(16, 'f')};
            kit.server.cut();
            QVERIFY(kit.waitForSync());
            QTRY_COMPARE(kit.server.all<MessagePost>().size(), size_t(5));
            QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        }
        const auto after = kit.server.all<MessagePost>();
        QVERIFY(after[3] == before[0] && after[4] == before[1]);
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        ClientKit::settle();
        for (int row = 0; row < model->rowCount(); ++row)
            QVERIFY2(model->index(row).data(MessageListModel::WaitingRole).toByteArray().isEmpty(),
                     "the server has it already");
    }

    void whatWasAcceptedLongAgoIsForgotten()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("one")).ok());
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        kit.client.reset();
        kit.clock.advance(client::Outbox::keptFor + std::chrono::hours(1));
        kit.restart();
        QVERIFY(kit.waitForSync());
        kit.server.epoch = {QByteArray(16, 'f')};
        kit.server.cut();
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        QCOMPARE(kit.server.all<MessagePost>().size(), size_t(1));
    }
};

HANDBELL_TEST(OutboxTest)
#include "OutboxTest.moc"
