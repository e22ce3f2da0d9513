// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/Administration.h"
#include "server/administration/TemplateFile.h"
#include "server/administration/TuningReport.h"

#include <QDate>

namespace handbell::programs {

namespace {

using administration::InvitationDesk;
using administration::Plan;
using protocol::GuardSettings;

QString join(const std::vector<QString> &texts)
{
    return QStringList(texts.begin(), texts.end()).join(QStringLiteral(", "));
}

Said aboutSettings(const GuardSettings &settings)
{
    QStringList actions;
    for (const protocol::GuardAction &action : settings.actions)
        actions << QStringLiteral("%1: %2").arg(action.kind, action.action);
    Table table({QStringLiteral("Setting"), QStringLiteral("Value")});
    table.add({QStringLiteral("version"), QString::number(settings.version)});
    table.add({QStringLiteral("nation"), settings.nation});
    table.add({QStringLiteral("addresses"), join(settings.addresses)});
    table.add({QStringLiteral("postcodes"), join(settings.postcodes)});
    table.add({QStringLiteral("phone_numbers"), join(settings.phoneNumbers)});
    table.add({QStringLiteral("emails"), join(settings.emails)});
    table.add({QStringLiteral("domains"), join(settings.domains)});
    table.add({QStringLiteral("allow"), join(settings.allow)});
    table.add({QStringLiteral("actions"), actions.join(QStringLiteral(", "))});
    table.add({QStringLiteral("tone"),
               settings.tone.value_or(false) ? QStringLiteral("on") : QStringLiteral("off")});
    return {table.toText({}), {{QStringLiteral("guard"), protocol::toJson(settings)}}};
}

Outcome showGuard(const Arguments &arguments)
{
    return readPractice(arguments, [](const protocol::PracticeState &practice) -> Result<Said> {
        return aboutSettings(practice.guardSettings);
    });
}

Outcome setGuard(const Arguments &arguments)
{
    const auto text = administration::readFile(arguments.at(0));
    if (!text)
        return Outcome::failed(text.error());
    const auto settings = administration::readGuardFile(*text);
    if (!settings)
        return Outcome::failed(settings.error());
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        if (const auto set = plan.setGuard(*settings); !set)
            return set.error();
        return aboutSettings(plan.after().guardSettings);
    });
}

QString weekText(std::chrono::year_month_day week)
{
    return QDate(int(week.year()), int(unsigned(week.month())), int(unsigned(week.day())))
        .toString(Qt::ISODate);
}

Said aboutReport(const administration::TuningReport &report)
{
    Table table({QStringLiteral("Week of"), QStringLiteral("Kind"), QStringLiteral("Rule"),
                 QStringLiteral("Sent anyway"), QStringLiteral("Not a patient")});
    QJsonArray lines;
    for (const auto &line : report.lines()) {
        table.add({weekText(line.week), line.kind, line.rule, QString::number(line.overrides),
                   QString::number(line.notPatient)});
        lines.append(QJsonObject{{QStringLiteral("week"), weekText(line.week)},
                                 {QStringLiteral("kind"), line.kind},
                                 {QStringLiteral("rule"), line.rule},
                                 {QStringLiteral("overrides"), line.overrides},
                                 {QStringLiteral("not_patient"), line.notPatient}});
    }
    QString text = table.toText(QStringLiteral("Nothing to show.\n"));
    if (report.withheld() > 0)
        text += QStringLiteral("%1 not shown: fewer than %2 members stand behind each.\n")
                    .arg(counted(report.withheld(), "line is", "lines are"))
                    .arg(administration::TuningReport::smallestGroup);
    return {text, {{QStringLiteral("lines"), lines}, {QStringLiteral("withheld"), report.withheld()}}};
}

Outcome reportGuard(const Arguments &arguments)
{
    if (auto refusal = refuseWithoutData(arguments))
        return *std::move(refusal);
    const auto directory = administration::DataDirectory::open(arguments.value("data"));
    if (!directory)
        return Outcome::failed(directory.error());
    const SystemClock clock;
    SystemRandom random;
    const auto practice =
        administration::Administration::open(*directory, record::Record::Access::ReadOnly, clock, random);
    if (!practice)
        return Outcome::failed(practice.error());
    constexpr int page = 1'000;
    administration::TuningReport report;
    Seq cursor;
    for (;;) {
        const auto events = practice->record().eventsAfter(cursor, page);
        if (!events)
            return Outcome::failed(events.error());
        for (const protocol::Event &event : *events)
            report.add(event);
        if (events->size() < page)
            break;
        cursor = events->back().seq;
    }
    const Said said = aboutReport(report);
    return Outcome::done(said.text, said.json);
}

} // namespace

std::vector<Command> guardCommands()
{
    return {
        {QStringLiteral("guard show"),
         {},
         QStringLiteral("Show what the guard knows of the practice."),
         0,
         0,
         {},
         {},
         showGuard},
        {QStringLiteral("guard set-file"),
         QStringLiteral("FILE"),
         QStringLiteral("Replace it by what a JSON file says."),
         1,
         1,
         {},
         {},
         setGuard},
        {QStringLiteral("guard report"),
         {},
         QStringLiteral(
             "Show by week, kind and rule how often a warned text was sent; no text and nobody's name."),
         0,
         0,
         {},
         {},
         reportGuard},
    };
}

} // namespace handbell::programs
