// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerChart.h"

#include "ui/ledger/ImportancePattern.h"
#include "ui/ledger/LedgerWords.h"
#include "ui/theme/Theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace handbell::ui {

using protocol::Importance;
using protocol::LedgerLine;

namespace {

constexpr int BarHeight = 16;
//! Below this a bar tells nothing.
constexpr int NarrowestBars = 160;

} // namespace

//! Where the columns stand, left to right; mirrored when painted.
struct LedgerChart::Columns
{
    QRect name;
    QRect bars;
    QRect total;
    QRect share;
    QRect halfWithin;
};

LedgerChart::LedgerChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LedgerChart::setLines(std::vector<LedgerLine> lines, LedgerWay way)
{
    m_lines = std::move(lines);
    m_way = way;
    int most = 0;
    for (const LedgerLine &line : m_lines)
        most = std::max(most, line.alerts());
    m_axis = axisFor(most);
    setAccessibleName(
        tr("Chart of the alerts by %1", "room, role, hour, importance").arg(LedgerWords::way(way).toLower()));
    setAccessibleDescription(tr("The table has the same numbers."));
    updateGeometry();
    update();
}

LedgerChart::Axis LedgerChart::axisFor(int most)
{
    constexpr int marks = 5;
    Axis axis;
    for (int power = 1;; power *= 10) {
        for (const int factor : {1, 2, 5}) {
            axis.step = factor * power;
            axis.end = std::max(1, (most + axis.step - 1) / axis.step) * axis.step;
            if (axis.end / axis.step <= marks)
                return axis;
        }
    }
}

int LedgerChart::rowHeight() const
{
    return std::max(fontMetrics().height(), BarHeight) + m_theme.spacing(Space::Small);
}

int LedgerChart::headHeight() const
{
    return 2 * fontMetrics().height() + m_theme.spacing(Space::Small);
}

QSize LedgerChart::minimumSizeHint() const
{
    const int gap = m_theme.spacing(Space::Medium);
    const QFontMetrics metrics = fontMetrics();
    const int numbers = metrics.horizontalAdvance(QStringLiteral("00000")) + 2 * gap +
                        metrics.horizontalAdvance(tr("Answered")) +
                        metrics.horizontalAdvance(tr("Half within"));
    return {NarrowestBars + numbers + metrics.averageCharWidth() * 16,
            headHeight() + int(m_lines.size()) * rowHeight()};
}

QSize LedgerChart::sizeHint() const
{
    return minimumSizeHint().expandedTo({680, 0});
}

LedgerChart::Columns LedgerChart::columns() const
{
    const int gap = m_theme.spacing(Space::Medium);
    const QFontMetrics metrics = fontMetrics();
    int name = metrics.horizontalAdvance(LedgerWords::way(m_way));
    int share = metrics.horizontalAdvance(tr("Answered"));
    int halfWithin = metrics.horizontalAdvance(tr("Half within"));
    int total = metrics.horizontalAdvance(QStringLiteral("000"));
    for (const LedgerLine &line : m_lines) {
        name = std::max(name, metrics.horizontalAdvance(LedgerWords::name(line, m_way)));
        share = std::max(share, metrics.horizontalAdvance(LedgerWords::share(line)));
        halfWithin = std::max(halfWithin, metrics.horizontalAdvance(LedgerWords::halfWithin(line)));
        total = std::max(total, metrics.horizontalAdvance(QString::number(line.alerts())));
    }
    // Long names give way to the bars; the tool tip has the whole.
    name = std::min(name + 1, std::max(width() * 2 / 5, metrics.averageCharWidth() * 12));
    Columns columns;
    columns.name = {0, 0, name, height()};
    columns.halfWithin = {width() - halfWithin, 0, halfWithin, height()};
    columns.share = {columns.halfWithin.left() - gap - share, 0, share, height()};
    const int left = columns.name.right() + 1 + gap;
    // The number stands behind its bar, so the longest bar leaves room for it.
    const int right = columns.share.left() - gap - total - gap / 2;
    columns.bars = {left, 0, std::max(right - left, 1), height()};
    columns.total = {columns.bars.right() + 1, 0, total + gap / 2, height()};
    return columns;
}

void LedgerChart::paintHead(QPainter &painter, const Columns &columns) const
{
    const int line = fontMetrics().height();
    const auto text = [&](const QRect &column, int top, int flags, const QString &words) {
        const QRect place =
            QStyle::visualRect(layoutDirection(), rect(), {column.left(), top, column.width(), line});
        painter.drawText(place,
                         int(QStyle::visualAlignment(layoutDirection(), Qt::Alignment(flags))) |
                             Qt::TextSingleLine | Qt::TextDontClip,
                         words);
    };
    painter.setPen(m_theme.color(Token::Muted));
    text(columns.name, line, Qt::AlignLeft, LedgerWords::way(m_way));
    text(columns.bars, 0, Qt::AlignLeft, tr("Alerts"));
    text(columns.share, line, Qt::AlignRight, tr("Answered"));
    text(columns.halfWithin, line, Qt::AlignRight, tr("Half within"));
    for (int mark = 0; mark <= m_axis.end; mark += m_axis.step) {
        const int x = columns.bars.left() + columns.bars.width() * mark / m_axis.end;
        painter.setPen(m_theme.color(Token::Muted));
        text({x - 40, 0, 80, line}, line, Qt::AlignHCenter, QString::number(mark));
        painter.setPen(m_theme.color(Token::Line));
        const QRect grid = QStyle::visualRect(layoutDirection(), rect(),
                                              {x, headHeight() - 4, 1, height() - headHeight() + 4});
        painter.fillRect(grid, m_theme.color(mark == 0 ? Token::ControlLine : Token::Line));
    }
}

void LedgerChart::paintRow(QPainter &painter, const Columns &columns, const LedgerLine &line,
                           const QRect &row) const
{
    const auto text = [&](const QRect &column, int flags, Token token, const QString &words) {
        const QRect place = QStyle::visualRect(layoutDirection(), rect(),
                                               {column.left(), row.top(), column.width(), row.height()});
        painter.setPen(m_theme.color(token));
        painter.drawText(
            place,
            int(QStyle::visualAlignment(layoutDirection(), Qt::Alignment(flags) | Qt::AlignVCenter)) |
                Qt::TextSingleLine,
            fontMetrics().elidedText(words, Qt::ElideRight, column.width()));
    };
    text(columns.name, Qt::AlignLeft, Token::Text, LedgerWords::name(line, m_way));
    text(columns.share, Qt::AlignRight, Token::Text, LedgerWords::share(line));
    text(columns.halfWithin, Qt::AlignRight, Token::Text, LedgerWords::halfWithin(line));

    int before = 0;
    const int top = row.top() + (row.height() - BarHeight) / 2;
    const auto xOf = [&](int alerts) {
        return columns.bars.left() + int(qint64{columns.bars.width()} * alerts / m_axis.end);
    };
    for (const auto &[importance, alerts] :
         {std::pair{Importance::Routine, line.routine}, std::pair{Importance::Important, line.important},
          std::pair{Importance::Urgent, line.urgent}}) {
        if (alerts == 0)
            continue;
        // One pixel stays between two parts; the smallest is still seen.
        const int left = xOf(before) + 1;
        const int width = std::max(xOf(before + alerts) - left, 2);
        paintImportance(painter,
                        QRectF(QStyle::visualRect(layoutDirection(), rect(), {left, top, width, BarHeight})),
                        importance, m_theme);
        before += alerts;
    }
    QRect total = columns.total;
    total.moveLeft(xOf(before) + m_theme.spacing(Space::Small));
    painter.setFont(m_theme.font(TextSize::Body, Weight::Semibold));
    // A line of the grid must not run through the number.
    QRect ground = painter.fontMetrics().boundingRect(QString::number(before));
    ground.moveTo(total.left() - 2, row.center().y() - ground.height() / 2);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), ground.adjusted(0, 0, 4, 0)),
                     m_theme.color(Token::Surface));
    text(total, Qt::AlignLeft, before == 0 ? Token::Muted : Token::Text, QString::number(before));
    painter.setFont(font());
}

void LedgerChart::paintEvent(QPaintEvent *)
{
    if (m_lines.empty())
        return;
    QPainter painter(this);
    const Columns places = columns();
    paintHead(painter, places);
    QRect row(0, headHeight(), width(), rowHeight());
    for (const LedgerLine &line : m_lines) {
        paintRow(painter, places, line, row);
        row.translate(0, rowHeight());
    }
}

bool LedgerChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = (help->pos().y() - headHeight()) / rowHeight();
    if (help->pos().y() < headHeight() || index >= int(m_lines.size())) {
        QToolTip::hideText();
        return true;
    }
    const LedgerLine &line = m_lines[size_t(index)];
    // Names are typed by people: nothing in them is markup.
    const QString words = LedgerWords::name(line, m_way).toHtmlEscaped() + QLatin1String("<br>") +
                          LedgerWords::breakdown(line).toHtmlEscaped();
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

} // namespace handbell::ui
