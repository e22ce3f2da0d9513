// SPDX-License-Identifier: Apache-2.0
#include "base/Csv.h"

namespace handbell {

namespace {

QString csvCell(QString cell)
{
    // The full-width forms are taken for the same by some spreadsheets.
    static const QString formulas = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    if (!cell.isEmpty() && formulas.contains(cell.front()))
        cell.prepend(QLatin1Char('\''));
    const bool quotes = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) ||
                        cell.contains(QLatin1Char('\r')) || cell.contains(QLatin1Char('\n'));
    if (!quotes)
        return cell;
    cell.replace(QLatin1String("\""), QLatin1String("\"\""));
    return QLatin1Char('"') + cell + QLatin1Char('"');
}

} // namespace

QString csvLine(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written << csvCell(cell);
    return written.join(QLatin1Char(',')) + QLatin1String("\r\n");
}

} // namespace handbell
