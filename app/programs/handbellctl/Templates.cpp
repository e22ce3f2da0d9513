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

Outcome listTemplates(const Arguments &arguments)
{
    return readPractice(arguments, [](const protocol::PracticeState &practice) -> Result<Said> {
        Table table({QStringLiteral("Id"), QStringLiteral("Key"), QStringLiteral("English"),
                     QStringLiteral("Welsh"), QStringLiteral("Importance"), QStringLiteral("Lasts"),
                     QStringLiteral("Escalation"), QStringLiteral("Sent by")});
        QJsonArray json;
        for (const auto &[id, one] : practice.templates) {
            if (one.removed)
                continue;
            QStringList steps;
            for (const auto &step : one.escalation) {
                const QString to = step.to.kind == protocol::AddressKind::Role
                                       ? step.to.role
                                       : QString(enumName(step.to.kind));
                steps << QStringLiteral("%1 after %2 s").arg(to).arg(step.afterSeconds);
            }
            table.add({QString::number(id.value), one.key, one.textEn, one.textCy,
                       QString(enumName(one.importance)), QStringLiteral("%1 s").arg(one.lifetimeSeconds),
                       steps.join(QStringLiteral(", ")),
                       one.senders
                           ? QStringList(one.senders->begin(), one.senders->end()).join(QStringLiteral(", "))
                           : QStringLiteral("everyone")});
            json.append(protocol::toJson(one));
        }
        return Said{table.toText(QStringLiteral("There are no templates yet.")),
                    {{QStringLiteral("templates"), json}}};
    });
}

Outcome importTemplates(const Arguments &arguments)
{
    const auto text = administration::readFile(arguments.at(0));
    if (!text)
        return Outcome::failed(text.error());
    const auto templates = administration::readTemplateFile(*text);
    if (!templates)
        return Outcome::failed(templates.error());
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        if (const auto saved = administration::saveTemplates(plan, *templates); !saved)
            return saved.error();
        const auto changed = static_cast<qsizetype>(plan.events().size());
        return Said{QStringLiteral("%1 read, %2 added or changed\n")
                        .arg(counted(static_cast<qsizetype>(templates->size()), "template", "templates"))
                        .arg(changed),
                    {{QStringLiteral("read"), static_cast<qint64>(templates->size())},
                     {QStringLiteral("changed"), static_cast<qint64>(changed)}}};
    });
}

} // namespace

std::vector<Command> templateCommands()
{
    return {
        {QStringLiteral("templates list"),
         {},
         QStringLiteral("List the alert templates."),
         0,
         0,
         {},
         {},
         listTemplates},
        {QStringLiteral("templates import"),
         QStringLiteral("FILE"),
         QStringLiteral("Add templates from a file, or change those with the same key."),
         1,
         1,
         {anywayOption(), notPatientOption()},
         {},
         importTemplates},
    };
}

} // namespace handbell::programs
