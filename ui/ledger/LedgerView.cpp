// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerView.h"

#include <QDateTime>

namespace handbell::ui {

namespace {

WallTime startOf(QDate day)
{
    return WallTime(std::chrono::milliseconds(day.startOfDay().toMSecsSinceEpoch()));
}

//! \a hours with empty ones in the gaps.
std::vector<protocol::LedgerLine> withoutGaps(const std::vector<protocol::LedgerLine> &hours)
{
    std::vector<protocol::LedgerLine> lines;
    for (const protocol::LedgerLine &hour : hours) {
        while (!lines.empty() && lines.back().name.toInt() + 1 < hour.name.toInt()) {
            protocol::LedgerLine quiet;
            quiet.name = QStringLiteral("%1").arg(lines.back().name.toInt() + 1, 2, 10, QLatin1Char('0'));
            quiet.outcome = protocol::LedgerOutcome{};
            lines.push_back(std::move(quiet));
        }
        lines.push_back(hour);
    }
    return lines;
}

} // namespace

std::pair<WallTime, WallTime> timeOf(LedgerPeriod period, WallTime now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date();
    const QDate tomorrow = today.addDays(1);
    QDate first = tomorrow.addMonths(-3);
    if (period == LedgerPeriod::Week)
        first = tomorrow.addDays(-7);
    else if (period == LedgerPeriod::Weeks)
        first = tomorrow.addDays(-28);
    return {startOf(first), startOf(tomorrow)};
}

std::vector<protocol::LedgerLine> linesOf(const protocol::Ledger &ledger, LedgerWay way)
{
    switch (way) {
    case LedgerWay::Room:
        return ledger.rooms;
    case LedgerWay::Role:
        return ledger.roles;
    case LedgerWay::Hour:
        return withoutGaps(ledger.hours);
    case LedgerWay::Importance:
        break;
    }
    return ledger.importances;
}

} // namespace handbell::ui
