// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SpeedDialPage.h"

#include "client/Profile.h"
#include "client/SpeedDial.h"
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakePresenceManager.h"
#include "tests/support/FakeShortcuts.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/AlertWords.h"
#include "ui/alerts/SpeedDialKeys.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListWidget>
#include <QTemporaryDir>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;
using client::SpeedDialEntry;
using platform::GlobalShortcut;
using protocol::Address;

class SpeedDialPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile.emplace(*client::Profile::open(u"default"_s, QDir(m_folder->path())));
        m_dial = std::make_unique<client::SpeedDial>(*m_profile);
        m_shortcuts.taken.clear();
        demo::fill(m_practice, demo::priya, m_clock.wallNow());
        m_keys = std::make_unique<SpeedDialKeys>(
            SpeedDialKeys::Parts{m_shortcuts, *m_dial, m_practice, m_alerts, m_presence, m_words, m_clock});
        m_page = std::make_unique<SpeedDialPage>(m_theme,
                                                 SpeedDialPage::Parts{*m_dial, *m_keys, m_practice, m_words});
        m_page->show();
        m_list = m_page->findChild<QListWidget *>();
    }
    void cleanup()
    {
        m_page.reset();
        m_keys.reset();
    }

    void anEntryIsShownWithItsKey()
    {
        QVERIFY(says(u"There is nothing on it yet."_s));
        QVERIFY(!button(u"Remove"_s)->isVisible());
        m_dial->toggle(interpreter);
        QCOMPARE(rows(),
                 (QStringList{u"Interpreter is here → Consulting room 3\n"_s + SpeedDialKeys::keyName(1)}));
        QVERIFY(!says(u"There is nothing on it yet."_s));
    }

    void whatIsGoneAndWhatIsTakenIsSaid()
    {
        m_shortcuts.taken.insert({Qt::Key_1, GlobalShortcut::Chord::CtrlShiftAlt});
        m_dial->toggle(interpreter);
        m_dial->toggle({u"interpreter_here"_s, Address::room(RoomId{999})});
        m_dial->toggle({u"no_such_alert"_s, Address::everyone()});
        QCOMPARE(rows(),
                 (QStringList{u"Interpreter is here → Consulting room 3\n"_s + SpeedDialKeys::keyName(1) +
                                  u" belongs to another program on this PC: move this to another key."_s,
                              u"Interpreter is here → no longer there\nThis never rings: remove it."_s,
                              u"no longer there → Everyone\nThis never rings: remove it."_s}));
    }

    void theyCanBePutInOrderAndRemoved()
    {
        m_dial->toggle(interpreter);
        m_dial->toggle(chaperone);
        m_dial->toggle(everyone);
        m_list->setCurrentRow(2);
        QVERIFY(!button(u"Move down"_s)->isEnabled());
        button(u"Move up"_s)->click();
        QCOMPARE(m_dial->entries(), (std::vector{interpreter, everyone, chaperone}));
        QCOMPARE(m_list->currentRow(), 1); // goes with it
        button(u"Move up"_s)->click();
        QCOMPARE(m_list->currentRow(), 0);
        QVERIFY(!button(u"Move up"_s)->isEnabled());
        button(u"Move down"_s)->click();
        QCOMPARE(m_dial->entries(), (std::vector{interpreter, everyone, chaperone}));
        button(u"Remove"_s)->click();
        QCOMPARE(m_dial->entries(), (std::vector{interpreter, chaperone}));
    }

    void withoutAPracticeThereAreNoNames()
    {
        m_dial->toggle(interpreter);
        m_practice.clear();
        QVERIFY(rows().isEmpty());
        QVERIFY(says(u"Sign in to see what is on it."_s));
        demo::fill(m_practice, demo::priya, m_clock.wallNow());
        QCOMPARE(rows().size(), 1);
    }

private:
    QStringList rows() const
    {
        QStringList rows;
        for (int i = 0; i < m_list->count(); ++i)
            rows << m_list->item(i)->text();
        return rows;
    }
    QAbstractButton *button(const QString &text) const
    {
        const auto buttons = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : buttons) {
            if (each->text() == text)
                return each;
        }
        qFatal("no button \"%s\"", qPrintable(text));
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
    }

    const SpeedDialEntry interpreter{u"interpreter_here"_s, Address::room(demo::room3)};
    const SpeedDialEntry chaperone{u"chaperone"_s, Address::ofRole(u"Nurse"_s)};
    const SpeedDialEntry everyone{u"delivery"_s, Address::everyone()};

    Theme m_theme{ThemeKind::Light};
    VirtualClock m_clock;
    client::Practice m_practice;
    AlertWords m_words{m_practice};
    FakeAlertManager m_alerts;
    FakePresenceManager m_presence;
    FakeShortcuts m_shortcuts;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<client::Profile> m_profile;
    std::unique_ptr<client::SpeedDial> m_dial;
    std::unique_ptr<SpeedDialKeys> m_keys;
    std::unique_ptr<SpeedDialPage> m_page;
    QListWidget *m_list = nullptr;
};

HANDBELL_TEST(SpeedDialPageTest)
#include "SpeedDialPageTest.moc"
