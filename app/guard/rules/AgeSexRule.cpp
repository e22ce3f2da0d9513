// SPDX-License-Identifier: Apache-2.0
//! \file
//! A person's age, with or without sex: the first line of every clinical hand-over ("72F", "72 yo"). Source
//! for the shapes: the Royal College of Physicians' handover guidance ("SBAR") and the ways British staff
//! shorten it. Says nothing by itself; clinical words beside it make a hint, a name beside it a warning.
#include "guard/rules/Rules.h"

namespace handbell::guard {

void findAges(const RuleInput &input, Candidates &found)
{
    for (const Context::Mark &mark : input.context.marks()) {
        if (sharesTopic(mark.topics, Topic::Age))
            found.push_back({Kind::AgeSex,
                             mark.firstToken,
                             mark.lastToken,
                             Verdict::Silent,
                             QLatin1String("age_sex.alone"),
                             Remark::None,
                             Raisable::ByAnything,
                             {}});
    }
}

} // namespace handbell::guard
