// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/ScreenChoice.h"
#include "ui/alerts/SoundPolicy.h"
#include "ui/theme/Tokens.h"

#include <QByteArray>
#include <QDate>
#include <QObject>

#include <array>

namespace handbell::client {
class Profile;
}

namespace handbell::ui {

//! The language of the windows. System follows the desktop where Handbell speaks its language, else English.
enum class LanguageChoice { System, English, Welsh };

//! What this workstation remembers of its windows, in the open, in the profile. GUI thread only.
class Preferences : public QObject
{
    Q_OBJECT

public:
    //! Notices that are given once.
    enum class Once { StaysInTray };
    //! Sizes that are kept.
    enum class Layout { WindowGeometry, DeskSplitter, SideSplitter };

    //! \a profile must outlive this.
    explicit Preferences(client::Profile &profile, QObject *parent = nullptr);

    [[nodiscard]] LanguageChoice language() const;
    void setLanguage(LanguageChoice language);
    [[nodiscard]] ThemeKind theme() const;
    void setTheme(ThemeKind theme);

    //! As somebody chose; values that make no sense are the usual ones.
    [[nodiscard]] SoundSettings sound() const;
    void setSound(const SoundSettings &sound);

    //! The screen for alerts.
    [[nodiscard]] ScreenChoice screen() const;
    void setScreen(const ScreenChoice &choice);

    //! The letter that, with Ctrl+Alt, lends the keyboard to an alert card; Qt::Key_unknown for none.
    [[nodiscard]] Qt::Key cardKey() const;
    void setCardKey(Qt::Key key);
    //! Which letters may be chosen: none that types a character with AltGr, which Windows takes for Ctrl+Alt,
    //! on British, Welsh, German or Polish keyboards, and none that Handbell has for something else.
    static constexpr std::array CardKeys{Qt::Key_R, Qt::Key_B, Qt::Key_D, Qt::Key_F, Qt::Key_G,
                                         Qt::Key_J, Qt::Key_K, Qt::Key_P, Qt::Key_T, Qt::Key_V};

    [[nodiscard]] bool wasNoticed(Once notice) const;
    void markNoticed(Once notice);
    //! The local day on which the member had no time for the test of assistance; null for none.
    [[nodiscard]] QDate testPutOffOn() const;
    void putTestOff(const QDate &day);
    //! What saveState() or saveGeometry() gave; empty at first.
    [[nodiscard]] QByteArray layout(Layout layout) const;
    void setLayout(Layout layout, const QByteArray &state);

Q_SIGNALS:
    void themeChanged(handbell::ui::ThemeKind theme);
    void screenChanged();
    void cardKeyChanged();

private:
    client::Profile &m_profile;
};

} // namespace handbell::ui
