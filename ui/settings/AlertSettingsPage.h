// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"
#include "ui/alerts/ScreenChoice.h"
#include "ui/alerts/SoundPolicy.h"
#include "ui/settings/SettingsPage.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QRadioButton;
class QSlider;
class QTimeEdit;

namespace handbell::ui {

class ActionButton;
class ChimeSound;
class Preferences;

//! How alerts make themselves known on this workstation: what is heard, how loud and when, on which screen,
//! and which key lends the keyboard to a card. Takes effect as it is chosen. GUI thread only.
class AlertSettingsPage : public SettingsPage
{
    Q_OBJECT

public:
    //! All must outlive the page. \a screens tells those there are now, the main one first; \a cardKeyTaken
    //! whether another program has Preferences::cardKey().
    using Screens = std::function<std::vector<DesktopScreen>()>;
    using Question = std::function<bool()>;
    AlertSettingsPage(const Theme &theme, Preferences &preferences, ChimeSound &sound, Screens screens,
                      Question cardKeyTaken, QWidget *parent = nullptr);

protected:
    //! Looks what the PC has in the way of sound and screens, which is not worth doing before somebody asks.
    void showEvent(QShowEvent *event) override;

private:
    //! What may sound by itself, with a button to hear it.
    struct Row
    {
        protocol::Importance importance;
        QCheckBox *on;
        ActionButton *play;
    };

    void addSound();
    void addQuietHours();
    void addScreens();
    void fillScreens();
    void addKeys();
    void showKey();
    [[nodiscard]] Row row(protocol::Importance importance);
    void load();
    void store();
    void follow(const SoundSettings &settings);
    void showState();
    [[nodiscard]] int volume() const;

    Preferences &m_preferences;
    ChimeSound &m_sound;
    Screens m_screens;
    Question m_cardKeyTaken;
    QRadioButton *m_heard = nullptr;
    QRadioButton *m_visualOnly = nullptr;
    QSlider *m_volume = nullptr;
    TextLabel *m_volumeWords = nullptr;
    std::vector<Row> m_rows;
    TextLabel *m_state = nullptr;
    TextLabel *m_unheard = nullptr;
    QCheckBox *m_quiet = nullptr;
    QTimeEdit *m_from = nullptr;
    QTimeEdit *m_until = nullptr;
    QComboBox *m_screen = nullptr;
    QComboBox *m_cardKey = nullptr;
    TextLabel *m_keyTaken = nullptr;
};

} // namespace handbell::ui
