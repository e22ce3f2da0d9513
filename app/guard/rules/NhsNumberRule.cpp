// SPDX-License-Identifier: Apache-2.0
//! \file
//! NHS numbers. Source: NHS Data Dictionary, "NHS NUMBER": ten digits, the tenth a check digit: weights 10 to
//! 2, 11 − (sum mod 11), 11 counts as 0, 10 is never issued. Issued ranges: 400 000 000–499 999 999 and 600
//! 000 000–799 999 999 (England, Wales, Isle of Man); 9xx is kept for tests. One random number in eleven
//! passes the check, so a number needs its range and no sign of being an order, or a label; a label counts
//! even where the check fails, since a mistyped number still points at someone.
#include "guard/rules/Rules.h"

#include <algorithm>

namespace handbell::guard {

namespace {

constexpr int numberLength = 10;

struct TenDigits
{
    qsizetype firstGroup = 0;
    qsizetype lastGroup = 0;
    QString digits;
    bool canonical = false; //!< written 3-3-4 or in one piece
};

bool passesCheck(QStringView digits)
{
    int sum = 0;
    for (int i = 0; i < numberLength - 1; ++i)
        sum += digits[i].digitValue() * (numberLength - i);
    const int check = 11 - sum % 11;
    return check != 10 && check % 11 == digits.back().digitValue();
}

bool isFiller(QStringView digits)
{
    return std::all_of(digits.begin(), digits.end(), [&](QChar c) { return c == digits.front(); });
}

bool isTestRange(QStringView digits)
{
    return digits.front() == u'9';
}

bool isIssued(QStringView digits)
{
    const QChar first = digits.front();
    return first == u'4' || first == u'6' || first == u'7';
}

//! The groups from \a first on that make exactly ten digits.
std::optional<TenDigits> tenDigitsFrom(const RuleInput &input, qsizetype first)
{
    TenDigits number{first, first, {}, false};
    for (qsizetype i = first; i < input.digits.size(); ++i) {
        if (i > first && input.digits.joinBefore(i) == Join::None)
            return std::nullopt;
        if (number.digits.size() + input.digits.at(i).length > numberLength)
            return std::nullopt;
        number.digits += input.tokens.text(input.digits.at(i).token);
        number.lastGroup = i;
        if (number.digits.size() == numberLength)
            break;
    }
    if (number.digits.size() != numberLength)
        return std::nullopt;
    number.canonical = number.firstGroup == number.lastGroup ||
                       (number.lastGroup == first + 2 && input.digits.at(first).length == 3 &&
                        input.digits.at(first + 1).length == 3);
    return number;
}

//! Whether the word "NHS" stands directly before, glued on or with a colon or the like between: "NHS: 485 …".
bool nhsDirectlyBefore(const Tokens &tokens, qsizetype token)
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
    const QStringView word = tokens.folded(at);
    return marked && (word == u"nhs" || word == u"nhsno" || word == u"nhsnumber");
}

//! Whether the characters beside the number forbid it: a letter, a plus sign, a slash, money.
bool neighboursForbid(const Tokens &tokens, qsizetype first, qsizetype last)
{
    const QChar before = tokens.symbol(first - 1);
    const QChar after = tokens.symbol(last + 1);
    constexpr QStringView forbiddenBefore = u"+/_\\$%&@~";
    constexpr QStringView forbiddenAfter = u"/_\\%@~";
    const bool glued = tokens.type(first - 1) == TokenType::Letters && !nhsDirectlyBefore(tokens, first);
    return glued || tokens.type(last + 1) == TokenType::Letters || before == u'£' || before == u'€' ||
           (!before.isNull() && forbiddenBefore.contains(before)) ||
           (!after.isNull() && forbiddenAfter.contains(after));
}

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
    if (step > 0)
        return worded || (other.length >= 3 && tokens.text(other.token).front() == u'0');
    return worded;
}

//! Never ten digits out of twelve: the number must stand alone, or be written as people write it beside
//! another number.
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

std::optional<Candidate> judge(const RuleInput &input, const TenDigits &number, qsizetype floor)
{
    const qsizetype first = input.digits.at(number.firstGroup).token;
    const qsizetype last = input.digits.at(number.lastGroup).token;
    if (isFiller(number.digits) || neighboursForbid(input.tokens, first, last))
        return std::nullopt;
    const auto labelBefore = input.context.before(Topic::NhsNumberLabel, first, floor);
    const bool direct = nhsDirectlyBefore(input.tokens, first);
    const bool labelled = direct || labelBefore || input.context.after(Topic::NhsNumberLabel, last);
    if (!standsAlone(input, number, labelled))
        return std::nullopt;

    Candidate candidate{Kind::NhsNumber,      first, last, Verdict::Warn, {}, Remark::None,
                        Raisable::ByAnything, {}};
    const bool valid = passesCheck(number.digits);
    const auto orderBefore = input.context.before(Topic::Order, first, floor);
    if (labelled && !valid) {
        if (!direct && labelBefore && orderBefore && *orderBefore < *labelBefore)
            return std::nullopt; // "need the NHS no for order 4857773456"
        candidate.rule = QLatin1String("nhs_number.labelled_invalid");
        candidate.remark = Remark::CheckForTypo;
        return candidate;
    }
    if (!valid || (!labelled && !isIssued(number.digits) && !isTestRange(number.digits)))
        return std::nullopt;
    if (isTestRange(number.digits))
        candidate.remark = Remark::TestNumber;
    if (labelled) {
        candidate.rule = QLatin1String("nhs_number.labelled");
        return candidate;
    }
    const QChar mark = input.tokens.symbol(first - 1);
    const bool order = orderBefore || input.context.after(Topic::Order, last) || mark == u'#' || mark == u'=';
    const bool patient = input.context.isBeside(Topic::Patient, first, last);
    const bool calling = input.context.before(Topic::Calling, first, floor).has_value();
    if (number.digits.front() == u'7' || (isTestRange(number.digits) && calling))
        candidate.remark =
            Remark::NhsNumberOrPhone; // a mobile number without its 0 passes one time in eleven
    if (order && !patient) {
        candidate.verdict = Verdict::Hint;
        candidate.rule = QLatin1String("nhs_number.beside_order");
    } else if (isTestRange(number.digits) && calling && !patient) {
        candidate.verdict = Verdict::Hint;
        candidate.rule = QLatin1String("nhs_number.beside_calling");
    } else {
        candidate.rule = isTestRange(number.digits) ? QLatin1String("nhs_number.test_range")
                                                    : QLatin1String("nhs_number.issued");
    }
    return candidate;
}

} // namespace

void findNhsNumbers(const RuleInput &input, Candidates &found)
{
    qsizetype floor = 0;
    for (qsizetype i = 0; i < input.digits.size(); ++i) {
        const auto number = tenDigitsFrom(input, i);
        if (!number)
            continue;
        const auto candidate = judge(input, *number, floor);
        if (!candidate)
            continue;
        found.push_back(*candidate);
        floor = candidate->lastToken + 1;
        i = number->lastGroup;
    }
}

} // namespace handbell::guard
