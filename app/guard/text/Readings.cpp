// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Readings.h"

#include "guard/text/TokenWords.h"

namespace handbell::guard {

namespace {

qsizetype bloodPressureAt(const Tokens &tokens, qsizetype first)
{
    if (tokens.hash(first) != hashOf(u"bp") || !sameCharacters(tokens.folded(first), u"bp") ||
        tokens.isAlphanumeric(first - 1))
        return -1;
    const qsizetype upper = afterJoint(tokens, first, u":");
    const bool reading = tokens.type(upper) == TokenType::Digits && tokens.symbol(upper + 1) == u'/' &&
                         tokens.type(upper + 2) == TokenType::Digits;
    return reading ? upper + 2 : -1;
}

qsizetype gestationAt(const Tokens &tokens, qsizetype first)
{
    constexpr int latestWeek = 43;
    if (tokens.symbol(first + 1) != u'/' || tokens.text(first + 2) != u"40" || tokens.at(first).length > 2 ||
        tokens.symbol(first - 1) == u'/' || tokens.symbol(first - 1) == u'.' ||
        tokens.symbol(first + 3) == u'/' || tokens.isAlphanumeric(first + 3) ||
        tokens.isAlphanumeric(first - 1))
        return -1;
    const int week = numberIn(tokens.text(first));
    return week > 3 && week <= latestWeek ? first + 2 : -1;
}

} // namespace

qsizetype readingAt(const Tokens &tokens, qsizetype first)
{
    return tokens.type(first) == TokenType::Digits ? gestationAt(tokens, first)
                                                   : bloodPressureAt(tokens, first);
}

} // namespace handbell::guard
