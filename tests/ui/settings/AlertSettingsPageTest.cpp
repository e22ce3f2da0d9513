// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/AlertSettingsPage.h"

#include "client/Profile.h"
#include "tests/support/FakeSoundPlayer.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/ChimeSound.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QSlider>
#include <QTemporaryDir>
#include <QTimeEdit>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;

class AlertSettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile.emplace(*client::Profile::open(u"default"_s, QDir(m_folder->path())));
        m_preferences = std::make_unique<Preferences>(*m_profile);
        m_player = {};
        m_screens = {{u"built-in"_s, u"Laptop"_s, {}, {}}};
        m_sound = std::make_unique<ChimeSound>(ChimeSound::Parts{m_clock, m_player,
                                                                 [this] { return m_preferences->sound(); },
                                                                 [] {
                                                                 }});
        m_page = std::make_unique<AlertSettingsPage>(
            m_theme, *m_preferences, *m_sound, [this] { return m_screens; },
            [this] { return m_preferences->cardKey() == m_taken; });
        m_page->show();
    }

    void whatIsChosenHoldsAtOnce()
    {
        m_page->findChild<QSlider *>()->setValue(25);
        button(u"Sound for alerts of this importance: Routine"_s)->click();
        button(u"Be quiet every day between these times"_s)->click();
        const auto times = m_page->findChildren<QTimeEdit *>();
        QCOMPARE(times.size(), 2);
        times[0]->setTime(QTime(20, 0));
        times[1]->setTime(QTime(7, 30));
        SoundSettings wanted;
        wanted.volume = 25;
        wanted.routine = false;
        wanted.quiet = true;
        wanted.quietHours = {QTime(20, 0), QTime(7, 30)};
        QCOMPARE(m_preferences->sound(), wanted);

        // And is what the page shows the next time.
        AlertSettingsPage again(
            m_theme, *m_preferences, *m_sound, [this] { return m_screens; }, [] { return false; });
        QCOMPARE(again.findChild<QSlider *>()->value(), 25);
        QCOMPARE(again.findChildren<QTimeEdit *>().first()->time(), QTime(20, 0));
        QCOMPARE(m_preferences->sound(), wanted);
    }

    void playLetsOneHearEachAtTheVolumeChosen()
    {
        m_page->findChild<QSlider *>()->setValue(45);
        button(u"Play the sound: Urgent"_s)->click();
        button(u"Play the sound: Routine"_s)->click();
        QCOMPARE(m_player.played,
                 (std::vector<std::pair<QString, int>>{{u"urgent.wav"_s, 45}, {u"routine.wav"_s, 45}}));
    }

    void withoutSoundThereIsNothingElseToChoose()
    {
        QVERIFY(!says(u"Urgent alerts are only seen, not heard."_s));
        button(u"Only show them, without any sound"_s)->click();
        QVERIFY(m_preferences->sound().visualOnly);
        QVERIFY(!m_page->findChild<QSlider *>()->isEnabled());
        QVERIFY(!button(u"Play the sound: Urgent"_s)->isEnabled());
        QVERIFY(says(u"Urgent alerts are only seen, not heard."_s));
        button(u"Show and hear alerts"_s)->click();
        QVERIFY(!m_preferences->sound().visualOnly);
        QVERIFY(m_page->findChild<QSlider *>()->isEnabled());
    }

    void urgentWithoutASoundIsPointedOut()
    {
        button(u"Sound for alerts of this importance: Urgent"_s)->click();
        QVERIFY(says(u"Urgent alerts are only seen, not heard."_s));
        button(u"Sound for alerts of this importance: Urgent"_s)->click();
        QVERIFY(!says(u"Urgent alerts are only seen, not heard."_s));
        m_page->findChild<QSlider *>()->setValue(0);
        QVERIFY(says(u"Urgent alerts are only seen, not heard."_s));
    }

    void aPcWithoutSoundSaysSo()
    {
        const auto noDevice = u"This PC has no sound device: alerts use its own beep, if it has one."_s;
        QVERIFY(!says(noDevice));
        m_page->hide();
        m_player.now = SoundState::NoDevice;
        m_page->show();
        QVERIFY(says(noDevice));
        m_player.now = SoundState::Working;
        button(u"Play the sound: Routine"_s)->click(); // a headset was plugged in
        QVERIFY(!says(noDevice));
    }

    void theScreenIsChosenByItsName()
    {
        QComboBox *box = field(u"Show alerts on"_s);
        QCOMPARE(box->count(), 3);
        QCOMPARE(box->currentText(), u"The main screen"_s);
        m_page->hide();
        m_screens.push_back({u"dell/1"_s, u"DELL P2419H"_s, {}, {}}); // plugged in
        m_page->show();
        QCOMPARE(box->itemText(3), u"Screen 2 (DELL P2419H)"_s);
        choose(*box, 3);
        QCOMPARE(m_preferences->screen(),
                 (ScreenChoice{ScreenChoice::Kind::Named, u"dell/1"_s, u"Screen 2 (DELL P2419H)"_s}));
        m_page->hide();
        m_screens.pop_back(); // and out again
        m_page->show();
        QCOMPARE(box->currentText(), u"Screen 2 (DELL P2419H), not plugged in now"_s);
        choose(*box, 1);
        QCOMPARE(m_preferences->screen(), ScreenChoice{ScreenChoice::Kind::Pointer});
    }

    void theKeyThatGoesToAnAlertIsChosen()
    {
        const auto taken = u"Another program on this PC has this key: choose another one."_s;
        QComboBox *box = field(u"Go to the alert with"_s);
        QCOMPARE(box->currentText(), u"Ctrl+Alt+R"_s);
        QVERIFY(!says(taken));
        choose(*box, box->findText(u"Ctrl+Alt+K"_s));
        QCOMPARE(m_preferences->cardKey(), Qt::Key_K);
        QVERIFY(says(taken));
        choose(*box, box->findText(u"No key"_s));
        QCOMPARE(m_preferences->cardKey(), Qt::Key_unknown);
        QVERIFY(!says(taken));
        m_page->hide();
        m_page->show();
        QCOMPARE(box->currentText(), u"No key"_s);
    }

    void everyControlHasANameAndTheKeyboard()
    {
        int controls = 0;
        const auto widgets = m_page->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() ||
                qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) || widget->window() != m_page.get())
                continue;
            ++controls;
            const auto *asButton = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (asButton && !asButton->text().isEmpty()),
                     widget->metaObject()->className());
            QVERIFY(widget->focusPolicy() & Qt::TabFocus);
        }
        QVERIFY(controls >= 13);
    }

private:
    QComboBox *field(const QString &name) const
    {
        const auto boxes = m_page->findChildren<QComboBox *>();
        for (QComboBox *each : boxes) {
            if (each->accessibleName() == name)
                return each;
        }
        qFatal("no field \"%s\"", qPrintable(name));
    }
    static void choose(QComboBox &box, int index)
    {
        box.setCurrentIndex(index);
        Q_EMIT box.activated(index);
    }
    QAbstractButton *button(const QString &name) const
    {
        const auto buttons = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : buttons) {
            if (each->accessibleName() == name || (each->accessibleName().isEmpty() && each->text() == name))
                return each;
        }
        qFatal("no button \"%s\"", qPrintable(name));
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) {
            return label->isVisible() && label->text() == words;
        });
    }

    Theme m_theme{ThemeKind::Light};
    VirtualClock m_clock;
    FakeSoundPlayer m_player;
    std::vector<DesktopScreen> m_screens;
    Qt::Key m_taken = Qt::Key_K;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<client::Profile> m_profile;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<ChimeSound> m_sound;
    std::unique_ptr<AlertSettingsPage> m_page;
};

HANDBELL_TEST(AlertSettingsPageTest)
#include "AlertSettingsPageTest.moc"
