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
//! belong to the other programs. The key that lends the keyboard to a card is held while there is a card with
//! something to press. Ctrl+Alt+C, "in consultation", and Ctrl+Alt+H, assistance, are held
//! throughout. GUI thread only.
class PlatformReplyShortcuts : public ReplyShortcuts
{
    Q_OBJECT

public:
    //! Both must outlive this.
    PlatformReplyShortcuts(platform::GlobalShortcuts &shortcuts, const client::AlertManager &alerts,
                           QObject *parent = nullptr);

    //! The letter that lends the keyboard to a card, with Ctrl+Alt; Qt::Key_unknown for none, as at first.
    void setCardKey(Qt::Key key);
    void setCardThere(bool there);
    //! Whether another program has that key.
    [[nodiscard]] bool isCardKeyTaken();

Q_SIGNALS:
    void consultationToggled();
    void assistanceAsked();

private:
    void follow();
    [[nodiscard]] bool holdCardKey();
    void pressed(const platform::GlobalShortcut &shortcut);

    platform::GlobalShortcuts &m_shortcuts;
    const client::AlertManager &m_alerts;
    bool m_held = false;
    Qt::Key m_cardKey = Qt::Key_unknown;
    bool m_cardThere = false;
};

} // namespace handbell::ui
