// SPDX-License-Identifier: Apache-2.0
#include "base/Log.h"
#include "platform/GlobalShortcuts.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <qt_windows.h>

#include <map>

namespace handbell::platform {

namespace {

//! Tells the shortcuts apart for RegisterHotKey. Qt's codes of digits, capital letters and space are the
//! virtual-key codes, which are below 0x100.
int idOf(const GlobalShortcut &shortcut)
{
    return int(shortcut.key) | (shortcut.chord == GlobalShortcut::Chord::CtrlShiftAlt ? 0x100 : 0);
}

UINT modifiersOf(GlobalShortcut::Chord chord)
{
    constexpr UINT ctrlAlt = MOD_CONTROL | MOD_ALT | MOD_NOREPEAT;
    return chord == GlobalShortcut::Chord::CtrlShiftAlt ? ctrlAlt | MOD_SHIFT : ctrlAlt;
}

//! Hot keys of the thread: WM_HOTKEY comes to the one that registered.
class WindowsGlobalShortcuts final : public GlobalShortcuts, public QAbstractNativeEventFilter
{
public:
    WindowsGlobalShortcuts() { QCoreApplication::instance()->installNativeEventFilter(this); }

    ~WindowsGlobalShortcuts() override
    {
        for (const auto &[id, shortcut] : m_held)
            UnregisterHotKey(nullptr, id);
    }

    Result<void> hold(const GlobalShortcut &shortcut) override
    {
        const int id = idOf(shortcut);
        if (m_held.contains(id))
            return {};
        if (!RegisterHotKey(nullptr, id, modifiersOf(shortcut.chord), UINT(shortcut.key))) {
            qCInfo(logPlatform) << "a global shortcut is another program's: key" << int(shortcut.key);
            return Error{ErrorCode::NotPermitted, QStringLiteral("the shortcut is taken")};
        }
        m_held.emplace(id, shortcut);
        return {};
    }

    void release(const GlobalShortcut &shortcut) override
    {
        if (m_held.erase(idOf(shortcut)) > 0)
            UnregisterHotKey(nullptr, idOf(shortcut));
    }

    bool nativeEventFilter(const QByteArray &, void *message, qintptr *) override
    {
        const MSG *msg = static_cast<MSG *>(message);
        if (msg->message != WM_HOTKEY)
            return false;
        const auto held = m_held.find(int(msg->wParam));
        if (held == m_held.end())
            return false;
        // Whoever hears of it may release it.
        const GlobalShortcut shortcut = held->second;
        Q_EMIT pressed(shortcut);
        return true;
    }

private:
    std::map<int, GlobalShortcut> m_held;
};

} // namespace

std::unique_ptr<GlobalShortcuts> GlobalShortcuts::make()
{
    return std::make_unique<WindowsGlobalShortcuts>();
}

} // namespace handbell::platform
