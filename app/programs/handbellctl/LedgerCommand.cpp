// SPDX-License-Identifier: Apache-2.0
#include "base/Csv.h"
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/Administration.h"
#include "server/administration/LedgerReading.h"
#include "server/administration/TuningReport.h"

#include <QDateTime>

namespace handbell::programs {

namespace {

using protocol::Ledger;
using protocol::LedgerLine;
using protocol::LedgerOutcome;

//! The days a ledger is of, first and last, both included.
struct Days
{
    QDate first;
    QDate last;

    [[nodiscard]] static WallTime startOf(QDate day)
    {
        return WallTime(std::chrono::milliseconds(day.startOfDay().toMSecsSinceEpoch()));
    }
    [[nodiscard]] WallTime from() const { return startOf(first); }
    [[nodiscard]] WallTime until() const { return startOf(last.addDays(1)); }
};

//! One way in which a ledger lays its alerts out.
struct Way
{
    const char *word;  //!< for --by, and in the CSV
    const char *title; //!< over its table
    const char *member;
    std::vector<LedgerLine> Ledger::*lines;
    const char *nameless;
};

constexpr std::array ways{
    Way{"room", "Room", "rooms", &Ledger::rooms, "(signed in nowhere)"},
    Way{"role", "Role", "roles", &Ledger::roles, "(other roles)"},
    Way{"hour", "Hour", "hours", &Ledger::hours, ""},
    Way{"importance", "Importance", "importances", &Ledger::importances, ""},
};

Result<Days> daysFrom(const Arguments &arguments)
{
    constexpr int usual = 28;
    const auto dateOf = [&](const char *option, QDate otherwise) {
        return arguments.has(option) ? QDate::fromString(arguments.value(option), Qt::ISODate) : otherwise;
    };
    Days days;
    days.last = dateOf("until", QDate::currentDate());
    days.first = dateOf("from", days.last.addDays(1 - usual));
    if (!days.first.isValid() || !days.last.isValid())
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("a date is written like 2025-11-24: year, month, day")};
    if (days.first > days.last)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("--from is after --until")};
    return days;
}

Result<std::vector<Way>> waysFrom(const Arguments &arguments)
{
    if (!arguments.has("by"))
        return std::vector<Way>(ways.begin(), ways.end());
    for (const Way &way : ways) {
        if (arguments.value("by") == QLatin1String(way.word))
            return std::vector{way};
    }
    return Error{ErrorCode::InvalidArgument, QStringLiteral("--by takes room, role, hour or importance")};
}

QString nameOf(const LedgerLine &line, const Way &way)
{
    if (line.name.isEmpty())
        return QString::fromLatin1(way.nameless);
    return way.lines == &Ledger::hours ? line.name + QStringLiteral(":00") : line.name;
}

//! What a line says of its alerts: how many, by importance, and what became of them; empty where that is held
//! back.
QStringList numbersOf(const LedgerLine &line)
{
    QStringList cells;
    for (const int number : {line.alerts(), line.routine, line.important, line.urgent})
        cells << QString::number(number);
    const auto percent = line.outcome ? line.outcome->answeredPercent() : std::nullopt;
    const auto median = line.outcome ? line.outcome->medianSeconds : std::nullopt;
    const auto cell = [&](int LedgerOutcome::*number) {
        return line.outcome ? QString::number((*line.outcome).*number) : QString();
    };
    cells << cell(&LedgerOutcome::answered) << (percent ? QString::number(*percent) : QString())
          << (median ? QString::number(*median) : QString()) << cell(&LedgerOutcome::escalated)
          << cell(&LedgerOutcome::expired) << cell(&LedgerOutcome::cancelled) << cell(&LedgerOutcome::open);
    return cells;
}

QString csvOf(const Ledger &ledger, const std::vector<Way> &asked)
{
    QString csv = csvLine({QStringLiteral("by"), QStringLiteral("name"), QStringLiteral("alerts"),
                           QStringLiteral("routine"), QStringLiteral("important"), QStringLiteral("urgent"),
                           QStringLiteral("answered"), QStringLiteral("answered_percent"),
                           QStringLiteral("median_s"), QStringLiteral("escalated"), QStringLiteral("expired"),
                           QStringLiteral("cancelled"), QStringLiteral("open")});
    for (const Way &way : asked) {
        for (const LedgerLine &line : ledger.*way.lines)
            csv += csvLine(QStringList{QString::fromLatin1(way.word), nameOf(line, way)} + numbersOf(line));
    }
    csv += csvLine(QStringList{QStringLiteral("all"), QString()} + numbersOf(ledger.all));
    return csv;
}

QString tablesOf(const Ledger &ledger, const std::vector<Way> &asked, const Days &days)
{
    QString text =
        QStringLiteral("%1 from %2 to %3. About the practice, not about people: what fewer than %4\n"
                       "members stand behind is left out or put together with others.\n")
            .arg(counted(ledger.all.alerts(), "alert", "alerts"), days.first.toString(Qt::ISODate),
                 days.last.toString(Qt::ISODate))
            .arg(administration::TuningReport::smallestGroup);
    if (ledger.all.alerts() == 0)
        return text;
    for (const Way &way : asked) {
        Table table({QString::fromLatin1(way.title), QStringLiteral("Alerts"), QStringLiteral("Routine"),
                     QStringLiteral("Important"), QStringLiteral("Urgent"), QStringLiteral("Answered"),
                     QStringLiteral("%"), QStringLiteral("Median s"), QStringLiteral("Went on"),
                     QStringLiteral("Expired"), QStringLiteral("Taken back"), QStringLiteral("Open")});
        for (const LedgerLine &line : ledger.*way.lines)
            table.add(QStringList{nameOf(line, way)} + numbersOf(line));
        table.add(QStringList{QStringLiteral("All")} + numbersOf(ledger.all));
        text += QLatin1Char('\n') + table.toText({});
    }
    return text;
}

QJsonObject jsonOf(const Ledger &ledger, const std::vector<Way> &asked, const Days &days)
{
    QJsonObject json{{QStringLiteral("from"), days.first.toString(Qt::ISODate)},
                     {QStringLiteral("until"), days.last.toString(Qt::ISODate)},
                     {QStringLiteral("all"), protocol::toJson(ledger.all)}};
    for (const Way &way : asked)
        json.insert(QLatin1String(way.member), protocol::writeValue(ledger.*way.lines));
    return json;
}

Result<Ledger> ledgerOf(const Arguments &arguments, const Days &days)
{
    const auto directory = administration::DataDirectory::open(arguments.value("data"));
    if (!directory)
        return directory.error();
    const SystemClock clock;
    SystemRandom random;
    const auto practice =
        administration::Administration::open(*directory, record::Record::Access::ReadOnly, clock, random);
    if (!practice)
        return practice.error();
    return administration::readLedger(practice->record(), days.from(), days.until(),
                                      QTimeZone::systemTimeZone());
}

Outcome showLedger(const Arguments &arguments)
{
    if (auto refusal = refuseWithoutData(arguments))
        return *std::move(refusal);
    const auto days = daysFrom(arguments);
    if (!days)
        return Outcome::misused(days.error().detail);
    const auto asked = waysFrom(arguments);
    if (!asked)
        return Outcome::misused(asked.error().detail);
    const auto ledger = ledgerOf(arguments, *days);
    if (!ledger)
        return Outcome::failed(ledger.error());
    const QJsonObject json = jsonOf(*ledger, *asked, *days);
    if (!arguments.has("csv"))
        return Outcome::done(tablesOf(*ledger, *asked, *days), json);
    const QString csv = csvOf(*ledger, *asked);
    const QString file = arguments.value("csv");
    if (file == QLatin1String("-"))
        return Outcome::done(csv, json);
    if (const auto written = administration::writePrivateFile(file, csv.toUtf8()); !written)
        return Outcome::failed(written.error());
    return Outcome::done(QStringLiteral("%1 counted, written to %2\n")
                             .arg(counted(ledger->all.alerts(), "alert", "alerts"), forTerminal(file)),
                         json);
}

} // namespace

std::vector<Command> ledgerCommands()
{
    return {
        {QStringLiteral("ledger"),
         {},
         QStringLiteral("Show how often the bell rang, by room, role, hour and importance, and how it was "
                        "answered; nobody's name."),
         0,
         0,
         {valueOption("from", "The first day, such as 2025-11-24; 28 days up to the last, if not given.",
                      "DATE"),
          valueOption("until", "The last day; today, if not given.", "DATE"),
          valueOption("by", "Only by room, role, hour or importance.", "WAY"),
          valueOption("csv", "Write comma-separated values to a file, or to standard output for -.", "FILE")},
         {},
         showLedger},
    };
}

} // namespace handbell::programs
