// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "protocol/Entities.h"
#include "ui/theme/ActionButton.h"

class QMenu;

namespace handbell::client {
class PresenceManager;
}

namespace handbell::ui {

//! The member's own state, and a menu to change it; a consultation may be given its end there. Its actions
//! carry the shortcuts, so they work wherever the window has the keyboard. GUI thread only.
class OwnStateButton : public ActionButton
{
    Q_OBJECT

public:
    //! All must outlive the button.
    OwnStateButton(const Theme &theme, client::PresenceManager &presence, const Clock &clock,
                   QWidget *parent = nullptr);

private:
    void showState(protocol::PresenceState state);
    void openMenu();
    void offerEnds();

    client::PresenceManager &m_presence;
    const Clock &m_clock;
    QMenu *m_ends; //!< of a consultation
    QMenu *m_menu;
};

} // namespace handbell::ui
