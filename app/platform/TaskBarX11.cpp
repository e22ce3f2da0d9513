// SPDX-License-Identifier: Apache-2.0
#include "platform/TaskBar.h"

#include <QGuiApplication>

#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <xcb/xcb.h>

namespace handbell::platform {

void keepOffTaskBar(WId window)
{
    // Wayland has no task bar that a program could ask.
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11 || !x11->connection())
        return;
    // Extended Window Manager Hints: before a window is mapped its client writes _NET_WM_STATE itself; Qt keeps
    // what stands there and adds its own.
    static constexpr std::array names{"_NET_WM_STATE", "_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER"};
    xcb_connection_t *connection = x11->connection();
    std::array<xcb_intern_atom_cookie_t, names.size()> asked{};
    for (size_t i = 0; i < names.size(); ++i)
        asked[i] = xcb_intern_atom(connection, 0, uint16_t(std::strlen(names[i])), names[i]);
    std::array<xcb_atom_t, names.size()> atoms{};
    for (size_t i = 0; i < names.size(); ++i) {
        const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> reply(
            xcb_intern_atom_reply(connection, asked[i], nullptr), &std::free);
        if (!reply)
            return;
        atoms[i] = reply->atom;
    }
    xcb_change_property(connection, XCB_PROP_MODE_REPLACE, xcb_window_t(window), atoms[0], XCB_ATOM_ATOM, 32, 2,
                        &atoms[1]);
}

} // namespace handbell::platform
