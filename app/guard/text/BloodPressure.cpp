// SPDX-License-Identifier: Apache-2.0
#include "guard/text/BloodPressure.h"

#include "guard/text/TokenWords.h"

namespace handbell::guard {

qsizetype bloodPressureAt(const Tokens &tokens, qsizetype first)
{
    if (tokens.folded(first) != u"bp" || tokens.isAlphanumeric(first - 1))
        return -1;
    const qsizetype upper = afterJoint(tokens, first, u":");
    const bool reading = tokens.type(upper) == TokenType::Digits && tokens.symbol(upper + 1) == u'/' &&
                         tokens.type(upper + 2) == TokenType::Digits;
    return reading ? upper + 2 : -1;
}

} // namespace handbell::guard
