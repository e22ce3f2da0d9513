// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/FlyoutPlacement.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using handbell::ui::flyoutPosition;

class FlyoutPlacementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsBesideTheIcon_data()
    {
        QTest::addColumn<QRect>("available");
        QTest::addColumn<QRect>("icon");
        QTest::addColumn<QPoint>("expected");
        QTest::newRow("bar below") << QRect(0, 0, 1600, 964) << QRect(1300, 970, 24, 24) << QPoint(1146, 652);
        QTest::newRow("bar below, icon at the edge")
            << QRect(0, 0, 1600, 964) << QRect(1570, 970, 24, 24) << QPoint(1258, 652);
        QTest::newRow("bar above") << QRect(0, 36, 1600, 964) << QRect(1300, 6, 24, 24) << QPoint(1146, 48);
        QTest::newRow("bar at the left")
            << QRect(60, 0, 1540, 1000) << QRect(18, 900, 24, 24) << QPoint(72, 688);
        QTest::newRow("bar at the right")
            << QRect(0, 0, 1540, 1000) << QRect(1558, 500, 24, 24) << QPoint(1198, 361);
        QTest::newRow("icon unknown") << QRect(0, 0, 1600, 964) << QRect() << QPoint(1258, 652);
        QTest::newRow("second screen")
            << QRect(1600, 0, 1600, 964) << QRect(3000, 970, 24, 24) << QPoint(2846, 652);
        QTest::newRow("screen too small")
            << QRect(0, 0, 300, 200) << QRect(280, 205, 16, 16) << QPoint(12, 12);
    }
    void standsBesideTheIcon()
    {
        QFETCH(QRect, available);
        QFETCH(QRect, icon);
        QFETCH(QPoint, expected);
        QCOMPARE(flyoutPosition(QSize(330, 300), icon, available), expected);
    }
};

HANDBELL_TEST(FlyoutPlacementTest)
#include "FlyoutPlacementTest.moc"
