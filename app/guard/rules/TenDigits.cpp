// SPDX-License-Identifier: Apache-2.0
#include "guard/rules/TenDigits.h"

#include "guard/text/TokenWords.h"

#include <algorithm>

namespace handbell::guard {

namespace {

constexpr qsizetype numberLength = 10;

//! Whether the group before or after, joined by a space, is plainly something else: part of a date, a time or
//! a telephone number, or a small number that belongs to a word ("room 3 485 777 3457").
bool isOtherNumber(const RuleInput &input, qsizetype group, qsizetype step)
{
    const Tokens &tokens = input.tokens;
    const DigitGroup &other = input.digits.at(group);
    const Join beyond = input.digits.joinBefore(step > 0 ? group + 1 : group);
    const bool tight = beyond == Join::Slash || beyond == Join::Dot || beyond == Join::Hyphen;
    const QChar beside = tokens.symbol(other.token + step);
    const bool time = beside == u':';
    const bool glued = tokens.type(other.token + step) == TokenType::Letters;
    if (tight || time || glued || other.length >= 5)
        return true;
    const bool worded = tokens.isNarrowSpace(other.token + step) &&
                        tokens.type(other.token + 2 * step) == TokenType::Letters && other.length <= 2;
    const QStringView digits = tokens.text(other.token);
    if (step < 0 && other.length == 4 && (digits.startsWith(u"19") || digits.startsWith(u"20")))
        return true; // a year
    if (step > 0)
        return worded || (other.length >= 3 && tokens.text(other.token).front() == u'0');
    return worded;
}

std::optional<Candidate> judgeNational(const RuleInput &input, const TenDigits &number, qsizetype floor,
                                       const NationalNumber &national)
{
    if (isFiller(number.digits()) || !neighboursAllow(input, number, national.directLabels))
        return std::nullopt;
    const NumberLabel label = labelOf(input, number, national.label, national.directLabels, floor);
    if (label == NumberLabel::Outweighed || !standsAlone(input, number, label == NumberLabel::Counts))
        return std::nullopt;
    if (label == NumberLabel::None && input.practice.nation() != national.nation)
        return std::nullopt;
    Candidate candidate{national.kind,
                        number.firstToken,
                        number.lastToken,
                        Verdict::Warn,
                        {},
                        Remark::None,
                        Raisable::ByAnything,
                        {}};
    const bool valid = passesModulus11(number.digits()) && national.isIssued(number.digits());
    if (label == NumberLabel::Counts) {
        candidate.rule = valid ? national.labelled : national.labelledInvalid;
        candidate.remark = valid ? Remark::None : Remark::CheckForTypo;
        return candidate;
    }
    if (!valid)
        return std::nullopt;
    candidate.rule = national.issued;
    const bool order = input.context.before(Topic::Order, number.firstToken, floor) ||
                       input.context.after(Topic::Order, number.lastToken);
    if (order && !input.context.isBeside(Topic::Patient, number.firstToken, number.lastToken)) {
        candidate.verdict = Verdict::Hint;
        candidate.rule = national.besideOrder;
        candidate.raisable = Raisable::ByIdentifiers;
    }
    return candidate;
}

} // namespace

bool passesModulus11(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < numberLength - 1; ++i)
        sum += digits[i].digitValue() * static_cast<int>(numberLength - i);
    const int check = 11 - sum % 11;
    return check != 10 && check % 11 == digits.back().digitValue();
}

bool isFiller(QStringView digits)
{
    return std::all_of(digits.begin(), digits.end(), [&](QChar c) { return c == digits.front(); });
}

TenDigits tenDigitsOf(const RuleInput &input, TenDigitGroups groups)
{
    const DigitGroups &digits = input.digits;
    TenDigits number;
    number.firstGroup = groups.first;
    number.lastGroup = groups.last;
    number.firstToken = digits.at(groups.first).token;
    number.lastToken = digits.at(groups.last).token;
    auto unit = number.units.begin();
    for (qsizetype i = groups.first; i <= groups.last; ++i) {
        const QStringView group = input.tokens.text(digits.at(i).token);
        unit = std::copy(group.begin(), group.end(), unit);
    }
    const qsizetype head = digits.at(groups.first).length;
    number.canonical =
        groups.first == groups.last || (groups.last == groups.first + 1 && head == 6) ||
        (groups.last == groups.first + 2 && head == 3 && digits.at(groups.first + 1).length == 3);
    return number;
}

bool standsDirectlyBefore(LabelWords words, const Tokens &tokens, qsizetype token)
{
    qsizetype at = token - 1;
    bool marked = tokens.type(at) == TokenType::Letters; // glued
    for (int i = 0; i < 3 && !marked; ++i, --at) {
        const QChar c = tokens.symbol(at);
        if (c == u':' || c == u'#' || c == u'=') {
            marked = true;
        } else if (!tokens.isNarrowSpace(at)) {
            return false;
        }
    }
    if (tokens.isNarrowSpace(at))
        --at;
    return marked && std::find(words.begin(), words.end(), tokens.folded(at)) != words.end();
}

bool neighboursAllow(const RuleInput &input, const TenDigits &number, LabelWords words)
{
    const Tokens &tokens = input.tokens;
    const QChar before = tokens.symbol(number.firstToken - 1);
    const QChar after = tokens.symbol(number.lastToken + 1);
    constexpr QStringView forbiddenBefore = u"+/_\\$%&@~£€";
    constexpr QStringView forbiddenAfter = u"/_\\%@~";
    const bool glued = tokens.type(number.firstToken - 1) == TokenType::Letters &&
                       !standsDirectlyBefore(words, tokens, number.firstToken);
    return !glued && tokens.type(number.lastToken + 1) != TokenType::Letters &&
           !isAmong(before, forbiddenBefore) && !isAmong(after, forbiddenAfter);
}

bool standsAlone(const RuleInput &input, const TenDigits &number, bool labelled)
{
    const Join before = input.digits.joinBefore(number.firstGroup);
    const Join after = input.digits.joinBefore(number.lastGroup + 1);
    if (before == Join::None && after == Join::None)
        return true;
    const auto free = [&](Join join, qsizetype group, qsizetype step) {
        return join == Join::None || (join == Join::Space && (labelled || isOtherNumber(input, group, step)));
    };
    return number.canonical && free(before, number.firstGroup - 1, -1) &&
           free(after, number.lastGroup + 1, 1);
}

void findNationalNumbers(const RuleInput &input, Candidates &found, const NationalNumber &national)
{
    findTenDigits(input, found, [&national](const RuleInput &in, const TenDigits &number, qsizetype floor) {
        return judgeNational(in, number, floor, national);
    });
}

NumberLabel labelOf(const RuleInput &input, const TenDigits &number, Topic label, LabelWords words,
                    qsizetype floor)
{
    if (standsDirectlyBefore(words, input.tokens, number.firstToken))
        return NumberLabel::Counts;
    const auto before = input.context.before(label, number.firstToken, floor);
    if (!before)
        return input.context.after(label, number.lastToken) ? NumberLabel::Counts : NumberLabel::None;
    // "need the NHS no for order 4857773456"
    const auto order = input.context.before(Topic::Order, number.firstToken, floor);
    return order && *order < *before ? NumberLabel::Outweighed : NumberLabel::Counts;
}

} // namespace handbell::guard
