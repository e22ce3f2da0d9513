// SPDX-License-Identifier: Apache-2.0
#include "platform/GlobalShortcuts.h"

#include <QAbstractNativeEventFilter>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using handbell::platform::GlobalShortcut;
using handbell::platform::GlobalShortcuts;

namespace {

//! Counts the X events that tell of a key, repeats included.
class KeyPresses : public QAbstractNativeEventFilter
{
public:
    KeyPresses() { qGuiApp->installNativeEventFilter(this); }

    bool nativeEventFilter(const QByteArray &, void *message, qintptr *) override
    {
        constexpr int keyPress = 2; // X11 protocol, KeyPress
        count += (*static_cast<const quint8 *>(message) & 0x7f) == keyPress ? 1 : 0;
        return false;
    }

    int count = 0;
};

} // namespace

// On a real X server, with real key events.
class GlobalShortcutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty())
            QSKIP("xdotool is not installed");
    }

    void hearsAHeldKeyFromAnywhere()
    {
        const auto shortcuts = GlobalShortcuts::make();
        QSignalSpy pressed(shortcuts.get(), &GlobalShortcuts::pressed);
        QVERIFY(shortcuts->hold({Qt::Key_1}).ok());
        QVERIFY(shortcuts->hold({Qt::Key_Space}).ok());
        press("ctrl+alt+1");
        QTRY_COMPARE(pressed.count(), 1);
        QCOMPARE(pressed.takeFirst().constFirst().value<GlobalShortcut>(), GlobalShortcut{Qt::Key_1});
        press("ctrl+alt+space");
        QTRY_COMPARE(pressed.count(), 1);
        QCOMPARE(pressed.takeFirst().constFirst().value<GlobalShortcut>(), GlobalShortcut{Qt::Key_Space});
    }

    void hearsNothingElse()
    {
        const auto shortcuts = GlobalShortcuts::make();
        QSignalSpy pressed(shortcuts.get(), &GlobalShortcuts::pressed);
        QVERIFY(shortcuts->hold({Qt::Key_1}).ok());
        QVERIFY(shortcuts->hold({Qt::Key_2}).ok());
        shortcuts->release({Qt::Key_1});
        press("ctrl+alt+1");
        press("ctrl+1");
        press("ctrl+shift+alt+2");
        press("ctrl+alt+2"); // the last one is heard, so the others were not missed by haste
        QTRY_COMPARE(pressed.count(), 1);
        QCOMPARE(pressed.constFirst().constFirst().value<GlobalShortcut>(), GlobalShortcut{Qt::Key_2});
    }

    void theSameKeyInTwoChordsIsTwo()
    {
        const GlobalShortcut shifted{Qt::Key_1, GlobalShortcut::Chord::CtrlShiftAlt};
        const auto shortcuts = GlobalShortcuts::make();
        QSignalSpy pressed(shortcuts.get(), &GlobalShortcuts::pressed);
        QVERIFY(shortcuts->hold(shifted).ok());
        QVERIFY(shortcuts->hold({Qt::Key_1}).ok());
        press("ctrl+shift+alt+1");
        press("ctrl+alt+1");
        QTRY_COMPARE(pressed.count(), 2);
        QCOMPARE(pressed.at(0).constFirst().value<GlobalShortcut>(), shifted);
        QCOMPARE(pressed.at(1).constFirst().value<GlobalShortcut>(), GlobalShortcut{Qt::Key_1});
        shortcuts->release({Qt::Key_1});
        press("ctrl+alt+1");
        press("ctrl+shift+alt+1");
        QTRY_COMPARE(pressed.count(), 3);
        QCOMPARE(pressed.at(2).constFirst().value<GlobalShortcut>(), shifted);
    }

    void aKeyThatIsHeldDownIsPressedOnce()
    {
        const auto shortcuts = GlobalShortcuts::make();
        QSignalSpy pressed(shortcuts.get(), &GlobalShortcuts::pressed);
        QVERIFY(shortcuts->hold({Qt::Key_4}).ok());
        KeyPresses seen; // whatever the server sends
        send("keydown", "ctrl+alt+4");
        QTRY_VERIFY(seen.count >= 4);
        send("keyup", "ctrl+alt+4");
        press("ctrl+alt+4");
        QTRY_COMPARE(pressed.count(), 2);
    }

    void aTakenKeyIsRefused()
    {
        // Two connections of one process would share their grabs; another program is needed.
        const auto shortcuts = GlobalShortcuts::make();
        QVERIFY(shortcuts->hold({Qt::Key_3}).ok());
        QVERIFY(shortcuts->hold({Qt::Key_3}).ok());
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--take-3")});
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitCode(), 42);
        shortcuts->release({Qt::Key_3});
        QCoreApplication::processEvents();
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--take-3")});
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitCode(), 0);
    }

private:
    static void press(const char *keys) { send("key", keys); }
    static void send(const char *how, const char *keys)
    {
        QCOMPARE(QProcess::execute(QStringLiteral("xdotool"),
                                   {QString::fromLatin1(how), QString::fromLatin1(keys)}),
                 0);
    }
};

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    if (app.arguments().contains(QStringLiteral("--take-3")))
        return GlobalShortcuts::make()->hold({Qt::Key_3}).ok() ? 0 : 42;
    GlobalShortcutsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "GlobalShortcutsTest.moc"
