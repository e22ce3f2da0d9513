// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/DeskUseWatch.h"

#include "client/PresenceManager.h"
#include "platform/DesktopWatch.h"

namespace handbell::ui {

DeskUseWatch::DeskUseWatch(platform::DesktopWatch &desktop, client::PresenceManager &presence,
                           QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_presence(presence)
{
    constexpr std::chrono::seconds pause{2};
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DeskUseWatch::look);
    m_timer.start(pause);
}

void DeskUseWatch::look()
{
    const platform::DesktopWatch::Use use = m_desktop.use();
    m_presence.setDeskUse({use.locked, use.presented, use.idle >= idleAfter});
}

} // namespace handbell::ui
