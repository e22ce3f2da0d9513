// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/LinkWatch.h"

#include "client/MemorySecretStore.h"
#include "client/Profile.h"
#include "client/SelfTest.h"
#include "tests/client/ClientKit.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/TestProgram.h"
#include "transport/TransportLimits.h"
#include "ui/shell/OfflineBanner.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using namespace std::chrono_literals;
using client::Session;
using ui::LinkWatch;

class LinkWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<testing::ScriptedServer>();
        m_server->answer = [](const protocol::ClientMessage &) {
            return protocol::OkWorkstation{};
        };
        m_profile.emplace(*client::Profile::open(QStringLiteral("default"), QDir(m_folder->path())));
        QVERIFY(m_profile->setServer({{QStringLiteral("handbell.example"), 8443}, {}}).ok());
        (void)m_secrets.write(m_profile->secretPrefix() + QStringLiteral("workstation-token"),
                              QByteArray(32, 'w').toBase64(QByteArray::Base64UrlEncoding));
        client::Pacing pacing;
        pacing.retryBase = pacing.retryCap = 1h; // no second attempt within a test
        m_session =
            std::make_unique<Session>(*m_profile, m_secrets, m_server->channels(), m_clock, m_random, pacing);
    }
    void cleanup() { m_session.reset(); }

    void aDeadLineIsSaidAfterTheGrace()
    {
        LinkWatch watch(*m_session, 1ms);
        QCOMPARE(watch.state(), LinkWatch::State::Connecting);
        m_session->start();
        QTRY_COMPARE(watch.state(), LinkWatch::State::Connected);
        m_server->answer = {}; // the next attempt is taken and then ignored
        const WallTime died = m_clock.wallNow();
        m_server->cut();
        QTRY_COMPARE(watch.state(), LinkWatch::State::NotConnected);
        QCOMPARE(watch.since(), died);
    }

    void aHiccupIsNotWorthAWord()
    {
        LinkWatch watch(*m_session, 1h);
        QSignalSpy changed(&watch, &LinkWatch::changed);
        m_session->start();
        QTRY_COMPARE(watch.state(), LinkWatch::State::Connected);
        QCOMPARE(changed.count(), 1);
        QSignalSpy links(m_session.get(), &Session::linkChanged);
        m_server->cut(); // the first attempt after it is immediate, and works
        QTRY_VERIFY(links.count() >= 2 && m_session->link() == Session::Link::Online);
        QCOMPARE(watch.state(), LinkWatch::State::Connected);
        for (const QList<QVariant> &call : changed)
            QVERIFY(call.first().value<LinkWatch::State>() != LinkWatch::State::NotConnected);
    }

    void theBannerSaysWhyNothingIsTried()
    {
        const ui::Theme theme(ui::ThemeKind::Light);
        LinkWatch watch(*m_session, 1ms);
        ui::OfflineBanner banner(theme, watch);
        auto *retry = banner.findChild<QAbstractButton *>();
        m_session->start();
        QTRY_COMPARE(watch.state(), LinkWatch::State::Connected);
        QVERIFY(banner.isHidden());
        banner.sayStopped(QStringLiteral("Not the practice's server."), ui::OfflineBanner::Again::Never);
        QVERIFY(banner.isHidden()); // said once the line is down for longer than a hiccup
        m_server->answer = {};
        m_server->cut();
        QTRY_COMPARE(watch.state(), LinkWatch::State::NotConnected);
        QVERIFY(!banner.isHidden());
        QVERIFY(banner.accessibleName().startsWith(QStringLiteral("Not the practice's server.")));
        QVERIFY(!banner.accessibleName().contains(QStringLiteral("every few seconds")));
        QVERIFY(retry->isHidden());
        banner.sayStopped(QStringLiteral("Somebody else has it."), ui::OfflineBanner::Again::OnRequest);
        QVERIFY(banner.accessibleName().startsWith(QStringLiteral("Somebody else has it.")));
        QVERIFY(!retry->isHidden());
        m_server->answer = [](const protocol::ClientMessage &) {
            return protocol::OkWorkstation{};
        };
        m_server->cut(); // the attempt that was taken and ignored
        QTRY_VERIFY((m_session->retryNow(), watch.state() == LinkWatch::State::Connected));
        QVERIFY(banner.isHidden());
        m_server->answer = {};
        m_server->cut();
        QTRY_COMPARE(watch.state(), LinkWatch::State::NotConnected);
        QVERIFY(banner.accessibleName().contains(QStringLiteral("every few seconds")));
    }

    void aFailedSelfTestTurnsTheBanner()
    {
        testing::ClientKit kit;
        QVERIFY(kit.join());
        client::SelfTest &test = kit.client->selfTest();
        connect(&test, &client::SelfTest::cardWanted, &test, &client::SelfTest::cardDrawn);
        LinkWatch watch(kit.session());
        watch.watch(test);
        const ui::Theme theme(ui::ThemeKind::Light);
        ui::OfflineBanner banner(theme, watch);
        kit.server.cut(); // it tests anew when the line is back
        QTRY_VERIFY(test.lastSuccess());
        QCOMPARE(watch.state(), LinkWatch::State::Connected);
        QVERIFY(banner.isHidden());

        kit.server.instead =
            [](const protocol::ClientMessage &message) -> std::optional<protocol::ServerMessage> {
            if (!std::holds_alternative<protocol::SelfTest>(message))
                return std::nullopt;
            return testing::FakeServer::error(ErrorCode::StorageUnavailable);
        };
        kit.clock.advance(1min);
        test.run();
        QTRY_COMPARE(watch.state(), LinkWatch::State::Failing);
        QCOMPARE(watch.since(), kit.clock.wallNow());
        QVERIFY(!banner.isHidden());
        QVERIFY2(banner.accessibleName().contains(QStringLiteral("cannot write its record")),
                 qPrintable(banner.accessibleName()));
        QSignalSpy again(&banner, &ui::OfflineBanner::retryRequested);
        banner.findChild<QAbstractButton *>()->click();
        QCOMPARE(again.size(), 1);

        kit.server.instead = {};
        test.run();
        QTRY_COMPARE(watch.state(), LinkWatch::State::Connected);
        QVERIFY(banner.isHidden());
    }

    void theUsualGraceKeepsTheTenSeconds()
    {
        // After the time in which the transport notices a silent death; with a second for slow PCs.
        QVERIFY(transport::Timings().silence + LinkWatch::usualGrace < 9s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<testing::ScriptedServer> m_server;
    client::MemorySecretStore m_secrets;
    std::optional<client::Profile> m_profile;
    VirtualClock m_clock;
    SeededRandom m_random{1};
    std::unique_ptr<Session> m_session;
};

HANDBELL_TEST(LinkWatchTest)
#include "LinkWatchTest.moc"
