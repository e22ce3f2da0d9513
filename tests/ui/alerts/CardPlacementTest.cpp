// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/CardPlacement.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::ui;

namespace {

const QRect Screen(0, 0, 1600, 964);
const QSize Card(372, 170);

bool clearOf(const QRect &card, const QPoint &pointer)
{
    return !card.adjusted(-CardClearance, -CardClearance, CardClearance, CardClearance).contains(pointer);
}

} // namespace

class CardPlacementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStandsAtTheBottomRight()
    {
        const auto places = placeCards(Screen, {10, 10}, {{Card, {}}});
        QCOMPARE(places.size(), size_t(1));
        QCOMPARE(places[0].size(), Card);
        QCOMPARE(places[0].bottomRight(), Screen.bottomRight() - QPoint(CardMargin, CardMargin));
    }

    void othersStandAboveWithAGap()
    {
        const auto places = placeCards(Screen, {10, 10}, {{Card, {}}, {Card, {}}, {Card, {}}});
        for (size_t i = 1; i < places.size(); ++i) {
            QCOMPARE(places[i].bottom(), places[i - 1].top() - CardGap - 1);
            QCOMPARE(places[i].right(), places[0].right());
        }
    }

    void aFullColumnGoesOnToTheLeft()
    {
        const std::vector<CardToPlace> cards(8, {Card, {}});
        const auto places = placeCards(Screen, {10, 10}, cards);
        QVERIFY(places[6].right() < places[0].left());
        for (size_t i = 0; i < places.size(); ++i) {
            QVERIFY(Screen.contains(places[i]));
            for (size_t j = 0; j < i; ++j)
                QVERIFY(!places[i].intersects(places[j]));
        }
    }

    void neverUnderThePointer_data()
    {
        QTest::addColumn<QPoint>("pointer");
        for (int x = 1100; x < 1600; x += 37) {
            for (int y = 0; y < 1000; y += 41)
                QTest::addRow("%d,%d", x, y) << QPoint(x, y);
        }
    }
    void neverUnderThePointer()
    {
        QFETCH(QPoint, pointer);
        const auto places = placeCards(Screen, pointer, {{Card, {}}, {Card, {}}, {Card, {}}, {Card, {}}});
        for (size_t i = 0; i < places.size(); ++i) {
            QVERIFY2(clearOf(places[i], pointer), qPrintable(QString::number(i)));
            QVERIFY(Screen.contains(places[i]));
        }
    }

    void aPinnedCardStaysAndTheNextGoesAbove()
    {
        const QRect pinned(QPoint(1216, 600), Card);
        const QPoint pointer = pinned.center();
        const auto places = placeCards(Screen, pointer, {{Card, pinned}, {Card, {}}});
        QCOMPARE(places[0], pinned);
        QVERIFY(places[1].bottom() < pinned.top());
        QVERIFY(clearOf(places[1], pointer));
    }

    void aScreenSmallerThanTheCardStillShowsIt()
    {
        const auto places = placeCards({0, 0, 300, 120}, {200, 60}, {{Card, {}}});
        QCOMPARE(places.size(), size_t(1));
        QVERIFY(places[0].intersects(QRect(0, 0, 300, 120)));
    }
};

HANDBELL_TEST(CardPlacementTest)
#include "CardPlacementTest.moc"
