// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/PracticeState.h"

#include <functional>

namespace handbell::server {

//! Who is signed in at the workstations of a room right now.
using InRoom = std::function<std::vector<MemberId>(RoomId)>;

//! Whom \a address means at this moment: members that are not disabled, without \a sender, sorted; possibly
//! nobody. A role is compared without case; a room means who is signed in there. InvalidField where the
//! address is not well-formed, NotFound where it names nothing there is.
[[nodiscard]] Result<std::vector<MemberId>> membersAt(const protocol::Address &address, MemberId sender,
                                                      const protocol::PracticeState &state,
                                                      const InRoom &inRoom);

//! Why \a member neither reads nor writes in \a conversation: NotFound where they may not know of it,
//! Forbidden where it is a group of others, which everybody knows of. Nothing where they do.
[[nodiscard]] std::optional<Error> refusalToEnter(ConversationId conversation, MemberId member,
                                                  const protocol::PracticeState &state);

//! \a some and \a others together, sorted, each once.
[[nodiscard]] std::vector<MemberId> together(std::vector<MemberId> some, const std::vector<MemberId> &others);

} // namespace handbell::server
