// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace handbell {

//! A position in the record, or the identity of a thing: the seq of the event that made it. Zero is "none".
//! The tag keeps a member's id from being taken for a room's; a value type, safe to use from any thread.
template <class Tag>
struct Id
{
    qint64 value = 0;

    constexpr Id() = default;
    constexpr explicit Id(qint64 v)
        : value(v)
    {
    }

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using Seq = Id<struct SeqTag>;                     //!< position of an event in the record; dense, starts at 1
using MemberId = Id<struct MemberTag>;             //!< seq of the member_added event
using WorkstationId = Id<struct WorkstationTag>;   //!< seq of the workstation_added event
using RoomId = Id<struct RoomTag>;                 //!< seq of the room_added event
using ConversationId = Id<struct ConversationTag>; //!< seq of the conversation_created event
using MessageId = Id<struct MessageTag>;           //!< seq of the message_posted event
using AlertId = Id<struct AlertTag>;               //!< seq of the alert_raised event
using InvitationId = Id<struct InvitationTag>;     //!< seq of the invitation_created event
using TemplateId = Id<struct TemplateTag>;         //!< seq of the template_added event

} // namespace handbell
