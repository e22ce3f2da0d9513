// SPDX-License-Identifier: Apache-2.0
#include "tests/support/LivePractice.h"
#include "client/InvitationPreview.h"
#include "client/MessageManager.h"
#include "client/Practice.h"
#include "client/models/MessageListModel.h"
#include "guard/Guard.h"
#include "tests/support/TestProgram.h"
#include "transport/Invitation.h"
#include "ui/signin/SignInWords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtEndian>

#include <algorithm>

using namespace handbell;
using namespace handbell::test;
using namespace Qt::Literals::StringLiterals;

// Whom a workstation believes, and which invitations a server takes: real servers, whose addresses lead where
// the test wants.

namespace {

using SessionLink = client::Session::Link;
using SessionState = client::Session::State;

//! The most that a client which hangs up after the handshake has said under encryption, in bytes: its
//! Finished (a type and a length of 4, a SHA-384 of 48) and one alert of 2, each with a content type of 1 and
//! a tag of 16 (RFC 8446, 4.4.4, 5.2 and 6). The shortest request for a WebSocket is longer.
constexpr qsizetype mostWithoutAWord = (4 + 48 + 17) + (2 + 17);

//! Bytes of \a wire, what a TLS 1.3 client sent, that are under encryption: in records of type 23 (RFC
//! 8446, 5.1).
qsizetype encryptedBytes(const QByteArray &wire)
{
    constexpr qsizetype header = 5;
    constexpr char applicationData = 23;
    qsizetype bytes = 0;
    for (qsizetype at = 0; at + header <= wire.size();) {
        const qsizetype length = qFromBigEndian<quint16>(wire.constData() + at + 3);
        bytes += wire.at(at) == applicationData ? length : 0;
        at += header + length;
    }
    return bytes;
}

//! The longest that any connection through \a proxy from number \a first on has said under encryption.
qsizetype mostSaid(const CutProxy &proxy, qsizetype first)
{
    qsizetype most = 0;
    for (const QByteArray &wire : proxy.sent().sliced(first))
        most = std::max(most, encryptedBytes(wire));
    return most;
}

//! How many WebSockets \a log, a server's, saw opened.
qsizetype openedIn(const QByteArray &log)
{
    const QByteArrayList lines = log.split('\n');
    return std::count_if(lines.begin(), lines.end(), [](const QByteArray &line) {
        return line.contains("connection") && line.endsWith("opened");
    });
}

} // namespace

class JoinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_practice = std::make_unique<LivePractice>();
        QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
    }
    void cleanup() { m_practice.reset(); }

    void anInvitationSaysNothingToAnotherAuthority_data()
    {
        QTest::addColumn<bool>("atTheAddress");
        QTest::newRow("another server at the practice's address") << true;
        QTest::newRow("another pin in the invitation") << false;
    }
    void anInvitationSaysNothingToAnotherAuthority()
    {
        QFETCH(bool, atTheAddress);
        // Of the same name, so that its certificates differ from ours in their keys alone.
        LivePractice stranger;
        QVERIFY2(stranger.problem().isEmpty(), qPrintable(stranger.problem()));
        const QString good = (atTheAddress ? *m_practice : stranger).invitation(u"Priya Shah"_s);
        QString shown = good;
        CutProxy &proxy = (atTheAddress ? *m_practice : stranger).proxy();
        if (atTheAddress) {
            proxy.setTarget(stranger.port());
        } else {
            auto other = transport::Invitation::parse(good);
            QVERIFY(other.ok());
            other->pin = transport::Invitation::parse(m_practice->invitation(u"Priya Shah"_s))->pin;
            shown = other->toText();
        }

        LiveWorkstation desk(u"desk"_s);
        QCOMPARE(desk.join(shown), u"tls_pin_mismatch"_s);
        QCOMPARE(desk->session().state(), SessionState::NotEnrolled);
        QCOMPARE(desk->session().link(), SessionLink::Offline);
        QVERIFY(!desk.profile().server());
        QVERIFY(desk.secrets().values().empty());
        QVERIFY(eventually([&] { return proxy.open() == 0; }));
        QCOMPARE(proxy.sent().size(), 1);
        QVERIFY(!proxy.sent().front().isEmpty());
        QVERIFY2(mostSaid(proxy, 0) <= mostWithoutAWord, qPrintable(QString::number(mostSaid(proxy, 0))));

        // The code in the invitation is as good as new where it belongs.
        proxy.setTarget((atTheAddress ? *m_practice : stranger).port());
        QCOMPARE(desk.join(good), u"ok"_s);
        QVERIFY(mostSaid(proxy, 1) > mostWithoutAWord);
        desk.stop();
        stranger.stop();
        QCOMPARE(openedIn(stranger.log()), atTheAddress ? 0 : 1);
    }

    void aWorkstationSaysNothingToAnotherAuthority()
    {
        LivePractice stranger;
        QVERIFY2(stranger.problem().isEmpty(), qPrintable(stranger.problem()));
        client::Pacing eager;
        eager.retryBase = eager.retryCap = std::chrono::milliseconds(1);
        LiveWorkstation desk(u"desk"_s, eager);
        QCOMPARE(desk.join(m_practice->invitation(u"Priya Shah"_s)), u"ok"_s);
        CutProxy &proxy = m_practice->proxy();
        const ConversationId everyone = desk->practice().state().everyoneConversation();

        // Our server dies, and at its address another answers.
        QSignalSpy refused(&desk->session(), &client::Session::refused);
        const qsizetype before = proxy.sent().size();
        proxy.setTarget(stranger.port());
        m_practice->kill();
        QVERIFY(eventually([&] { return !refused.isEmpty(); }));
        QCOMPARE(refused.front().front().value<Error>().code, ErrorCode::TlsPinMismatch);
        QCOMPARE(desk->session().link(), SessionLink::Offline);
        QCOMPARE(desk->session().state(), SessionState::SignedIn);

        // Neither a message nor impatience brings it to try again. Meanwhile somebody else joins the
        // stranger, which takes a password's hash: many times as long as this workstation waits between
        // attempts.
        const QString typed = u"the lilac umbrella is at reception"_s;
        QVERIFY(desk->messages().post(everyone, *desk->practice().guard()->screen(typed)).ok());
        desk->session().retryNow();
        LiveWorkstation theirs(u"theirs"_s);
        QCOMPARE(theirs.join(stranger.invitation(u"Priya Shah"_s)), u"ok"_s);
        QCOMPARE(refused.size(), 1);
        QVERIFY(eventually([&] { return proxy.open() == 0; }));
        QCOMPARE(proxy.sent().size(), before + 1);
        QVERIFY(!proxy.sent().back().isEmpty());
        QVERIFY2(mostSaid(proxy, before) <= mostWithoutAWord,
                 qPrintable(QString::number(mostSaid(proxy, before))));
        theirs.stop();
        stranger.stop();
        QCOMPARE(openedIn(stranger.log()), 1); // theirs

        // What was typed was kept for our server.
        proxy.setTarget(m_practice->port());
        m_practice->start();
        QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
        desk.restart();
        auto sent = desk->makeMessageModel();
        QVERIFY(eventually([&] { return desk->session().link() == SessionLink::Online; }));
        sent->setConversation(everyone);
        QVERIFY(eventually([&] {
            const QModelIndex last = sent->index(sent->rowCount() - 1);
            return last.data(client::MessageListModel::TextRole).toString() == typed &&
                   last.data(client::MessageListModel::DeliveryRole).toInt() ==
                       static_cast<int>(client::MessageListModel::Delivery::Accepted);
        }));
        QVERIFY(mostSaid(proxy, before + 1) > mostWithoutAWord);
    }

    void anInvitationOfWeeksAgoIsRefusedInWords()
    {
        if (QStandardPaths::findExecutable(u"faketime"_s).isEmpty())
            QSKIP("The program faketime, which lets handbellctl live weeks ago, is not installed.");
        // The record's order is by seq, so it takes an event whose time is before the last one's.
        m_practice->stop();
        const QByteArray printed =
            m_practice->ctlAt(u"-21d"_s, {u"--json"_s, u"invitations"_s, u"create"_s, u"--member"_s,
                                          u"Priya Shah"_s, u"--workstation"_s, u"Front desk 1"_s});
        QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
        const QString invitation =
            QJsonDocument::fromJson(printed).object()[u"invitation"_s][u"invitation"_s].toString();
        m_practice->start();
        QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));

        // Issued three weeks ago for one: over for two.
        const auto seen = client::previewInvitation(invitation);
        QVERIFY(seen.ok());
        const auto over = SystemClock().wallNow() - seen->expiry;
        QVERIFY(over >= std::chrono::days(14) && over < std::chrono::days(15));

        LiveWorkstation desk(u"desk"_s);
        const QString answer = desk.join(invitation);
        QCOMPARE(answer, u"invitation_expired"_s);
        QCOMPARE(desk->session().state(), SessionState::NotEnrolled);
        QVERIFY(desk.secrets().values().empty());
        QCOMPARE(ui::SignInWords::joinFailure(*errorCodeFromWire(answer), ui::SignInWords::Password::Given),
                 u"This invitation's time is over. Ask your practice's administrator for a new one."_s);

        // The administrator sees why, and a new one works.
        const QJsonArray listed =
            QJsonDocument::fromJson(m_practice->ctl({u"--json"_s, u"invitations"_s, u"list"_s}))
                .object()[u"invitations"_s]
                .toArray();
        QVERIFY(std::any_of(listed.begin(), listed.end(),
                            [](const QJsonValue &entry) { return entry[u"state"_s] == u"expired"_s; }));
        QCOMPARE(desk.join(m_practice->invitation(u"Priya Shah"_s)), u"ok"_s);
        QVERIFY2(!m_practice->ctl({u"verify"_s}).isEmpty(), qPrintable(m_practice->problem()));
    }

    void aMemberWhoSitsDownElsewhereIsToldOnBothScreens()
    {
        LiveWorkstation first(QStringLiteral("left"));
        LiveWorkstation second(QStringLiteral("taken"));
        QCOMPARE(first.join(m_practice->invitation(QStringLiteral("Sam Reid"))), QStringLiteral("ok"));
        QCOMPARE(second.join(m_practice->invitation(QStringLiteral("Carys Evans"))), QStringLiteral("ok"));
        const MemberId sam = first->practice().self();
        const QString leftRoom = first->session().roomName();
        const QString takenRoom = second->session().roomName();
        QVERIFY(!leftRoom.isEmpty() && !takenRoom.isEmpty() && leftRoom != takenRoom);
        auto out = second->session().signOut();
        QVERIFY(eventually([&] { return out.isFinished() && !second->session().roster().empty(); }));

        QSignalSpy signedOut(&first->session(), &client::Session::signedOut);
        QSignalSpy moved(&second->session(), &client::Session::moved);
        auto in = second->session().signIn(sam, QStringLiteral("a long walk by the river"));
        QVERIFY(eventually([&] { return in.isFinished() && !signedOut.isEmpty() && !moved.isEmpty(); }));
        QVERIFY(in.result().ok());
        QCOMPARE(moved.front().front().value<protocol::PlaceLeft>(), (protocol::PlaceLeft{leftRoom, true}));
        QCOMPARE(signedOut.front().at(0).value<protocol::SignOutReason>(),
                 protocol::SignOutReason::SignedInElsewhere);
        QCOMPARE(signedOut.front().at(1).toString(), takenRoom);
        // The screen that was left has nothing any more, and alerts come to the new one.
        QVERIFY(first->practice().state().members.empty());
        QCOMPARE(first.secrets().values().size(), size_t{1});
        QVERIFY(eventually([&] { return second->practice().self() == sam; }));
    }

private:
    std::unique_ptr<LivePractice> m_practice;
};

HANDBELL_TEST(JoinTest)
#include "JoinTest.moc"
