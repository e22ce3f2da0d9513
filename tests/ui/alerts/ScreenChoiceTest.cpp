// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/ScreenChoice.h"

#include "tests/support/TestProgram.h"

#include <QGuiApplication>
#include <QScreen>

using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

class ScreenChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereACardBelongs_data()
    {
        QTest::addColumn<ScreenChoice>("choice");
        QTest::addColumn<QPoint>("pointer");
        QTest::addColumn<std::optional<QRect>>("standing");
        QTest::addColumn<size_t>("screen");

        const std::optional<QRect> none;
        const std::optional<QRect> left(QRect(-500, 700, 300, 150));
        const QPoint onMain(10, 10), onLeft(-400, 20), nowhere(9000, 9000);
        const ScreenChoice pointer{ScreenChoice::Kind::Pointer};
        const ScreenChoice named{ScreenChoice::Kind::Named, u"left"_s, u"Screen 2"_s};
        const ScreenChoice away{ScreenChoice::Kind::Named, u"projector"_s, u"Screen 3"_s};
        QTest::newRow("main") << ScreenChoice() << onLeft << none << size_t(0);
        QTest::newRow("main, standing elsewhere") << ScreenChoice() << onLeft << left << size_t(0);
        QTest::newRow("pointer") << pointer << onLeft << none << size_t(1);
        QTest::newRow("pointer on the main one") << pointer << onMain << none << size_t(0);
        QTest::newRow("one that stands stays") << pointer << onMain << left << size_t(1);
        QTest::newRow("its screen is gone")
            << pointer << onLeft << std::optional(QRect(4000, 10, 300, 150)) << size_t(1);
        QTest::newRow("pointer between screens") << pointer << nowhere << none << size_t(0);
        QTest::newRow("named") << named << onMain << none << size_t(1);
        QTest::newRow("named and unplugged") << away << onLeft << left << size_t(0);
    }
    void whereACardBelongs()
    {
        QFETCH(ScreenChoice, choice);
        QFETCH(QPoint, pointer);
        QFETCH(std::optional<QRect>, standing);
        const std::vector<DesktopScreen> screens{
            {u"main"_s, u"Laptop"_s, QRect(0, 0, 1600, 1000), QRect(0, 0, 1600, 964)},
            {u"left"_s, u"DELL"_s, QRect(-1280, 0, 1280, 1024), QRect(-1280, 0, 1280, 1024)}};
        QTEST(chosenScreen(choice, screens, pointer, standing), "screen");
    }

    void theMainScreenComesFirst()
    {
        const auto screens = desktopScreens();
        QVERIFY(!screens.empty());
        QCOMPARE(screens.front().geometry, QGuiApplication::primaryScreen()->geometry());
        QVERIFY(!screens.front().key.isEmpty());
    }
};

HANDBELL_TEST(ScreenChoiceTest)
#include "ScreenChoiceTest.moc"
