// SPDX-License-Identifier: Apache-2.0
#include "platform/WorkArea.h"
#include "platform/XcbReply.h"

#include <QGuiApplication>
#include <QScreen>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace handbell::platform {

namespace {

//! More windows than anybody has open.
constexpr uint32_t MostWindows = 4096;

//! Extended Window Manager Hints, _NET_WM_STRUT_PARTIAL: what a panel keeps free at the left, right, top and
//! bottom edge of the whole desktop, then from where to where along each of these. In native pixels.
using Strut = std::array<uint32_t, 12>;

std::vector<uint32_t> numbersOf(xcb_connection_t *connection, xcb_get_property_cookie_t asked)
{
    const XcbReply<xcb_get_property_reply_t> reply(xcb_get_property_reply(connection, asked, nullptr));
    if (!reply || reply->format != 32)
        return {};
    const auto *values = static_cast<const uint32_t *>(xcb_get_property_value(reply.get()));
    return {values, values + xcb_get_property_value_length(reply.get()) / int(sizeof(uint32_t))};
}

//! What the panels of the desktop want; nothing where it does not list its windows. All are asked at once.
std::optional<std::vector<Strut>> struts(xcb_connection_t *connection, xcb_window_t root)
{
    const auto listAsked = askForAtom(connection, "_NET_CLIENT_LIST");
    const auto strutAsked = askForAtom(connection, "_NET_WM_STRUT_PARTIAL");
    const xcb_atom_t list = atomFrom(connection, listAsked);
    const xcb_atom_t strut = atomFrom(connection, strutAsked);
    const std::vector<uint32_t> windows =
        numbersOf(connection, xcb_get_property(connection, 0, root, list, XCB_ATOM_WINDOW, 0, MostWindows));
    if (windows.empty())
        return std::nullopt;
    std::vector<xcb_get_property_cookie_t> asked;
    for (const xcb_window_t window : windows)
        asked.push_back(xcb_get_property(connection, 0, window, strut, XCB_ATOM_CARDINAL, 0,
                                         uint32_t(std::tuple_size_v<Strut>)));
    std::vector<Strut> found;
    for (const auto &cookie : asked) {
        const std::vector<uint32_t> numbers = numbersOf(connection, cookie);
        if (Strut each{}; numbers.size() == each.size()) {
            std::copy(numbers.begin(), numbers.end(), each.begin());
            found.push_back(each);
        }
    }
    return found;
}

//! The strip of a desktop of \a size that \a strut keeps free at one edge, 0 to 3.
QRect strip(const Strut &strut, size_t edge, const QSize &size)
{
    const auto number = [&](size_t i) {
        return int(std::min<uint32_t>(strut[i], INT16_MAX)); // a coordinate of X11
    };
    const int depth = number(edge);
    const int from = number(4 + 2 * edge);
    const int length = number(5 + 2 * edge) - from + 1;
    switch (edge) {
    case 0:
        return {0, from, depth, length};
    case 1:
        return {size.width() - depth, from, depth, length};
    case 2:
        return {from, 0, length, depth};
    default:
        return {from, size.height() - depth, length, depth};
    }
}

//! \a area without \a taken, which reaches in from \a edge. One that reaches across half of it or more is
//! measured from the far side of the screen beside it, where its panel stands.
QRect without(QRect area, const QRect &taken, size_t edge)
{
    const QRect common = area & taken;
    const bool sideways = edge < 2;
    if (common.isEmpty() ||
        2 * (sideways ? common.width() : common.height()) >= (sideways ? area.width() : area.height()))
        return area;
    switch (edge) {
    case 0:
        area.setLeft(common.right() + 1);
        break;
    case 1:
        area.setRight(common.left() - 1);
        break;
    case 2:
        area.setTop(common.bottom() + 1);
        break;
    default:
        area.setBottom(common.top() - 1);
    }
    return area;
}

} // namespace

QRect workArea(const QScreen &screen)
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11 || !x11->connection() || QGuiApplication::screens().size() < 2)
        return screen.availableGeometry();
    xcb_connection_t *connection = x11->connection();
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
    const auto sizeAsked = xcb_get_geometry(connection, root);
    const auto panels = struts(connection, root);
    const XcbReply<xcb_get_geometry_reply_t> desktop(xcb_get_geometry_reply(connection, sizeAsked, nullptr));
    if (!panels || !desktop)
        return screen.availableGeometry();
    // Where a screen begins is the same in both kinds of pixels.
    const QRect whole = screen.geometry();
    const qreal ratio = screen.devicePixelRatio();
    QRect native(whole.topLeft(), (QSizeF(whole.size()) * ratio).toSize());
    const QPoint origin = native.topLeft();
    for (const Strut &strut : *panels) {
        for (size_t edge = 0; edge < 4; ++edge) {
            if (strut[edge] > 0)
                native = without(native, strip(strut, edge, {desktop->width, desktop->height}), edge);
        }
    }
    return QRectF(QPointF(native.topLeft() - origin) / ratio + whole.topLeft(), QSizeF(native.size()) / ratio)
        .toRect();
}

} // namespace handbell::platform
