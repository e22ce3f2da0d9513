// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <cstring>
#include <memory>
#include <xcb/xcb.h>

namespace handbell::platform {

struct FreeReply
{
    void operator()(void *reply) const { std::free(reply); }
};
//! A reply of the X server, which the caller frees; empty after an error.
template <class Reply>
using XcbReply = std::unique_ptr<Reply, FreeReply>;

inline xcb_intern_atom_cookie_t askForAtom(xcb_connection_t *connection, const char *name)
{
    return xcb_intern_atom(connection, 0, static_cast<uint16_t>(std::strlen(name)), name);
}

//! The atom asked for, or XCB_ATOM_NONE.
inline xcb_atom_t atomFrom(xcb_connection_t *connection, xcb_intern_atom_cookie_t asked)
{
    const XcbReply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(connection, asked, nullptr));
    return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

} // namespace handbell::platform
