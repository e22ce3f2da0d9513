// SPDX-License-Identifier: Apache-2.0
//! \file
//! Telephone numbers. Source: Ofcom, National Telephone Numbering Plan: geographic numbers begin 01 or 02 and
//! mobile numbers 071–075 and 077–079, ten digits after the 0 (nine in a few areas of 01); +44 or 0044 stands
//! for the 0, which some write again as (0). Numbers Ofcom keeps for drama (07700 900xxx, 01632 960xxx, 020
//! 7946 0xxx) have those shapes and count. So do numbers without a place: 03, 05, 070, 08 and
//! 09. Extensions and short codes are left alone.
#include "guard/rules/Rules.h"
#include "guard/text/TokenWords.h"

namespace handbell::guard {

namespace {

constexpr qsizetype nationalLength = 10;
constexpr int mostTokens = 24;

enum class Prefix {
    None,
    Zero,
    SpacedZero, //!< the first of digits written one or two at a time: only a mobile number is
    CountryCode,
    BareCountryCode,
    Bare
};

struct Reading
{
    qsizetype lastToken = -1;
    QString national; //!< without the 0
    Prefix prefix = Prefix::None;
};

bool isMobile(QStringView national)
{
    return national.size() == nationalLength && national[0] == u'7' && national[1] != u'0';
}

bool isGeographic(QStringView national)
{
    if (national.size() < nationalLength - 1 || national.size() > nationalLength)
        return false;
    if (national[0] == u'1')
        return national[1] != u'0';
    return national.size() == nationalLength && national[0] == u'2' &&
           QStringView(u"03489").contains(national[1]);
}

//! Personal, corporate, freephone, revenue-sharing and premium numbers: 070, 03, 05, 08, 09.
bool isNonGeographic(QStringView national)
{
    if (national.size() == nationalLength)
        return national[0] == u'3' || national[0] == u'8' || national[0] == u'9' ||
               national.startsWith(u"70") || national.startsWith(u"55") || national.startsWith(u"56");
    return national.size() == nationalLength - 1 &&
           (national.startsWith(u"800") || national.startsWith(u"500"));
}

bool isNational(QStringView national)
{
    return isMobile(national) || isGeographic(national) || isNonGeographic(national);
}

//! Which prefix begins at \a token; \a next is the token after it, or \a token itself where its digits are
//! more than the prefix, and \a skip how many of those digits to leave out.
Prefix prefixAt(const Tokens &tokens, qsizetype token, qsizetype &next, qsizetype &skip)
{
    next = token;
    skip = 0;
    const QStringView digits = tokens.text(token);
    const auto take = [&](QStringView code, Prefix prefix) {
        next = digits.size() > code.size() ? token : token + 1;
        skip = digits.size() > code.size() ? code.size() : 0;
        return prefix;
    };
    if (tokens.symbol(token - 1) == u'+')
        return digits.startsWith(u"44")  ? take(u"44", Prefix::CountryCode)
               : digits.startsWith(u'0') ? take(u"0", Prefix::Zero)
                                         : Prefix::None;
    if (digits.startsWith(u"0044"))
        return take(u"0044", Prefix::CountryCode);
    if (digits.size() == 13 && digits.startsWith(u"044"))
        return take(u"044", Prefix::CountryCode); // the + taken for a 0
    if (digits == u"00" && tokens.isNarrowSpace(token + 1) && tokens.text(token + 2) == u"44") {
        next = token + 3;
        return Prefix::CountryCode;
    }
    if (digits.startsWith(u'0')) {
        const bool bracketed = tokens.symbol(token - 1) == u'(' && tokens.symbol(token + 1) == u')';
        return digits.size() >= 3 || bracketed ? take(u"0", Prefix::Zero) : take(u"0", Prefix::SpacedZero);
    }
    if (digits == u"44" || (digits.size() == 12 && digits.startsWith(u"44")))
        return take(u"44", Prefix::BareCountryCode);
    return digits.startsWith(u'7') && digits.size() >= 4 ? Prefix::Bare : Prefix::None;
}

bool isSeparator(const Tokens &tokens, qsizetype token)
{
    const QChar c = tokens.symbol(token);
    return tokens.isNarrowSpace(token) || c == u'-' || c == u'.' || c == u'(' || c == u')' || c == u'[' ||
           c == u']' || (c == u'/' && tokens.isNarrowSpace(token - 1));
}

//! Whether the number could end at \a token: nothing that belongs to it follows.
bool mayEndAt(const Tokens &tokens, qsizetype token)
{
    const QChar after = tokens.symbol(token + 1);
    const bool tight = (after == u'-' || after == u'.' || after == u'/' || after == u':') &&
                       tokens.type(token + 2) == TokenType::Digits;
    const QStringView glued = tokens.folded(token + 1);
    const bool extension = glued == u"x" || glued == u"ext";
    return !tight && (tokens.type(token + 1) != TokenType::Letters || extension) && after != u'_' &&
           after != u'@';
}

//! Reads the number that begins at \a token, in a bounded number of tokens.
Reading readAt(const Tokens &tokens, qsizetype token)
{
    Reading reading;
    qsizetype at = token;
    qsizetype skip = 0;
    reading.prefix = prefixAt(tokens, token, at, skip);
    if (reading.prefix == Prefix::None)
        return reading;
    int separators = 0;
    for (int i = 0; i < mostTokens; ++i, ++at) {
        if (tokens.type(at) != TokenType::Digits) {
            ++separators;
            if (separators > 3 || !isSeparator(tokens, at))
                return reading;
            continue;
        }
        separators = 0;
        QStringView digits = tokens.text(at).mid(skip);
        skip = 0;
        const bool again = reading.national.isEmpty() && reading.prefix != Prefix::Zero &&
                           reading.prefix != Prefix::SpacedZero && digits.startsWith(u'0');
        if (again)
            digits = digits.mid(1); // +44 (0)…
        if (reading.national.size() + digits.size() > nationalLength)
            return reading;
        reading.national += digits;
        if (isNational(reading.national) && mayEndAt(tokens, at)) {
            reading.lastToken = at;
            // Nine digits are whole only where no more follow.
            if (reading.national.size() == nationalLength)
                return reading;
            const bool more = isSeparator(tokens, at + 1) && tokens.type(at + 2) == TokenType::Digits;
            if (!more)
                return reading;
            reading.lastToken = -1;
        }
    }
    return reading;
}

bool mayBeginAt(const Tokens &tokens, qsizetype token)
{
    if (!isAmong(tokens.text(token).front(), u"047"))
        return false;
    const QChar before = tokens.symbol(token - 1);
    constexpr QStringView forbidden = u"/_@#=£$%&";
    if (tokens.at(token).inAddress || tokens.type(token - 1) == TokenType::Letters)
        return false;
    if (before == u':')
        return tokens.type(token - 2) != TokenType::Digits;
    if (before == u'-' || before == u'.')
        return !tokens.isAlphanumeric(token - 2);
    return !isAmong(before, forbidden);
}

std::optional<Candidate> judge(const RuleInput &input, qsizetype first, const Reading &reading)
{
    const Context &context = input.context;
    const bool mobile = isMobile(reading.national);
    if (reading.prefix == Prefix::SpacedZero && !mobile)
        return std::nullopt;
    if (reading.prefix == Prefix::Bare &&
        !(mobile && context.isBeside(Topic::Calling, first, reading.lastToken)))
        return std::nullopt;
    if (input.practice.isKnownPhone(QString(u'0' + reading.national)))
        return std::nullopt;
    Candidate candidate{Kind::PhoneNumber,    first, reading.lastToken, Verdict::Hint, {}, Remark::None,
                        Raisable::ByAnything, {}};
    const bool patient = context.isWithin(Topic::Patient, first, reading.lastToken, contactReach) ||
                         context.isBeside(Topic::Relative, first, reading.lastToken);
    const bool workplace = !mobile && context.isBeside(Topic::Workplace, first, reading.lastToken);
    if (workplace) {
        candidate.rule = QLatin1String("phone_number.workplace");
        candidate.verdict = patient ? Verdict::Hint : Verdict::Silent;
        candidate.raisable = Raisable::Never;
        return candidate;
    }
    candidate.rule = mobile                           ? QLatin1String("phone_number.mobile")
                     : isGeographic(reading.national) ? QLatin1String("phone_number.geographic")
                                                      : QLatin1String("phone_number.without_place");
    // The results line of a laboratory stands beside clinical words all day.
    if (!mobile && context.isBeside(Topic::Institution, first, reading.lastToken))
        candidate.raisable = Raisable::ByIdentifiers;
    if (patient) {
        candidate.rule = QLatin1String("phone_number.beside_patient");
        candidate.verdict = Verdict::Warn;
    }
    return candidate;
}

} // namespace

void findPhoneNumbers(const RuleInput &input, Candidates &found)
{
    const Tokens &tokens = input.tokens;
    for (qsizetype group = 0; group < input.digits.size(); ++group) {
        const qsizetype token = input.digits.at(group).token;
        if (!found.empty() && found.back().kind == Kind::PhoneNumber && token <= found.back().lastToken)
            continue;
        if (!mayBeginAt(tokens, token))
            continue;
        const Reading reading = readAt(tokens, token);
        if (reading.lastToken < 0)
            continue;
        const QChar before = tokens.symbol(token - 1);
        const bool opened = before == u'(' || before == u'+';
        const auto candidate = judge(input, opened ? token - 1 : token, reading);
        if (candidate)
            found.push_back(*candidate);
    }
}

} // namespace handbell::guard
