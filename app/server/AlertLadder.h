// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace handbell::server {

//! When open alerts go on by themselves: to their next address, or out. Each step is due by whichever clock
//! says so first: the wall time that stands in the record, so that a restarted server takes up where the last
//! one stopped and a sleep of the machine counts; and the time that has really passed, so that nobody waits
//! for an hour longer because the wall clock was set back by one. Pure: it decides nothing and knows no
//! clock; what is due stays due until the alert is set anew or removed.
class AlertLadder
{
public:
    struct Now
    {
        WallTime wall;
        SteadyTime steady;
    };
    enum class Step { Escalate, Expire };
    struct Due
    {
        AlertId alert;
        Step step = Step::Expire;

        friend bool operator==(const Due &, const Due &) = default;
    };

    //! Follows \a alert as it stands now. A step it waited for already is not put off.
    void set(const protocol::Alert &alert, const Now &now);
    //! It has ended.
    void remove(AlertId alert) { m_next.erase(alert); }
    //! Leaves \a alert alone until \a when: acting on it failed.
    void postpone(AlertId alert, SteadyTime when);

    //! When the next step is due unless the wall clock is set; nothing where no alert is open.
    [[nodiscard]] std::optional<SteadyTime> nextDeadline(const Now &now) const;
    //! Everything that is due at \a now, the longest overdue first. One step an alert: an escalation that is
    //! overdue together with the end is left out.
    [[nodiscard]] std::vector<Due> due(const Now &now) const;
    [[nodiscard]] size_t size() const { return m_next.size(); }

private:
    //! A moment by both clocks.
    struct Moment
    {
        WallTime wall;
        SteadyTime steady;

        [[nodiscard]] static Moment of(WallTime wall, std::chrono::milliseconds longest, const Now &now);
        [[nodiscard]] SteadyTime at(const Now &now) const
        {
            return std::min(steady, now.steady + (wall - now.wall));
        }
    };
    struct Next
    {
        std::optional<Moment> escalation;
        Moment expiry;
        SteadyTime notBefore{};

        [[nodiscard]] SteadyTime at(const Now &now) const
        {
            const SteadyTime end = expiry.at(now);
            return std::max(escalation ? std::min(escalation->at(now), end) : end, notBefore);
        }
    };

    std::map<AlertId, Next> m_next;
};

} // namespace handbell::server
