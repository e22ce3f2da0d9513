// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace handbell::platform {
class LaunchRegistration;
}

namespace handbell::ui {

class Preferences;
class TextLabel;
class Theme;

//! Language, look, and whether Handbell starts by itself. Everything takes effect as it is chosen, the
//! language at the next start. GUI thread only.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    //! All must outlive the dialog.
    SettingsDialog(const Theme &theme, Preferences &preferences, platform::LaunchRegistration &launch,
                   QWidget *parent = nullptr);

private:
    void fillLanguages();
    void fillThemes();
    void setLaunch(bool atLogOn);

    const Theme &m_theme;
    Preferences &m_preferences;
    platform::LaunchRegistration &m_launch;
    QComboBox *m_language;
    TextLabel *m_languageNote;
    QComboBox *m_look;
    QCheckBox *m_atLogOn;
    TextLabel *m_launchNote;
};

} // namespace handbell::ui
