// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"

#include <map>

namespace handbell::guard {

//! What a practice has decided for one kind: a ceiling on its verdict, or a demand for a reason. Nothing is
//! ever refused outright, since chat also carries emergencies (guard.md).
enum class Action { Off, Hint, Warn, WarnWithReason };

//! The practice's decisions; kinds not named are Warn. Value type.
struct Policy
{
    int version = 1; //!< raised with every change; in the record
    std::map<Kind, Action> actions;

    [[nodiscard]] Action actionFor(Kind kind) const
    {
        const auto found = actions.find(kind);
        return found == actions.end() ? Action::Warn : found->second;
    }
    friend bool operator==(const Policy &, const Policy &) = default;
};

//! The snake_case name of an action, as policy and record spell it; and the way back.
[[nodiscard]] QLatin1String actionName(Action action);
[[nodiscard]] std::optional<Action> actionFromName(QStringView name);

} // namespace handbell::guard
