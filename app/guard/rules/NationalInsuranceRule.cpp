// SPDX-License-Identifier: Apache-2.0
//! \file
//! National Insurance numbers. Source: HM Revenue & Customs, National Insurance Manual NIM39110: two letters,
//! six digits, and A, B, C or D; D, F, I, Q, U and V stand in neither place of the prefix, O not in the
//! second, and BG, GB, KN, NK, NT, TN and ZZ are not used. A spaced one in small letters that
//! begins with a word ("at 10 20 30 a") counts only after a label; after one the last letter may be missing.
#include "guard/rules/Rules.h"
#include "guard/text/TokenWords.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

bool isInsurancePrefix(QStringView folded)
{
    static constexpr std::array<QStringView, 7> unused{u"bg", u"gb", u"kn", u"nk", u"nt", u"tn", u"zz"};
    const auto mayStand = [](QChar letter) {
        return letter >= u'a' && letter <= u'z' && !isAmong(letter, u"dfiquv");
    };
    return folded.size() == 2 && mayStand(folded[0]) && mayStand(folded[1]) && folded[1] != u'o' &&
           std::find(unused.begin(), unused.end(), folded) == unused.end();
}

bool isInsuranceJoint(const Tokens &tokens, qsizetype token)
{
    const QChar c = tokens.symbol(token);
    return tokens.isNarrowSpace(token) || c == u'-' || c == u'.' || c == u'/';
}

//! Prefixes that are also words of two letters, as in "at 10 20 30 a".
bool isTwoLetterWord(QStringView folded)
{
    static constexpr std::array<QStringView, 24> words{
        u"am", u"an", u"as", u"at", u"be", u"by", u"cm", u"he", u"kg", u"la", u"me", u"mg",
        u"mm", u"my", u"oh", u"ok", u"on", u"or", u"pa", u"ph", u"pm", u"re", u"rm", u"we"};
    return std::find(words.begin(), words.end(), folded) != words.end();
}

struct InsuranceReading
{
    qsizetype lastToken = -1;
    bool suffixed = false;
    bool compact = true;
};

//! The number that begins with the prefix at \a first.
InsuranceReading insuranceNumberAt(const Tokens &tokens, qsizetype first)
{
    InsuranceReading reading;
    qsizetype digits = 0;
    qsizetype at = first + 1;
    while (digits < 6) {
        if (isInsuranceJoint(tokens, at)) {
            reading.compact = false;
            ++at;
        }
        if (tokens.type(at) != TokenType::Digits || tokens.at(at).length > 6 - digits)
            return {};
        digits += tokens.at(at).length;
        ++at;
    }
    reading.lastToken = at - 1;
    const qsizetype letter = isInsuranceJoint(tokens, at) ? at + 1 : at;
    const QStringView suffix = tokens.folded(letter);
    if (suffix.size() == 1 && suffix[0] >= u'a' && suffix[0] <= u'd' && !tokens.isAlphanumeric(letter + 1) &&
        tokens.symbol(letter + 1) != u'\'') {
        reading.suffixed = true;
        reading.compact = reading.compact && letter == at;
        reading.lastToken = letter;
    } else if (tokens.isAlphanumeric(at)) {
        return {};
    }
    return reading;
}

} // namespace

void findNationalInsuranceNumbers(const RuleInput &input, Candidates &found)
{
    const Tokens &tokens = input.tokens;
    for (qsizetype group = 0; group < input.digits.size(); ++group) {
        const qsizetype digits = input.digits.at(group).token;
        const qsizetype first = tokens.type(digits - 1) == TokenType::Letters ? digits - 1 : digits - 2;
        if (tokens.type(first) != TokenType::Letters || tokens.at(first).length != 2 ||
            tokens.isAlphanumeric(first - 1) ||
            (first == digits - 2 && !isInsuranceJoint(tokens, digits - 1)))
            continue;
        const InsuranceReading reading = insuranceNumberAt(tokens, first);
        if (reading.lastToken < 0 || !isInsurancePrefix(tokens.folded(first)))
            continue;
        const QStringView typed = tokens.text(first);
        const bool labelled = input.context.before(Topic::InsuranceLabel, first) ||
                              input.context.after(Topic::InsuranceLabel, reading.lastToken);
        const bool capitals = typed[0].isUpper() && typed[1].isUpper();
        if (!labelled &&
            (!reading.suffixed || (!capitals && !reading.compact && isTwoLetterWord(tokens.folded(first)))))
            continue;
        found.push_back({Kind::NationalInsurance,
                         first,
                         reading.lastToken,
                         labelled ? Verdict::Warn : Verdict::Hint,
                         labelled ? QLatin1String("national_insurance.labelled")
                                  : QLatin1String("national_insurance.shape"),
                         Remark::None,
                         Raisable::ByAnything,
                         {}});
    }
}

} // namespace handbell::guard
