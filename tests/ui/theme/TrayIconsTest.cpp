// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/TrayIcons.h"

#include "tests/support/TestProgram.h"
#include "ui/theme/ThemeTokens.h"

#include <QHash>
#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <QTest>

using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr TrayState States[] = {
    TrayState::SignedOut, TrayState::Available, TrayState::Consultation, TrayState::Busy,
    TrayState::Away,      TrayState::OnBreak,   TrayState::NotConnected,
};
constexpr int Sizes[] = {16, 20, 24, 32};

QImage drawn(TrayState state, int unread, int size)
{
    return trayIcon(state, unread)
        .pixmap(QSize(size, size), 1.0)
        .toImage()
        .convertToFormat(QImage::Format_ARGB32);
}

// What somebody sees who tells no hues apart: on white, in grey.
QImage shapes(const QImage &icon)
{
    QImage flat(icon.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(0, 0, icon);
    painter.end();
    return flat.convertToFormat(QImage::Format_Grayscale8);
}

int differingPixels(const QImage &first, const QImage &second, int threshold)
{
    int count = 0;
    for (int y = 0; y < first.height(); ++y) {
        for (int x = 0; x < first.width(); ++x)
            count += qAbs(qGray(first.pixel(x, y)) - qGray(second.pixel(x, y))) > threshold;
    }
    return count;
}

} // namespace

class TrayIconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySizeIsDrawnAndNotScaled()
    {
        const QIcon icon = trayIcon(TrayState::Available, 0);
        for (const int size : Sizes)
            QVERIFY2(icon.availableSizes().contains(QSize(size, size)), QByteArray::number(size).constData());
    }

    void statesDifferByShape()
    {
        for (const int size : Sizes) {
            for (const TrayState first : States) {
                for (const TrayState second : States) {
                    if (first >= second)
                        continue;
                    const int pixels =
                        differingPixels(shapes(drawn(first, 0, size)), shapes(drawn(second, 0, size)), 40);
                    QVERIFY2(pixels >= size / 2, qPrintable(u"%1 and %2 at %3 px: %4 pixels"_s.arg(int(first))
                                                                .arg(int(second))
                                                                .arg(size)
                                                                .arg(pixels)));
                }
            }
        }
    }

    void unreadAddsADotAtTheTopRight()
    {
        for (const TrayState state : States) {
            const QImage with = drawn(state, 3, 16);
            const QImage without = drawn(state, 0, 16);
            QVERIFY(with != without);
            // The state stays as it was: only the upper right quarter and its gap differ.
            QCOMPARE(with.copy(0, 8, 16, 8), without.copy(0, 8, 16, 8));
            QCOMPARE(with.copy(0, 0, 8, 16), without.copy(0, 0, 8, 16));
            QCOMPARE(drawn(state, 99, 16), with);
        }
    }

    void readsOnLightAndDarkTaskBars()
    {
        // The colours that cover something; single pixels are blends along an edge.
        constexpr int Area = 12;
        for (const TrayState state : States) {
            const QImage icon = drawn(state, 1, 32);
            QHash<QRgb, int> areas;
            for (int y = 0; y < icon.height(); ++y) {
                for (int x = 0; x < icon.width(); ++x) {
                    if (qAlpha(icon.pixel(x, y)) == 255)
                        ++areas[icon.pixel(x, y)];
                }
            }
            areas.remove(0xffffffff); // the marks inside an overlay: they stand on its colour
            int checked = 0;
            for (auto area = areas.cbegin(); area != areas.cend(); ++area) {
                if (area.value() < Area)
                    continue;
                ++checked;
                for (const QRgb bar : {0xffffffff, 0xfff3f3f3, 0xff1c1c1c, 0xff000000})
                    QVERIFY2(contrastRatio(QColor(area.key()), QColor(bar)) >= 3.0,
                             qPrintable(QColor(area.key()).name()));
            }
            // The bell, the dot, and the overlay where there is one.
            QCOMPARE(checked, state == TrayState::SignedOut ? 2 : 3);
        }
    }

    void applicationIconHasTheUsualSizes()
    {
        const QIcon icon = applicationIcon();
        for (const int size : {16, 32, 48, 256})
            QVERIFY(icon.availableSizes().contains(QSize(size, size)));
        QVERIFY(qAlpha(icon.pixmap(QSize(48, 48), 1.0).toImage().pixel(24, 24)) == 255);
    }
};

HANDBELL_TEST(TrayIconsTest)
#include "TrayIconsTest.moc"
