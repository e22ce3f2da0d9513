// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/DataDirectory.h"
#include "server/administration/TemplateFile.h"

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
    };
}

} // namespace handbell::programs
