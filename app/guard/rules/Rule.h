// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"
#include "guard/PracticeIndex.h"
#include "guard/text/Context.h"
#include "guard/text/DigitGroups.h"
#include "guard/text/Tokens.h"

#include <chrono>
#include <vector>

namespace handbell::guard {

//! What a rule may look at: one text, taken apart once for all rules.
struct RuleInput
{
    const Tokens &tokens;
    const DigitGroups &digits;
    const Context &context;
    const PracticeIndex &practice;
    std::chrono::sys_days today;
};

//! How far the context of a whole sentence may raise a candidate.
enum class Raisable {
    ByAnything,
    ByIdentifiers,     //!< not by clinical or patient words: a recent date beside them is that of a test or a
                       //!< visit
    ByPatientIdentity, //!< only by an age, a labelled birth date or an NHS number
    ByStreetAddress,   //!< only by a street address that is not the practice's own
    Never,             //!< by nothing: the number of a pharmacy is no patient's, whoever is spoken of
};

//! What a rule found, before other candidates raise it and the policy caps it. Spans are of the normalised
//! text. A silent candidate is dropped unless something raises it.
struct Candidate
{
    Kind kind{};
    qsizetype firstToken = 0;
    qsizetype lastToken = 0;
    Verdict verdict = Verdict::Silent;
    QLatin1String rule;
    Remark remark = Remark::None;
    Raisable raisable = Raisable::ByAnything;
    Span span; //!< of the tokens; set by the examination
};

using Candidates = std::vector<Candidate>;

//! A rule is a function: it reads \a input from left to right, looks at a bounded number of tokens from each,
//! and appends what it finds in order of position.
using Rule = void (*)(const RuleInput &input, Candidates &found);

} // namespace handbell::guard
