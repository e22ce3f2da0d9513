// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"
#include "guard/Policy.h"
#include "guard/PracticeIndex.h"
#include "guard/text/Blocks.h"
#include "guard/text/Lexicon.h"

#include <chrono>

namespace handbell::guard {

//! What one examination gave, and what it cost.
struct Examination
{
    Assessment assessment;
    qint64 steps = 0; //!< characters, tokens and marks looked at; for tests that hold the work linear
};

//! The way of a text: examined block by block, what was found combined over the whole, then held to \a
//! policy. A pure function of its arguments; \a blockLength changes only what it costs.
[[nodiscard]] Examination examine(QStringView text, const Lexicon &lexicon, const PracticeIndex &practice,
                                  const Policy &policy, std::chrono::sys_days today,
                                  qsizetype blockLength = Blocks::usualLength);

} // namespace handbell::guard
