// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <map>
#include <optional>
#include <vector>

namespace handbell::server {

//! When open alerts go on by themselves: to their next address, or out. Works on the wall time that stands in
//! the record, so that a restarted server takes up where the last one stopped. Pure: it decides nothing and
//! knows no clock; what is due stays due until the alert is set anew or removed.
class AlertLadder
{
public:
    enum class Step { Escalate, Expire };
    struct Due
    {
        AlertId alert;
        Step step = Step::Expire;

        friend bool operator==(const Due &, const Due &) = default;
    };

    //! Follows \a alert as it stands now.
    void set(const protocol::Alert &alert);
    //! It has ended.
    void remove(AlertId alert) { m_next.erase(alert); }
    //! Leaves \a alert alone until \a when: acting on it failed.
    void postpone(AlertId alert, WallTime when);

    //! When the next step is due; nothing where no alert is open.
    [[nodiscard]] std::optional<WallTime> nextDeadline() const;
    //! Everything that is due at \a now, the longest overdue first. One step an alert: an escalation that is
    //! overdue together with the end is left out.
    [[nodiscard]] std::vector<Due> due(WallTime now) const;
    [[nodiscard]] size_t size() const { return m_next.size(); }

private:
    struct Next
    {
        std::optional<WallTime> escalation;
        WallTime expiry;
        WallTime notBefore{};

        [[nodiscard]] WallTime at() const
        {
            const WallTime first = escalation ? std::min(*escalation, expiry) : expiry;
            return std::max(first, notBefore);
        }
    };

    std::map<AlertId, Next> m_next;
};

} // namespace handbell::server
