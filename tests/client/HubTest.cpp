// SPDX-License-Identifier: Apache-2.0
#include "client/AlertManager.h"
#include "client/Client.h"
#include "client/MemorySecretStore.h"
#include "client/MessageManager.h"
#include "client/Practice.h"
#include "client/PresenceManager.h"
#include "client/Profile.h"
#include "client/models/MessageListModel.h"
#include "support/ServerKit.h"
#include "tests/support/TestProgram.h"
#include "transport/Invitation.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using namespace handbell::test;
using client::CardForm;
using client::LadderStep;
using client::MessageListModel;
using client::Session;
using protocol::Address;
using protocol::PresenceState;
using protocol::Reply;
using namespace std::chrono_literals;

// Whole clients against the real hub and a real record, in one thread with one clock.

namespace {

class Desk
{
public:
    explicit Desk(ServerKit &kit)
        : m_kit(kit)
        , profile(*client::Profile::open(QStringLiteral("test"), QDir(m_folder.path())))
    {
        m_pacing.retryBase = 1ms;
        m_pacing.retryCap = 2ms;
        m_pacing.settled = 0ms;
        open();
    }

    void open()
    {
        it.reset();
        const client::ChannelFactory channels = [this](const transport::ServerAddress &,
                                                       const transport::Trust &) {
            return std::unique_ptr<transport::Channel>(m_kit.makeChannel());
        };
        it = std::make_unique<client::Client>(
            client::Client::Parts{profile, m_secrets, channels, m_kit.clock, m_random, m_pacing});
        it->start();
    }
    QFuture<Result<void>> join(const char *member)
    {
        transport::Invitation invitation;
        invitation.host = QStringLiteral("handbell.example");
        invitation.port = 8443;
        invitation.pin = QByteArray(32, '\0');
        invitation.code = m_kit.code(member).value;
        invitation.expiry = WallTime(std::chrono::seconds(1'900'000'000));
        return it->session().join(invitation.toText(), ServerKit::password());
    }
    [[nodiscard]] Result<void> post(ConversationId conversation, const QString &text)
    {
        return it->messages().post(conversation, *it->practice().guard()->screen(text));
    }

private:
    ServerKit &m_kit;
    QTemporaryDir m_folder;
    SystemRandom m_random;
    client::MemorySecretStore m_secrets;
    client::Pacing m_pacing;

public:
    client::Profile profile;
    std::unique_ptr<client::Client> it;
};

//! Lets server and clients go on until \a condition holds; false where that takes long.
bool until(ServerKit &kit, const std::function<bool()> &condition)
{
    return QTest::qWaitFor(
        [&] {
            kit.settle();
            return condition();
        },
        10'000);
}

bool hasStep(client::Client &client, LadderStep::Kind kind)
{
    const auto outgoing = client.alerts().outgoing();
    return !outgoing.empty() && std::any_of(outgoing.front().steps.begin(), outgoing.front().steps.end(),
                                            [kind](const LadderStep &step) { return step.kind == kind; });
}

QStringList texts(const MessageListModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row).data(MessageListModel::TextRole).toString();
    return all;
}

} // namespace

class HubTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        kit = std::make_unique<ServerKit>();
        priya = std::make_unique<Desk>(*kit);
        anna = std::make_unique<Desk>(*kit);
        QVERIFY(enter(*priya, "Priya Shah"));
        QVERIFY(enter(*anna, "Dr Anna Patel"));
    }

    void cleanup()
    {
        priya.reset();
        anna.reset();
        kit.reset();
    }

    void aRingIsHeldShownAndAnswered()
    {
        anna->it->presence().setState(PresenceState::InConsultation);
        const MemberId doctor = kit->member("Dr Anna Patel");
        QVERIFY(until(*kit, [&] {
            kit->advance(100ms);
            return priya->it->practice().presence(doctor).state == PresenceState::InConsultation;
        }));
        priya->it->alerts().raise(kit->alertTemplate("interpreter_here"), Address::person(doctor), {});
        QVERIFY(until(*kit, [&] { return anna->it->alerts().incoming().size() == 1; }));
        const auto incoming = anna->it->alerts().incoming().front();
        QCOMPARE(incoming.form, incoming.alert.importance == protocol::Importance::Routine
                                    ? CardForm::Held
                                    : CardForm::Hidden);
        anna->it->alerts().markShown(incoming.alert.id);
        QVERIFY(until(*kit, [&] {
            kit->advance(20ms);
            return hasStep(*priya->it, LadderStep::Kind::Shown);
        }));
        const auto answered = anna->it->alerts().answer(incoming.alert.id, Reply::Coming);
        QVERIFY(until(*kit, [&] { return answered.isFinished(); }));
        QVERIFY(answered.result().ok());
        QVERIFY(until(*kit, [&] { return hasStep(*priya->it, LadderStep::Kind::Answered); }));
        QVERIFY(anna->it->alerts().incoming().empty());
        QCOMPARE(priya->it->alerts().outgoing().size(), size_t(1));
    }

    void anUnansweredRingClimbsByTheClock()
    {
        priya->it->alerts().raise(kit->alertTemplate("interpreter_here"),
                                  Address::person(kit->member("Dr Anna Patel")), {});
        QVERIFY(until(*kit, [&] { return priya->it->alerts().outgoing().front().canCancel; }));
        const auto steps = priya->it->alerts().outgoing().front().steps;
        QCOMPARE(steps.back().kind, LadderStep::Kind::Next);
        const auto wait = steps.back().at - kit->clock.wallNow();
        kit->advance(wait - 1s);
        QVERIFY(until(*kit, [] { return true; }));
        QVERIFY(!hasStep(*priya->it, LadderStep::Kind::Escalated));
        kit->advance(2s);
        QVERIFY(until(*kit, [&] { return hasStep(*priya->it, LadderStep::Kind::Escalated); }));
    }

    void bothChatAndSeeWhatWasRead()
    {
        const ConversationId everyone = kit->everyone();
        auto sent = priya->it->makeMessageModel();
        auto received = anna->it->makeMessageModel();
        sent->setConversation(everyone);
        received->setConversation(everyone);
        for (int i = 0; i < 5; ++i)
            QVERIFY(priya->post(everyone, QStringLiteral("message %1").arg(i)).ok());
        QVERIFY(until(*kit, [&] { return received->rowCount() == 5; }));
        QCOMPARE(texts(*received).first(), QStringLiteral("message 0"));
        QCOMPARE(texts(*received).last(), QStringLiteral("message 4"));
        QCOMPARE(anna->it->messages().unreadCount(), 5);
        anna->it->messages().markRead(everyone);
        QVERIFY(until(*kit, [&] {
            kit->advance(20ms);
            return sent->rowCount() == 5 && sent->index(0).data(MessageListModel::DeliveryRole).toInt() ==
                                                static_cast<int>(MessageListModel::Delivery::Read);
        }));
    }

    void nothingIsLostOrDoubledOverARestartOfEitherSide()
    {
        const ConversationId everyone = kit->everyone();
        for (int i = 0; i < 3; ++i)
            QVERIFY(priya->post(everyone, QStringLiteral("before %1").arg(i)).ok());
        kit->settleUnwritten(); // under way, not recorded
        kit->restart();
        for (int i = 0; i < 3; ++i)
            QVERIFY(priya->post(everyone, QStringLiteral("after %1").arg(i)).ok());
        priya->open(); // as if the program had been killed
        auto received = anna->it->makeMessageModel();
        received->setConversation(everyone);
        QVERIFY(until(
            *kit, [&] { return received->rowCount() >= 6 && priya->it->messages().waitingCount() == 0; }));
        QCOMPARE(texts(*received), QStringList({QStringLiteral("before 0"), QStringLiteral("before 1"),
                                                QStringLiteral("before 2"), QStringLiteral("after 0"),
                                                QStringLiteral("after 1"), QStringLiteral("after 2")}));
    }

    void whoSignsInElsewhereIsFollowed()
    {
        QSignalSpy out(&anna->it->session(), &Session::signedOut);
        const auto left = priya->it->session().signOut();
        QVERIFY(until(*kit, [&] { return left.isFinished() && !priya->it->session().roster().empty(); }));
        const auto in = priya->it->session().signIn(kit->member("Dr Anna Patel"), ServerKit::password());
        QVERIFY(until(*kit, [&] { return in.isFinished() && out.size() == 1; }));
        QVERIFY(in.result().ok());
        QCOMPARE(out.front().at(0).value<protocol::SignOutReason>(),
                 protocol::SignOutReason::SignedInElsewhere);
        QVERIFY(!out.front().at(1).toString().isEmpty());
        QVERIFY(until(*kit, [&] {
            return anna->it->session().state() == Session::State::SignedOut &&
                   anna->it->session().link() == Session::Link::Online &&
                   priya->it->practice().self() == kit->member("Dr Anna Patel");
        }));
    }

    void guardAndServerAgree()
    {
        const QString text = QStringLiteral("NHS no 999 000 0018 is waiting");
        const auto guard = priya->it->practice().guard();
        QVERIFY(!guard->screen(text).ok());
        const guard::Confirmation given{guard::digestOf(text), guard::rulesVersion, {}};
        QSignalSpy refused(&priya->it->messages(), &client::MessageManager::postRefused);
        QVERIFY(priya->it->messages().post(kit->everyone(), *guard->screen(text, given)).ok());
        QVERIFY(until(*kit, [&] { return priya->it->messages().waitingCount() == 0; }));
        QVERIFY(refused.isEmpty());
    }

private:
    bool enter(Desk &desk, const char *member)
    {
        const auto joined = desk.join(member);
        return until(*kit, [&] { return joined.isFinished(); }) && joined.result().ok() && until(*kit, [&] {
                   return desk.it->practice().self() == kit->member(member) &&
                          !desk.it->practice().state().members.empty();
               });
    }

    std::unique_ptr<ServerKit> kit;
    std::unique_ptr<Desk> priya, anna;
};

HANDBELL_TEST(HubTest)
#include "HubTest.moc"
