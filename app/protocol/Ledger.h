// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Fields.h"

// The interruption ledger as it travels: where, when and with whom the bell rang, in numbers. It is about the
// practice: no member is named in it, and server/administration/InterruptionLedger.h says what is counted and
// what is held back.

namespace handbell::protocol {

//! What became of the alerts of a line. The first four add up to all of them.
struct LedgerOutcome
{
    int answered = 0; //!< by a reply that settles
    int expired = 0;
    int cancelled = 0;
    int open = 0;                     //!< not over yet
    int escalated = 0;                //!< of all, those that went on to a further address
    std::optional<int> medianSeconds; //!< from the ring to the settling answer

    //! How many of a hundred were answered, of those that ran their course: what was cancelled or is open does
    //! not count. 100 only where it was all of them; nothing where there are none.
    [[nodiscard]] std::optional<int> answeredPercent() const
    {
        const int ran = answered + expired;
        if (ran == 0)
            return std::nullopt;
        return expired == 0 ? 100 : std::min((200 * answered + ran) / (2 * ran), 99);
    }
    friend bool operator==(const LedgerOutcome &, const LedgerOutcome &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("answered", self.answered);
        visit.required("expired", self.expired);
        visit.required("cancelled", self.cancelled);
        visit.required("open", self.open);
        visit.required("escalated", self.escalated);
        visit.optional("median_s", self.medianSeconds);
    }
};

//! The alerts of one room, role, hour or importance.
struct LedgerLine
{
    QString name; //!< "Consulting room 3", "Nurse", "09", "urgent"; empty for those that belong to none
    int routine = 0;
    int important = 0;
    int urgent = 0;
    std::optional<LedgerOutcome> outcome; //!< absent where too few members stand behind it

    [[nodiscard]] int alerts() const { return routine + important + urgent; }
    friend bool operator==(const LedgerLine &, const LedgerLine &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("name", self.name);
        visit.required("routine", self.routine);
        visit.required("important", self.important);
        visit.required("urgent", self.urgent);
        visit.optional("outcome", self.outcome);
    }
};

//! The alerts of a time, laid out in four ways.
struct Ledger
{
    //! The most lines of one way to lay them out: far beyond a practice, and a frame holds them all.
    static constexpr MaxCount maxLines{200};

    LedgerLine all;
    std::vector<LedgerLine> rooms;       //!< busiest first; last, without a name, those that rang in no room
    std::vector<LedgerLine> roles;       //!< busiest first; last, without a name, the roles few members have
    std::vector<LedgerLine> hours;       //!< "00" to "23", those with alerts
    std::vector<LedgerLine> importances; //!< routine, important, urgent

    friend bool operator==(const Ledger &, const Ledger &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("all", self.all);
        visit.required("rooms", self.rooms, maxLines);
        visit.required("roles", self.roles, maxLines);
        visit.required("hours", self.hours, maxLines);
        visit.required("importances", self.importances, maxLines);
    }
};

} // namespace handbell::protocol
