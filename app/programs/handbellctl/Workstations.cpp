// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/Lookup.h"

#include <QDateTime>

namespace handbell::programs {

namespace {

using administration::findRoom;
using administration::findWorkstation;
using administration::InvitationDesk;
using administration::Plan;
using protocol::Workstation;

Said aboutWorkstation(const Plan &plan, WorkstationId id, const QString &what)
{
    const Workstation &workstation = plan.after().workstations.at(id);
    return {
        QStringLiteral("%1 (workstation %2) %3\n").arg(forTerminal(workstation.name)).arg(id.value).arg(what),
        {{QStringLiteral("workstation"), protocol::toJson(workstation)}}};
}

Outcome addWorkstation(const Arguments &arguments)
{
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &desk) -> Result<Said> {
        const auto room = findRoom(plan.after(), arguments.value("room"));
        if (!room)
            return room.error();
        const auto id = plan.addWorkstation(arguments.at(0), *room);
        if (!id)
            return id.error();
        const auto invitation = desk.issue(plan, {std::nullopt, *id});
        if (!invitation)
            return invitation.error();
        Said said = aboutWorkstation(plan, *id, QStringLiteral("is added"));
        said.text += invitationText(*invitation, plan.after());
        said.json.insert(QStringLiteral("invitation"), administration::toJson(*invitation, plan.after()));
        return said;
    });
}

QString testedOn(const Workstation &workstation)
{
    if (!workstation.assistanceTestedAt)
        return QStringLiteral("never");
    return QDateTime::fromMSecsSinceEpoch(workstation.assistanceTestedAt->time_since_epoch().count())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

Outcome listWorkstations(const Arguments &arguments)
{
    return readPractice(arguments, [](const protocol::PracticeState &practice) -> Result<Said> {
        Table table({QStringLiteral("Id"), QStringLiteral("Name"), QStringLiteral("Room"),
                     QStringLiteral("State"), QStringLiteral("Assistance tested")});
        for (const auto &[id, workstation] : practice.workstations) {
            const protocol::Room *room = practice.room(workstation.room);
            table.add({QString::number(id.value), workstation.name, room ? room->name : QString(),
                       workstation.removed ? QStringLiteral("removed") : QStringLiteral("in use"),
                       testedOn(workstation)});
        }
        return Said{table.toText(QStringLiteral("There are no workstations yet.")),
                    {{QStringLiteral("workstations"), arrayOf(practice.workstations)}}};
    });
}

Outcome moveWorkstation(const Arguments &arguments)
{
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        const auto id = findWorkstation(plan.after(), arguments.at(0));
        if (!id)
            return id.error();
        const auto room = findRoom(plan.after(), arguments.value("room"));
        if (!room)
            return room.error();
        if (const auto moved = plan.moveWorkstation(*id, *room); !moved)
            return moved.error();
        return aboutWorkstation(plan, *id,
                                plan.events().empty() ? QStringLiteral("was there already")
                                                      : QStringLiteral("is moved"));
    });
}

Outcome removeWorkstation(const Arguments &arguments)
{
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        const auto id = findWorkstation(plan.after(), arguments.at(0));
        if (!id)
            return id.error();
        if (const auto removed = plan.removeWorkstation(*id); !removed)
            return removed.error();
        return aboutWorkstation(plan, *id, QStringLiteral("is removed and can connect no more"));
    });
}

} // namespace

std::vector<Command> workstationCommands()
{
    const auto room = valueOption("room", "The room it stands in.", "ROOM");
    return {
        {QStringLiteral("workstations add"),
         QStringLiteral("NAME"),
         QStringLiteral("Add a workstation and print the invitation that enrols it."),
         1,
         1,
         {room, anywayOption(), notPatientOption()},
         {QStringLiteral("room")},
         addWorkstation},
        {QStringLiteral("workstations list"),
         {},
         QStringLiteral("List all workstations."),
         0,
         0,
         {},
         {},
         listWorkstations},
        {QStringLiteral("workstations move"),
         QStringLiteral("WORKSTATION"),
         QStringLiteral("Say that it stands in another room."),
         1,
         1,
         {room},
         {QStringLiteral("room")},
         moveWorkstation},
        {QStringLiteral("workstations remove"),
         QStringLiteral("WORKSTATION"),
         QStringLiteral("Shut a workstation out for good."),
         1,
         1,
         {},
         {},
         removeWorkstation},
    };
}

} // namespace handbell::programs
