// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace handbell::client {
class PresenceManager;
}
namespace handbell::platform {
class DesktopWatch;
}

namespace handbell::ui {

//! Nobody has touched keyboard or mouse for so long: nobody is there. Long enough for a telephone call.
inline constexpr std::chrono::minutes idleAfter{10};

//! Looks every two seconds how the desktop is used, and tells the member's presence. GUI thread only.
class DeskUseWatch : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive it.
    DeskUseWatch(platform::DesktopWatch &desktop, client::PresenceManager &presence,
                 QObject *parent = nullptr);

    //! Looks at once.
    void look();

private:
    platform::DesktopWatch &m_desktop;
    client::PresenceManager &m_presence;
    QTimer m_timer;
};

} // namespace handbell::ui
