// SPDX-License-Identifier: Apache-2.0
#include "platform/DesktopWatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QWindow>

#include <cstring>

using handbell::platform::DesktopWatch;
using namespace std::chrono_literals;

// On a real X server with a window manager and a session bus.
class DesktopWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty())
            QSKIP("xdotool is not installed");
    }

    void seesAnotherProgramFillTheScreen()
    {
        const auto desktop = DesktopWatch::make();
        QVERIFY(!desktop->use().presented);
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--fill-screen")});
        QVERIFY(other.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(desktop->use().presented, 20000);
        other.terminate();
        QVERIFY(other.waitForFinished());
        QTRY_VERIFY(!desktop->use().presented);
    }

    void ownWindowsAreNoPresentation()
    {
        const auto desktop = DesktopWatch::make();
        QWindow window;
        window.showFullScreen();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(!desktop->use().presented);
    }

    void countsFromTheLastTouch()
    {
        const auto desktop = DesktopWatch::make();
        QTRY_VERIFY(desktop->use().idle >= 50ms);
        QCOMPARE(QProcess::execute(QStringLiteral("xdotool"), {QStringLiteral("mousemove_relative"),
                                                               QStringLiteral("1"), QStringLiteral("1")}),
                 0);
        // Whatever this machine is slow at: touched later than when asked first.
        const auto before = desktop->use().idle;
        QTRY_VERIFY(desktop->use().idle > before);
    }

    void hearsTheScreenSaverLock_data()
    {
        QTest::addColumn<QString>("interface");
        QTest::newRow("freedesktop") << QStringLiteral("org.freedesktop.ScreenSaver");
        QTest::newRow("GNOME") << QStringLiteral("org.gnome.ScreenSaver");
    }
    void hearsTheScreenSaverLock()
    {
        QFETCH(QString, interface);
        const auto desktop = DesktopWatch::make();
        QVERIFY(!desktop->use().locked);
        QVERIFY(say(interface, true));
        QTRY_VERIFY(desktop->use().locked);
        QVERIFY(say(interface, false));
        QTRY_VERIFY(!desktop->use().locked);
    }

private:
    //! As the screen saver says it, from a connection of its own.
    static bool say(const QString &interface, bool active)
    {
        static QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("screen saver"));
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/ScreenSaver"),
                                                         interface, QStringLiteral("ActiveChanged"));
        signal << active;
        return bus.send(signal);
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    if (argc == 2 && std::strcmp(argv[1], "--fill-screen") == 0) {
        QWindow window;
        window.showFullScreen();
        return QGuiApplication::exec();
    }
    DesktopWatchTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "DesktopWatchTest.moc"
