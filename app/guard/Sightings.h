// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/rules/Rule.h"

#include <vector>

namespace handbell::guard {

//! A candidate whose block has been left, with as much of what stood about it as the text as a whole is
//! judged by.
struct Sighting
{
    Kind kind{};
    Verdict verdict = Verdict::Silent;
    QLatin1String rule;
    Remark remark = Remark::None;
    Raisable raisable = Raisable::ByAnything;
    Topic within = Topic::None; //!< all that stands within combinedReach; unless it warns by itself
    Topic beside =
        Topic::None; //!< Patient where a patient word stands beside a date; unless it warns by itself
    //! Of the clinical words of the text, those within combinedReach.
    quint32 firstWord = 0;
    quint32 endOfWords = 0;
    Span span;       //!< of the normalised text
    Span inOriginal; //!< of the original
};

//! What the blocks of one text gave, in order of position.
struct Sightings
{
    struct Word
    {
        Span span;       //!< of the normalised text
        Span inOriginal; //!< of the original
    };
    std::vector<Sighting> candidates;
    //! The clinical words near candidates. One near the candidates of two blocks stands here twice.
    std::vector<Word> words;
};

} // namespace handbell::guard
