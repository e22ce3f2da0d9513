// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Tokens.h"

#include <algorithm>
#include <initializer_list>

namespace handbell::guard {

[[nodiscard]] inline bool isOneOf(QStringView word, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(), [word](QStringView known) {
        return known.size() == word.size() && known.front() == word.front() && known == word;
    });
}

//! The token after \a index and one space or one of \a symbols, or the token after \a index itself.
[[nodiscard]] inline qsizetype afterJoint(const Tokens &tokens, qsizetype index, QStringView symbols)
{
    qsizetype next = index + 1;
    const QChar c = tokens.symbol(next);
    if (!c.isNull() && symbols.contains(c) && tokens.isNarrowSpace(next + 1))
        return next + 2; // "age: 72"
    return tokens.isNarrowSpace(next) || (!c.isNull() && symbols.contains(c)) ? next + 1 : next;
}

} // namespace handbell::guard
