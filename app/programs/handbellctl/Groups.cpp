// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/Lookup.h"

namespace handbell::programs {

namespace {

using administration::findGroup;
using administration::findMember;
using administration::InvitationDesk;
using administration::Plan;
using protocol::Conversation;
using protocol::PracticeState;

QString memberNames(const Conversation &group, const PracticeState &practice)
{
    QStringList names;
    for (const MemberId id : group.members) {
        if (const protocol::Member *member = practice.member(id))
            names << member->name;
    }
    return names.join(QStringLiteral(", "));
}

Result<std::vector<MemberId>> membersFrom(const QStringList &typed, const PracticeState &practice)
{
    std::vector<MemberId> members;
    for (const QString &one : typed) {
        const auto found = findMember(practice, one);
        if (!found)
            return Error{found.error().code, QStringLiteral("\"%1\": %2").arg(one, found.error().detail)};
        members.push_back(*found);
    }
    return members;
}

Said aboutGroup(const Plan &plan, ConversationId id)
{
    const Conversation &group = plan.after().conversations.at(id);
    return {QStringLiteral("%1 (group %2) has %3: %4\n")
                .arg(forTerminal(group.name), QString::number(id.value),
                     counted(static_cast<qsizetype>(group.members.size()), "member", "members"),
                     forTerminal(memberNames(group, plan.after()))),
            {{QStringLiteral("group"), protocol::toJson(group)}}};
}

Outcome addGroup(const Arguments &arguments)
{
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        const auto members = membersFrom(arguments.values("member"), plan.after());
        if (!members)
            return members.error();
        const auto id = plan.addGroup(arguments.at(0), *members);
        if (!id)
            return id.error();
        return aboutGroup(plan, *id);
    });
}

Outcome listGroups(const Arguments &arguments)
{
    return readPractice(arguments, [](const PracticeState &practice) -> Result<Said> {
        Table table({QStringLiteral("Id"), QStringLiteral("Name"), QStringLiteral("Members")});
        QJsonArray json;
        for (const auto &[id, conversation] : practice.conversations) {
            if (conversation.kind != protocol::ConversationKind::Group)
                continue;
            table.add({QString::number(id.value), conversation.name, memberNames(conversation, practice)});
            json.append(protocol::toJson(conversation));
        }
        return Said{table.toText(QStringLiteral("There are no groups yet.")),
                    {{QStringLiteral("groups"), json}}};
    });
}

//! A change to the group that the first operand names, with the members the others name.
Outcome
changeGroup(const Arguments &arguments,
            const std::function<Result<void>(Plan &, ConversationId, const std::vector<MemberId> &)> &change)
{
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        const auto id = findGroup(plan.after(), arguments.at(0));
        if (!id)
            return id.error();
        const auto members = membersFrom(arguments.positional().mid(1), plan.after());
        if (!members)
            return members.error();
        if (const auto changed = change(plan, *id, *members); !changed)
            return changed.error();
        return aboutGroup(plan, *id);
    });
}

Outcome addToGroup(const Arguments &arguments)
{
    return changeGroup(arguments, [](Plan &plan, ConversationId id, const std::vector<MemberId> &members) {
        return plan.changeGroup(id, members, {});
    });
}

Outcome removeFromGroup(const Arguments &arguments)
{
    return changeGroup(arguments, [](Plan &plan, ConversationId id, const std::vector<MemberId> &members) {
        return plan.changeGroup(id, {}, members);
    });
}

Outcome renameGroup(const Arguments &arguments)
{
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        const auto id = findGroup(plan.after(), arguments.at(0));
        if (!id)
            return id.error();
        if (const auto renamed = plan.renameGroup(*id, arguments.at(1)); !renamed)
            return renamed.error();
        return aboutGroup(plan, *id);
    });
}

} // namespace

std::vector<Command> groupCommands()
{
    constexpr int many = 1000;
    return {
        {QStringLiteral("groups add"),
         QStringLiteral("NAME"),
         QStringLiteral("Add a group."),
         1,
         1,
         {valueOption("member", "A member of it; may be repeated.", "MEMBER"), anywayOption(),
          notPatientOption()},
         {QStringLiteral("member")},
         addGroup},
        {QStringLiteral("groups list"), {}, QStringLiteral("List all groups."), 0, 0, {}, {}, listGroups},
        {QStringLiteral("groups add-member"),
         QStringLiteral("GROUP MEMBER…"),
         QStringLiteral("Add members."),
         2,
         many,
         {},
         {},
         addToGroup},
        {QStringLiteral("groups remove-member"),
         QStringLiteral("GROUP MEMBER…"),
         QStringLiteral("Remove members."),
         2,
         many,
         {},
         {},
         removeFromGroup},
        {QStringLiteral("groups rename"),
         QStringLiteral("GROUP NAME"),
         QStringLiteral("Give a group another name."),
         2,
         2,
         {anywayOption(), notPatientOption()},
         {},
         renameGroup},
    };
}

} // namespace handbell::programs
