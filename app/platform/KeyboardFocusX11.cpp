// SPDX-License-Identifier: Apache-2.0
#include "platform/KeyboardFocus.h"
#include "platform/XcbReply.h"

#include <QGuiApplication>

namespace handbell::platform {

namespace {

constexpr auto activeWindowName = "_NET_ACTIVE_WINDOW";

xcb_connection_t *keyboardConnection()
{
    // Wayland tells no program about the windows of others.
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

xcb_window_t rootOf(xcb_connection_t *connection)
{
    return xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
}

} // namespace

WId windowWithKeyboard()
{
    xcb_connection_t *connection = keyboardConnection();
    if (!connection)
        return 0;
    const xcb_atom_t name = atomFrom(connection, askForAtom(connection, activeWindowName));
    const XcbReply<xcb_get_property_reply_t> reply(xcb_get_property_reply(
        connection, xcb_get_property(connection, 0, rootOf(connection), name, XCB_ATOM_WINDOW, 0, 1),
        nullptr));
    if (!reply || reply->format != 32 || xcb_get_property_value_length(reply.get()) != sizeof(xcb_window_t))
        return 0;
    return *static_cast<const xcb_window_t *>(xcb_get_property_value(reply.get()));
}

bool giveKeyboardTo(WId window)
{
    xcb_connection_t *connection = keyboardConnection();
    if (!connection || window == 0)
        return false;
    const auto target = xcb_window_t(window);
    const auto asked = askForAtom(connection, activeWindowName);
    const XcbReply<xcb_get_window_attributes_reply_t> state(
        xcb_get_window_attributes_reply(connection, xcb_get_window_attributes(connection, target), nullptr));
    if (!state || state->map_state != XCB_MAP_STATE_VIEWABLE)
        return false;
    // Extended Window Manager Hints: 2 stands for "a direct action of the user", which window managers obey
    // whatever the user did last elsewhere.
    xcb_client_message_event_t message{};
    message.response_type = XCB_CLIENT_MESSAGE;
    message.format = 32;
    message.window = target;
    message.type = atomFrom(connection, asked);
    message.data.data32[0] = 2;
    message.data.data32[1] = XCB_CURRENT_TIME;
    xcb_send_event(connection, 0, rootOf(connection),
                   XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT,
                   reinterpret_cast<const char *>(&message));
    xcb_flush(connection);
    return true;
}

} // namespace handbell::platform
