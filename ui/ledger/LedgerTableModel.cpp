// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerTableModel.h"

#include "base/Csv.h"
#include "ui/ledger/LedgerWords.h"

#include <algorithm>

namespace handbell::ui {

using protocol::LedgerLine;

void LedgerTableModel::setLines(std::vector<LedgerLine> lines, LedgerWay way)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_way = way;
    endResetModel();
}

int LedgerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LedgerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<int> LedgerTableModel::number(const LedgerLine &line, int column) const
{
    switch (column) {
    case Alerts:
        return line.alerts();
    case Routine:
        return line.routine;
    case Important:
        return line.important;
    case Urgent:
        return line.urgent;
    default:
        break;
    }
    if (!line.outcome)
        return std::nullopt;
    switch (column) {
    case Answered:
        return line.outcome->answered;
    case Share:
        return line.outcome->answeredPercent();
    case HalfWithin:
        return line.outcome->medianSeconds;
    case WentOn:
        return line.outcome->escalated;
    case RanOut:
        return line.outcome->expired;
    case TakenBack:
        return line.outcome->cancelled;
    case Open:
        return line.outcome->open;
    default:
        return std::nullopt;
    }
}

QString LedgerTableModel::cell(const LedgerLine &line, int column) const
{
    if (column == Name)
        return LedgerWords::name(line, m_way);
    if (column == Share)
        return LedgerWords::share(line);
    if (column == HalfWithin)
        return LedgerWords::halfWithin(line);
    const auto value = number(line, column);
    return value ? QString::number(*value) : LedgerWords::heldBack();
}

QVariant LedgerTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LedgerLine &line = m_lines[static_cast<size_t>(index.row())];
    const QString shown = cell(line, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shown;
    case Qt::ToolTipRole:
        return index.column() == Name ? QVariant(shown.toHtmlEscaped()) : QVariant();
    case Qt::AccessibleTextRole:
        return shown == LedgerWords::heldBack() ? tr("not told, too few people") : shown;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return {};
    }
}

QVariant LedgerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case Name:
        return LedgerWords::way(m_way);
    case Alerts:
        return tr("Alerts");
    case Routine:
        return tr("Routine");
    case Important:
        return tr("Important");
    case Urgent:
        return tr("Urgent");
    case Answered:
        return tr("Answered");
    case Share:
        return tr("Share", "of the alerts, answered");
    case HalfWithin:
        return tr("Half within", "half of the answers came within this time");
    case WentOn:
        return tr("Went on", "to a further person or role");
    case RanOut:
        return tr("Ran out", "without an answer");
    case TakenBack:
        return tr("Cancelled", "by who rang");
    case Open:
        return tr("Still open");
    default:
        return {};
    }
}

bool LedgerTableModel::holdsBack() const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [](const LedgerLine &line) {
        return LedgerWords::halfWithin(line) == LedgerWords::heldBack();
    });
}

QString LedgerTableModel::csv() const
{
    QStringList headings;
    for (int column = 0; column < ColumnCount; ++column)
        headings << headerData(column, Qt::Horizontal).toString();
    headings[Share] = tr("Share (%)");
    headings[HalfWithin] = tr("Half within (seconds)");
    QString csv = csvLine(headings);
    for (const LedgerLine &line : m_lines) {
        QStringList cells{LedgerWords::name(line, m_way)};
        for (int column = Alerts; column < ColumnCount; ++column) {
            const auto value = number(line, column);
            cells << (value ? QString::number(*value) : QString());
        }
        csv += csvLine(cells);
    }
    return csv;
}

} // namespace handbell::ui
