// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/assistance/AssistanceWords.h"
#include "ui/theme/Panel.h"

namespace handbell::ui {

class ActionButton;
class Preferences;
class TextLabel;

//! The line under the top bar that asks for a test of assistance when one is due, until tomorrow where the
//! member has no time for it now. Gone by itself once the test was answered. GUI thread only.
class AssistanceReminder : public Panel
{
    Q_OBJECT

public:
    //! All must outlive the reminder.
    struct Parts
    {
        const Theme &theme;
        const AlertWords &words;
        const client::AssistanceManager &assistance;
        Preferences &preferences;
        const Clock &clock;
    };

    explicit AssistanceReminder(const Parts &parts, QWidget *parent = nullptr);

    [[nodiscard]] QString words() const;

Q_SIGNALS:
    //! The member wants to test it.
    void testRequested();

private:
    void follow();
    void putOff();

    Parts m_parts;
    const AssistanceWords m_assistanceWords;
    TextLabel *m_words;
};

} // namespace handbell::ui
