// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/ReplyShortcuts.h"

namespace handbell::client {
class AlertManager;
}

namespace handbell::platform {
class GlobalShortcuts;
struct GlobalShortcut;
} // namespace handbell::platform

namespace handbell::ui {

//! The reply keys from any program, held only while an alert waits for this member: the rest of the day they
//! belong to the other programs. Ctrl+Alt+C, "in consultation", and Ctrl+Alt+H, assistance, are held
//! throughout. GUI thread only.
class PlatformReplyShortcuts : public ReplyShortcuts
{
    Q_OBJECT

public:
    //! Both must outlive this.
    PlatformReplyShortcuts(platform::GlobalShortcuts &shortcuts, const client::AlertManager &alerts,
                           QObject *parent = nullptr);

Q_SIGNALS:
    void consultationToggled();
    void assistanceAsked();

private:
    void follow();
    void pressed(const platform::GlobalShortcut &shortcut);

    platform::GlobalShortcuts &m_shortcuts;
    const client::AlertManager &m_alerts;
    bool m_held = false;
};

} // namespace handbell::ui
