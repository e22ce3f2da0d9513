// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Names.h"
#include "server/administration/Plan.h"

namespace handbell::administration {

namespace {

using protocol::Member;
using protocol::Permission;

std::vector<Permission> tidy(std::vector<Permission> permissions)
{
    permissions.push_back(Permission::Member);
    std::sort(permissions.begin(), permissions.end());
    permissions.erase(std::unique(permissions.begin(), permissions.end()), permissions.end());
    return permissions;
}

Error lastAdministrator()
{
    return {ErrorCode::InvalidArgument,
            QStringLiteral("this is the practice's last administrator: make somebody else one first")};
}

} // namespace

Result<Member> Plan::findMember(MemberId id) const
{
    const Member *found = m_after.member(id);
    if (!found)
        return Error{ErrorCode::NotFound,
                     QStringLiteral("there is no member %1: list the members to see the ids").arg(id.value)};
    return *found;
}

Result<void> Plan::checkMemberName(const QString &name, MemberId self) const
{
    for (const auto &[id, member] : m_after.members) {
        if (id != self && !member.disabled && foldedName(member.name) == foldedName(name)) {
            return Error{ErrorCode::AlreadyExists,
                         QStringLiteral("member %1 already has this name: add a middle initial or the role")
                             .arg(id.value)};
        }
    }
    return {};
}

bool Plan::isLastAdministrator(MemberId id) const
{
    const auto administers = [](const Member &member) {
        return !member.disabled && member.may(Permission::Administrator);
    };
    const Member *asked = m_after.member(id);
    if (!asked || !administers(*asked))
        return false;
    return std::none_of(m_after.members.begin(), m_after.members.end(),
                        [&](const auto &entry) { return entry.first != id && administers(entry.second); });
}

Result<MemberId> Plan::addMember(const QString &name, const QString &role,
                                 std::vector<Permission> permissions)
{
    const auto acceptedName = acceptName(NameKind::Member, name);
    if (!acceptedName)
        return acceptedName.error();
    const auto acceptedRole = acceptName(NameKind::Role, role);
    if (!acceptedRole)
        return acceptedRole.error();
    if (const auto unique = checkMemberName(*acceptedName, {}); !unique)
        return unique.error();
    const auto seq = add(protocol::MemberAdded{*acceptedName, *acceptedRole, tidy(std::move(permissions))});
    if (!seq)
        return seq.error();
    return MemberId(seq->value);
}

Result<void> Plan::setRole(MemberId id, const QString &role)
{
    const auto member = findMember(id);
    if (!member)
        return member.error();
    const auto accepted = acceptName(NameKind::Role, role);
    if (!accepted)
        return accepted.error();
    if (member->role == *accepted)
        return {};
    protocol::MemberChanged change;
    change.member = id;
    change.role = *accepted;
    return addAll({change});
}

Result<void> Plan::setPermissions(MemberId id, std::vector<Permission> permissions)
{
    const auto member = findMember(id);
    if (!member)
        return member.error();
    protocol::MemberChanged change;
    change.member = id;
    change.permissions = tidy(std::move(permissions));
    if (member->permissions == *change.permissions)
        return {};
    const auto &wanted = *change.permissions;
    const bool keeps = std::find(wanted.begin(), wanted.end(), Permission::Administrator) != wanted.end();
    if (!keeps && isLastAdministrator(id))
        return lastAdministrator();
    return addAll({change});
}

Result<void> Plan::disableMember(MemberId id)
{
    const auto member = findMember(id);
    if (!member)
        return member.error();
    if (member->disabled)
        return {};
    if (isLastAdministrator(id))
        return lastAdministrator();
    protocol::MemberChanged change;
    change.member = id;
    change.disabled = true;
    if (const auto added = addAll({change}); !added)
        return added.error();
    return cancelInvitationsOf({id, {}});
}

Result<void> Plan::enableMember(MemberId id)
{
    const auto member = findMember(id);
    if (!member)
        return member.error();
    if (!member->disabled)
        return {};
    if (const auto unique = checkMemberName(member->name, id); !unique)
        return unique.error();
    protocol::MemberChanged change;
    change.member = id;
    change.disabled = false;
    return addAll({change});
}

Result<void> Plan::resetPassword(MemberId id)
{
    const auto member = findMember(id);
    if (!member)
        return member.error();
    if (member->disabled)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("member %1 is disabled: enable them first").arg(id.value)};
    if (const auto added = addAll({protocol::PasswordReset{id}}); !added)
        return added.error();
    return cancelInvitationsOf({id, {}});
}

} // namespace handbell::administration
