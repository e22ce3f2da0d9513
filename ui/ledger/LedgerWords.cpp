// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerWords.h"

#include "ui/alerts/AlertWords.h"

namespace handbell::ui {

using protocol::LedgerLine;
using protocol::LedgerOutcome;

QString LedgerWords::way(LedgerWay way)
{
    switch (way) {
    case LedgerWay::Room:
        return tr("Room");
    case LedgerWay::Role:
        return tr("Role");
    case LedgerWay::Hour:
        return tr("Hour", "of the day");
    case LedgerWay::Importance:
        break;
    }
    return tr("Importance");
}

QString LedgerWords::period(LedgerPeriod period)
{
    switch (period) {
    case LedgerPeriod::Week:
        return tr("Last 7 days");
    case LedgerPeriod::Weeks:
        return tr("Last 4 weeks");
    case LedgerPeriod::Months:
        break;
    }
    return tr("Last 3 months");
}

QString LedgerWords::name(const LedgerLine &line, LedgerWay way)
{
    switch (way) {
    case LedgerWay::Room:
        return line.name.isEmpty() ? tr("In no room: nobody signed in") : line.name;
    case LedgerWay::Role:
        return line.name.isEmpty() ? tr("Other roles") : line.name;
    case LedgerWay::Hour:
        return line.name + QStringLiteral(":00");
    case LedgerWay::Importance:
        break;
    }
    const auto importance = protocol::enumFromName<protocol::Importance>(line.name);
    return importance ? AlertWords::importance(*importance) : line.name;
}

QString LedgerWords::summary(const LedgerLine &all, LedgerPeriod period)
{
    const int alerts = all.alerts();
    if (alerts == 0)
        return tr("No alerts in this time");
    const QString count = period == LedgerPeriod::Week    ? tr("%n alerts in the last 7 days.", "", alerts)
                          : period == LedgerPeriod::Weeks ? tr("%n alerts in the last 4 weeks.", "", alerts)
                                                          : tr("%n alerts in the last 3 months.", "", alerts);
    const QString more = all.outcome ? answered(*all.outcome) : QString();
    return more.isEmpty() ? count : tr("%1 %2", "two sentences").arg(count, more);
}

QString LedgerWords::answered(const LedgerOutcome &outcome)
{
    // Below this "about 9 in 10" would sound more exact than it is.
    constexpr int enough = 20;
    const auto percent = outcome.answeredPercent();
    if (!percent)
        return {};
    if (outcome.answered == 0)
        return tr("None of them was answered.");
    const int ran = outcome.answered + outcome.expired;
    const int tenths = std::clamp((*percent + 5) / 10, 1, 9);
    const QString share =
        outcome.expired == 0 ? tr("All were answered", "begins a sentence")
        : ran < enough ? tr("%1 of %2 were answered", "begins a sentence").arg(outcome.answered).arg(ran)
                       : tr("About %1 in 10 were answered", "begins a sentence").arg(tenths);
    if (!outcome.medianSeconds)
        return tr("%1.", "a sentence").arg(share);
    return tr("%1, half of them within %2.", "share answered, time")
        .arg(share, AlertWords::duration(std::chrono::seconds(*outcome.medianSeconds)));
}

QString LedgerWords::breakdown(const LedgerLine &line)
{
    return tr("%1 routine, %2 important, %3 urgent", "numbers of alerts")
        .arg(line.routine)
        .arg(line.important)
        .arg(line.urgent);
}

QString LedgerWords::share(const LedgerLine &line)
{
    if (!line.outcome)
        return heldBack();
    const auto percent = line.outcome->answeredPercent();
    return percent ? tr("%1 %", "percent").arg(*percent) : QString();
}

QString LedgerWords::halfWithin(const LedgerLine &line)
{
    if (line.outcome && line.outcome->medianSeconds)
        return AlertWords::duration(std::chrono::seconds(*line.outcome->medianSeconds));
    return line.outcome && line.outcome->answered == 0 ? QString() : heldBack();
}

QString LedgerWords::heldBack()
{
    return QStringLiteral("–");
}

QString LedgerWords::heldBackNote()
{
    return tr("– stands where fewer than three people are behind a number.");
}

QString LedgerWords::failure(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unreachable:
    case ErrorCode::ServerStopping:
        return tr("There is no connection to the server. Try again when Handbell is connected.");
    case ErrorCode::Forbidden:
        return tr("Only an administrator of the practice can see this.");
    case ErrorCode::ServerBusy:
    case ErrorCode::RateLimited:
        return tr("The server has too much to do just now. Try again in a minute.");
    case ErrorCode::UnknownType:
        return tr("The server is older than this Handbell and cannot count alerts yet.");
    default:
        return tr("The server cannot count the alerts. Tell whoever looks after it.");
    }
}

} // namespace handbell::ui
