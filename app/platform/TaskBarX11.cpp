// SPDX-License-Identifier: Apache-2.0
#include "platform/TaskBar.h"
#include "platform/XcbReply.h"

#include <QGuiApplication>

#include <array>

namespace handbell::platform {

void keepOffTaskBar(WId window)
{
    // Wayland has no task bar that a program could ask.
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11 || !x11->connection())
        return;
    // Extended Window Manager Hints: before a window is mapped its client writes _NET_WM_STATE itself; Qt
    // keeps what stands there and adds its own.
    static constexpr std::array names{"_NET_WM_STATE", "_NET_WM_STATE_SKIP_TASKBAR",
                                      "_NET_WM_STATE_SKIP_PAGER"};
    xcb_connection_t *connection = x11->connection();
    std::array<xcb_intern_atom_cookie_t, names.size()> asked{};
    for (size_t i = 0; i < names.size(); ++i)
        asked[i] = askForAtom(connection, names[i]);
    std::array<xcb_atom_t, names.size()> atoms{};
    for (size_t i = 0; i < names.size(); ++i) {
        atoms[i] = atomFrom(connection, asked[i]);
        if (atoms[i] == XCB_ATOM_NONE)
            return;
    }
    xcb_change_property(connection, XCB_PROP_MODE_REPLACE, xcb_window_t(window), atoms[0], XCB_ATOM_ATOM, 32,
                        2, &atoms[1]);
}

} // namespace handbell::platform
