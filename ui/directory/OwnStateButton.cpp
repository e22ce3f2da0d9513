// SPDX-License-Identifier: Apache-2.0
#include "ui/directory/OwnStateButton.h"

#include "client/PresenceManager.h"
#include "ui/alerts/AlertWords.h"
#include "ui/directory/DirectoryWords.h"
#include "ui/theme/Theme.h"

#include <QMenu>

namespace handbell::ui {

OwnStateButton::OwnStateButton(const Theme &theme, client::PresenceManager &presence, QWidget *parent)
    : ActionButton(theme, Role::Plain, QString(), parent)
    , m_presence(presence)
    , m_menu(new QMenu(this))
{
    for (const protocol::PresenceState state : DirectoryWords::ownStates) {
        QAction *action =
            m_menu->addAction(theme.icon(AlertWords::presenceIcon(state), AlertWords::presenceToken(state)),
                              DirectoryWords::state(state));
        action->setShortcut(DirectoryWords::shortcut(state));
        action->setShortcutContext(Qt::WindowShortcut);
        action->setData(int(state));
        addAction(action); // so that the shortcut works while the menu is closed
        connect(action, &QAction::triggered, this, [this, state] { m_presence.setState(state); });
    }
    m_menu->setAccessibleName(tr("Your state"));
    connect(this, &QAbstractButton::clicked, this, &OwnStateButton::openMenu);
    connect(&presence, &client::PresenceManager::stateChanged, this, &OwnStateButton::showState);
    showState(presence.state());
}

void OwnStateButton::showState(protocol::PresenceState state)
{
    const QString word = DirectoryWords::state(state);
    setText(word + QStringLiteral(" ▾"));
    setThemeIcon(AlertWords::presenceIcon(state), AlertWords::presenceToken(state));
    setAccessibleName(tr("Your state: %1").arg(word));
    setToolTip(tr("Change your state"));
}

void OwnStateButton::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    for (QAction *action : m_menu->actions()) {
        if (action->data().toInt() == int(m_presence.state()))
            m_menu->setActiveAction(action);
    }
}

} // namespace handbell::ui
