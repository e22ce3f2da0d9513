// SPDX-License-Identifier: Apache-2.0
#include "LivePractice.h"
#include "client/AlertManager.h"
#include "client/MessageManager.h"
#include "client/Practice.h"
#include "client/models/MessageListModel.h"
#include "guard/Guard.h"
#include "tests/support/TestProgram.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>

using namespace handbell;
using namespace handbell::test;
using client::LadderStep;
using client::MessageListModel;
using client::Session;

// The whole path, real: a handbelld process, TLS on loopback, two client engines, the record on disk.

namespace {

const QString priya = QStringLiteral("Priya Shah");
const QString anna = QStringLiteral("Dr Anna Patel");
//! Typed, logged nowhere.
const QString marked = QStringLiteral("the lilac umbrella is at reception");

QByteArray clientLog;

void collect(QtMsgType, const QMessageLogContext &, const QString &line)
{
    clientLog += line.toUtf8() + '\n';
}

ConversationId group(client::Client &client, const char *name)
{
    for (const auto &[id, conversation] : client.practice().state().conversations) {
        if (conversation.name == QLatin1String(name))
            return id;
    }
    return {};
}

TemplateId interpreter(client::Client &client)
{
    for (const auto &[id, alertTemplate] : client.practice().state().templates) {
        if (alertTemplate.key == QLatin1String("interpreter_here"))
            return id;
    }
    return client.practice().state().templates.begin()->first;
}

guard::ScreenedText screened(client::Client &client, const QString &text)
{
    return *client.practice().guard()->screen(text);
}

int rowsSaying(MessageListModel &model, const QString &text)
{
    int count = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        count += model.index(row).data(MessageListModel::TextRole).toString() == text ? 1 : 0;
    return count;
}

bool hasStep(client::Client &client, LadderStep::Kind kind)
{
    const auto alerts = client.alerts().outgoing();
    return !alerts.empty() && std::any_of(alerts.front().steps.begin(), alerts.front().steps.end(),
                                          [kind](const LadderStep &step) { return step.kind == kind; });
}

} // namespace

class EndToEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qInstallMessageHandler(collect);
        m_practice = std::make_unique<LivePractice>();
        QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
        m_desk = std::make_unique<LiveWorkstation>(QStringLiteral("desk"));
        m_room3 = std::make_unique<LiveWorkstation>(QStringLiteral("room3"));
        QCOMPARE(m_desk->join(m_practice->invitation(priya)), QStringLiteral("ok"));
        QCOMPARE(m_room3->join(m_practice->invitation(anna)), QStringLiteral("ok"));
    }

    void cleanupTestCase()
    {
        m_desk.reset();
        m_room3.reset();
        m_practice.reset();
        qInstallMessageHandler(nullptr);
    }

    void aRingIsSeenAnsweredAndSeenAnswered()
    {
        client::Client &desk = **m_desk;
        client::Client &room3 = **m_room3;
        const MemberId doctor = room3.session().member();
        QVERIFY(eventually(
            [&] { return desk.practice().presence(doctor).state == protocol::PresenceState::Available; }));
        desk.alerts().raise(interpreter(desk), protocol::Address::room(desk.practice().roomOf(doctor)->id),
                            {});
        QVERIFY(eventually([&] { return room3.alerts().incoming().size() == 1; }));
        const AlertId alert = room3.alerts().incoming().front().alert.id;
        QVERIFY(eventually([&] { return hasStep(desk, LadderStep::Kind::Delivered); }));
        room3.alerts().markShown(alert);
        QVERIFY(eventually([&] { return hasStep(desk, LadderStep::Kind::Shown); }));
        auto answered = room3.alerts().answer(alert, protocol::Reply::Coming);
        QVERIFY(eventually([&] { return answered.isFinished(); }));
        QVERIFY(answered.result().ok());
        QVERIFY(eventually([&] { return hasStep(desk, LadderStep::Kind::Answered); }));
        QCOMPARE(desk.alerts().outgoing().front().state, protocol::AlertState::Answered);
        QVERIFY(eventually([&] { return room3.alerts().incoming().empty(); }));
    }

    void bothChatInAGroup()
    {
        client::Client &desk = **m_desk;
        client::Client &room3 = **m_room3;
        const ConversationId everyone = desk.practice().state().everyoneConversation();
        auto sent = desk.makeMessageModel();
        auto received = room3.makeMessageModel();
        sent->setConversation(everyone);
        received->setConversation(everyone);
        QVERIFY(desk.messages().post(everyone, screened(desk, marked)).ok());
        QVERIFY(eventually([&] { return rowsSaying(*received, marked) == 1; }));
        room3.messages().markRead(everyone);
        QVERIFY(eventually([&] {
            return sent->index(sent->rowCount() - 1).data(MessageListModel::DeliveryRole).toInt() ==
                   static_cast<int>(MessageListModel::Delivery::Read);
        }));
        QVERIFY(room3.messages().post(everyone, screened(room3, QStringLiteral("Thank you"))).ok());
        QVERIFY(eventually([&] { return rowsSaying(*sent, QStringLiteral("Thank you")) == 1; }));
        QVERIFY(group(desk, "Front desk").isValid());
    }

    void aClientThatSkipsTheGuardIsAskedByTheServer()
    {
        client::Client &desk = **m_desk;
        const QString text = QStringLiteral("NHS no 999 000 0018 is waiting");
        protocol::MessagePost post;
        post.nonce = {m_random.bytes(protocol::nonceBytes)};
        post.conversation = desk.practice().state().everyoneConversation();
        post.text = text;
        auto refused = desk.session().request(post);
        QVERIFY(eventually([&] { return refused.isFinished(); }));
        QCOMPARE(refused.result().error().code, ErrorCode::GuardConfirmationRequired);

        post.confirmation = protocol::GuardConfirmation{{guard::digestOf(text)}, guard::rulesVersion, {}};
        auto confirmed = desk.session().request(post);
        QVERIFY(eventually([&] { return confirmed.isFinished(); }));
        QVERIFY(confirmed.result().ok());
        auto again = desk.session().request(post);
        QVERIFY(eventually([&] { return again.isFinished(); }));
        QCOMPARE(std::get<protocol::Accepted>(*again.result()).seq,
                 std::get<protocol::Accepted>(*confirmed.result()).seq);
    }

    void anInvitationWorksOnce()
    {
        LiveWorkstation other(QStringLiteral("other"));
        QCOMPARE(other.join(m_practice->invitation(priya)), QStringLiteral("invitation_used"));
    }

    void anotherServersInvitationIsAHardStop()
    {
        LivePractice stranger;
        QVERIFY2(stranger.problem().isEmpty(), qPrintable(stranger.problem()));
        // The stranger's authority, but the address of this practice's server.
        QString invitation = stranger.invitation(priya);
        stranger.stop();
        LiveWorkstation other(QStringLiteral("other"));
        invitation.replace(QString::number(stranger.port()), QString::number(m_practice->port()));
        // The text's own check notices a changed address first; the pin is tested below it, in transport.
        QCOMPARE(other.join(invitation), QStringLiteral("invitation_invalid"));
    }

    void nothingIsLostWhenTheServerIsKilled()
    {
        client::Client &desk = **m_desk;
        client::Client &room3 = **m_room3;
        const ConversationId everyone = desk.practice().state().everyoneConversation();
        auto received = room3.makeMessageModel();
        received->setConversation(everyone);
        m_practice->kill();
        QVERIFY(eventually([&] { return desk.session().link() == Session::Link::Offline; }));
        for (int i = 0; i < 5; ++i)
            QVERIFY(desk.messages().post(everyone, screened(desk, QStringLiteral("queued %1").arg(i))).ok());
        m_desk->restart(); // the outbox is on disk
        m_practice->start();
        QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
        QVERIFY(eventually([&] { return rowsSaying(*received, QStringLiteral("queued 4")) == 1; }));
        int last = -1;
        for (int i = 0; i < 5; ++i) {
            const QString text = QStringLiteral("queued %1").arg(i);
            QCOMPARE(rowsSaying(*received, text), 1);
            for (int row = 0; row < received->rowCount(); ++row) {
                if (received->index(row).data(MessageListModel::TextRole).toString() == text) {
                    QVERIFY2(row > last, "out of order");
                    last = row;
                }
            }
        }
    }

    void whoeverSignsOutLeavesNothing()
    {
        LiveWorkstation desk2(QStringLiteral("desk2"));
        QCOMPARE(desk2.join(m_practice->invitation(QStringLiteral("Jo Lewis"))), QStringLiteral("ok"));
        auto out = desk2->session().signOut();
        QVERIFY(eventually([&] { return out.isFinished(); }));
        QVERIFY(eventually([&] { return desk2->session().state() == Session::State::SignedOut; }));
        QVERIFY(desk2->practice().state().members.empty());
        QCOMPARE(desk2.secrets().values().size(), size_t{1}); // the workstation's token alone
        QVERIFY(eventually([&] { return !desk2->session().roster().empty(); }));
        for (const auto &entry : desk2->session().roster()) {
            if (entry.name == QLatin1String("Jo Lewis")) {
                auto in = desk2->session().signIn(entry.member, QStringLiteral("not the password"));
                QVERIFY(eventually([&] { return in.isFinished(); }));
                QCOMPARE(in.result().error().code, ErrorCode::BadCredentials);
                return;
            }
        }
        QFAIL("Jo Lewis is not on the sign-in screen");
    }

    void aStrangersScriptRingsAndAnswers()
    {
        QProcess script;
        script.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral(HANDBELL_SOURCE_DIR "/tests/e2e/ring_and_answer.py"),
                      m_practice->invitation(QStringLiteral("Dr Ben Okafor")),
                      m_practice->invitation(QStringLiteral("Lin Chen"))});
        // It asks for each certificate with a connection that the server only gives up after five seconds.
        QVERIFY(QTest::qWaitFor([&] { return script.state() == QProcess::NotRunning; }, 40'000));
        QVERIFY2(script.exitCode() == 0, script.readAllStandardError().constData());
        QVERIFY(script.readAllStandardOutput().contains("answered: coming"));
    }

    void theRecordVerifiesBesideTheRunningServer()
    {
        QVERIFY2(!m_practice->ctl({QStringLiteral("verify")}).isEmpty(), qPrintable(m_practice->problem()));
    }

    void noLogAndNoFileHoldsWhatWasSaid()
    {
        m_practice->stop();
        const QByteArray server = m_practice->log();
        QVERIFY(server.size() > 100);
        QByteArrayList secrets{marked.toUtf8(), "Priya", "Patel", "a long walk by the river"};
        for (const auto &[name, value] : m_desk->secrets().values()) {
            secrets << value;
            secrets << value.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        }
        QVERIFY(secrets.size() > 5);
        for (const QByteArray &secret : secrets) {
            QVERIFY(!server.contains(secret));
            QVERIFY(!clientLog.contains(secret));
        }
        // The workstation's disk: sealed.
        QDirIterator files(m_desk->profile().folder().path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(marked.toUtf8()), qPrintable(file.fileName()));
            ++read;
        }
        QVERIFY(read > 0);
    }

private:
    SystemRandom m_random;
    std::unique_ptr<LivePractice> m_practice;
    std::unique_ptr<LiveWorkstation> m_desk, m_room3;
};

HANDBELL_TEST(EndToEndTest)
#include "EndToEndTest.moc"
