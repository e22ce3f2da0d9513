// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"

#include <QList>

#include <algorithm>

namespace handbell::programs {

namespace {

//! Columns \a text takes: combining marks take none.
qsizetype widthOf(const QString &text)
{
    const auto codePoints = text.toUcs4();
    return std::count_if(codePoints.begin(), codePoints.end(), [](char32_t codePoint) {
        const auto category = QChar::category(codePoint);
        return category != QChar::Mark_NonSpacing && category != QChar::Mark_Enclosing;
    });
}

} // namespace

QString forTerminal(const QString &text)
{
    QString safe = text;
    for (QChar &unit : safe) {
        const auto category = unit.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format ||
            category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            unit = QLatin1Char('?');
    }
    return safe;
}

void Table::add(QStringList cells)
{
    Q_ASSERT(cells.size() == m_rows.front().size());
    for (QString &cell : cells)
        cell = forTerminal(cell);
    m_rows.push_back(std::move(cells));
}

QString Table::toText(const QString &whenEmpty) const
{
    if (m_rows.size() == 1)
        return whenEmpty + QLatin1Char('\n');
    std::vector<qsizetype> widths(static_cast<size_t>(m_rows.front().size()), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            qsizetype &width = widths[static_cast<size_t>(column)];
            width = std::max(width, widthOf(row.at(column)));
        }
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const qsizetype gap = widths[static_cast<size_t>(column)] - widthOf(row.at(column)) + 2;
            line += row.at(column);
            if (column + 1 < row.size())
                line += QString(gap, QLatin1Char(' '));
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line;
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace handbell::programs
