// SPDX-License-Identifier: Apache-2.0
#include "tests/support/LivePractice.h"
#include "client/AlertManager.h"
#include "client/MessageManager.h"
#include "client/Practice.h"
#include "client/models/MessageListModel.h"
#include "guard/Guard.h"
#include "tests/support/TestProgram.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSslConfiguration>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace handbell;
using namespace handbell::test;
using client::LadderStep;
using client::MessageListModel;
using client::Session;
using namespace Qt::Literals::StringLiterals;

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

//! Frames are easier to read with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray tokenFrame(const QByteArray &token, int version = 1)
{
    const QJsonObject frame{
        {u"id"_s, 1},
        {u"type"_s, u"auth.token"_s},
        {u"token"_s, QString::fromLatin1(token)},
        {u"client"_s,
         QJsonObject{{u"protocol"_s, version}, {u"abilities"_s, QJsonArray()}, {u"program"_s, u"test"_s}}}};
    return QJsonDocument(frame).toJson(QJsonDocument::Compact);
}

//! A peer with nothing of ours in it but the address: a stock WebSocket that says what it is told to.
class RawConnection
{
public:
    enum class As { Text, Binary };

    explicit RawConnection(quint16 port)
    {
        QSslConfiguration tls;
        tls.setPeerVerifyMode(QSslSocket::VerifyNone); // who the server is, is another test's matter
        m_socket.setSslConfiguration(tls);
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                         [this](const QString &frame) { m_frames << frame; });
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({u"handbell.v1"_s});
        m_socket.open(QUrl(u"wss://127.0.0.1:%1/"_s.arg(port)), options);
    }

    //! The next answer's type, or its code where it is an error; empty where there is none.
    QString ask(const QByteArray &frame, As as = As::Text)
    {
        if (!eventually([&] { return m_socket.state() == QAbstractSocket::ConnectedState; }))
            return {};
        const qsizetype before = m_frames.size();
        if (as == As::Binary)
            m_socket.sendBinaryMessage(frame);
        else
            m_socket.sendTextMessage(QString::fromUtf8(frame));
        if (!eventually([&] { return m_frames.size() > before; }))
            return {};
        const QJsonObject answer = QJsonDocument::fromJson(m_frames.at(before).toUtf8()).object();
        return answer.value(answer.contains("code"_L1) ? "code"_L1 : "type"_L1).toString();
    }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

private:
    QWebSocket m_socket;
    QStringList m_frames;
};

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

    void resumingAfterACutLosesAndDoublesNothing_data()
    {
        // Within the TLS handshake, within the first frames, and within the events.
        QTest::addColumn<QList<qint64>>("cuts");
        QTest::newRow("handshake") << QList<qint64>{700};
        QTest::newRow("events") << QList<qint64>{9000};
        QTest::newRow("again and again") << QList<qint64>{5000, 12000, 20000, 25000};
    }
    //! Where the line is cut in the middle of a batch, the next connection goes on from the cursor.
    void resumingAfterACutLosesAndDoublesNothing()
    {
        QFETCH(QList<qint64>, cuts);
        client::Client &desk = **m_desk;
        const ConversationId everyone = desk.practice().state().everyoneConversation();
        m_room3->stop();
        const QString row = QString::fromLatin1(QTest::currentDataTag());
        const auto text = [&](int i) {
            return QStringLiteral("%1 %2 ").arg(row).arg(i).leftJustified(1000, u'-');
        };
        constexpr int count = 30;
        for (int i = 0; i < count; ++i) {
            protocol::MessagePost post;
            post.nonce = {m_random.bytes(protocol::nonceBytes)};
            post.conversation = everyone;
            post.text = text(i);
            auto posted = desk.session().request(post);
            QVERIFY(eventually([&] { return posted.isFinished(); }));
            QVERIFY(posted.result().ok());
        }
        const int before = m_practice->proxy().cuts();
        for (const qint64 bytes : std::as_const(cuts))
            m_practice->proxy().cutAfter(bytes);
        m_room3->restart();
        client::Client &room3 = **m_room3;
        auto received = room3.makeMessageModel();
        QVERIFY(eventually([&] { return room3.session().link() == Session::Link::Online; }));
        received->setConversation(everyone);
        QVERIFY(eventually([&] { return rowsSaying(*received, text(count - 1)) == 1; }));
        QCOMPARE(m_practice->proxy().cuts() - before, cuts.size());
        int at = -1;
        for (int i = 0; i < count; ++i) {
            const QString wanted = text(i);
            while (received->canFetchMore({}) && rowsSaying(*received, wanted) == 0)
                received->fetchMore({});
            QCOMPARE(rowsSaying(*received, wanted), 1);
            for (int r = 0; r < received->rowCount(); ++r) {
                if (received->index(r).data(MessageListModel::TextRole).toString() == wanted) {
                    QVERIFY2(r > at, "out of order");
                    at = r;
                }
            }
        }
    }

    void aSignedOutTokenIsRefused_data()
    {
        QTest::addColumn<bool>("offline");
        QTest::newRow("told at once") << false;
        QTest::newRow("told when the line is back") << true;
    }
    void aSignedOutTokenIsRefused()
    {
        QFETCH(bool, offline);
        LiveWorkstation desk2(u"desk2"_s);
        QCOMPARE(desk2.join(m_practice->invitation(offline ? u"Sam Reid"_s : u"Carys Evans"_s)), u"ok"_s);
        const QString key = desk2.profile().secretPrefix() + u"member-token"_s;
        const QByteArray token = desk2.secrets().values().at(key).split(':').value(1);
        if (offline) {
            // The same token elsewhere ends this connection; the workstation is off the line for a while.
            RawConnection thief(m_practice->port());
            QCOMPARE(thief.ask(tokenFrame(token)), u"ok.session"_s);
            QVERIFY(eventually([&] { return desk2->session().link() != Session::Link::Online; }));
        }
        auto out = desk2->session().signOut();
        QVERIFY(eventually([&] { return out.isFinished() && !desk2->session().roster().empty(); }));
        RawConnection after(m_practice->port());
        QCOMPARE(after.ask(tokenFrame(token)), u"token_revoked"_s);
        QVERIFY(eventually([&] { return after.isClosed(); }));
    }

    void everyBadFrameGetsItsError_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<bool>("binary");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("closes");
        QTest::newRow("no JSON") << QByteArray("tea at three?") << false << u"malformed_frame"_s << true;
        QTest::newRow("no object") << QByteArray("[1,2]") << false << u"malformed_frame"_s << true;
        QTest::newRow("no type") << json("{'id':1}") << false << u"malformed_frame"_s << true;
        QTest::newRow("too large") << json("{'id':1,'type':'ping','x':'") + QByteArray(300000, 'x') +
                                          json("'}")
                                   << false << u"frame_too_large"_s << true;
        QTest::newRow("binary") << json("{'id':1,'type':'ping'}") << true << u"binary_frame"_s << true;
        QTest::newRow("unknown type")
            << json("{'id':1,'type':'no.such'}") << false << u"unknown_type"_s << false;
        QTest::newRow("a server's type")
            << json("{'id':1,'type':'ok'}") << false << u"unknown_type"_s << false;
        QTest::newRow("out of order")
            << json("{'id':1,'type':'sync'}") << false << u"unexpected_message"_s << false;
        QTest::newRow("member missing")
            << QByteArray(
                   json("{'id':1,'type':'auth.token','client':{'protocol':1,'abilities':[],'program':'t'}}"))
            << false << u"invalid_field"_s << false;
        QTest::newRow("other version") << tokenFrame("AAAA", 99) << false << u"unsupported_version"_s << true;
        QTest::newRow("unknown token")
            << tokenFrame(QByteArray(43, 'A')) << false << u"token_revoked"_s << true;
    }
    void everyBadFrameGetsItsError()
    {
        QFETCH(QByteArray, frame);
        QFETCH(bool, binary);
        QFETCH(QString, answer);
        QFETCH(bool, closes);
        RawConnection connection(m_practice->port());
        QCOMPARE(connection.ask(frame, binary ? RawConnection::As::Binary : RawConnection::As::Text), answer);
        if (closes)
            QVERIFY(eventually([&] { return connection.isClosed(); }));
        else
            QCOMPARE(connection.ask(json("{'id':2,'type':'no.such'}")), u"unknown_type"_s);
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
