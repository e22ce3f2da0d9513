// SPDX-License-Identifier: Apache-2.0
//! \file
//! NHS numbers. Source: NHS Data Dictionary, "NHS NUMBER": ten digits, the tenth a check digit: weights 10 to
//! 2, 11 − (sum mod 11), 11 counts as 0, 10 is never issued. Issued ranges: 400 000 000–499 999 999 and 600
//! 000 000–799 999 999 (England, Wales, Isle of Man); 9xx is kept for tests. One random number in eleven
//! passes the check, so a number needs its range and no sign of being an order, or a label; a label counts
//! even where the check fails, since a mistyped number still points at someone.
#include "guard/rules/Rules.h"
#include "guard/rules/TenDigits.h"

#include <array>

namespace handbell::guard {

namespace {

constexpr std::array<QStringView, 3> nhsLabels{u"nhs", u"nhsno", u"nhsnumber"};

bool isTestRange(QStringView digits)
{
    return digits.front() == u'9';
}

bool isIssued(QStringView digits)
{
    const QChar first = digits.front();
    return first == u'4' || first == u'6' || first == u'7';
}

bool isHyphenated(const RuleInput &input, const TenDigits &number)
{
    return number.lastGroup == number.firstGroup + 2 && number.canonical &&
           input.digits.joinBefore(number.firstGroup + 1) == Join::Hyphen &&
           input.digits.joinBefore(number.lastGroup) == Join::Hyphen;
}

std::optional<Candidate> judgeNhsNumber(const RuleInput &input, const TenDigits &number, qsizetype floor)
{
    if (isFiller(number.digits()) || !neighboursAllow(input, number, nhsLabels))
        return std::nullopt;
    const NumberLabel label = labelOf(input, number, Topic::NhsNumberLabel, nhsLabels, floor);
    const bool labelled = label != NumberLabel::None;
    if (!standsAlone(input, number, labelled))
        return std::nullopt;

    Candidate candidate{Kind::NhsNumber,
                        number.firstToken,
                        number.lastToken,
                        Verdict::Warn,
                        {},
                        Remark::None,
                        Raisable::ByAnything,
                        {}};
    const bool valid = passesModulus11(number.digits());
    if (label == NumberLabel::Counts && !valid) {
        candidate.rule = QLatin1String("nhs_number.labelled_invalid");
        candidate.remark = Remark::CheckForTypo;
        return candidate;
    }
    if (!valid || (!labelled && !isIssued(number.digits()) && !isTestRange(number.digits())))
        return std::nullopt;
    if (isTestRange(number.digits()))
        candidate.remark = Remark::TestNumber;
    if (labelled) {
        candidate.rule = QLatin1String("nhs_number.labelled");
        return candidate;
    }
    const QChar mark = input.tokens.symbol(number.firstToken - 1);
    const bool order = input.context.before(Topic::Order, number.firstToken, floor) ||
                       input.context.after(Topic::Order, number.lastToken) || mark == u'#' || mark == u'=';
    const bool patient = input.context.isBeside(Topic::Patient, number.firstToken, number.lastToken);
    constexpr qsizetype directly = 12; // "call me on "
    const bool calling = input.context.before(Topic::Calling, number.firstToken, floor, directly).has_value();
    if (number.digits().front() == u'7')
        candidate.remark =
            Remark::NhsNumberOrPhone; // a mobile number without its 0 passes one time in eleven
    if (order && !patient) {
        candidate.verdict = Verdict::Hint;
        candidate.rule = QLatin1String("nhs_number.beside_order");
        candidate.raisable = Raisable::ByIdentifiers; // goods are ordered beside clinical words
    } else if (isTestRange(number.digits()) && calling && !patient && isHyphenated(input, number)) {
        return std::nullopt; // 907-882-3534, an American telephone number
    } else {
        candidate.rule = isTestRange(number.digits()) ? QLatin1String("nhs_number.test_range")
                                                      : QLatin1String("nhs_number.issued");
    }
    return candidate;
}

} // namespace

void findNhsNumbers(const RuleInput &input, Candidates &found)
{
    findTenDigits(input, found, judgeNhsNumber);
}

} // namespace handbell::guard
