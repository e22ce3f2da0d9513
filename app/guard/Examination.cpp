// SPDX-License-Identifier: Apache-2.0
#include "guard/Examination.h"

#include "guard/BlockReader.h"
#include "guard/Combiner.h"
#include "guard/rules/Rules.h"

#include <algorithm>

namespace handbell::guard {

namespace {

//! What \a policy leaves of \a verdict.
Verdict capped(Verdict verdict, Action action)
{
    switch (action) {
    case Action::Off:
        return Verdict::Silent;
    case Action::Hint:
        return std::min(verdict, Verdict::Hint);
    case Action::Warn:
    case Action::WarnWithReason:
        return verdict;
    }
    return verdict;
}

} // namespace

Examination examine(QStringView text, const Lexicon &lexicon, const PracticeIndex &practice,
                    const Policy &policy, std::chrono::sys_days today, qsizetype blockLength)
{
    BlockReader reader(text, lexicon, practice, today);
    Blocks blocks(text, blockLength, practice.longestAllowed());
    while (const std::optional<Block> block = blocks.next())
        reader.read(*block);
    Sightings &sightings = reader.sightings();
    combine(sightings.candidates);

    Examination examination;
    Assessment &assessment = examination.assessment;
    for (const Sighting &candidate : sightings.candidates) {
        const Action action = policy.actionFor(candidate.kind);
        const Verdict verdict = capped(candidate.verdict, action);
        if (verdict == Verdict::Silent)
            continue;
        assessment.verdict = std::max(assessment.verdict, verdict);
        assessment.reasonRequired =
            assessment.reasonRequired || (verdict == Verdict::Warn && action == Action::WarnWithReason);
        assessment.findings.push_back(
            {candidate.kind, candidate.inOriginal, verdict, candidate.rule, candidate.remark});
    }
    if (!assessment.findings.empty() && policy.actionFor(Kind::ClinicalContent) != Action::Off)
        assessment.clinical = clinicalContentNear(sightings);
    examination.steps = reader.steps();
    return examination;
}

} // namespace handbell::guard
