// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Events.h"

#include <QString>

#include <map>
#include <optional>

namespace handbell::client {

//! One message of a conversation as this workstation knows it.
struct Message
{
    MessageId id;
    ConversationId conversation;
    MemberId author;
    WorkstationId workstation;
    WallTime at{};
    QString text;                        //!< empty once withdrawn
    bool withdrawn = false;              //!< a tombstone
    std::optional<WallTime> withdrawnAt; //!< where it is known: history does not tell
    std::map<MemberId, protocol::ReceiptState> receipts;

    friend bool operator==(const Message &, const Message &) = default;
};

//! The message \a event posted; nothing where it is another kind of event. Without a text it was withdrawn,
//! or retention took it.
[[nodiscard]] inline std::optional<Message> messageFrom(const protocol::Event &event)
{
    const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload);
    if (!posted)
        return std::nullopt;
    Message message;
    message.id = MessageId(event.seq.value);
    message.conversation = posted->conversation;
    message.author = event.actor;
    message.workstation = event.workstation;
    message.at = event.at;
    message.text = event.text.value_or(QString());
    message.withdrawn = !event.text.has_value();
    return message;
}

} // namespace handbell::client
