// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/MainWindow.h"

#include "client/Profile.h"
#include "tests/support/TestProgram.h"
#include "ui/settings/Preferences.h"

#include <QLabel>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using ui::MainWindow;
using ui::Preferences;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile.emplace(*client::Profile::open(QStringLiteral("default"), QDir(m_folder->path())));
        m_preferences = std::make_unique<Preferences>(*m_profile);
        m_gate = new QLabel(QStringLiteral("gate"));
        m_window = std::make_unique<MainWindow>(*m_preferences, m_gate);
    }
    void cleanup()
    {
        m_window.reset();
        m_preferences.reset();
    }

    void closingGoesToTheTray()
    {
        QSignalSpy closed(m_window.get(), &MainWindow::closedToTray);
        m_window->show();
        QVERIFY(!m_window->close()); // refused: it hides
        QVERIFY(!m_window->isVisible());
        QCOMPARE(closed.count(), 1);
        m_window->bringForward();
        QVERIFY(m_window->isVisible());
    }

    void withoutATrayItMinimises()
    {
        QSignalSpy closed(m_window.get(), &MainWindow::closedToTray);
        m_window->setOnClose(MainWindow::OnClose::Minimise);
        m_window->show();
        m_window->close();
        QVERIFY(m_window->isMinimized());
        QCOMPARE(closed.count(), 0);
    }

    void theEndOfTheSessionIsNotRefused()
    {
        m_window->show();
        QEvent quit(QEvent::Quit);
        QCoreApplication::sendEvent(QCoreApplication::instance(), &quit);
        QVERIFY(m_window->close());
    }

    void leavingClearsTheScreenAtOnce()
    {
        QPointer<QLabel> desk = new QLabel(QStringLiteral("what Priya wrote"));
        m_window->showDesk(desk);
        m_window->show();
        QVERIFY(desk->isVisible());
        QVERIFY(!m_gate->isVisible());
        m_window->showGate();
        QVERIFY(!desk->isVisible()); // without a turn of the event loop
        QVERIFY(m_gate->isVisible());
        QVERIFY(!m_window->findChildren<QLabel *>().contains(desk));
        QTRY_VERIFY(desk.isNull());
    }

    void fitsASmallScreenAt200Percent()
    {
        QVERIFY(m_window->minimumWidth() <= 1366 / 2);
        QVERIFY(m_window->minimumHeight() <= 768 / 2);
    }

    void itsSizeIsKept()
    {
        m_window->show();
        m_window->resize(900, 600);
        m_window->close();
        MainWindow next(*m_preferences, new QLabel);
        QCOMPARE(next.size(), QSize(900, 600));
    }

    void theTitleNamesPracticeAndUnread()
    {
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Handbell"));
        m_window->setHeadline(QStringLiteral("Riverside Surgery"), 3);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("(3) Handbell · Riverside Surgery"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<client::Profile> m_profile;
    std::unique_ptr<Preferences> m_preferences;
    QLabel *m_gate = nullptr;
    std::unique_ptr<MainWindow> m_window;
};

HANDBELL_TEST(MainWindowTest)
#include "MainWindowTest.moc"
