// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/AlertSettingsPage.h"

#include "ui/alerts/AlertWords.h"
#include "ui/alerts/ChimeSound.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeySequence>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <utility>

namespace handbell::ui {

using protocol::Importance;

namespace {

//! The volume goes in steps one can hear.
constexpr int VolumeStep = 5;

QTimeEdit *timeEdit(const QString &name)
{
    auto *edit = new QTimeEdit;
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    edit->setAccessibleName(name);
    edit->setWrapping(true);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons); // too small to hit: type, or Up and Down
    return edit;
}

} // namespace

AlertSettingsPage::AlertSettingsPage(const Theme &theme, Preferences &preferences, ChimeSound &sound,
                                     Screens screens, Question cardKeyTaken, QWidget *parent)
    : SettingsPage(theme, parent)
    , m_preferences(preferences)
    , m_sound(sound)
    , m_screens(std::move(screens))
    , m_cardKeyTaken(std::move(cardKeyTaken))
{
    addSound();
    addQuietHours();
    addScreens();
    addKeys();
    column()->addStretch(1);
    load();
}

void AlertSettingsPage::addSound()
{
    addHeading(tr("Sound"));
    m_heard = new QRadioButton(tr("Show and hear alerts"));
    m_visualOnly = new QRadioButton(tr("Only show them, without any sound"));
    column()->addWidget(m_heard);
    column()->addWidget(m_visualOnly);
    connect(m_visualOnly, &QAbstractButton::toggled, this, &AlertSettingsPage::store);
    column()->addSpacing(theme().spacing(Space::Small));

    auto *volumeRow = new QHBoxLayout;
    volumeRow->setSpacing(theme().spacing(Space::Medium));
    m_volume = new QSlider(Qt::Horizontal);
    m_volume->setRange(0, SoundSettings::LoudestVolume);
    m_volume->setSingleStep(VolumeStep);
    m_volume->setPageStep(4 * VolumeStep);
    m_volume->setAccessibleName(tr("Volume, per cent"));
    auto *label = new TextLabel(theme(), TextSize::Body, Token::Text, tr("Volume"));
    label->setBuddy(m_volume);
    m_volumeWords = new TextLabel(theme(), TextSize::Body, Token::Text);
    m_volumeWords->setMinimumWidth(m_volumeWords->fontMetrics().horizontalAdvance(tr("%1 %").arg(100)));
    m_volumeWords->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    volumeRow->addWidget(label);
    volumeRow->addWidget(m_volume, 1);
    volumeRow->addWidget(m_volumeWords);
    column()->addLayout(volumeRow);
    column()->addSpacing(theme().spacing(Space::Tight));
    connect(m_volume, &QSlider::valueChanged, this, &AlertSettingsPage::store);

    for (const Importance importance : {Importance::Routine, Importance::Important, Importance::Urgent})
        m_rows.push_back(row(importance));
    m_unheard = addNote(tr("Urgent alerts are only seen, not heard."));
    m_unheard->setToken(Token::Important);
    m_state = addNote(QString());
    m_state->setToken(Token::Important);
    m_state->hide();
}

AlertSettingsPage::Row AlertSettingsPage::row(Importance importance)
{
    const QString name = AlertWords::importance(importance);
    auto *on = new QCheckBox(name);
    on->setAccessibleName(tr("Sound for alerts of this importance: %1").arg(name));
    auto *play = new ActionButton(theme(), ActionButton::Role::Plain, tr("Play"));
    play->setAccessibleName(tr("Play the sound: %1", "importance").arg(name));
    auto *line = new QHBoxLayout;
    line->setSpacing(theme().spacing(Space::Small));
    line->addWidget(new IconLabel(theme(), AlertWords::importanceIcon(importance),
                                  AlertWords::importanceToken(importance), {}));
    line->addWidget(on, 1);
    line->addWidget(play);
    column()->addLayout(line);
    connect(on, &QAbstractButton::toggled, this, &AlertSettingsPage::store);
    connect(play, &QAbstractButton::clicked, this, [this, importance] {
        m_sound.preview(importance, volume());
        showState();
    });
    return {importance, on, play};
}

void AlertSettingsPage::addQuietHours()
{
    addHeading(tr("Quiet hours"));
    m_quiet = new QCheckBox(tr("Be quiet every day between these times"));
    column()->addWidget(m_quiet);
    m_from = timeEdit(tr("Quiet hours begin at"));
    m_until = timeEdit(tr("Quiet hours end at"));
    auto *times = new QHBoxLayout;
    times->setSpacing(theme().spacing(Space::Small));
    times->addWidget(new TextLabel(theme(), TextSize::Body, Token::Text, tr("From", "quiet hours")));
    times->addWidget(m_from);
    times->addWidget(new TextLabel(theme(), TextSize::Body, Token::Text, tr("until", "quiet hours")));
    times->addWidget(m_until);
    times->addStretch(1);
    column()->addLayout(times);
    addNote(
        tr("Routine and important alerts then make no sound. Urgent ones still do, at the volume above."));
    addNote(tr("While you are in consultation only urgent alerts make a sound, at any time."));
    connect(m_quiet, &QAbstractButton::toggled, this, &AlertSettingsPage::store);
    connect(m_from, &QTimeEdit::timeChanged, this, &AlertSettingsPage::store);
    connect(m_until, &QTimeEdit::timeChanged, this, &AlertSettingsPage::store);
}

void AlertSettingsPage::addScreens()
{
    addHeading(tr("Screen"));
    m_screen = new QComboBox;
    // Names of screens are as long as their makers like.
    m_screen->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(tr("Show alerts on"), m_screen);
    addNote(tr("A screen that is unplugged gives its alerts to the main one until it is back."));
    connect(m_screen, &QComboBox::activated, this,
            [this](int index) { m_preferences.setScreen(m_screen->itemData(index).value<ScreenChoice>()); });
}

void AlertSettingsPage::fillScreens()
{
    using Kind = ScreenChoice::Kind;
    const ScreenChoice chosen = m_preferences.screen();
    const auto add = [&](const QString &words, const ScreenChoice &choice) {
        m_screen->addItem(words, QVariant::fromValue(choice));
        if (choice.kind == chosen.kind && choice.key == (chosen.kind == Kind::Named ? chosen.key : QString()))
            m_screen->setCurrentIndex(m_screen->count() - 1);
    };
    m_screen->clear();
    add(tr("The main screen"), {});
    add(tr("The screen I am using, where the pointer is"), {Kind::Pointer});
    const std::vector<DesktopScreen> screens = m_screens();
    bool found = chosen.kind != Kind::Named;
    for (size_t i = 0; i < screens.size(); ++i) {
        const QString name = screens[i].model.isEmpty()
                                 ? tr("Screen %1").arg(i + 1)
                                 : tr("Screen %1 (%2)", "number, model").arg(i + 1).arg(screens[i].model);
        add(name, {Kind::Named, screens[i].key, name});
        found = found || screens[i].key == chosen.key;
    }
    if (!found)
        add(tr("%1, not plugged in now", "a screen").arg(chosen.name), chosen);
}

void AlertSettingsPage::addKeys()
{
    addHeading(tr("Answering by keyboard"));
    m_cardKey = new QComboBox;
    for (const Qt::Key key : Preferences::CardKeys) {
        const QKeySequence keys(QKeyCombination(Qt::ControlModifier | Qt::AltModifier, key));
        m_cardKey->addItem(keys.toString(QKeySequence::NativeText), int(key));
    }
    m_cardKey->addItem(tr("No key"), int(Qt::Key_unknown));
    addField(tr("Go to the alert with"), m_cardKey);
    m_keyTaken = addNote(tr("Another program on this PC has this key: choose another one."));
    m_keyTaken->setToken(Token::Important);
    addNote(tr("Works in any program while an alert is shown."));
    addNote(tr("A number then answers it, Tab goes from reply to reply, and Esc takes you back."));
    connect(m_cardKey, &QComboBox::activated, this, [this](int index) {
        m_preferences.setCardKey(Qt::Key(m_cardKey->itemData(index).toInt()));
        showKey();
    });
}

void AlertSettingsPage::showKey()
{
    m_cardKey->setCurrentIndex(m_cardKey->findData(int(m_preferences.cardKey())));
    m_keyTaken->setVisible(m_cardKeyTaken());
}

int AlertSettingsPage::volume() const
{
    return m_volume->value();
}

void AlertSettingsPage::load()
{
    const SoundSettings settings = m_preferences.sound();
    const QSignalBlocker blockers[]{QSignalBlocker(m_visualOnly), QSignalBlocker(m_volume),
                                    QSignalBlocker(m_quiet), QSignalBlocker(m_from), QSignalBlocker(m_until)};
    (settings.visualOnly ? m_visualOnly : m_heard)->setChecked(true);
    m_volume->setValue(settings.volume);
    for (const Row &each : m_rows) {
        const QSignalBlocker blocker(each.on);
        each.on->setChecked(settings.sounds(each.importance));
    }
    m_quiet->setChecked(settings.quiet);
    m_from->setTime(settings.quietHours.from);
    m_until->setTime(settings.quietHours.until);
    follow(settings);
}

void AlertSettingsPage::store()
{
    SoundSettings settings;
    settings.visualOnly = m_visualOnly->isChecked();
    settings.volume = volume();
    settings.routine = m_rows[0].on->isChecked();
    settings.important = m_rows[1].on->isChecked();
    settings.urgent = m_rows[2].on->isChecked();
    settings.quiet = m_quiet->isChecked();
    settings.quietHours = {m_from->time(), m_until->time()};
    m_preferences.setSound(settings);
    follow(settings);
}

void AlertSettingsPage::follow(const SoundSettings &settings)
{
    m_volumeWords->setText(tr("%1 %", "volume").arg(settings.volume));
    m_volume->setEnabled(!settings.visualOnly);
    for (const Row &each : m_rows) {
        each.on->setEnabled(!settings.visualOnly);
        each.play->setEnabled(!settings.visualOnly && settings.volume > 0);
    }
    m_quiet->setEnabled(!settings.visualOnly);
    m_from->setEnabled(settings.quiet && !settings.visualOnly);
    m_until->setEnabled(settings.quiet && !settings.visualOnly);
    m_unheard->setVisible(settings.visualOnly || !settings.urgent || settings.volume == 0);
}

void AlertSettingsPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    showState();
    fillScreens();
    showKey();
}

void AlertSettingsPage::showState()
{
    const SoundState state = m_sound.state();
    m_state->setVisible(state != SoundState::Working);
    if (state == SoundState::NoDevice)
        m_state->setText(tr("This PC has no sound device: alerts use its own beep, if it has one."));
    else if (state == SoundState::NoModule)
        m_state->setText(tr("Handbell's sounds are not installed on this PC: alerts use its own beep, if it "
                            "has one."));
}

} // namespace handbell::ui
