// SPDX-License-Identifier: Apache-2.0
#include "server/Addressing.h"

namespace handbell::server {

namespace {

using protocol::AddressKind;

bool isWellFormed(const protocol::Address &address)
{
    switch (address.kind) {
    case AddressKind::Person:
    case AddressKind::Room:
    case AddressKind::Group:
        return address.id > 0 && address.role.isEmpty();
    case AddressKind::Role:
        return address.id == 0 && !address.role.trimmed().isEmpty();
    case AddressKind::Everyone:
        return address.id == 0 && address.role.isEmpty();
    }
    return false;
}

template <class Wanted>
std::vector<MemberId> membersWho(const protocol::PracticeState &state, const Wanted &wanted)
{
    std::vector<MemberId> found;
    for (const auto &[id, member] : state.members) {
        if (!member.disabled && wanted(member))
            found.push_back(id);
    }
    return found;
}

} // namespace

Result<std::vector<MemberId>> membersAt(const protocol::Address &address, MemberId sender,
                                        const protocol::PracticeState &state, const InRoom &inRoom)
{
    if (!isWellFormed(address))
        return Error{ErrorCode::InvalidField, QStringLiteral("\"address\" does not fit its kind")};
    const Error unknown{ErrorCode::NotFound, QStringLiteral("the address names nothing there is")};
    std::vector<MemberId> found;
    switch (address.kind) {
    case AddressKind::Person:
        if (!state.member(MemberId(address.id)))
            return unknown;
        found =
            membersWho(state, [&](const protocol::Member &member) { return member.id.value == address.id; });
        break;
    case AddressKind::Role: {
        const QString role = address.role.trimmed();
        found = membersWho(state, [&](const protocol::Member &member) {
            return member.role.compare(role, Qt::CaseInsensitive) == 0;
        });
        break;
    }
    case AddressKind::Room: {
        if (!state.room(RoomId(address.id)))
            return unknown;
        const std::vector<MemberId> present = inRoom(RoomId(address.id));
        found = membersWho(state, [&](const protocol::Member &member) {
            return std::find(present.begin(), present.end(), member.id) != present.end();
        });
        break;
    }
    case AddressKind::Group: {
        const protocol::Conversation *group = state.conversation(ConversationId(address.id));
        if (!group || group->kind != protocol::ConversationKind::Group)
            return unknown;
        found = state.participants(group->id);
        break;
    }
    case AddressKind::Everyone:
        found = membersWho(state, [](const protocol::Member &) { return true; });
        break;
    }
    found.erase(std::remove(found.begin(), found.end(), sender), found.end());
    return found;
}

std::optional<Error> refusalToEnter(ConversationId id, MemberId member, const protocol::PracticeState &state)
{
    const protocol::Conversation *conversation = state.conversation(id);
    if (conversation && conversation->includes(member))
        return std::nullopt;
    if (!conversation || conversation->kind == protocol::ConversationKind::Direct)
        return Error{ErrorCode::NotFound, QStringLiteral("no such conversation")};
    return Error{ErrorCode::Forbidden, QStringLiteral("only its members read and write in a group")};
}

std::vector<MemberId> together(std::vector<MemberId> some, const std::vector<MemberId> &others)
{
    some.insert(some.end(), others.begin(), others.end());
    std::sort(some.begin(), some.end());
    some.erase(std::unique(some.begin(), some.end()), some.end());
    return some;
}

} // namespace handbell::server
