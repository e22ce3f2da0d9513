// SPDX-License-Identifier: Apache-2.0
#include "base/Log.h"
#include "platform/NoGlobalShortcuts.h"
#include "platform/XcbReply.h"

#include <QAbstractNativeEventFilter>
#include <QGuiApplication>

#include <array>
#include <map>
#include <vector>

namespace handbell::platform {

namespace {

uint16_t modifiersOf(GlobalShortcut::Chord chord)
{
    constexpr uint16_t ctrlAlt = XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1;
    return chord == GlobalShortcut::Chord::CtrlShiftAlt ? ctrlAlt | XCB_MOD_MASK_SHIFT : ctrlAlt;
}

//! Caps Lock and Num Lock count as modifiers, so each key is grabbed with and without them.
constexpr std::array<uint16_t, 4> locks{0, XCB_MOD_MASK_LOCK, XCB_MOD_MASK_2,
                                        XCB_MOD_MASK_LOCK | XCB_MOD_MASK_2};

//! The keysym of a digit, a letter (small) or space is its Latin-1 code.
xcb_keysym_t keysymOf(Qt::Key key)
{
    return key >= Qt::Key_A && key <= Qt::Key_Z ? xcb_keysym_t(key - Qt::Key_A + 'a') : xcb_keysym_t(key);
}

//! Passive grabs on the root window of the X server Qt is connected to.
class X11GlobalShortcuts final : public GlobalShortcuts, public QAbstractNativeEventFilter
{
public:
    explicit X11GlobalShortcuts(xcb_connection_t *connection)
        : m_connection(connection)
        , m_root(xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root)
    {
        qGuiApp->installNativeEventFilter(this);
    }

    ~X11GlobalShortcuts() override
    {
        if (!qGuiApp)
            return; // the connection went with it, and with the connection the grabs
        for (const auto &[shortcut, codes] : m_held)
            ungrab(shortcut, codes);
        xcb_flush(m_connection);
    }

    Result<void> hold(const GlobalShortcut &shortcut) override
    {
        if (m_held.contains(shortcut))
            return {};
        std::vector<xcb_keycode_t> codes = keycodesOf(keysymOf(shortcut.key));
        if (codes.empty())
            return Error{ErrorCode::NotPermitted, QStringLiteral("the keyboard has no such key")};
        if (!grab(shortcut, codes)) {
            ungrab(shortcut, codes);
            qCInfo(logPlatform) << "a global shortcut is another program's: key" << int(shortcut.key);
            return Error{ErrorCode::NotPermitted, QStringLiteral("the shortcut is taken")};
        }
        m_held.emplace(shortcut, std::move(codes));
        return {};
    }

    void release(const GlobalShortcut &shortcut) override
    {
        const auto held = m_held.find(shortcut);
        if (held == m_held.end())
            return;
        ungrab(shortcut, held->second);
        xcb_flush(m_connection);
        m_held.erase(held);
    }

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *) override
    {
        if (type != "xcb_generic_event_t")
            return false;
        const auto *event = static_cast<const xcb_generic_event_t *>(message);
        const uint8_t kind = event->response_type & 0x7f;
        if (kind == XCB_MAPPING_NOTIFY)
            followKeyboard();
        if (kind != XCB_KEY_PRESS && kind != XCB_KEY_RELEASE)
            return false;
        const auto *press = reinterpret_cast<const xcb_key_press_event_t *>(event);
        const bool repeats = isRepeat(*press, kind);
        constexpr uint16_t lockMask = XCB_MOD_MASK_LOCK | XCB_MOD_MASK_2;
        if (press->event != m_root)
            return false;
        const auto modifiers = uint16_t(press->state & ~lockMask & 0xff);
        const auto meant = std::find_if(m_held.begin(), m_held.end(), [&](const auto &held) {
            const auto &[shortcut, codes] = held;
            return modifiersOf(shortcut.chord) == modifiers &&
                   std::find(codes.begin(), codes.end(), press->detail) != codes.end();
        });
        if (meant == m_held.end())
            return false;
        // Whoever hears of it may release it.
        const GlobalShortcut shortcut = meant->first;
        if (kind == XCB_KEY_PRESS && !repeats)
            Q_EMIT pressed(shortcut);
        return true;
    }

private:
    //! While a key is held down the server lets it go and presses it again in one and the same moment.
    bool isRepeat(const xcb_key_press_event_t &event, uint8_t kind)
    {
        if (kind == XCB_KEY_RELEASE) {
            m_up = event.detail;
            m_upAt = event.time;
            return false;
        }
        return event.detail == m_up && event.time == m_upAt;
    }

    std::vector<xcb_keycode_t> keycodesOf(xcb_keysym_t keysym) const
    {
        const xcb_setup_t *setup = xcb_get_setup(m_connection);
        const auto count = uint8_t(setup->max_keycode - setup->min_keycode + 1);
        const XcbReply<xcb_get_keyboard_mapping_reply_t> mapping(xcb_get_keyboard_mapping_reply(
            m_connection, xcb_get_keyboard_mapping(m_connection, setup->min_keycode, count), nullptr));
        std::vector<xcb_keycode_t> found;
        if (!mapping || mapping->keysyms_per_keycode == 0)
            return found;
        const xcb_keysym_t *keysyms = xcb_get_keyboard_mapping_keysyms(mapping.get());
        // The first two columns are the key alone and with Shift, where some layouts have their digits.
        const int width = mapping->keysyms_per_keycode;
        for (int code = 0; code < count; ++code) {
            for (int column = 0; column < qMin(2, width); ++column) {
                if (keysyms[code * width + column] == keysym) {
                    found.push_back(xcb_keycode_t(setup->min_keycode + code));
                    break;
                }
            }
        }
        return found;
    }

    [[nodiscard]] bool grab(const GlobalShortcut &shortcut, const std::vector<xcb_keycode_t> &codes) const
    {
        const uint16_t modifiers = modifiersOf(shortcut.chord);
        bool all = true;
        for (const xcb_keycode_t code : codes) {
            for (const uint16_t lock : locks) {
                const auto cookie = xcb_grab_key_checked(m_connection, 0, m_root, modifiers | lock, code,
                                                         XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
                const XcbReply<xcb_generic_error_t> error(xcb_request_check(m_connection, cookie));
                all = all && !error;
            }
        }
        return all;
    }

    void ungrab(const GlobalShortcut &shortcut, const std::vector<xcb_keycode_t> &codes) const
    {
        const uint16_t modifiers = modifiersOf(shortcut.chord);
        for (const xcb_keycode_t code : codes) {
            for (const uint16_t lock : locks)
                xcb_ungrab_key(m_connection, code, m_root, modifiers | lock);
        }
    }

    //! The keyboard's layout changed: the same keys may have other codes.
    void followKeyboard()
    {
        for (auto &[shortcut, codes] : m_held) {
            std::vector<xcb_keycode_t> now = keycodesOf(keysymOf(shortcut.key));
            if (now == codes)
                continue;
            ungrab(shortcut, codes);
            codes = std::move(now);
            if (!grab(shortcut, codes))
                qCInfo(logPlatform) << "a global shortcut was lost with the keyboard's layout: key"
                                    << int(shortcut.key);
        }
    }

    xcb_connection_t *m_connection;
    const xcb_window_t m_root;
    std::map<GlobalShortcut, std::vector<xcb_keycode_t>> m_held;
    xcb_keycode_t m_up = 0; //!< the key that was let go last
    xcb_timestamp_t m_upAt = 0;
};

} // namespace

std::unique_ptr<GlobalShortcuts> GlobalShortcuts::make()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11 || !x11->connection())
        return std::make_unique<NoGlobalShortcuts>();
    return std::make_unique<X11GlobalShortcuts>(x11->connection());
}

} // namespace handbell::platform
