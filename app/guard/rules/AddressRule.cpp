// SPDX-License-Identifier: Apache-2.0
//! \file
//! Street addresses: a house number, a name and a word for a street. Source: BS 7666-2, a property's number
//! in a street; the street words are those of the National Street Gazetteer's commonest names, English and
//! Welsh. Rooms, beds, bays and floors are no addresses, and the practice's own is silent.
#include "guard/rules/Rules.h"

namespace handbell::guard {

void findAddresses(const RuleInput &input, Candidates &found)
{
    for (const Context::Mark &mark : input.context.marks()) {
        if (sharesTopic(mark.topics, Topic::StreetAddress))
            found.push_back({Kind::Address,
                             mark.firstToken,
                             mark.lastToken,
                             Verdict::Hint,
                             QLatin1String("address.street"),
                             Remark::None,
                             Raisable::ByAnything,
                             {}});
    }
}

} // namespace handbell::guard
