// SPDX-License-Identifier: Apache-2.0
//! \file
//! Words about somebody's health or care; a name beside them is what confidence is owed for (Department of
//! Health, "Confidentiality: NHS Code of Practice", 2003). The words are in Lexicon. Never a finding by
//! itself: it raises what it stands beside.
#include "guard/rules/Rules.h"

namespace handbell::guard {

std::vector<Finding> clinicalContentNear(const Sightings &sightings)
{
    std::vector<Finding> near;
    qsizetype known = 0; // where the last one ends
    for (const Sighting &finding : sightings.candidates) {
        if (finding.verdict == Verdict::Silent)
            continue;
        for (size_t i = finding.firstWord; i < finding.endOfWords; ++i) {
            const Sightings::Word &word = sightings.words[i];
            const bool overlaps =
                word.span.start < finding.span.end() && finding.span.start < word.span.end();
            if (overlaps || word.span.start < known)
                continue;
            known = word.span.end();
            near.push_back({Kind::ClinicalContent, word.inOriginal, Verdict::Silent,
                            QLatin1String("clinical_content.word"), Remark::None});
        }
    }
    return near;
}

} // namespace handbell::guard
