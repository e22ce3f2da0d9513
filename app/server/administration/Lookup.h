// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/PracticeState.h"

namespace handbell::administration {

// What an administrator typed, to the one thing it means: a whole name (compared as names are), an id, or an
// id written #12 where a name is a number too. Things in use come before disabled members and removed
// workstations of the same name. NotFound or InvalidArgument (several could be meant) with a sentence that
// says what to do; it names ids, and never repeats a name.

[[nodiscard]] Result<MemberId> findMember(const protocol::PracticeState &practice, const QString &typed);
[[nodiscard]] Result<RoomId> findRoom(const protocol::PracticeState &practice, const QString &typed);
[[nodiscard]] Result<WorkstationId> findWorkstation(const protocol::PracticeState &practice,
                                                    const QString &typed);
[[nodiscard]] Result<ConversationId> findGroup(const protocol::PracticeState &practice, const QString &typed);

} // namespace handbell::administration
