// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Plan.h"

// Rooms, workstations and groups: the things with a name that is theirs alone.

namespace handbell::administration {

namespace {

using protocol::Conversation;
using protocol::ConversationKind;
using protocol::Workstation;

//! AlreadyExists where a thing in \a things that \a counts, other than \a self, is called \a name.
template <class Key, class T, class Counts>
Result<void> checkUnique(const std::map<Key, T> &things, Key self, const QString &name, QLatin1String noun,
                         Counts counts)
{
    const QString folded = foldedName(name);
    for (const auto &[id, thing] : things) {
        if (id != self && counts(thing) && foldedName(thing.name) == folded) {
            return Error{
                ErrorCode::AlreadyExists,
                QStringLiteral("%1 %2 already has this name: choose another").arg(noun).arg(id.value)};
        }
    }
    return {};
}

constexpr auto isGroup = [](const Conversation &conversation) {
    return conversation.kind == ConversationKind::Group;
};
constexpr auto isInUse = [](const Workstation &workstation) {
    return !workstation.removed;
};
constexpr auto always = [](const protocol::Room &) {
    return true;
};

Result<void> done(const Result<Seq> &added)
{
    return added ? Result<void>() : Result<void>(added.error());
}

Error noSuch(QLatin1String noun, qint64 id)
{
    return {ErrorCode::NotFound,
            QStringLiteral("there is no %1 %2: list the %1s to see the ids").arg(noun).arg(id)};
}

} // namespace

Result<RoomId> Plan::addRoom(const QString &name, protocol::RoomKind kind)
{
    const auto accepted = acceptSharedName(NameKind::Room, name);
    if (!accepted)
        return accepted.error();
    if (const auto unique =
            checkUnique(m_after.rooms, RoomId{}, accepted->name, QLatin1String("room"), always);
        !unique)
        return unique.error();
    const auto seq = add(protocol::RoomAdded{accepted->name, kind}, accepted->overrides);
    if (!seq)
        return seq.error();
    return RoomId(seq->value);
}

Result<void> Plan::renameRoom(RoomId id, const QString &name)
{
    const protocol::Room *room = m_after.room(id);
    if (!room)
        return noSuch(QLatin1String("room"), id.value);
    const auto accepted = acceptSharedName(NameKind::Room, name);
    if (!accepted)
        return accepted.error();
    if (room->name == accepted->name)
        return {};
    if (const auto unique = checkUnique(m_after.rooms, id, accepted->name, QLatin1String("room"), always);
        !unique)
        return unique.error();
    return done(add(protocol::RoomRenamed{id, accepted->name}, accepted->overrides));
}

Result<Workstation> Plan::findWorkstation(WorkstationId id) const
{
    const Workstation *found = m_after.workstation(id);
    if (!found)
        return noSuch(QLatin1String("workstation"), id.value);
    if (found->removed)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("workstation %1 was removed: add it again under a new id").arg(id.value)};
    return *found;
}

Result<WorkstationId> Plan::addWorkstation(const QString &name, RoomId room)
{
    const auto accepted = acceptSharedName(NameKind::Workstation, name);
    if (!accepted)
        return accepted.error();
    if (!m_after.room(room))
        return noSuch(QLatin1String("room"), room.value);
    const auto unique = checkUnique(m_after.workstations, WorkstationId{}, accepted->name,
                                    QLatin1String("workstation"), isInUse);
    if (!unique)
        return unique.error();
    const auto seq = add(protocol::WorkstationAdded{accepted->name, room}, accepted->overrides);
    if (!seq)
        return seq.error();
    return WorkstationId(seq->value);
}

Result<void> Plan::moveWorkstation(WorkstationId id, RoomId room)
{
    const auto workstation = findWorkstation(id);
    if (!workstation)
        return workstation.error();
    if (!m_after.room(room))
        return noSuch(QLatin1String("room"), room.value);
    if (workstation->room == room)
        return {};
    return addAll({protocol::WorkstationMoved{id, room}});
}

Result<void> Plan::removeWorkstation(WorkstationId id)
{
    const auto workstation = findWorkstation(id);
    if (!workstation)
        return workstation.error();
    if (const auto added = addAll({protocol::WorkstationRemoved{id}}); !added)
        return added.error();
    return cancelInvitationsOf({{}, id});
}

Result<Conversation> Plan::findGroup(ConversationId id) const
{
    const Conversation *found = m_after.conversation(id);
    if (!found || !isGroup(*found))
        return noSuch(QLatin1String("group"), id.value);
    return *found;
}

Result<ConversationId> Plan::addGroup(const QString &name, const std::vector<MemberId> &members)
{
    const auto accepted = acceptSharedName(NameKind::Group, name);
    if (!accepted)
        return accepted.error();
    const auto unique =
        checkUnique(m_after.conversations, ConversationId{}, accepted->name, QLatin1String("group"), isGroup);
    if (!unique)
        return unique.error();
    protocol::ConversationCreated created{ConversationKind::Group, accepted->name, members};
    for (const MemberId member : members) {
        if (const auto found = findMember(member); !found)
            return found.error();
    }
    std::sort(created.members.begin(), created.members.end());
    created.members.erase(std::unique(created.members.begin(), created.members.end()), created.members.end());
    const auto seq = add(std::move(created), accepted->overrides);
    if (!seq)
        return seq.error();
    return ConversationId(seq->value);
}

Result<void> Plan::renameGroup(ConversationId id, const QString &name)
{
    const auto group = findGroup(id);
    if (!group)
        return group.error();
    const auto accepted = acceptSharedName(NameKind::Group, name);
    if (!accepted)
        return accepted.error();
    if (group->name == accepted->name)
        return {};
    const auto unique =
        checkUnique(m_after.conversations, id, accepted->name, QLatin1String("group"), isGroup);
    if (!unique)
        return unique.error();
    return done(add(protocol::ConversationRenamed{id, accepted->name}, accepted->overrides));
}

Result<void> Plan::changeGroup(ConversationId id, const std::vector<MemberId> &added,
                               const std::vector<MemberId> &removed)
{
    const auto group = findGroup(id);
    if (!group)
        return group.error();
    protocol::ConversationMembersChanged change{id, {}, {}};
    for (const MemberId member : added) {
        if (const auto found = findMember(member); !found)
            return found.error();
        if (!group->includes(member))
            change.added.push_back(member);
    }
    for (const MemberId member : removed) {
        if (const auto found = findMember(member); !found)
            return found.error();
        if (group->includes(member))
            change.removed.push_back(member);
    }
    if (change.added.empty() && change.removed.empty())
        return {};
    return addAll({std::move(change)});
}

} // namespace handbell::administration
