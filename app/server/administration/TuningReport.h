// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Events.h"

#include <chrono>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace handbell::administration {

//! How often members sent what the guard had warned about, by week, kind and rule: which rules are right, and
//! which cry wolf. Holds no text and no name, and shows nothing that fewer than smallestGroup members did, so
//! that nobody's habits can be read from it.
class TuningReport
{
public:
    //! The fewest members a line may be about: the smallest that hides each of them from the others.
    static constexpr size_t smallestGroup = 3;

    struct Line
    {
        std::chrono::year_month_day week; //!< its Monday, UTC
        QString kind;
        QString rule;
        int overrides = 0;
        int notPatient = 0; //!< of them, how often the sender said that nobody's identity was in it

        friend bool operator==(const Line &, const Line &) = default;
    };

    //! Takes note of \a event if it is a guard_overridden.
    void add(const protocol::Event &event);

    //! Sorted by week, then kind, then rule.
    [[nodiscard]] std::vector<Line> lines() const;
    //! How many lines are held back because too few members stand behind them.
    [[nodiscard]] int withheld() const;

private:
    struct Key
    {
        std::chrono::sys_days week;
        QString kind;
        QString rule;

        friend bool operator<(const Key &a, const Key &b)
        {
            return std::tie(a.week, a.kind, a.rule) < std::tie(b.week, b.kind, b.rule);
        }
    };
    struct Count
    {
        int overrides = 0;
        int notPatient = 0;
        std::set<MemberId> members;
    };

    std::map<Key, Count> m_counts;
};

//! The kind a rule's id begins with: "phone_number" of "phone_number.with_name".
[[nodiscard]] QString kindOfRule(const QString &rule);

} // namespace handbell::administration
