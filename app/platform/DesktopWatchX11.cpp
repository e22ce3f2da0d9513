// SPDX-License-Identifier: Apache-2.0
#include "platform/NoDesktopWatch.h"
#include "platform/XcbReply.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QGuiApplication>
#include <QObject>
#include <QWindow>

#include <algorithm>
#include <span>
#include <xcb/screensaver.h>

namespace handbell::platform {

namespace {

//! Hears from the desktop's screen saver, which is what locks a session, over the session bus. Sources: the
//! interfaces org.freedesktop.ScreenSaver (Idle Inhibition Service Draft) and GNOME's own.
class LockListener : public QObject
{
    Q_OBJECT

public:
    LockListener()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        for (const char *interface :
             {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
              "org.mate.ScreenSaver", "org.xfce.ScreenSaver"})
            bus.connect({}, {}, QLatin1String(interface), QStringLiteral("ActiveChanged"), this,
                        SLOT(onActiveChanged(bool)));
    }

    [[nodiscard]] bool isLocked() const { return m_locked; }

private Q_SLOTS:
    void onActiveChanged(bool active) { m_locked = active; }

private:
    bool m_locked = false;
};

//! Extended Window Manager Hints say which window is active and whether it fills the screen; the screen saver
//! extension, since when nobody touched anything.
class X11DesktopWatch final : public DesktopWatch
{
public:
    explicit X11DesktopWatch(xcb_connection_t *connection)
        : m_connection(connection)
        , m_root(xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root)
    {
        const auto active = askForAtom(connection, "_NET_ACTIVE_WINDOW");
        const auto state = askForAtom(connection, "_NET_WM_STATE");
        const auto full = askForAtom(connection, "_NET_WM_STATE_FULLSCREEN");
        m_activeWindow = atomFrom(connection, active);
        m_windowState = atomFrom(connection, state);
        m_fullScreen = atomFrom(connection, full);
        const auto *extension = xcb_get_extension_data(connection, &xcb_screensaver_id);
        m_tellsIdle = extension && extension->present;
    }

    [[nodiscard]] Use use() override
    {
        Use use;
        use.locked = m_lock.isLocked();
        use.presented = fillsScreen(activeWindow());
        if (!m_tellsIdle)
            return use;
        const XcbReply<xcb_screensaver_query_info_reply_t> info(xcb_screensaver_query_info_reply(
            m_connection, xcb_screensaver_query_info(m_connection, m_root), nullptr));
        if (info) {
            use.locked = use.locked || info->state == XCB_SCREENSAVER_STATE_ON;
            use.idle = std::chrono::milliseconds{info->ms_since_user_input};
        }
        return use;
    }

private:
    [[nodiscard]] XcbReply<xcb_get_property_reply_t> property(xcb_window_t window, xcb_atom_t name,
                                                              xcb_atom_t type) const
    {
        constexpr uint32_t most = 64; // states of one window
        return XcbReply<xcb_get_property_reply_t>(xcb_get_property_reply(
            m_connection, xcb_get_property(m_connection, 0, window, name, type, 0, most), nullptr));
    }

    //! XCB_NONE where there is none, or it is one of ours.
    [[nodiscard]] xcb_window_t activeWindow() const
    {
        const auto reply = property(m_root, m_activeWindow, XCB_ATOM_WINDOW);
        if (!reply || xcb_get_property_value_length(reply.get()) < int(sizeof(xcb_window_t)))
            return XCB_NONE;
        const auto window = *static_cast<xcb_window_t *>(xcb_get_property_value(reply.get()));
        const QWindowList own = QGuiApplication::topLevelWindows();
        const bool ours = std::any_of(own.begin(), own.end(), [window](const QWindow *one) {
            return one->handle() && xcb_window_t(one->winId()) == window;
        });
        return ours ? xcb_window_t{XCB_NONE} : window;
    }

    [[nodiscard]] bool fillsScreen(xcb_window_t window) const
    {
        if (window == XCB_NONE)
            return false;
        const auto reply = property(window, m_windowState, XCB_ATOM_ATOM);
        if (!reply)
            return false; // it has just closed
        const std::span states(static_cast<xcb_atom_t *>(xcb_get_property_value(reply.get())),
                               size_t(xcb_get_property_value_length(reply.get())) / sizeof(xcb_atom_t));
        return std::find(states.begin(), states.end(), m_fullScreen) != states.end();
    }

    xcb_connection_t *m_connection;
    xcb_window_t m_root;
    xcb_atom_t m_activeWindow = XCB_ATOM_NONE;
    xcb_atom_t m_windowState = XCB_ATOM_NONE;
    xcb_atom_t m_fullScreen = XCB_ATOM_NONE;
    bool m_tellsIdle = false;
    LockListener m_lock;
};

} // namespace

std::unique_ptr<DesktopWatch> DesktopWatch::make()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11 || !x11->connection())
        return std::make_unique<NoDesktopWatch>();
    return std::make_unique<X11DesktopWatch>(x11->connection());
}

} // namespace handbell::platform

#include "DesktopWatchX11.moc"
