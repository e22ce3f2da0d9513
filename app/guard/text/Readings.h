// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Tokens.h"

namespace handbell::guard {

//! Whether a reading may begin with \a word: at a number, or at "BP".
[[nodiscard]] inline bool mayBeginReading(const Token &word)
{
    constexpr quint32 bloodPressure = hashOf(u"bp");
    return (word.type == TokenType::Digits) | (word.hash == bloodPressure);
}

//! The last token of a reading that begins at \a first, or -1: "BP 140/90", while "BP" alone is the name of a
//! form or a machine; "33/40", so many of the forty weeks of a pregnancy.
[[nodiscard]] qsizetype readingAt(const Tokens &tokens, qsizetype first);

} // namespace handbell::guard
