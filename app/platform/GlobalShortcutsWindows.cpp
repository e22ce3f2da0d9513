// SPDX-License-Identifier: Apache-2.0
#include "base/Log.h"
#include "platform/GlobalShortcuts.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QSet>
#include <qt_windows.h>

namespace handbell::platform {

namespace {

//! RegisterHotKey with the key as id; WM_HOTKEY comes to the thread that registered.
class WindowsGlobalShortcuts final : public GlobalShortcuts, public QAbstractNativeEventFilter
{
public:
    WindowsGlobalShortcuts() { QCoreApplication::instance()->installNativeEventFilter(this); }

    ~WindowsGlobalShortcuts() override
    {
        for (const int key : std::as_const(m_held))
            UnregisterHotKey(nullptr, key);
    }

    Result<void> hold(Qt::Key key) override
    {
        if (m_held.contains(key))
            return {};
        // Qt's codes of digits, capital letters and space are the virtual-key codes.
        if (!RegisterHotKey(nullptr, key, MOD_CONTROL | MOD_ALT | MOD_NOREPEAT, UINT(key))) {
            qCInfo(logPlatform) << "a global shortcut is another program's: key" << int(key);
            return Error{ErrorCode::NotPermitted, QStringLiteral("the shortcut is taken")};
        }
        m_held.insert(key);
        return {};
    }

    void release(Qt::Key key) override
    {
        if (m_held.remove(key))
            UnregisterHotKey(nullptr, key);
    }

    bool nativeEventFilter(const QByteArray &, void *message, qintptr *) override
    {
        const MSG *msg = static_cast<MSG *>(message);
        if (msg->message != WM_HOTKEY || !m_held.contains(int(msg->wParam)))
            return false;
        Q_EMIT pressed(Qt::Key(int(msg->wParam)));
        return true;
    }

private:
    QSet<int> m_held;
};

} // namespace

std::unique_ptr<GlobalShortcuts> GlobalShortcuts::make()
{
    return std::make_unique<WindowsGlobalShortcuts>();
}

} // namespace handbell::platform
