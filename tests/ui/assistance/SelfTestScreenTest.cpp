// SPDX-License-Identifier: Apache-2.0
#include "AssistanceDesk.h"
#include "client/SelfTest.h"
#include "tests/support/FakeAlerts.h"
#include "ui/alerts/AlertCard.h"
#include "ui/alerts/SelfTestScreen.h"
#include "ui/theme/Theme.h"

#include <QLineEdit>
#include <QTest>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using client::SelfTest;

// On a real screen with a real window manager.
class SelfTestScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardIsDrawnWhereNobodySeesIt()
    {
        QLineEdit typing;
        typing.show();
        QVERIFY(QTest::qWaitForWindowActive(&typing));
        AssistanceDesk desk;
        QVERIFY(desk.joined);
        SelfTest &test = desk.kit.client->selfTest();
        const Theme theme(ThemeKind::Light);
        const FakeDesktop desktop;
        SelfTestScreen screen({theme, desk.words, desk.kit.clock, desktop, test});
        QSize size;
        connect(&test, &SelfTest::cardWanted, this, [&] { size = screen.card()->size(); });
        desk.kit.server.cut(); // it runs anew when the line is back
        QTRY_COMPARE(test.outcome(), SelfTest::Outcome::Works);
        QVERIFY2(!screen.card(), "it is gone at once");
        QCOMPARE(size, QSize(1, 1));
        QVERIFY2(typing.isActiveWindow(), "it takes the keyboard from nobody");
    }
};

QTEST_MAIN(SelfTestScreenTest)
#include "SelfTestScreenTest.moc"
