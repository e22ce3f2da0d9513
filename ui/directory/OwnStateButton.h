// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"
#include "ui/theme/ActionButton.h"

class QMenu;

namespace handbell::client {
class PresenceManager;
}

namespace handbell::ui {

//! The member's own state, and a menu to change it. Its actions carry the shortcuts, so they work wherever
//! the window has the keyboard. GUI thread only.
class OwnStateButton : public ActionButton
{
    Q_OBJECT

public:
    //! Both must outlive the button.
    OwnStateButton(const Theme &theme, client::PresenceManager &presence, QWidget *parent = nullptr);

private:
    void showState(protocol::PresenceState state);
    void openMenu();

    client::PresenceManager &m_presence;
    QMenu *m_menu;
};

} // namespace handbell::ui
