// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/Lookup.h"

namespace handbell::programs {

namespace {

using administration::InvitationDesk;
using administration::Plan;
using protocol::RoomKind;

Said aboutRoom(const Plan &plan, RoomId id, const QString &what)
{
    const protocol::Room &room = plan.after().rooms.at(id);
    return {QStringLiteral("%1 (room %2) %3\n").arg(forTerminal(room.name)).arg(id.value).arg(what),
            {{QStringLiteral("room"), protocol::toJson(room)}}};
}

Outcome addRoom(const Arguments &arguments)
{
    const auto kind = protocol::enumFromName<RoomKind>(arguments.value("kind"));
    if (!kind)
        return Outcome::misused(QStringLiteral("--kind is %1").arg(choicesOf<RoomKind>()));
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        const auto id = plan.addRoom(arguments.at(0), *kind);
        if (!id)
            return id.error();
        return aboutRoom(plan, *id, QStringLiteral("is added"));
    });
}

Outcome listRooms(const Arguments &arguments)
{
    return readPractice(arguments, [](const protocol::PracticeState &practice) -> Result<Said> {
        Table table({QStringLiteral("Id"), QStringLiteral("Name"), QStringLiteral("Kind")});
        for (const auto &[id, room] : practice.rooms)
            table.add({QString::number(id.value), room.name, QString(enumName(room.kind))});
        return Said{table.toText(QStringLiteral("There are no rooms yet.")),
                    {{QStringLiteral("rooms"), arrayOf(practice.rooms)}}};
    });
}

Outcome renameRoom(const Arguments &arguments)
{
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        const auto id = administration::findRoom(plan.after(), arguments.at(0));
        if (!id)
            return id.error();
        if (const auto renamed = plan.renameRoom(*id, arguments.at(1)); !renamed)
            return renamed.error();
        return aboutRoom(plan, *id, QStringLiteral("is its name now"));
    });
}

} // namespace

std::vector<Command> roomCommands()
{
    return {
        {QStringLiteral("rooms add"),
         QStringLiteral("NAME"),
         QStringLiteral("Add a room."),
         1,
         1,
         {valueOption("kind", "consulting, desk, office or other.", "KIND"), anywayOption(),
          notPatientOption()},
         {QStringLiteral("kind")},
         addRoom},
        {QStringLiteral("rooms list"), {}, QStringLiteral("List all rooms."), 0, 0, {}, {}, listRooms},
        {QStringLiteral("rooms rename"),
         QStringLiteral("ROOM NAME"),
         QStringLiteral("Give a room another name."),
         2,
         2,
         {anywayOption(), notPatientOption()},
         {},
         renameRoom},
    };
}

} // namespace handbell::programs
