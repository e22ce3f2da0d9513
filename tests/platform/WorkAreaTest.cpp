// SPDX-License-Identifier: Apache-2.0
// On a real X server with two screens, the left half and the right half of it, and a panel at the bottom of
// the first.
#include "platform/WorkArea.h"

#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
#include <QStandardPaths>
#include <QTest>
#include <QWindow>

using handbell::platform::workArea;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Half = 800;
constexpr int Height = 1000;
constexpr int Panel = 36; // tests/support/with-desktop.sh

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

void makeTwoScreens()
{
    const QString size = QStringLiteral("%1/210x%2/260").arg(Half).arg(Height);
    output(u"xrandr"_s, {u"--setmonitor"_s, u"left"_s, size + u"+0+0"_s, u"screen"_s});
    output(u"xrandr"_s, {u"--setmonitor"_s, u"right"_s, size + QStringLiteral("+%1+0").arg(Half), u"none"_s});
}

} // namespace

class WorkAreaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"xrandr"_s).isEmpty())
            QSKIP("xrandr is not installed");
        QCOMPARE(QGuiApplication::screens().size(), 2);
        QCOMPARE(left().geometry(), QRect(0, 0, Half, Height));
        QCOMPARE(right().geometry(), QRect(Half, 0, Half, Height));
    }

    void thePanelIsOnOneOfThem()
    {
        QTRY_COMPARE(workArea(left()), QRect(0, 0, Half, Height - Panel));
        QCOMPARE(workArea(right()), right().geometry());
    }

    void aPanelTakesFromItsOwnScreen_data()
    {
        QTest::addColumn<QString>("strut"); // left, right, top, bottom, and from where to where along each
        QTest::addColumn<QRect>("onTheLeft");
        QTest::addColumn<QRect>("onTheRight");
        const QRect one(0, 0, Half, Height - Panel);
        const QRect other(Half, 0, Half, Height);
        QTest::newRow("left edge") << u"50,0,0,0, 0,999, 0,0, 0,0, 0,0"_s << one.adjusted(50, 0, 0, 0)
                                   << other;
        QTest::newRow("right edge") << u"0,60,0,0, 0,0, 0,999, 0,0, 0,0"_s << one
                                    << other.adjusted(0, 0, -60, 0);
        QTest::newRow("top of the right one")
            << u"0,0,24,0, 0,0, 0,0, 800,1599, 0,0"_s << one << other.adjusted(0, 24, 0, 0);
        QTest::newRow("bottom of both") << u"0,0,0,40, 0,0, 0,0, 0,0, 0,1599"_s
                                        << QRect(0, 0, Half, Height - 40) << other.adjusted(0, 0, 0, -40);
        // Measured from the edge of the whole desktop, across the left screen.
        QTest::newRow("left edge of the right one")
            << u"870,0,0,0, 0,999, 0,0, 0,0, 0,0"_s << one << other.adjusted(70, 0, 0, 0);
        QTest::newRow("nonsense") << u"4294967295,0,0,0, 0,4294967295, 0,0, 0,0, 0,0"_s << one << other;
        QTest::newRow("too few numbers") << u"50,0,0"_s << one << other;
    }
    void aPanelTakesFromItsOwnScreen()
    {
        QFETCH(QString, strut);
        QWindow window;
        window.resize(100, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        output(u"xprop"_s, {u"-id"_s, QString::number(window.winId()), u"-f"_s, u"_NET_WM_STRUT_PARTIAL"_s,
                            u"32c"_s, u"-set"_s, u"_NET_WM_STRUT_PARTIAL"_s, strut.remove(u' ')});
        QFETCH(QRect, onTheLeft);
        QFETCH(QRect, onTheRight);
        QTRY_COMPARE(workArea(left()), onTheLeft);
        QTRY_COMPARE(workArea(right()), onTheRight);
    }

private:
    static const QScreen &left() { return *QGuiApplication::screens().at(0); }
    static const QScreen &right() { return *QGuiApplication::screens().at(1); }
};

int main(int argc, char *argv[])
{
    makeTwoScreens(); // before the connection to them is made
    QGuiApplication app(argc, argv);
    WorkAreaTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "WorkAreaTest.moc"
