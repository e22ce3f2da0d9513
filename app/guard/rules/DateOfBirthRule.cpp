// SPDX-License-Identifier: Apache-2.0
//! \file
//! Dates of birth. Source: NHS Data Dictionary, "PERSON BIRTH DATE", and the ways UK staff write a date: day,
//! month, year with slashes, dots or dashes, a month's name in English or Welsh, or ISO 8601. A date counts
//! when it exists, is not in the future and is no more than 120 years old. A labelled one warns, whatever its
//! age; without a label only a date of over a year ago is worth a hint, and a day and month alone is silent.
#include "guard/rules/Rules.h"
#include "guard/text/TokenWords.h"
#include "guard/text/WordSet.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr int oldestAge = 120;
//! Without a label a short year this soon to come is that of an appointment or a lease, not of someone
//! over 97.
constexpr int yearsOfPlans = 3;
//! Beside clinical words a younger date is as likely that of a test or a visit.
constexpr int yearsOfVisits = 10;

struct WrittenDate
{
    qsizetype firstToken = 0;
    qsizetype lastToken = 0;
    int day = 0;
    int month = 0;
    int yearNumber = 0;
    bool shortYear = false;
    bool needsLabel = false; //!< a form that means too many other things: "12 05 48", "120548", a month first
};

int numberAt(const Tokens &tokens, qsizetype token)
{
    return numberIn(tokens.text(token).left(4));
}

bool isYear(const Token &token)
{
    return token.type == TokenType::Digits && (token.length == 2 || token.length == 4);
}

bool isDayOrMonth(const Token &token)
{
    return token.type == TokenType::Digits && token.length <= 2;
}

constexpr std::array<std::array<QStringView, 4>, 12> months{{
    {u"january", u"jan", u"ionawr", u"ion"},
    {u"february", u"feb", u"chwefror", u"chwe"},
    {u"march", u"mar", u"mawrth", u"maw"},
    {u"april", u"apr", u"ebrill", u"ebr"},
    {u"may", u"may", u"mai", u"mai"},
    {u"june", u"jun", u"mehefin", u"meh"},
    {u"july", u"jul", u"gorffennaf", u"gorff"},
    {u"august", u"aug", u"awst", u"awst"},
    {u"september", u"sep", u"medi", u"sept"},
    {u"october", u"oct", u"hydref", u"hyd"},
    {u"november", u"nov", u"tachwedd", u"tach"},
    {u"december", u"dec", u"rhagfyr", u"rhag"},
}};

constexpr WordSet monthWords([] {
    std::array<QStringView, 48> words{};
    for (size_t i = 0; i < words.size(); ++i)
        words[i] = months[i / 4][i % 4];
    return words;
}());

//! 1 to 12 for a month's English or Welsh name or its usual abbreviation, else 0.
int monthAt(const Tokens &tokens, qsizetype token)
{
    if (!monthWords.contains(tokens, token))
        return 0;
    const QStringView word = tokens.folded(token);
    const auto named =
        std::find_if(months.begin(), months.end(), [word](const std::array<QStringView, 4> &names) {
            return std::any_of(names.begin(), names.end(),
                               [word](QStringView name) { return sameCharacters(name, word); });
        });
    return static_cast<int>(named - months.begin()) + 1;
}

//! Past up to two spaces, commas, dots, hyphens, slashes or apostrophes.
qsizetype skipJoints(const Tokens &tokens, qsizetype at)
{
    constexpr QStringView joints = u",.-/'";
    for (int i = 0; i < 2; ++i) {
        if (!tokens.isNarrowSpace(at) && !isAmong(tokens.symbol(at), joints))
            break;
        ++at;
    }
    return at;
}

//! Past "st", "nd", "rd", "th", "ain", "af", "fed" glued to a day.
qsizetype skipOrdinal(const Tokens &tokens, qsizetype at)
{
    static constexpr WordSet endings(
        std::array<QStringView, 8>{u"st", u"nd", u"rd", u"th", u"af", u"ail", u"ydd", u"fed"});
    return endings.contains(tokens, at) ? at + 1 : at;
}

//! Whether what follows a date's last token continues it into something else.
bool runsOn(const Tokens &tokens, qsizetype last)
{
    const QChar after = tokens.symbol(last + 1);
    const bool joint = after == u'/' || after == u'-' || after == u'.' || after == u':';
    return tokens.type(last + 1) == TokenType::Letters ||
           (joint && tokens.type(last + 2) == TokenType::Digits);
}

//! 12/05/48, 12.05.1948, 1948-05-12; with a label also 12 05 48.
std::optional<WrittenDate> numericDate(const RuleInput &input, qsizetype group)
{
    if (group + 2 >= input.digits.size())
        return std::nullopt;
    const DigitGroup &a = input.digits.at(group);
    const DigitGroup &b = input.digits.at(group + 1);
    const DigitGroup &c = input.digits.at(group + 2);
    if (b.before != c.before || b.before == Join::None)
        return std::nullopt;
    if (b.before != Join::Space && (a.before != Join::None && a.before != Join::Space))
        return std::nullopt;
    WrittenDate date{a.token, c.token, 0, 0, 0, c.length == 2, b.before == Join::Space};
    const Tokens &tokens = input.tokens;
    if (a.length == 4 && b.length <= 2 && c.length <= 2) {
        date.yearNumber = numberAt(tokens, a.token);
        date.month = numberAt(tokens, b.token);
        date.day = numberAt(tokens, c.token);
        date.shortYear = false;
    } else if (a.length <= 2 && b.length <= 2 && (c.length == 2 || c.length == 4)) {
        date.day = numberAt(tokens, a.token);
        date.month = numberAt(tokens, b.token);
        date.yearNumber = numberAt(tokens, c.token);
        // 1.10.15 is a version of something.
        date.needsLabel = date.needsLabel || (b.before == Join::Dot && date.shortYear &&
                                              date.yearNumber <= 31 && (a.length < 2 || b.length < 2));
        if (date.month > 12 && date.day <= 12) {
            std::swap(date.day, date.month); // month first
            date.needsLabel = true;
        }
    } else {
        return std::nullopt;
    }
    return date;
}

//! 9/12/'55, and with a label also 27,04,90.
std::optional<WrittenDate> oddlyJoinedDate(const RuleInput &input, qsizetype group)
{
    const Tokens &tokens = input.tokens;
    const qsizetype day = input.digits.at(group).token;
    const QChar joint = tokens.symbol(day + 1);
    const bool comma = joint == u',';
    if ((!comma && joint != u'/' && joint != u'-' && joint != u'.') || tokens.symbol(day + 3) != joint ||
        !isDayOrMonth(tokens.at(day)) || !isDayOrMonth(tokens.at(day + 2)))
        return std::nullopt;
    const bool apostrophe = tokens.symbol(day + 4) == u'\'';
    const qsizetype year = apostrophe ? day + 5 : day + 4;
    if (comma == apostrophe || !isYear(tokens.at(year)))
        return std::nullopt;
    return WrittenDate{day,
                       year,
                       numberAt(tokens, day),
                       numberAt(tokens, day + 2),
                       numberAt(tokens, year),
                       tokens.at(year).length == 2,
                       comma};
}

//! 120548, 12051948: only ever with a label.
std::optional<WrittenDate> compactDate(const RuleInput &input, qsizetype group)
{
    const DigitGroup &digits = input.digits.at(group);
    if (digits.length != 6 && digits.length != 8)
        return std::nullopt;
    const QStringView text = input.tokens.text(digits.token);
    return WrittenDate{digits.token,
                       digits.token,
                       numberIn(text.left(2)),
                       numberIn(text.mid(2, 2)),
                       numberIn(text.mid(4)),
                       digits.length == 6,
                       true};
}

//! "12 May 48", "12th of May, 1948", "12-May-1948".
std::optional<WrittenDate> namedDate(const RuleInput &input, qsizetype group)
{
    const Tokens &tokens = input.tokens;
    const qsizetype day = input.digits.at(group).token;
    if (!isDayOrMonth(tokens.at(day)))
        return std::nullopt;
    qsizetype at = skipJoints(tokens, skipOrdinal(tokens, day + 1));
    if (tokens.type(at) == TokenType::Letters && isOneOf(tokens.folded(at), {u"of", u"o"}))
        at = skipJoints(tokens, at + 1);
    const int month = monthAt(tokens, at);
    if (month == 0)
        return std::nullopt;
    const qsizetype yearToken = skipJoints(tokens, at + 1);
    if (!isYear(tokens.at(yearToken)))
        return std::nullopt;
    WrittenDate date{day, yearToken, numberAt(tokens, day), month, numberAt(tokens, yearToken), false, false};
    date.shortYear = tokens.at(yearToken).length == 2;
    // "on 12 May 10 people …": a small number before a word counts something.
    const QChar joint = tokens.symbol(day + 1);
    date.needsLabel = joint != u'-' && joint != u'/' && date.shortYear && date.yearNumber <= 31 &&
                      tokens.isNarrowSpace(yearToken + 1) && tokens.type(yearToken + 2) == TokenType::Letters;
    return date;
}

//! "May 12th, 1948": found from its day, which is the first number in it.
std::optional<WrittenDate> monthFirstDate(const RuleInput &input, qsizetype group)
{
    const Tokens &tokens = input.tokens;
    const qsizetype day = input.digits.at(group).token;
    if (!isDayOrMonth(tokens.at(day)))
        return std::nullopt;
    qsizetype at = day - 1;
    if (tokens.isNarrowSpace(at) || tokens.symbol(at) == u'-')
        --at;
    const int month = at < day - 1 ? monthAt(tokens, at) : 0;
    if (month == 0)
        return std::nullopt;
    const qsizetype yearToken = skipJoints(tokens, skipOrdinal(tokens, day + 1));
    if (tokens.at(yearToken).type != TokenType::Digits || tokens.at(yearToken).length != 4)
        return std::nullopt;
    return WrittenDate{at,    yearToken, numberAt(tokens, day), month, numberAt(tokens, yearToken),
                       false, false};
}

//! The day a written date means: a two-digit year is the latest that is not in the future.
std::optional<sys_days> dayOf(const WrittenDate &date, sys_days today)
{
    const auto on = [&](int yearNumber) {
        return year_month_day{year{yearNumber}, std::chrono::month{static_cast<unsigned>(date.month)},
                              std::chrono::day{static_cast<unsigned>(date.day)}};
    };
    const auto plausible = [&](const year_month_day &ymd) {
        const year_month_day now{today};
        const year_month_day oldest{now.year() - std::chrono::years{oldestAge}, now.month(), now.day()};
        return ymd.ok() && sys_days{ymd} <= today && ymd >= oldest;
    };
    if (!date.shortYear)
        return plausible(on(date.yearNumber)) ? std::optional(sys_days{on(date.yearNumber)}) : std::nullopt;
    for (const int century : {2000, 1900}) {
        if (plausible(on(century + date.yearNumber)))
            return sys_days{on(century + date.yearNumber)};
    }
    return std::nullopt;
}

//! A label after the date belongs to it unless a number follows the label: "03/02/2022, DOB 12/05/48".
bool labelAfter(const RuleInput &input, qsizetype last)
{
    if (!input.context.after(Topic::BirthLabel, last))
        return false;
    const Span span = input.tokens.span(last, last);
    for (qsizetype i = last + 1; input.tokens.at(i).type != TokenType::Outside; ++i) {
        if (input.tokens.at(i).start > span.end() + reachAfter)
            break;
        if (sharesTopic(input.context.topicsAt(i), Topic::BirthLabel)) {
            for (qsizetype next = i + 1; next <= i + 8; ++next) {
                if (input.tokens.type(next) == TokenType::Digits)
                    return false;
            }
        }
    }
    return true;
}

//! "DOB06/02/1978"
bool isGluedToLabel(const Tokens &tokens, qsizetype first)
{
    const QStringView word = tokens.folded(first - 1);
    return (word == u"dob" || word == u"born") && !tokens.isAlphanumeric(first - 2);
}

//! How a birth label stands to the tokens from \a first to \a last.
enum class Label { None, Near, Direct };

Label labelOf(const RuleInput &input, const WrittenDate &date, qsizetype floor)
{
    constexpr qsizetype direct = 4; // ": ", " is ", " - "
    if (isGluedToLabel(input.tokens, date.firstToken))
        return Label::Direct;
    const auto before = input.context.before(Topic::BirthLabel, date.firstToken, floor);
    if (before)
        return *before <= direct ? Label::Direct : Label::Near;
    return labelAfter(input, date.lastToken) ? Label::Near : Label::None;
}

std::optional<Candidate> judge(const RuleInput &input, const WrittenDate &date, qsizetype floor)
{
    const Tokens &tokens = input.tokens;
    const QChar before = tokens.symbol(date.firstToken - 1);
    constexpr QStringView forbiddenBefore = u"/_+.£$#";
    const bool glued =
        tokens.type(date.firstToken - 1) == TokenType::Letters && !isGluedToLabel(tokens, date.firstToken);
    if (glued || isAmong(before, forbiddenBefore) || runsOn(tokens, date.lastToken))
        return std::nullopt;
    const auto day = dayOf(date, input.today);
    if (!day)
        return std::nullopt;
    Candidate candidate{Kind::DateOfBirth,
                        date.firstToken,
                        date.lastToken,
                        Verdict::Warn,
                        {},
                        Remark::None,
                        Raisable::ByAnything,
                        {}};
    const Label label = labelOf(input, date, floor);
    const bool compact = date.firstToken == date.lastToken;
    if (label == Label::Direct || (label == Label::Near && !compact)) {
        candidate.rule = QLatin1String("date_of_birth.labelled");
        return candidate;
    }
    const year_month_day now{input.today};
    const auto yearsAgo = [&](int count) {
        return year_month_day{now.year() - std::chrono::years{count}, now.month(), now.day()};
    };
    // "MRS ADEYEMI-COLE 06061949": eight digits that are a date, where a name says whose.
    const bool dateOfSomeone = compact && !date.shortYear;
    if ((date.needsLabel && !dateOfSomeone) || year_month_day{*day} >= yearsAgo(1))
        return std::nullopt;
    if (date.shortYear && year_month_day{*day} < yearsAgo(100 - yearsOfPlans))
        return std::nullopt;
    candidate.rule = QLatin1String("date_of_birth.past_date");
    candidate.verdict = dateOfSomeone || input.context.before(Topic::Paperwork, date.firstToken, floor)
                            ? Verdict::Silent
                            : Verdict::Hint;
    const bool visit = dateOfSomeone || year_month_day{*day} >= yearsAgo(yearsOfVisits);
    candidate.raisable = visit ? Raisable::ByIdentifiers : Raisable::ByAnything;
    return candidate;
}

} // namespace

void findDatesOfBirth(const RuleInput &input, Candidates &found)
{
    qsizetype floor = 0;
    //! Whether \a date is one and was taken up.
    const auto take = [&](const std::optional<WrittenDate> &date) {
        if (!date || date->firstToken < floor)
            return false;
        const auto candidate = judge(input, *date, floor);
        if (!candidate)
            return false;
        found.push_back(*candidate);
        floor = candidate->lastToken + 1;
        return true;
    };
    for (qsizetype i = 0; i < input.digits.size(); ++i) {
        const DigitGroup &first = input.digits.at(i);
        if (first.token < floor)
            continue;
        // Not through a table: of such calls a processor guesses every other wrong.
        if (first.length <= 2)
            static_cast<void>(take(numericDate(input, i)) || take(oddlyJoinedDate(input, i)) ||
                              take(namedDate(input, i)) || take(monthFirstDate(input, i)));
        else if (first.length == 4)
            take(numericDate(input, i)); // the year first
        else
            take(compactDate(input, i));
    }
}

} // namespace handbell::guard
