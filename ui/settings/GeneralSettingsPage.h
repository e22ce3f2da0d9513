// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/SettingsPage.h"

class QCheckBox;
class QComboBox;

namespace handbell::platform {
class LaunchRegistration;
}

namespace handbell::ui {

class Preferences;

//! Language, look, and whether Handbell starts by itself. Everything takes effect as it is chosen, the
//! language at the next start. GUI thread only.
class GeneralSettingsPage : public SettingsPage
{
    Q_OBJECT

public:
    //! All must outlive the page.
    GeneralSettingsPage(const Theme &theme, Preferences &preferences, platform::LaunchRegistration &launch,
                        QWidget *parent = nullptr);

private:
    void fillLanguages();
    void fillThemes();
    void setLaunch(bool atLogOn);

    Preferences &m_preferences;
    platform::LaunchRegistration &m_launch;
    QComboBox *m_language;
    QComboBox *m_look;
    QCheckBox *m_atLogOn;
    TextLabel *m_launchNote = nullptr;
};

} // namespace handbell::ui
