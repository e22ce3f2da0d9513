// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Tokens.h"

namespace handbell::guard {

//! What a word is as a given name borne in the UK.
enum class Forename {
    None,
    AlsoAWord, //!< or a surname, or a month: "rose", "will", "ali"
    Certain,   //!< hardly anything else
};
//! Whether the word \a token may be a given name: false for nearly all that are none, at one look.
[[nodiscard]] bool mayBeForename(const Tokens &tokens, qsizetype token);
//! Of the word \a token, in any case.
[[nodiscard]] Forename forenameAt(const Tokens &tokens, qsizetype token);

} // namespace handbell::guard
