// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/HashBits.h"
#include "guard/text/Tokens.h"

namespace handbell::guard {

struct Age
{
    qsizetype lastToken = -1; //!< -1: none
    //! As likely a time, a measure or a road ("45m", "M62"): an age only where clinical words follow.
    bool needsClinical = false;
};

//! The words an age may begin with.
extern const HashBits<1024> firstWordsOfAges;

//! Whether an age may begin with \a word, or a number: false for nearly all words that none does.
[[nodiscard]] inline bool mayBeginAge(const Token &word)
{
    return (word.type == TokenType::Digits) | firstWordsOfAges.mayHold(word.hash);
}

//! A person's age that begins at \a first, with or without sex: "72F", "72 yo", "72-year-old", "aged 72", "M
//! 45", "female 34", "6/12 old", "3 weeks old", "81 oed"; 0 to 120 years. Looks at a bounded number of
//! tokens.
[[nodiscard]] Age ageAt(const Tokens &tokens, qsizetype first);

} // namespace handbell::guard
