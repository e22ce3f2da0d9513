// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SettingsDialog.h"

#include "client/Practice.h"
#include "client/Profile.h"
#include "client/SpeedDial.h"
#include "platform/LaunchRegistration.h"
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakePresenceManager.h"
#include "tests/support/FakeShortcuts.h"
#include "tests/support/FakeSoundPlayer.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/AlertWords.h"
#include "ui/alerts/ChimeSound.h"
#include "ui/alerts/SpeedDialKeys.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QScreen>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTranslator>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

// Every word a third longer, as Welsh is.
class ThirdLonger : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text + u' ' + QString(text.size() / 3, u'w');
    }
    bool isEmpty() const override { return false; }
};

class FixedLaunch : public platform::LaunchRegistration
{
public:
    bool startsAtLogOn() const override { return false; }
    Result<void> startAtLogOn() override { return {}; }
    Result<void> doNotStartAtLogOn() override { return {}; }
    Result<void> openLinks() override { return {}; }
};

} // namespace

class SettingsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile.emplace(*client::Profile::open(u"default"_s, QDir(m_folder->path())));
        m_preferences = std::make_unique<Preferences>(*m_profile);
        m_dial = std::make_unique<client::SpeedDial>(*m_profile);
        m_dial->toggle({u"interpreter_here"_s, protocol::Address::room(demo::room3)});
        demo::fill(m_practice, demo::priya, m_clock.wallNow());
        m_keys = std::make_unique<SpeedDialKeys>(
            SpeedDialKeys::Parts{m_shortcuts, *m_dial, m_practice, m_alerts, m_presence, m_words, m_clock});
    }
    void cleanup() { m_keys.reset(); }

    void nothingIsCutHoweverLongTheWords_data()
    {
        QTest::addColumn<bool>("longer");
        QTest::addColumn<int>("height");
        QTest::newRow("English") << false << 560;
        QTest::newRow("a third longer") << true << 560;
        QTest::newRow("a third longer, on half a small screen") << true << 340; // 1366×768 at 200 %
    }
    void nothingIsCutHoweverLongTheWords()
    {
        QFETCH(bool, longer);
        QFETCH(int, height);
        ThirdLonger words;
        if (longer)
            QCoreApplication::installTranslator(&words);
        auto dialog = make();
        dialog->resize(dialog->width(), height);
        dialog->show();
        QVERIFY(dialog->height() <= height); // nothing in it insists on more
        auto *tabs = dialog->findChild<QTabWidget *>();
        QVERIFY(tabs->tabBar()->sizeHint().width() <= tabs->width());
        QVERIFY(tabs->count() >= 3);
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            const auto *page = qobject_cast<QScrollArea *>(tabs->widget(i));
            QVERIFY(page);
            // It scrolls up and down, never sideways.
            QVERIFY2(page->widget()->minimumSizeHint().width() <= page->viewport()->width(),
                     qPrintable(tabs->tabText(i)));
        }
    }

    void itIsNoLargerThanTheScreen()
    {
        auto dialog = make();
        const QSize room = dialog->screen()->availableSize();
        QVERIFY(dialog->width() <= room.width());
        QVERIFY(dialog->height() <= room.height());
    }

    void theKeyboardGoesFromTabToTab()
    {
        auto dialog = make();
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        auto *tabs = dialog->findChild<QTabWidget *>();
        QCOMPARE(tabs->currentIndex(), 0);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(tabs->currentIndex(), 1);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

private:
    std::unique_ptr<SettingsDialog> make()
    {
        return std::make_unique<SettingsDialog>(SettingsDialog::Parts{
            m_theme, *m_preferences, m_launch, m_sound, {*m_dial, *m_keys, m_practice, m_words}, [] {
                return false;
            }});
    }

    Theme m_theme{ThemeKind::Light};
    VirtualClock m_clock;
    client::Practice m_practice;
    AlertWords m_words{m_practice};
    FakeAlertManager m_alerts;
    FakePresenceManager m_presence;
    FakeShortcuts m_shortcuts;
    FakeSoundPlayer m_player;
    FixedLaunch m_launch;
    ChimeSound m_sound{{m_clock, m_player, [] { return SoundSettings(); },
                        [] {
                        }}};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<client::Profile> m_profile;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<client::SpeedDial> m_dial;
    std::unique_ptr<SpeedDialKeys> m_keys;
};

HANDBELL_TEST(SettingsDialogTest)
#include "SettingsDialogTest.moc"
