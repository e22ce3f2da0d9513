// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Shell.h"

#include "client/Client.h"
#include "client/MemorySecretStore.h"
#include "client/PresenceManager.h"
#include "client/Profile.h"
#include "platform/LaunchRegistration.h"
#include "platform/NoDesktopWatch.h"
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeShortcuts.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/NoticeCard.h"
#include "ui/alerts/RingPalette.h"
#include "ui/ledger/LedgerDialog.h"
#include "ui/settings/AboutDialog.h"
#include "ui/settings/Preferences.h"
#include "ui/shell/DeskWidget.h"
#include "ui/shell/MainWindow.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QPointer>
#include <QScreen>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using client::MemorySecretStore;
using client::Session;

namespace {

class NoLaunch : public platform::LaunchRegistration
{
public:
    bool startsAtLogOn() const override { return false; }
    Result<void> startAtLogOn() override { return {}; }
    Result<void> doNotStartAtLogOn() override { return {}; }
    Result<void> openLinks() override { return {}; }
};

template <class Widget>
Widget *topLevel()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *widget : windows) {
        if (auto *found = qobject_cast<Widget *>(widget))
            return found;
    }
    return nullptr;
}

int visibleWindows()
{
    const auto windows = QApplication::topLevelWidgets();
    return int(std::count_if(windows.begin(), windows.end(),
                             [](const QWidget *widget) { return widget->isVisible(); }));
}

} // namespace

// The whole user interface over a real client that cannot reach its server.
class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile.emplace(*client::Profile::open(QStringLiteral("default"), QDir(m_folder->path())));
        QVERIFY(m_profile->setServer({{QStringLiteral("handbell.example"), 8443}, {}}).ok());
        m_secrets = std::make_unique<MemorySecretStore>();
        write("workstation-token", token('w'));
        m_preferences = std::make_unique<ui::Preferences>(*m_profile);
        m_client = std::make_unique<client::Client>(client::Client::Parts{
            *m_profile, *m_secrets, testing::ScriptedServer::noChannels(), m_clock, m_random});
        m_shell = shell();
    }
    void cleanup()
    {
        m_shell.reset();
        m_client.reset();
        m_preferences.reset();
        m_profile.reset();
        // What the shell left to be deleted later must not need what is gone by now.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void signedInPeopleGetADesk()
    {
        start();
        QVERIFY(topLevel<ui::MainWindow>()->findChild<ui::DeskWidget *>());
    }

    void switchingUserClearsEverythingVisible()
    {
        start();
        auto *window = topLevel<ui::MainWindow>();
        auto *desk = window->findChild<ui::DeskWidget *>();
        Q_EMIT desk->ringRequested({}); // the palette is open
        Q_EMIT desk->settingsRequested();
        QVERIFY(topLevel<ui::RingPalette>()->isVisible());
        QVERIFY(topLevel<QDialog>());
        QVERIFY(visibleWindows() >= 3);

        Q_EMIT desk->switchUserRequested();
        // Before the event loop turns: nothing of the member is on the screen.
        QCOMPARE(m_client->session().state(), Session::State::SignedOut);
        QCOMPARE(visibleWindows(), 1);
        QVERIFY(!window->findChild<ui::DeskWidget *>());
        QTRY_VERIFY(!topLevel<ui::RingPalette>());
    }

    void administratorsAloneFindTheLedger()
    {
        start();
        testing::demo::fill(m_client->practice(), testing::demo::priya, m_clock.wallNow());
        QVERIFY(!action("Interruptions…")->isVisible());
        protocol::PracticeState state = m_client->practice().state();
        state.members.at(testing::demo::priya).permissions.push_back(protocol::Permission::Administrator);
        m_client->practice().reset(testing::demo::priya, state);
        QVERIFY(action("Interruptions…")->isVisible());
        action("Interruptions…")->trigger();
        const QPointer<ui::LedgerDialog> ledger(topLevel<ui::LedgerDialog>());
        QVERIFY(ledger && ledger->isVisible());
        // It goes with the member.
        Q_EMIT topLevel<ui::MainWindow>()->findChild<ui::DeskWidget *>()->switchUserRequested();
        QVERIFY(!ledger || !ledger->isVisible());
    }

    void anOpenLedgerGoesWithTheShell()
    {
        start();
        Q_EMIT topLevel<ui::MainWindow>()->findChild<ui::DeskWidget *>()->ledgerRequested();
        const QPointer<ui::LedgerDialog> ledger(topLevel<ui::LedgerDialog>());
        QVERIFY(ledger);
        m_shell.reset();
        QVERIFY(!ledger);
    }

    void oneKeySwitchesUser()
    {
        start();
        auto *window = topLevel<ui::MainWindow>();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(m_client->session().state(), Session::State::SignedOut);
        QVERIFY(!window->findChild<ui::DeskWidget *>());
    }

    void theKeyForConsultationTogglesIt()
    {
        start();
        Q_EMIT m_shortcuts.pressed({Qt::Key_C});
        QCOMPARE(m_client->presence().state(), protocol::PresenceState::InConsultation);
        Q_EMIT m_shortcuts.pressed({Qt::Key_C});
        QCOMPARE(m_client->presence().state(), protocol::PresenceState::Available);
    }

    void theKeyForAssistanceSaysWhyNobodyWasAsked()
    {
        m_shell->begin(ui::Shell::Opening::Minimised);
        Q_EMIT m_shortcuts.pressed({Qt::Key_H});
        QVERIFY(topLevel<ui::NoticeCard>()->accessibleDescription().startsWith(
            QStringLiteral("Nobody is signed in")));
        start(); // there is no line, so what the practice has set up is not known
        Q_EMIT m_shortcuts.pressed({Qt::Key_H});
        QTRY_VERIFY(topLevel<ui::NoticeCard>()->accessibleDescription().startsWith(
            QStringLiteral("Handbell has no connection")));
    }

    void aDialogComesUpOverTheWindow()
    {
        start();
        auto *window = topLevel<ui::MainWindow>();
        window->setGeometry(60, 40, 700, 500);
        action("About Handbell")->trigger();
        const auto *dialog = topLevel<ui::AboutDialog>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(window->screen()->availableGeometry().contains(dialog->geometry()));
        const QPoint apart = dialog->geometry().center() - window->frameGeometry().center();
        QVERIFY2(apart.manhattanLength() < 80, qPrintable(QString::number(apart.manhattanLength())));
    }

    void theMenuTestsAlerts()
    {
        start();
        action("Test alerts now")->trigger();
        // There is no line, and whoever asked is told so.
        const auto *notice = topLevel<ui::NoticeCard>();
        QVERIFY(notice && notice->isVisible());
        QCOMPARE(notice->accessibleName(), QStringLiteral("Alerts could not be tested"));
    }

    void panesKeepTheirSizes()
    {
        start();
        auto *window = topLevel<ui::MainWindow>();
        auto *splitter = window->findChild<QSplitter *>();
        splitter->setSizes({300, 400, 400});
        const QList<int> sizes = splitter->sizes();
        window->hide();
        m_shell.reset();

        m_shell = shell();
        m_shell->begin(ui::Shell::Opening::Window);
        QCOMPARE(topLevel<ui::MainWindow>()->findChild<QSplitter *>()->sizes(), sizes);
    }

    void aSecondStartComesForward()
    {
        start();
        auto *window = topLevel<ui::MainWindow>();
        window->hide();
        m_shell->startedAgain({});
        QVERIFY(window->isVisible());
    }

private:
    std::unique_ptr<ui::Shell> shell()
    {
        return std::make_unique<ui::Shell>(ui::Shell::Parts{m_theme, *m_preferences, *m_profile, *m_client,
                                                            m_clock, m_launch, m_shortcuts, m_desktop});
    }
    static QByteArray token(char letter)
    {
        return QByteArray(32, letter)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }
    void write(const char *name, const QByteArray &value)
    {
        (void)m_secrets->write(m_profile->secretPrefix() + QString::fromLatin1(name), value);
    }
    //! The entry of the window's menus that says \a text.
    static QAction *action(const char *text)
    {
        for (auto *found : topLevel<ui::MainWindow>()->findChildren<QAction *>()) {
            if (found->text() == QString::fromUtf8(text))
                return found;
        }
        return nullptr;
    }
    void start()
    {
        write("member-token", "1:" + token('m'));
        m_client->start();
        m_shell->begin(ui::Shell::Opening::Window);
        QTRY_COMPARE(m_client->session().state(), Session::State::SignedIn);
    }

    ui::Theme m_theme{ui::ThemeKind::Light};
    VirtualClock m_clock;
    SeededRandom m_random{1};
    NoLaunch m_launch;
    testing::FakeShortcuts m_shortcuts;
    platform::NoDesktopWatch m_desktop;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<client::Profile> m_profile;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<ui::Preferences> m_preferences;
    std::unique_ptr<client::Client> m_client;
    std::unique_ptr<ui::Shell> m_shell;
};

HANDBELL_TEST(ShellTest)
#include "ShellTest.moc"
