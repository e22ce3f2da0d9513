// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/SignInGate.h"

#include "client/MemorySecretStore.h"
#include "client/Profile.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/TestProgram.h"
#include "transport/Invitation.h"
#include "ui/signin/JoinPage.h"
#include "ui/signin/Notice.h"
#include "ui/signin/SignInPage.h"
#include "ui/theme/Theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using client::MemorySecretStore;
using client::Session;
using testing::ScriptedServer;

namespace {

const auto password = QStringLiteral("a long walk by the river");

protocol::OkWorkstation enrolled()
{
    protocol::OkWorkstation made;
    made.practice = QStringLiteral("Riverside Surgery");
    made.workstation = WorkstationId{21};
    made.name = QStringLiteral("Front desk 1");
    made.room = QStringLiteral("Front desk 1");
    made.roster = {{MemberId{1}, QStringLiteral("Priya Shah"), QStringLiteral("Receptionist")},
                   {MemberId{5}, QStringLiteral("Dr Anna Patel"), QStringLiteral("GP")}};
    return made;
}

protocol::OkSession signedIn(MemberId member)
{
    protocol::OkSession made;
    made.practice = QStringLiteral("Riverside Surgery");
    made.member = member;
    made.workstation = WorkstationId{21};
    made.token = protocol::Bytes{QByteArray(32, 't')};
    return made;
}

} // namespace

// The gate with a real session, and a server that says what the test wants.
class SignInGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewPcIsAskedForAnInvitation()
    {
        Bench bench;
        bench.start();
        QCOMPARE(bench.session->state(), Session::State::NotEnrolled);
        QVERIFY(bench.page<ui::JoinPage>());
    }

    void anInvitationForThePcLeadsToSignIn()
    {
        Bench bench;
        bench.server.answer = [](const protocol::ClientMessage &) {
            auto answer = enrolled();
            answer.token = protocol::Bytes{QByteArray(32, 'w')};
            return answer;
        };
        bench.start();
        Q_EMIT bench.page<ui::JoinPage>()->joinRequested(bench.invitation(), {});
        QTRY_VERIFY(bench.page<ui::SignInPage>());
        QCOMPARE(bench.session->state(), Session::State::SignedOut);
    }

    void theServersNoIsSaidOnThePage()
    {
        Bench bench;
        bench.server.answer = [](const protocol::ClientMessage &) {
            return ScriptedServer::error(ErrorCode::InvitationUsed);
        };
        bench.start();
        auto *page = bench.page<ui::JoinPage>();
        Q_EMIT page->joinRequested(bench.invitation(), password);
        QTRY_VERIFY(page->findChild<ui::Notice *>()->words().contains(QStringLiteral("used already")));
        QCOMPARE(bench.page<ui::JoinPage>(), page);
    }

    void anEnrolledPcAsksWho()
    {
        Bench bench;
        bench.enrol();
        bench.server.answer = [](const protocol::ClientMessage &) {
            return enrolled();
        };
        bench.start();
        QTRY_COMPARE(bench.session->link(), Session::Link::Online);
        QVERIFY(bench.page<ui::SignInPage>());
        QVERIFY(bench.words().contains(QStringLiteral("Riverside Surgery · Front desk 1")));
    }

    void aWrongPasswordIsSaidAndARightOneLetsIn()
    {
        Bench bench;
        bench.enrol();
        bench.server.answer = [](const protocol::ClientMessage &message) -> protocol::ServerMessage {
            const auto *tried = std::get_if<protocol::AuthPassword>(&message);
            if (!tried)
                return enrolled();
            return tried->password == password ? protocol::ServerMessage(signedIn(tried->member))
                                               : ScriptedServer::error(ErrorCode::BadCredentials);
        };
        bench.start();
        QTRY_COMPARE(bench.session->link(), Session::Link::Online);
        auto *page = bench.page<ui::SignInPage>();
        Q_EMIT page->signInRequested(MemberId{5}, QStringLiteral("something else"));
        QTRY_VERIFY(bench.notices().contains(QStringLiteral("That is not the password")));
        Q_EMIT page->signInRequested(MemberId{5}, password);
        QTRY_COMPARE(bench.session->state(), Session::State::SignedIn);
        QCOMPARE(bench.session->member(), MemberId{5});
        const auto edits = bench.gate->findChildren<QLineEdit *>();
        for (const QLineEdit *edit : edits)
            QVERIFY(edit->text().isEmpty());
    }

    void saysWhyOneIsSignedOut()
    {
        Bench bench;
        bench.enrol();
        bench.server.answer = [](const protocol::ClientMessage &message) -> protocol::ServerMessage {
            if (const auto *tried = std::get_if<protocol::AuthPassword>(&message))
                return signedIn(tried->member);
            return enrolled();
        };
        bench.start();
        QTRY_COMPARE(bench.session->link(), Session::Link::Online);
        Q_EMIT bench.page<ui::SignInPage>()->signInRequested(MemberId{5}, password);
        QTRY_COMPARE(bench.session->state(), Session::State::SignedIn);
        bench.server.notify(protocol::SignedOutNotice{protocol::SignOutReason::SignedInElsewhere,
                                                      QStringLiteral("Consulting room 5")});
        QTRY_COMPARE(bench.session->state(), Session::State::SignedOut);
        const QString time = QDateTime::fromMSecsSinceEpoch(bench.clock.wallNow().time_since_epoch().count())
                                 .toString(QStringLiteral("HH:mm"));
        const QString words =
            QStringLiteral("You signed in at Consulting room 5 at %1. This screen was cleared.").arg(time);
        QVERIFY2(bench.notices().contains(words), qPrintable(bench.notices()));
    }

    void aDeadLineIsSaid()
    {
        Bench bench;
        bench.enrol();
        bench.server.answer = [](const protocol::ClientMessage &) {
            return enrolled();
        };
        bench.start();
        QTRY_COMPARE(bench.session->link(), Session::Link::Online);
        QVERIFY(bench.notices().isEmpty());
        bench.server.cut();
        QTRY_VERIFY(bench.notices().contains(QStringLiteral("The server does not answer")));
    }

    void withoutAKeychainItSaysSo()
    {
        Bench bench(MemorySecretStore::Kind::NoKeychain);
        bench.start();
        QVERIFY(bench.words().contains(QStringLiteral("you will sign in each time")));
    }

    void aLinkFillsInTheInvitation()
    {
        Bench bench;
        bench.gate->offerInvitation(bench.invitation()); // before the session knows where it stands
        bench.start();
        QVERIFY(bench.words().contains(QStringLiteral("Leads to handbell.example:8443")));
    }

private:
    struct Bench
    {
        explicit Bench(MemorySecretStore::Kind kind = MemorySecretStore::Kind::Keychain)
            : secrets(kind)
            , profile(*client::Profile::open(QStringLiteral("default"), QDir(folder.path())))
            , session(std::make_unique<Session>(profile, secrets, server.channels(), clock, random))
            , gate(std::make_unique<ui::SignInGate>(theme, clock, *session))
        {
            gate->resize(700, 700);
            gate->show();
        }
        void start()
        {
            session->start();
            QTRY_VERIFY(session->state() != Session::State::Starting);
        }
        //! As if this PC had joined before.
        void enrol()
        {
            QVERIFY(profile.setServer({{QStringLiteral("handbell.example"), 8443}, {}}).ok());
            (void)secrets.write(profile.secretPrefix() + QStringLiteral("workstation-token"),
                                QByteArray(32, 'w').toBase64(QByteArray::Base64UrlEncoding));
        }
        QString invitation() const
        {
            transport::Invitation made;
            made.host = QStringLiteral("handbell.example");
            made.port = 8443;
            made.pin = QByteArray(32, '\0'); // an ordinary certificate: nothing to look up first
            made.code = QByteArray(16, 'c');
            made.expiry = std::chrono::floor<std::chrono::seconds>(clock.wallNow() + std::chrono::hours(24));
            return made.toText();
        }
        template <class Page>
        Page *page() const
        {
            return qobject_cast<Page *>(gate->currentWidget());
        }
        QString words() const
        {
            QStringList all;
            const auto labels = gate->currentWidget()->findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (label->isVisible())
                    all << label->text();
            }
            return all.join(QLatin1Char('\n'));
        }
        QString notices() const
        {
            QString all;
            const auto found = gate->currentWidget()->findChildren<ui::Notice *>();
            for (const ui::Notice *notice : found)
                all += notice->words();
            return all;
        }

        QTemporaryDir folder;
        ScriptedServer server;
        MemorySecretStore secrets;
        client::Profile profile;
        VirtualClock clock;
        SeededRandom random{1};
        ui::Theme theme{ui::ThemeKind::Light};
        std::unique_ptr<Session> session;
        std::unique_ptr<ui::SignInGate> gate;
    };
};

HANDBELL_TEST(SignInGateTest)
#include "SignInGateTest.moc"
