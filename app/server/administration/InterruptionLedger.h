// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Ledger.h"
#include "protocol/PracticeState.h"
#include "server/administration/TuningReport.h"

#include <QTimeZone>

#include <map>
#include <optional>
#include <set>

namespace handbell::administration {

//! How often the bell interrupted the practice, from the events of its record: by room, job role, hour and
//! importance. For the practice, not a league table of people: it names nobody.
//!
//! **What is counted.** An alert counts by when it was raised, whatever became of it later. It counts once in
//! each line it belongs to:
//! - rooms: the room it was addressed to; otherwise each room where one of its targets was signed in at that
//!   moment, also when it went on to further targets. Signed in is not the same as there: a lunch break does
//!   not show. An alert whose targets were signed in nowhere counts in a line of its own.
//! - roles: the job role each target had at that moment.
//! - hours: the hour of the local day in which it was raised; when the clocks go back, two hours count as
//! one.
//!
//! A test of assistance is no interruption and is not counted. An alert that gathers all who come counts as
//! answered with the first of them.
//!
//! The time to answer runs from the ring to the first reply that settles, also where it went on in between;
//! of an even number of alerts, the median is the mean of the middle two. Whether a routine alert was held
//! back during a consultation is told by receipts, which are no events: it is not in here.
//!
//! **What is held back**, so that nobody's habits can be read from it (smallestGroup, see TuningReport):
//! - a median where fewer than that many members gave the answers;
//! - a role that fewer members had, at any of its alerts, is gathered with others like it, and with the next
//!   larger ones until as many members stand behind what was gathered;
//! - of a room where fewer members were rung, what became of its alerts; where that is one room alone, of
//!   another one too, lest it be got by subtraction.
class InterruptionLedger
{
public:
    static constexpr size_t smallestGroup = TuningReport::smallestGroup;

    //! Of the alerts raised from \a from until before \a until; \a zone tells the hours.
    InterruptionLedger(WallTime from, WallTime until, QTimeZone zone);

    //! The kinds of events that matter before the time begins: they say who sits where.
    [[nodiscard]] static const std::vector<QLatin1String> &placeKinds();
    //! The kinds that matter from then on; all others may be left out.
    [[nodiscard]] static const std::vector<QLatin1String> &kinds();
    //! The next event of the record, from its very first to its last: who sits where comes from long before.
    void add(const protocol::Event &event);
    [[nodiscard]] protocol::Ledger ledger() const;

private:
    //! An alert of the time in question.
    struct Ring
    {
        protocol::Importance importance = protocol::Importance::Routine;
        WallTime at{};
        int hour = 0;
        //! Whom it reached in which room; those signed in nowhere under none.
        std::map<RoomId, std::set<MemberId>> reached;
        std::set<QString> roles; //!< keys of m_roles
        protocol::AlertState state = protocol::AlertState::Open;
        bool escalated = false;
        MemberId settledBy;
        std::chrono::milliseconds settledAfter{};
    };
    struct Role
    {
        QString name;
        size_t fewest = 0; //!< active members that had it, at the alert at which they were fewest
    };
    class Count;
    struct Reader;

    void reach(Ring &ring, const protocol::Address &address, const std::vector<MemberId> &targets);
    void countHolders();
    [[nodiscard]] int hourOf(WallTime at) const;
    [[nodiscard]] std::vector<protocol::LedgerLine> roomLines() const;
    [[nodiscard]] std::vector<protocol::LedgerLine> roleLines() const;
    //! The roles that are told only together, and whether enough members stand behind them.
    [[nodiscard]] std::pair<std::set<QString>, bool> gatheredRoles() const;

    WallTime m_from;
    WallTime m_until;
    QTimeZone m_zone;
    protocol::PracticeState m_practice; //!< its directory alone
    std::map<MemberId, WorkstationId> m_seats;
    std::map<QString, size_t> m_holders; //!< active members by role, folded
    std::map<AlertId, Ring> m_rings;
    std::map<QString, Role> m_roles; //!< those rung, by name without case
};

} // namespace handbell::administration
