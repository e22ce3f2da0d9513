// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/SpeedDialPage.h"

#include <QDialog>

#include <functional>

namespace handbell::platform {
class LaunchRegistration;
}

namespace handbell::ui {

class ChimeSound;
class Preferences;
class Theme;

//! The settings of this workstation, a tab a subject; everything takes effect as it is chosen. It is no
//! higher than the screen: its pages scroll. GUI thread only.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    //! All must outlive the dialog.
    struct Parts
    {
        const Theme &theme;
        Preferences &preferences;
        platform::LaunchRegistration &launch;
        ChimeSound &sound;
        SpeedDialPage::Parts speedDial;
        //! Whether another program has Preferences::cardKey().
        std::function<bool()> cardKeyTaken;
    };

    explicit SettingsDialog(const Parts &parts, QWidget *parent = nullptr);
};

} // namespace handbell::ui
