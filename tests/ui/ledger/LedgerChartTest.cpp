// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerChart.h"

#include "LedgerKit.h"
#include "tests/support/TestProgram.h"
#include "ui/ledger/ImportancePattern.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using protocol::Importance;

class LedgerChartTest : public QObject
{
    Q_OBJECT

    const Theme m_theme{ThemeKind::Light};

    //! Pixels of \a image that look like \a colour.
    static int pixels(const QImage &image, const QColor &colour)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == colour ? 1 : 0;
        }
        return count;
    }
    QImage patch(Importance importance) const
    {
        QImage image(60, 16, QImage::Format_RGB32);
        image.fill(m_theme.color(Token::Surface));
        QPainter painter(&image);
        paintImportance(painter, image.rect(), importance, m_theme);
        return image;
    }

private Q_SLOTS:
    void theAxisHasRoundMarks_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("end");
        QTest::newRow("nothing") << 0 << 1 << 1;
        QTest::newRow("one") << 1 << 1 << 1;
        QTest::newRow("five") << 5 << 1 << 5;
        QTest::newRow("six") << 6 << 2 << 6;
        QTest::newRow("11") << 11 << 5 << 15;
        QTest::newRow("33") << 33 << 10 << 40;
        QTest::newRow("99") << 99 << 20 << 100;
        QTest::newRow("3,025") << 3025 << 1000 << 4000;
        QTest::newRow("a million and one") << 1'000'001 << 500'000 << 1'500'000;
    }
    void theAxisHasRoundMarks()
    {
        QFETCH(int, most);
        const auto axis = LedgerChart::axisFor(most);
        QTEST(axis.step, "step");
        QTEST(axis.end, "end");
        QVERIFY(axis.end >= most);
    }

    void importanceShowsWithoutColour()
    {
        // How much of the patch is left in its colour tells the patterns apart on a grey print-out.
        const QColor routine = m_theme.color(Token::Routine);
        QCOMPARE(pixels(patch(Importance::Routine), routine), 60 * 16);
        const int striped = pixels(patch(Importance::Important), m_theme.color(Token::Important));
        const int dotted = pixels(patch(Importance::Urgent), m_theme.color(Token::Urgent));
        QVERIFY2(striped < 60 * 16 / 2, qPrintable(QString::number(striped)));
        QVERIFY2(dotted > 60 * 16 / 2 && dotted < 60 * 16 * 9 / 10, qPrintable(QString::number(dotted)));
    }

    void barsAreAsLongAsTheirNumbers()
    {
        LedgerChart chart(m_theme);
        chart.resize(700, 300);
        chart.setLines({line("Room 1", 40, 0, 0), line("Room 2", 20, 0, 0), line("Room 3", 0, 0, 0)},
                       LedgerWay::Room);
        const QImage all = chart.grab().toImage();
        const int three = pixels(all, m_theme.color(Token::Routine));
        chart.setLines({line("Room 1", 40, 0, 0)}, LedgerWay::Room);
        const int one = pixels(chart.grab().toImage(), m_theme.color(Token::Routine));
        QVERIFY(one > 1000);
        QVERIFY2(qAbs(three - one * 3 / 2) < one / 50, qPrintable(u"%1 and %2"_s.arg(three).arg(one)));
    }

    void itGrowsWithItsLinesAndFitsANarrowWindow()
    {
        LedgerChart chart(m_theme);
        chart.setLines({line("Room 1", 4, 0, 0)}, LedgerWay::Room);
        const int one = chart.sizeHint().height();
        std::vector<protocol::LedgerLine> many(
            30, line("A very long name of a room on the first floor", 4, 2, 1));
        chart.setLines(many, LedgerWay::Room);
        QVERIFY(chart.sizeHint().height() > 20 * (one / 3));
        QVERIFY(chart.minimumSizeHint().width() < 640);
    }

    void aScreenReaderIsSentToTheTable()
    {
        LedgerChart chart(m_theme);
        chart.setLines({line("09", 4, 0, 0)}, LedgerWay::Hour);
        QVERIFY(chart.accessibleName().contains(u"hour"_s));
        QVERIFY(chart.accessibleDescription().contains(u"table"_s));
    }
};

HANDBELL_TEST(LedgerChartTest)
#include "LedgerChartTest.moc"
