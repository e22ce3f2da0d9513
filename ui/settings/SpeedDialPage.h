// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/SettingsPage.h"

class QListWidget;

namespace handbell::client {
class Practice;
class SpeedDial;
struct SpeedDialEntry;
} // namespace handbell::client

namespace handbell::ui {

class ActionButton;
class AlertWords;
class SpeedDialKeys;

//! The speed dial of this workstation with its keys: to put in order and to clear out. It is filled in the
//! ring palette. GUI thread only.
class SpeedDialPage : public SettingsPage
{
    Q_OBJECT

public:
    //! All must outlive the page.
    struct Parts
    {
        client::SpeedDial &dial;
        const SpeedDialKeys &keys;
        const client::Practice &practice;
        const AlertWords &words;
    };

    SpeedDialPage(const Theme &theme, const Parts &parts, QWidget *parent = nullptr);

private:
    void fill();
    void follow();
    void move(int by);
    void remove();
    [[nodiscard]] QString words(const client::SpeedDialEntry &entry, int number) const;

    Parts m_parts;
    QListWidget *m_list;
    TextLabel *m_empty = nullptr;
    ActionButton *m_up;
    ActionButton *m_down;
    ActionButton *m_remove;
};

} // namespace handbell::ui
