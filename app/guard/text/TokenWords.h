// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Tokens.h"

#include <algorithm>
#include <concepts>
#include <initializer_list>

namespace handbell::guard {

[[nodiscard]] inline bool isOneOf(QStringView word, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [word](QStringView known) { return sameCharacters(known, word); });
}

//! Whether one of \a are is true. Unlike with ||, all are asked, so no branch is taken that a processor may
//! guess wrong.
[[nodiscard]] constexpr bool anyOf(std::same_as<bool> auto... are)
{
    return (static_cast<unsigned>(are) | ...) != 0;
}

//! Whether \a c is one of \a characters; null is none.
[[nodiscard]] constexpr bool isAmong(QChar c, QStringView characters)
{
    for (qsizetype i = 0; !c.isNull() && i < characters.size(); ++i) {
        if (characters[i] == c)
            return true;
    }
    return false;
}

//! The number that \a digits, ASCII ones and at most nine, spell; 0 where there are none.
[[nodiscard]] constexpr int numberIn(QStringView digits)
{
    int number = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        number = number * 10 + (digits[i].unicode() - u'0');
    return number;
}

//! The token after \a index and one space or one of \a symbols, or the token after \a index itself.
[[nodiscard]] inline qsizetype afterJoint(const Tokens &tokens, qsizetype index, QStringView symbols)
{
    qsizetype next = index + 1;
    const QChar c = tokens.symbol(next);
    if (isAmong(c, symbols))
        return tokens.isNarrowSpace(next + 1) ? next + 2 : next + 1; // "age: 72"
    return tokens.isNarrowSpace(next) ? next + 1 : next;
}

} // namespace handbell::guard
