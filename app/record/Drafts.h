// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Events.h"
#include "record/Secrets.h"

#include <utility>
#include <variant>
#include <vector>

// What goes into Record::append() and what comes out.

namespace handbell::record {

//! Something that is to become an event. Seq and time are the record's to give.
struct EventDraft
{
    MemberId actor; //!< protocol::noMember for timers and handbellctl
    WorkstationId workstation;
    protocol::Payload payload;
    std::optional<QString> text; //!< what was typed; kept beside the event, never in it
    QByteArray nonce;            //!< empty, or the 16 bytes of the request: unique for the actor, for ever
    //! What the nonce stands for, 32 bytes (SHA-256 of the request as it was sent). Empty: kind, payload and
    //! text of the draft. Needed where the payload depends on the moment, as an alert's targets do, and the
    //! same request might make another payload when it comes again.
    QByteArray requestDigest;
    QString scope = QStringLiteral("practice");
};

//! Events that belong together: they follow one another directly in the record, all or none.
//!
//! A GuardOverridden that names no event is about the first event of its group. The nonce of the first draft
//! is that of the group; the others carry none.
struct EventGroup
{
    EventGroup() = default;
    // Implicit on purpose: most groups are a single draft.
    EventGroup(EventDraft draft) { drafts.push_back(std::move(draft)); }

    std::vector<EventDraft> drafts;
    std::vector<SecretChange> secrets; //!< kept in the same transaction, after what the events themselves end
};

//! The group is in the record and on the disk; texts included.
struct Appended
{
    std::vector<protocol::Event> events;

    friend bool operator==(const Appended &, const Appended &) = default;
};

//! The same request was appended before, with this seq and time: nothing was added now.
struct AppendedEarlier
{
    Seq seq;
    WallTime at{};

    friend bool operator==(const AppendedEarlier &, const AppendedEarlier &) = default;
};

//! What became of a group. An Error is NonceReused (the nonce stood for something else), InvalidField (it
//! contradicts the practice as it is), or InvalidArgument (a nonce or digest of the wrong length, an empty
//! group).
using AppendOutcome = std::variant<Appended, AppendedEarlier, Error>;

} // namespace handbell::record
