// SPDX-License-Identifier: Apache-2.0
#include "client/MemorySecretStore.h"
#include "client/Profile.h"
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakeMessageManager.h"
#include "tests/support/FakePresenceManager.h"
#include "tests/support/ScriptedServer.h"
#include "ui/alerts/AlertWords.h"
#include "ui/shell/Flyout.h"
#include "ui/shell/TrayIcon.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using namespace handbell::testing;
using client::Session;
using ui::StatusWords;
using ui::TrayIcon;

namespace {

const StatusWords::Status working{Session::State::SignedIn, ui::LinkWatch::State::Connected,
                                  protocol::PresenceState::Available, 0};

void hands(const QStringList &arguments)
{
    QCOMPARE(QProcess::execute(QStringLiteral("xdotool"), arguments), 0);
}

void pointAt(const QPoint &place)
{
    hands({QStringLiteral("mousemove"), QStringLiteral("--sync"), QString::number(place.x()),
           QString::number(place.y())});
}

} // namespace

// With a real tray (tint2), a real window manager and a real mouse.
class TrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty())
            QSKIP("xdotool is not installed");
        QTRY_VERIFY(QSystemTrayIcon::isSystemTrayAvailable());
    }

    void theIconStandsInTheTray()
    {
        TrayIcon tray;
        tray.setStatus(working);
        tray.show();
        QTRY_VERIFY(!tray.geometry().isEmpty());
        // In the panel, which takes the lowest 36 pixels, and something is drawn there.
        const QRect screen = QGuiApplication::primaryScreen()->geometry();
        QTRY_VERIFY(tray.geometry().top() >= screen.bottom() - 40);
        QTRY_VERIFY(colours(tray.geometry()) > 2);
    }

    void aClickOpensTheFlyoutOnMouseUp()
    {
        TrayIcon tray;
        tray.setStatus(working);
        tray.show();
        settle(tray);
        QSignalSpy flyout(&tray, &TrayIcon::flyoutRequested);
        pointAt(tray.geometry().center());
        hands({QStringLiteral("mousedown"), QStringLiteral("1")});
        QTRY_VERIFY(QGuiApplication::mouseButtons() & Qt::LeftButton);
        QCOMPARE(flyout.count(), 0);
        hands({QStringLiteral("mouseup"), QStringLiteral("1")});
        QTRY_COMPARE(flyout.count(), 1);
    }

    void aDoubleClickOpensTheWindow()
    {
        TrayIcon tray;
        tray.setStatus(working);
        tray.show();
        settle(tray);
        QSignalSpy window(&tray, &TrayIcon::windowRequested);
        pointAt(tray.geometry().center());
        hands({QStringLiteral("click"), QStringLiteral("--repeat"), QStringLiteral("2"),
               QStringLiteral("--delay"), QStringLiteral("60"), QStringLiteral("1")});
        QTRY_COMPARE(window.count(), 1);
    }

    void theMenuIsInOrder()
    {
        TrayIcon tray;
        tray.setStatus(working);
        QStringList words;
        const auto actions = tray.menu().actions();
        for (const QAction *action : actions) {
            if (!action->isSeparator())
                words << action->text();
        }
        QCOMPARE(words.first(), QStringLiteral("Open Handbell"));
        QCOMPARE(words.mid(words.size() - 2),
                 (QStringList{QStringLiteral("Settings…"), QStringLiteral("Quit")}));
        QCOMPARE(tray.menu().defaultAction(), actions.first());
    }

    void theMenuOpensWithTheRightButton()
    {
        TrayIcon tray;
        tray.setStatus(working);
        tray.show();
        settle(tray);
        QSignalSpy quit(&tray, &TrayIcon::quitRequested);
        pointAt(tray.geometry().center());
        hands({QStringLiteral("click"), QStringLiteral("3")});
        QTRY_VERIFY(tray.menu().isVisible());
        const QRect last = tray.menu().actionGeometry(tray.menu().actions().constLast());
        pointAt(tray.menu().mapToGlobal(last.center()));
        hands({QStringLiteral("click"), QStringLiteral("1")});
        QTRY_COMPARE(quit.count(), 1);
    }

    void signedOutTheMenuOffersNoRinging()
    {
        TrayIcon tray;
        tray.setStatus({});
        const auto actions = tray.menu().actions();
        for (const QAction *action : actions) {
            if (action->text() == QLatin1String("Ring…") || action->text() == QLatin1String("Switch user") ||
                action->text() == QLatin1String("Test alerts now"))
                QVERIFY(!action->isVisible());
        }
    }

    void theFlyoutStandsBesideTheIconAndTakesKeys()
    {
        Bench bench;
        TrayIcon tray;
        tray.setStatus(working);
        tray.show();
        settle(tray);
        bench.flyout->toggleBeside(tray.geometry());
        QTRY_VERIFY(bench.flyout->isVisible());
        const QRect place = bench.flyout->frameGeometry();
        QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().contains(place));
        QVERIFY(tray.geometry().top() - place.bottom() < 40);
        QSignalSpy ring(bench.flyout.get(), &ui::Flyout::ringRequested);
        QTest::keyClick(bench.flyout.get(), Qt::Key_R);
        QCOMPARE(ring.count(), 1);
        QVERIFY(!bench.flyout->isVisible());
    }

    void theFlyoutSetsTheStateInOneClick()
    {
        Bench bench;
        bench.flyout->toggleBeside({});
        QTRY_VERIFY(bench.flyout->isVisible());
        const auto buttons = bench.flyout->findChildren<ui::ActionButton *>();
        for (ui::ActionButton *button : buttons) {
            if (button->accessibleName() == QLatin1String("In consultation"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(bench.presence.state(), protocol::PresenceState::InConsultation);
        QVERIFY(!bench.flyout->isVisible());
    }

    void theFlyoutRingsAgain()
    {
        Bench bench;
        client::OutgoingAlert last;
        last.alertTemplate = demo::interpreter;
        last.address = protocol::Address::room(demo::room3);
        bench.alerts.setOutgoing({last, last});
        bench.flyout->toggleBeside({});
        QTest::keyClick(bench.flyout.get(), Qt::Key_2); // there is only one
        QCOMPARE(bench.alerts.raised.size(), size_t(0));
        QTest::keyClick(bench.flyout.get(), Qt::Key_1);
        QCOMPARE(bench.alerts.raised.size(), size_t(1));
        QCOMPARE(bench.alerts.raised.front().alertTemplate, demo::interpreter);
        QCOMPARE(bench.alerts.raised.front().address, protocol::Address::room(demo::room3));
    }

private:
    //! A member signed in on a PC without a line.
    struct Bench
    {
        Bench()
        {
            if (!profile.setServer({{QStringLiteral("handbell.example"), 8443}, {}}).ok())
                qFatal("no profile");
            const QByteArray token =
                QByteArray(32, 't').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
            (void)secrets.write(profile.secretPrefix() + QStringLiteral("member-token"), "1:" + token);
            session =
                std::make_unique<Session>(profile, secrets, ScriptedServer::noChannels(), clock, random);
            session->start();
            for (int turns = 0; session->state() != Session::State::SignedIn && turns < 100; ++turns)
                QCoreApplication::processEvents();
            demo::fill(practice, demo::priya, clock.wallNow());
            link = std::make_unique<ui::LinkWatch>(*session);
            words = std::make_unique<ui::AlertWords>(practice);
            flyout = std::make_unique<ui::Flyout>(
                ui::Flyout::Parts{theme, *words, *session, practice, presence, alerts, messages, *link});
        }

        QTemporaryDir folder;
        client::Profile profile = *client::Profile::open(QStringLiteral("default"), QDir(folder.path()));
        client::MemorySecretStore secrets;
        VirtualClock clock;
        SeededRandom random{1};
        ui::Theme theme{ui::ThemeKind::Light};
        client::Practice practice;
        FakePresenceManager presence;
        FakeAlertManager alerts;
        FakeMessageManager messages;
        std::unique_ptr<Session> session;
        std::unique_ptr<ui::LinkWatch> link;
        std::unique_ptr<ui::AlertWords> words;
        std::unique_ptr<ui::Flyout> flyout;
    };

    //! The panel places an icon in its own time: into its lowest 36 pixels, and then it stays there.
    static void settle(const TrayIcon &tray)
    {
        const int panel = QGuiApplication::primaryScreen()->geometry().bottom() - 40;
        QRect last;
        QTRY_VERIFY(tray.geometry().top() >= panel &&
                    std::exchange(last, tray.geometry()) == tray.geometry());
    }
    static int colours(const QRect &area)
    {
        const QImage image = QGuiApplication::primaryScreen()
                                 ->grabWindow(0, area.x(), area.y(), area.width(), area.height())
                                 .toImage();
        QSet<QRgb> seen;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                seen.insert(image.pixel(x, y));
        }
        return int(seen.size());
    }
};

QTEST_MAIN(TrayTest)
#include "TrayTest.moc"
