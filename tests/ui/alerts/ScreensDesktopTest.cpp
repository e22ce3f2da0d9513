// SPDX-License-Identifier: Apache-2.0
// With two screens, which the offscreen platform has if it is told so before it starts.
#include "ui/alerts/CardDesktop.h"

#include <QCursor>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

class ScreensDesktopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachScreenHasAKeyOfItsOwn()
    {
        const auto screens = desktopScreens();
        QCOMPARE(screens.size(), size_t(2));
        QCOMPARE(screens[0].available, First);
        QCOMPARE(screens[1].available, Second);
        QVERIFY(screens[0].key != screens[1].key);
    }

    void theChoiceSaysWhichScreen()
    {
        ScreensDesktop desktop;
        QSignalSpy changed(&desktop, &CardDesktop::changed);
        QCOMPARE(desktop.areaFor({}), First);
        const ScreenChoice second{ScreenChoice::Kind::Named, desktopScreens()[1].key, {}};
        desktop.setChoice(second);
        desktop.setChoice(second);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(desktop.areaFor({}), Second);
        desktop.setChoice({ScreenChoice::Kind::Named, u"one that is away"_s, {}});
        QCOMPARE(desktop.areaFor({}), First);
    }

    void thePointerSaysWhichScreenForWhatComesNow()
    {
        ScreensDesktop desktop;
        desktop.setChoice({ScreenChoice::Kind::Pointer});
        QCursor::setPos(2000, 300);
        QCOMPARE(desktop.areaFor({}), Second);
        QCOMPARE(desktop.areaFor(QRect(100, 100, 300, 150)), First);
        QCursor::setPos(100, 300);
        QCOMPARE(desktop.areaFor({}), First);
        QCOMPARE(desktop.areaFor(QRect(1900, 100, 300, 150)), Second);
    }

private:
    static constexpr QRect First{0, 0, 1600, 900};
    static constexpr QRect Second{1600, 0, 1280, 1024};
};

int main(int argc, char *argv[])
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"screens.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write("{ \"screens\": ["
               "{\"name\": \"one\", \"x\": 0, \"y\": 0, \"width\": 1600, \"height\": 900,"
               " \"logicalDpi\": 96, \"logicalBaseDpi\": 96, \"dpr\": 1},"
               "{\"name\": \"two\", \"x\": 1600, \"y\": 0, \"width\": 1280, \"height\": 1024,"
               " \"logicalDpi\": 96, \"logicalBaseDpi\": 96, \"dpr\": 1}]}");
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(file.fileName()));
    QGuiApplication app(argc, argv);
    ScreensDesktopTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ScreensDesktopTest.moc"
