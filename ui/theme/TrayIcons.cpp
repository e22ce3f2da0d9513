// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/TrayIcons.h"

#include "ui/theme/TintedIcon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

// Middle tones: at least 3:1 against task bars from #1c1c1c down and from #f3f3f3 up. TrayIconsTest holds
// that.
constexpr QRgb BellColor = 0xff2b7fb5;
constexpr QRgb GreyColor = 0xff75828e;
constexpr QRgb AvailableColor = 0xff2e8b57;
constexpr QRgb ConsultColor = 0xff9559c4;
constexpr QRgb RedColor = 0xffd1453b;
constexpr QRgb AwayColor = 0xffa87508;
constexpr QRgb BreakColor = 0xff6e7f8e;
constexpr QRgb UnreadColor = 0xffc96a10;

// One drawing of the bell: its edge, the edge of the overlay's box and of the unread dot, and the clear gap
// round both, all in pixels of that drawing.
struct Grid
{
    int edge;
    int overlay;
    int dot;
    qreal gap;
    int clapper; // its first row
};
constexpr Grid Grids[] = {{16, 10, 6, 1, 14}, {20, 12, 7, 1, 17}, {24, 14, 8, 1.5, 20}, {32, 18, 11, 2, 27}};

QPainterPath octagon(const QRectF &box)
{
    const qreal cut = box.width() * 0.29;
    QPainterPath path;
    path.moveTo(box.left() + cut, box.top());
    path.lineTo(box.right() - cut, box.top());
    path.lineTo(box.right(), box.top() + cut);
    path.lineTo(box.right(), box.bottom() - cut);
    path.lineTo(box.right() - cut, box.bottom());
    path.lineTo(box.left() + cut, box.bottom());
    path.lineTo(box.left(), box.bottom() - cut);
    path.lineTo(box.left(), box.top() + cut);
    path.closeSubpath();
    return path;
}

QPainterPath cup(const QRectF &box)
{
    const qreal unit = box.width() / 10;
    const QRectF bowl(box.left(), box.top() + 2 * unit, 7 * unit, 7 * unit);
    QPainterPath path;
    path.moveTo(bowl.topLeft());
    path.lineTo(bowl.topRight());
    path.lineTo(bowl.right(), bowl.bottom() - 2.5 * unit);
    path.quadTo(bowl.bottomRight(), {bowl.right() - 2.5 * unit, bowl.bottom()});
    path.lineTo(bowl.left() + 2.5 * unit, bowl.bottom());
    path.quadTo(bowl.bottomLeft(), {bowl.left(), bowl.bottom() - 2.5 * unit});
    path.closeSubpath();
    QPainterPath ring;
    ring.addEllipse(QRectF(bowl.right() - 2 * unit, bowl.top() + 0.8 * unit, 5 * unit, 4 * unit));
    QPainterPathStroker stroke;
    stroke.setWidth(1.5 * unit);
    return path.united(stroke.createStroke(ring));
}

// How far a door stands in from either side of its box.
qreal doorSide(const QRectF &box)
{
    return qRound(box.width() * 0.15);
}

// The silhouette of the overlay in \a box, whose edges lie on whole pixels.
QPainterPath silhouette(TrayState state, const QRectF &box)
{
    QPainterPath path;
    switch (state) {
    case TrayState::SignedOut:
        break;
    case TrayState::Available:
    case TrayState::Busy:
    case TrayState::Away:
        path.addEllipse(box);
        break;
    case TrayState::Consultation: {
        path.addRoundedRect(box.adjusted(doorSide(box), 0, -doorSide(box), 0), 1, 1);
        break;
    }
    case TrayState::OnBreak:
        path = cup(box);
        break;
    case TrayState::NotConnected:
        path = octagon(box);
        break;
    }
    return path;
}

QRgb overlayColor(TrayState state)
{
    switch (state) {
    case TrayState::Available:
        return AvailableColor;
    case TrayState::Consultation:
        return ConsultColor;
    case TrayState::Away:
        return AwayColor;
    case TrayState::OnBreak:
        return BreakColor;
    case TrayState::Busy:
    case TrayState::NotConnected:
    case TrayState::SignedOut:
        break;
    }
    return RedColor;
}

QPen glyphPen(qreal width)
{
    return QPen(Qt::white, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

// The white mark inside the silhouette.
void paintGlyph(QPainter &painter, TrayState state, const QRectF &box)
{
    const qreal unit = box.width() / 10;
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.left() + x * unit, box.top() + y * unit);
    };
    const int bar = qRound(2 * unit);
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case TrayState::Available:
        painter.setPen(glyphPen(1.5 * unit));
        painter.drawPolyline(QPolygonF{at(2.7, 5.2), at(4.4, 6.9), at(7.4, 3.4)});
        break;
    case TrayState::Consultation:
        painter.fillRect(
            QRectF(box.right() - doorSide(box) - bar - qRound(unit), qRound(at(0, 4.2).y()), bar, bar),
            Qt::white);
        break;
    case TrayState::Busy: {
        const int top = qRound(box.center().y() - bar / 2.0);
        painter.fillRect(QRectF(qRound(at(2, 0).x()), top, qRound(6 * unit), bar), Qt::white);
        break;
    }
    case TrayState::Away: {
        // A dial rather than a disc: another silhouette than Available and Busy, also without colour.
        const qreal rim = 1.6 * unit;
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawEllipse(box.adjusted(rim, rim, -rim, -rim));
        painter.setPen(QPen(QColor(AwayColor), 1.4 * unit, Qt::SolidLine, Qt::SquareCap));
        painter.drawPolyline(QPolygonF{at(5, 3.1), at(5, 5.3), at(6.5, 5.3)});
        break;
    }
    case TrayState::NotConnected: {
        const qreal left = qRound(box.center().x() - bar / 2.0);
        painter.fillRect(QRectF(left, qRound(at(0, 1.8).y()), bar, qRound(3.8 * unit)), Qt::white);
        painter.fillRect(QRectF(left, qRound(at(0, 6.6).y()), bar, bar), Qt::white);
        break;
    }
    case TrayState::OnBreak:
    case TrayState::SignedOut:
        break;
    }
}

// Takes \a shape and a gap round it out of what was painted, so that overlay and bell stay apart on any
// background.
void clearRound(QPainter &painter, const QPainterPath &shape, qreal gap)
{
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(QPen(Qt::black, 2 * gap, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::black);
    painter.drawPath(shape);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void paintFilled(QPainter &painter, const QPainterPath &shape, QRgb color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(color));
    painter.drawPath(shape);
}

QPixmap draw(TrayState state, int unread, const Grid &grid, int scale)
{
    const bool grey = state == TrayState::SignedOut || state == TrayState::NotConnected;
    QImage image = tintedImage(u":/handbell/icons/tray/bell-%1.svg"_s.arg(grid.edge),
                               QColor(grey ? GreyColor : BellColor), grid.edge * scale);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    const QRectF box(grid.edge - grid.overlay, grid.edge - grid.overlay, grid.overlay, grid.overlay);
    if (state != TrayState::SignedOut) {
        const QPainterPath shape = silhouette(state, box);
        clearRound(painter, shape, grid.gap);
        // The overlay would leave crumbs of the clapper beside it.
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
        painter.fillRect(0, grid.clapper, grid.edge, grid.edge - grid.clapper, Qt::black);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        paintFilled(painter, shape, overlayColor(state));
        paintGlyph(painter, state, box);
    }
    if (unread > 0) {
        QPainterPath dot;
        dot.addEllipse(QRectF(grid.edge - grid.dot, 0, grid.dot, grid.dot));
        clearRound(painter, dot, grid.gap);
        paintFilled(painter, dot, UnreadColor);
    }
    painter.end();
    return QPixmap::fromImage(image);
}

} // namespace

QIcon trayIcon(TrayState state, int unread)
{
    QIcon icon;
    for (const Grid &grid : Grids) {
        icon.addPixmap(draw(state, unread, grid, 1));
        // 40, 48 and 64 px: the same drawings for bars scaled to 200%.
        if (grid.edge > 16)
            icon.addPixmap(draw(state, unread, grid, 2));
    }
    return icon;
}

QIcon applicationIcon()
{
    QIcon icon;
    QSvgRenderer renderer(u":/handbell/icons/handbell.svg"_s);
    for (const int edge : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(edge, edge);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, edge, edge));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace handbell::ui
