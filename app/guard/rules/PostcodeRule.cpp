// SPDX-License-Identifier: Apache-2.0
//! \file
//! Postcodes in full; text/Postcodes holds their grammar and its sources.
#include "guard/rules/Rules.h"
#include "guard/text/Postcodes.h"

namespace handbell::guard {

void findPostcodes(const RuleInput &input, Candidates &found)
{
    const Tokens &tokens = input.tokens;
    qsizetype floor = 0;
    for (const qsizetype digits : tokens.digits()) {
        // The first digits stand behind the first letters, with at most one joint between.
        const qsizetype i = tokens.type(digits - 1) == TokenType::Letters ? digits - 1 : digits - 2;
        const Token &token = tokens.at(i);
        if (i < floor || token.type != TokenType::Letters || token.inAddress || token.length > 4 ||
            tokens.isAlphanumeric(i - 1))
            continue;
        const QChar before = tokens.symbol(i - 1);
        if (before == u'_' || before == u'@' || before == u'#')
            continue;
        QString code;
        const qsizetype last = postcodeAt(tokens, i, code);
        if (last < 0)
            continue;
        // The practice's neighbours share its postcode: beside another street address it is theirs.
        const bool own = input.practice.isOwnPostcode(code);
        found.push_back({Kind::Postcode,
                         i,
                         last,
                         own ? Verdict::Silent : Verdict::Hint,
                         QLatin1String(own ? "postcode.own" : "postcode.full"),
                         Remark::None,
                         own ? Raisable::ByStreetAddress : Raisable::ByAnything,
                         {}});
        floor = last + 1;
    }
}

} // namespace handbell::guard
