// SPDX-License-Identifier: Apache-2.0
//! \file
//! Words about somebody's health or care; a name beside them is what confidence is owed for (Department of
//! Health, "Confidentiality: NHS Code of Practice", 2003). The words are in Lexicon. Never a finding by
//! itself: it raises what it stands beside.
#include "guard/Combiner.h"
#include "guard/rules/Rules.h"

namespace handbell::guard {

Candidates clinicalContentNear(const RuleInput &input, const Candidates &findings)
{
    Candidates near;
    for (const Candidate &finding : findings) {
        if (finding.verdict == Verdict::Silent)
            continue;
        for (const Context::Mark &mark :
             input.context.marksNear(finding.firstToken, finding.lastToken, combinedReach)) {
            const bool overlaps =
                mark.span.start < finding.span.end() && finding.span.start < mark.span.end();
            const bool known = !near.empty() && mark.span.start < near.back().span.end();
            if (sharesTopic(mark.topics, Topic::Clinical) && !overlaps && !known)
                near.push_back({Kind::ClinicalContent, mark.firstToken, mark.lastToken, Verdict::Silent,
                                QLatin1String("clinical_content.word"), Remark::None, Raisable::Never,
                                mark.span});
        }
    }
    return near;
}

} // namespace handbell::guard
