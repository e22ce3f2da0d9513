// SPDX-License-Identifier: Apache-2.0
//! \file
//! Numbers of a patient's record in one system: EMIS, SystmOne, Vision, a hospital's. Source: NHS Data
//! Dictionary, "LOCAL PATIENT IDENTIFIER": up to ten characters, no shape of its own. So only ever with its
//! label, and then with at least four digits, or a short mix of letters and digits.
#include "guard/rules/Rules.h"
#include "guard/text/TokenWords.h"

namespace handbell::guard {

namespace {

constexpr qsizetype mostRecordUnits = 14;
constexpr qsizetype fewestRecordDigits = 4;
constexpr qsizetype fewestMixedUnits = 5; // "RXX12", not "S1"

//! The first token of what the label that ends at \a token names, past ": ", " is ", " = " and the like.
qsizetype recordNumberAfter(const Tokens &tokens, qsizetype token)
{
    constexpr QStringView marks = u":.#=-(";
    qsizetype at = token + 1;
    bool is = false;
    for (int i = 0; i < 5; ++i, ++at) {
        const QChar c = tokens.symbol(at);
        const bool word = !is && (tokens.folded(at) == u"is" || tokens.folded(at) == u"yw");
        is = is || word;
        if (!word && !tokens.isNarrowSpace(at) && !isAmong(c, marks))
            break;
    }
    return at;
}

//! The last token of the number that begins at \a first, or -1 where none does.
qsizetype recordNumberAt(const Tokens &tokens, qsizetype first)
{
    qsizetype digits = 0;
    qsizetype units = 0;
    qsizetype last = -1;
    for (qsizetype at = first; units <= mostRecordUnits; ++at) {
        const QChar c = tokens.symbol(at);
        if ((c == u'-' || c == u'/') && at > first && tokens.type(at + 1) == TokenType::Digits) {
            ++units;
            continue;
        }
        // "RWK 440217": a short code of letters and a space before the digits.
        if (tokens.isNarrowSpace(at) && at == first + 1 && tokens.type(first) == TokenType::Letters &&
            tokens.at(first).length <= 3 && tokens.text(first).front().isUpper() &&
            tokens.type(at + 1) == TokenType::Digits && tokens.at(at + 1).length >= fewestRecordDigits)
            continue;
        // "482 13": groups of digits with a space.
        if (tokens.isNarrowSpace(at) && tokens.type(at - 1) == TokenType::Digits &&
            tokens.type(at + 1) == TokenType::Digits && !tokens.isAlphanumeric(at + 2) &&
            digits + tokens.at(at + 1).length <= 10)
            continue;
        if (!tokens.isAlphanumeric(at))
            break;
        units += tokens.at(at).length;
        digits += tokens.type(at) == TokenType::Digits ? tokens.at(at).length : 0;
        last = at;
    }
    if (units > mostRecordUnits || last < 0)
        return -1;
    const bool mixed = digits >= 2 && units > digits && units >= fewestMixedUnits;
    return digits >= fewestRecordDigits || mixed ? last : -1;
}

} // namespace

void findRecordNumbers(const RuleInput &input, Candidates &found)
{
    for (const Context::Mark &mark : input.context.marks()) {
        if (!sharesTopic(mark.topics, Topic::RecordLabel))
            continue;
        const qsizetype first = recordNumberAfter(input.tokens, mark.lastToken);
        const qsizetype last = first > mark.lastToken + 1 ? recordNumberAt(input.tokens, first) : -1;
        if (last >= 0)
            found.push_back({Kind::RecordNumber,
                             first,
                             last,
                             Verdict::Warn,
                             QLatin1String("record_number.labelled"),
                             Remark::None,
                             Raisable::ByAnything,
                             {}});
    }
}

} // namespace handbell::guard
