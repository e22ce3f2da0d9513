// SPDX-License-Identifier: Apache-2.0
#include "ui/directory/OwnStateButton.h"

#include "client/PresenceManager.h"
#include "ui/alerts/AlertWords.h"
#include "ui/directory/DirectoryWords.h"
#include "ui/theme/Theme.h"

#include <QMenu>

#include <array>
#include <chrono>

namespace handbell::ui {

using protocol::PresenceState;

namespace {

//! From a short appointment to a double one.
constexpr std::array<std::chrono::minutes, 5> consultationLengths{
    std::chrono::minutes{10}, std::chrono::minutes{15}, std::chrono::minutes{20}, std::chrono::minutes{30},
    std::chrono::minutes{40}};

} // namespace

OwnStateButton::OwnStateButton(const Theme &theme, client::PresenceManager &presence, const Clock &clock,
                               QWidget *parent)
    : ActionButton(theme, Role::Plain, QString(), parent)
    , m_presence(presence)
    , m_clock(clock)
    , m_menu(new QMenu(this))
{
    m_ends = new QMenu(m_menu);
    m_ends->setTitle(tr("In consultation until"));
    m_ends->setIcon(theme.icon(AlertWords::presenceIcon(PresenceState::InConsultation),
                               AlertWords::presenceToken(PresenceState::InConsultation)));
    connect(m_ends, &QMenu::aboutToShow, this, &OwnStateButton::offerEnds);
    for (const PresenceState state : DirectoryWords::ownStates) {
        QAction *action =
            m_menu->addAction(theme.icon(AlertWords::presenceIcon(state), AlertWords::presenceToken(state)),
                              DirectoryWords::state(state));
        action->setShortcut(DirectoryWords::shortcut(state));
        action->setShortcutContext(Qt::WindowShortcut);
        action->setData(int(state));
        addAction(action); // so that the shortcut works while the menu is closed
        connect(action, &QAction::triggered, this, [this, state] { m_presence.setState(state); });
        if (state == PresenceState::InConsultation)
            m_menu->addMenu(m_ends);
    }
    m_menu->setAccessibleName(tr("Your state"));
    connect(this, &QAbstractButton::clicked, this, &OwnStateButton::openMenu);
    connect(&presence, &client::PresenceManager::stateChanged, this, &OwnStateButton::showState);
    showState(presence.state());
}

//! The times are those of the moment the menu opens.
void OwnStateButton::offerEnds()
{
    m_ends->clear();
    for (const std::chrono::minutes length : consultationLengths) {
        const WallTime end = m_clock.wallNow() + length;
        QAction *action =
            m_ends->addAction(tr("%1 (in %n minute(s))", "time of day", static_cast<int>(length.count()))
                                  .arg(AlertWords::timeOfDay(end)));
        connect(action, &QAction::triggered, this,
                [this, end] { m_presence.setState(PresenceState::InConsultation, end); });
    }
}

void OwnStateButton::showState(PresenceState state)
{
    QString word = DirectoryWords::state(state);
    if (const auto until = m_presence.until())
        word = tr("%1 until %2", "state, time of day").arg(word, AlertWords::timeOfDay(*until));
    setText(word + QStringLiteral(" ▾"));
    setThemeIcon(AlertWords::presenceIcon(state), AlertWords::presenceToken(state));
    setAccessibleName(tr("Your state: %1").arg(word));
    setToolTip(tr("Change your state"));
}

void OwnStateButton::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    for (QAction *action : m_menu->actions()) {
        if (!action->menu() && action->data().toInt() == int(m_presence.state()))
            m_menu->setActiveAction(action);
    }
}

} // namespace handbell::ui
