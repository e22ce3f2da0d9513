// SPDX-License-Identifier: Apache-2.0
#include "guard/Policy.h"

namespace handbell::guard {

QLatin1String actionName(Action action)
{
    switch (action) {
    case Action::Off:
        return QLatin1String("off");
    case Action::Hint:
        return QLatin1String("hint");
    case Action::Warn:
        return QLatin1String("warn");
    case Action::WarnWithReason:
        return QLatin1String("warn_with_reason");
    }
    return {};
}

std::optional<Action> actionFromName(QStringView name)
{
    for (const Action action : {Action::Off, Action::Hint, Action::Warn, Action::WarnWithReason}) {
        if (name == actionName(action))
            return action;
    }
    return std::nullopt;
}

} // namespace handbell::guard
