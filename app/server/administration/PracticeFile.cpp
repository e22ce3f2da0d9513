// SPDX-License-Identifier: Apache-2.0
#include "server/administration/PracticeFile.h"

#include "server/administration/Lookup.h"
#include "server/administration/Names.h"
#include "protocol/StrictJson.h"

namespace handbell::administration {

namespace {

//! Runs \a apply on each entry of \a list; an error gets the entry's place in front.
template <class Entry, class Apply>
Result<void> forEach(const std::optional<std::vector<Entry>> &list, QLatin1String name, Apply apply)
{
    if (!list)
        return {};
    for (size_t i = 0; i < list->size(); ++i) {
        const Result<void> applied = apply((*list)[i]);
        if (!applied)
            return Error{applied.error().code,
                         QStringLiteral("%1[%2]: %3").arg(name).arg(i).arg(applied.error().detail)};
    }
    return {};
}

template <class T>
Result<void> withoutValue(const Result<T> &result)
{
    return result ? Result<void>() : Result<void>(result.error());
}

//! The thing in use that is called \a name, or nothing. Not Lookup: a file's names are never ids.
template <class Id, class T, class Counts>
std::optional<Id> called(const std::map<Id, T> &things, const QString &name, Counts counts)
{
    for (const auto &[id, thing] : things) {
        if (counts(thing) && foldedName(thing.name) == foldedName(name))
            return id;
    }
    return std::nullopt;
}

class Seeding
{
public:
    Seeding(Plan &plan, const InvitationDesk &desk)
        : m_plan(plan)
        , m_desk(desk)
    {
    }

    Result<void> room(const PracticeFile::RoomEntry &entry)
    {
        return findRoom(entry.name) ? Result<void>() : withoutValue(m_plan.addRoom(entry.name, entry.kind));
    }

    Result<void> workstation(const PracticeFile::WorkstationEntry &entry)
    {
        const auto place = findRoom(entry.room);
        if (!place)
            return missing("room");
        if (const auto existing = findWorkstation(entry.name))
            return m_plan.moveWorkstation(*existing, *place);
        return withoutValue(m_plan.addWorkstation(entry.name, *place));
    }

    Result<void> member(const PracticeFile::MemberEntry &entry)
    {
        const auto existing = findMember(entry.name);
        if (!existing)
            return withoutValue(
                m_plan.addMember(entry.name, entry.role, entry.permissions.value_or(onlyMember())));
        if (const auto role = m_plan.setRole(*existing, entry.role); !role)
            return role;
        return entry.permissions ? m_plan.setPermissions(*existing, *entry.permissions) : Result<void>();
    }

    Result<void> group(const PracticeFile::GroupEntry &entry)
    {
        std::vector<MemberId> members;
        for (const QString &name : entry.members) {
            const auto found = findMember(name);
            if (!found)
                return missing("member");
            members.push_back(*found);
        }
        const auto ofGroupKind = [](const protocol::Conversation &conversation) {
            return conversation.kind == protocol::ConversationKind::Group;
        };
        if (const auto existing = called(m_plan.after().conversations, entry.name, ofGroupKind))
            return m_plan.changeGroup(*existing, members, {});
        return withoutValue(m_plan.addGroup(entry.name, members));
    }

    Result<void> invitation(const PracticeFile::InvitationEntry &entry)
    {
        InvitationTarget target;
        if (entry.member && !(target.member = findMember(*entry.member)))
            return missing("member");
        if (entry.workstation && !(target.workstation = findWorkstation(*entry.workstation)))
            return missing("workstation");
        auto issued = m_desk.issue(m_plan, target);
        if (!issued)
            return issued.error();
        m_issued.push_back(*std::move(issued));
        return {};
    }

    std::vector<IssuedInvitation> takeIssued() { return std::move(m_issued); }

private:
    static std::vector<protocol::Permission> onlyMember() { return {protocol::Permission::Member}; }
    static Error missing(const char *noun)
    {
        return {ErrorCode::NotFound,
                QStringLiteral("it names a %1 that neither the practice nor this file has: correct the name")
                    .arg(QLatin1String(noun))};
    }
    [[nodiscard]] std::optional<RoomId> findRoom(const QString &name) const
    {
        return called(m_plan.after().rooms, name, [](const protocol::Room &) { return true; });
    }
    [[nodiscard]] std::optional<WorkstationId> findWorkstation(const QString &name) const
    {
        return called(m_plan.after().workstations, name,
                      [](const protocol::Workstation &w) { return !w.removed; });
    }
    [[nodiscard]] std::optional<MemberId> findMember(const QString &name) const
    {
        return called(m_plan.after().members, name, [](const protocol::Member &m) { return !m.disabled; });
    }

    Plan &m_plan;
    const InvitationDesk &m_desk;
    std::vector<IssuedInvitation> m_issued;
};

} // namespace

Result<PracticeFile> readPracticeFile(const QByteArray &json)
{
    return protocol::readStrictly<PracticeFile>(json);
}

Result<std::vector<IssuedInvitation>> applyPracticeFile(Plan &plan, const PracticeFile &file,
                                                        const InvitationDesk &desk)
{
    Seeding seeding(plan, desk);
    using File = PracticeFile;
    const auto settings = [&]() -> Result<void> {
        const auto set = file.guard ? plan.setGuard(toSettings(*file.guard)) : Result<void>();
        return set ? set : Error{set.error().code, QStringLiteral("guard: %1").arg(set.error().detail)};
    };
    // In the order in which they need each other.
    auto done = forEach(file.rooms, QLatin1String("rooms"),
                        [&](const File::RoomEntry &e) { return seeding.room(e); });
    if (done)
        done = forEach(file.workstations, QLatin1String("workstations"),
                       [&](const File::WorkstationEntry &e) { return seeding.workstation(e); });
    if (done)
        done = forEach(file.members, QLatin1String("members"),
                       [&](const File::MemberEntry &e) { return seeding.member(e); });
    if (done)
        done = forEach(file.groups, QLatin1String("groups"),
                       [&](const File::GroupEntry &e) { return seeding.group(e); });
    if (done)
        done = settings();
    if (done)
        done = forEach(file.invitations, QLatin1String("invitations"),
                       [&](const File::InvitationEntry &e) { return seeding.invitation(e); });
    if (!done)
        return done.error();
    return seeding.takeIssued();
}

} // namespace handbell::administration
