// SPDX-License-Identifier: Apache-2.0
#include "platform/DesktopWatch.h"

#include <qt_windows.h>

#include <shellapi.h>

namespace handbell::platform {

namespace {

//! The input desktop of a locked session belongs to the system, and may not be opened.
bool isLocked()
{
    HDESK desktop = OpenInputDesktop(0, FALSE, DESKTOP_READOBJECTS);
    if (!desktop)
        return true;
    CloseDesktop(desktop);
    return false;
}

//! What Windows itself goes by before it shows a notification of a program.
bool isPresented()
{
    QUERY_USER_NOTIFICATION_STATE state{};
    if (FAILED(SHQueryUserNotificationState(&state)))
        return false;
    return state == QUNS_BUSY || state == QUNS_RUNNING_D3D_FULL_SCREEN || state == QUNS_PRESENTATION_MODE;
}

std::chrono::milliseconds idleTime()
{
    LASTINPUTINFO last{};
    last.cbSize = sizeof last;
    if (!GetLastInputInfo(&last))
        return std::chrono::milliseconds{0};
    return std::chrono::milliseconds{DWORD(GetTickCount() - last.dwTime)}; // both wrap after 49.7 days
}

class WindowsDesktopWatch final : public DesktopWatch
{
public:
    [[nodiscard]] Use use() override { return {isLocked(), isPresented(), idleTime()}; }
};

} // namespace

std::unique_ptr<DesktopWatch> DesktopWatch::make()
{
    return std::make_unique<WindowsDesktopWatch>();
}

} // namespace handbell::platform
