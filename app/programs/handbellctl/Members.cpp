// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/Lookup.h"

namespace handbell::programs {

namespace {

using administration::findMember;
using administration::InvitationDesk;
using administration::Plan;
using protocol::Member;
using protocol::Permission;

QString permissionsText(const std::vector<Permission> &permissions)
{
    QStringList names;
    for (const Permission permission : permissions)
        names << enumName(permission);
    return names.join(QStringLiteral(", "));
}

Result<std::vector<Permission>> permissionsFrom(const QStringList &names)
{
    std::vector<Permission> permissions;
    for (const QString &name : names) {
        const auto permission = protocol::enumFromName<Permission>(name);
        if (!permission)
            return Error{
                ErrorCode::InvalidArgument,
                QStringLiteral("\"%1\" is not a permission: it is %2").arg(name, choicesOf<Permission>())};
        permissions.push_back(*permission);
    }
    return permissions;
}

Said aboutMember(const Plan &plan, MemberId id, const QString &what)
{
    const Member &member = plan.after().members.at(id);
    return {QStringLiteral("%1 (member %2) %3\n").arg(forTerminal(member.name)).arg(id.value).arg(what),
            {{QStringLiteral("member"), protocol::toJson(member)}}};
}

Outcome addMember(const Arguments &arguments)
{
    const auto permissions = permissionsFrom(arguments.values("permission"));
    if (!permissions)
        return Outcome::misused(permissions.error().detail);
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        const auto id = plan.addMember(arguments.at(0), arguments.value("role"), *permissions);
        if (!id)
            return id.error();
        return aboutMember(
            plan, *id,
            QStringLiteral("is a member now. Invite them: handbellctl invitations create --member %1")
                .arg(id->value));
    });
}

Outcome listMembers(const Arguments &arguments)
{
    return readPractice(arguments, [](const protocol::PracticeState &practice) -> Result<Said> {
        Table table({QStringLiteral("Id"), QStringLiteral("Name"), QStringLiteral("Role"),
                     QStringLiteral("Permissions"), QStringLiteral("State")});
        for (const auto &[id, member] : practice.members) {
            table.add({QString::number(id.value), member.name, member.role,
                       permissionsText(member.permissions),
                       member.disabled ? QStringLiteral("disabled") : QStringLiteral("active")});
        }
        return Said{table.toText(QStringLiteral("There are no members yet.")),
                    {{QStringLiteral("members"), arrayOf(practice.members)}}};
    });
}

//! A change to the member whom the first operand names.
Outcome changeMember(const Arguments &arguments, const QString &what,
                     const std::function<Result<void>(Plan &, MemberId)> &change)
{
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        const auto id = findMember(plan.after(), arguments.at(0));
        if (!id)
            return id.error();
        if (const auto changed = change(plan, *id); !changed)
            return changed.error();
        return aboutMember(plan, *id, plan.events().empty() ? QStringLiteral("was like that already") : what);
    });
}

Outcome setRole(const Arguments &arguments)
{
    return changeMember(arguments, QStringLiteral("has a new role"),
                        [&](Plan &plan, MemberId id) { return plan.setRole(id, arguments.at(1)); });
}

Outcome setPermissions(const Arguments &arguments)
{
    const auto permissions = permissionsFrom(arguments.positional().mid(1));
    if (!permissions)
        return Outcome::misused(permissions.error().detail);
    return changeMember(
        arguments,
        QStringLiteral("now has: %1").arg(arguments.positional().mid(1).join(QStringLiteral(", "))),
        [&](Plan &plan, MemberId id) { return plan.setPermissions(id, *permissions); });
}

Outcome disableMember(const Arguments &arguments)
{
    return changeMember(arguments, QStringLiteral("is disabled and signed out everywhere"),
                        [](Plan &plan, MemberId id) { return plan.disableMember(id); });
}

Outcome enableMember(const Arguments &arguments)
{
    return changeMember(arguments, QStringLiteral("may sign in again"),
                        [](Plan &plan, MemberId id) { return plan.enableMember(id); });
}

Outcome resetMember(const Arguments &arguments)
{
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &desk) -> Result<Said> {
        const auto id = findMember(plan.after(), arguments.at(0));
        if (!id)
            return id.error();
        if (const auto reset = plan.resetPassword(*id); !reset)
            return reset.error();
        const auto invitation = desk.issue(plan, {*id, std::nullopt});
        if (!invitation)
            return invitation.error();
        Said said =
            aboutMember(plan, *id, QStringLiteral("is signed out everywhere and needs a new password"));
        said.text += invitationText(*invitation, plan.after());
        said.json.insert(QStringLiteral("invitation"), administration::toJson(*invitation, plan.after()));
        return said;
    });
}

} // namespace

std::vector<Command> memberCommands()
{
    const QString member = QStringLiteral("MEMBER");
    return {
        {QStringLiteral("members add"),
         QStringLiteral("NAME"),
         QStringLiteral("Add a member."),
         1,
         1,
         {valueOption("role", "Job role, such as Receptionist, GP or Nurse.", "ROLE"),
          valueOption("permission", "Beyond member: trainer, reviewer or administrator; may be repeated.",
                      "PERMISSION")},
         {QStringLiteral("role")},
         addMember},
        {QStringLiteral("members list"), {}, QStringLiteral("List all members."), 0, 0, {}, {}, listMembers},
        {QStringLiteral("members set-role"),
         QStringLiteral("MEMBER ROLE"),
         QStringLiteral("Change a job role."),
         2,
         2,
         {},
         {},
         setRole},
        {QStringLiteral("members set-permissions"),
         QStringLiteral("MEMBER PERMISSION…"),
         QStringLiteral("Replace a member's permissions."),
         2,
         5,
         {},
         {},
         setPermissions},
        {QStringLiteral("members disable"),
         member,
         QStringLiteral("Sign out for good and keep out."),
         1,
         1,
         {},
         {},
         disableMember},
        {QStringLiteral("members enable"),
         member,
         QStringLiteral("Let a disabled member in again."),
         1,
         1,
         {},
         {},
         enableMember},
        {QStringLiteral("members reset"),
         member,
         QStringLiteral("Take the password away and print an invitation to choose anew."),
         1,
         1,
         {},
         {},
         resetMember},
    };
}

} // namespace handbell::programs
