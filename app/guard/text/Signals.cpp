// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Signals.h"

#include "guard/PracticeIndex.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

template <size_t size>
bool isOneOf(QStringView word, const std::array<QStringView, size> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

//! The number of a Digits token of at most three digits up to 120, or -1.
int ageNumber(const Tokens &tokens, qsizetype index)
{
    const Token &token = tokens.at(index);
    if (token.type != TokenType::Digits || token.length > 3)
        return -1;
    const int value = tokens.text(index).toInt();
    return value <= 120 ? value : -1;
}

//! The token after \a index and one separator of \a kinds, or after \a index itself.
qsizetype afterJoint(const Tokens &tokens, qsizetype index, QStringView symbols)
{
    const qsizetype next = index + 1;
    const bool joint = tokens.isNarrowSpace(next) ||
                       (tokens.type(next) == TokenType::Symbol && symbols.contains(tokens.symbol(next)));
    return joint ? next + 1 : next;
}

//! "yo", "y/o", "yrs old", "year-old" … from token \a index on.
qsizetype yearsOldAt(const Tokens &tokens, qsizetype index)
{
    static constexpr std::array<QStringView, 3> whole{u"yo", u"yof", u"yom"};
    static constexpr std::array<QStringView, 6> unit{u"y", u"yr", u"yrs", u"year", u"years", u"yer"};
    static constexpr std::array<QStringView, 2> old{u"old", u"o"};
    const QStringView word = tokens.folded(index);
    if (isOneOf(word, whole))
        return tokens.isAlphanumeric(index + 1) ? -1 : index;
    if (!isOneOf(word, unit))
        return -1;
    qsizetype last = afterJoint(tokens, index, u"-/.");
    if (tokens.symbol(index + 1) == u'.' && tokens.isNarrowSpace(index + 2))
        last = index + 3;
    return isOneOf(tokens.folded(last), old) && !tokens.isAlphanumeric(last + 1) ? last : -1;
}

bool isSex(const Tokens &tokens, qsizetype index, int age)
{
    const QStringView letter = tokens.text(index);
    return letter == u"F" || letter == u"M" || (letter == u"f" && age >= 30) || (letter == u"m" && age > 60);
}

} // namespace

qsizetype ageAt(const Tokens &tokens, qsizetype first)
{
    static constexpr std::array<QStringView, 2> ageWords{u"aged", u"age"};
    if (!tokens.isAlphanumeric(first) || tokens.isAlphanumeric(first - 1))
        return -1;
    if (tokens.type(first) == TokenType::Letters) {
        const QStringView word = tokens.text(first);
        const bool sex = word == u"M" || word == u"F";
        if (!sex && !isOneOf(tokens.folded(first), ageWords))
            return -1;
        const qsizetype number = afterJoint(tokens, first, sex ? u"" : u":");
        const bool joined = number == first + 1 && !sex;
        return !joined && ageNumber(tokens, number) >= 0 && !tokens.isAlphanumeric(number + 1) ? number : -1;
    }
    const QChar before = tokens.symbol(first - 1);
    const int age = before == u'.' || before == u'/' ? -1 : ageNumber(tokens, first);
    if (age < 0)
        return -1;
    if (isSex(tokens, first + 1, age) && !tokens.isAlphanumeric(first + 2))
        return first + 1;
    const qsizetype next = afterJoint(tokens, first, u"-");
    if (next != first + 1 && (tokens.text(next) == u"F" || tokens.text(next) == u"M") &&
        !tokens.isAlphanumeric(next + 1) && tokens.symbol(next + 1) != u'\'')
        return next;
    return yearsOldAt(tokens, next);
}

qsizetype streetAddressAt(const Tokens &tokens, qsizetype first, const PracticeIndex &practice)
{
    static constexpr std::array<QStringView, 36> streets{
        u"road",    u"rd",    u"street",   u"st",     u"avenue", u"ave",    u"close", u"cl",      u"lane",
        u"ln",      u"drive", u"crescent", u"cres",   u"court",  u"ct",     u"grove", u"gardens", u"gdns",
        u"terrace", u"terr",  u"place",    u"square", u"hill",   u"walk",   u"mews",  u"parade",  u"way",
        u"view",    u"rise",  u"row",      u"croft",  u"heol",   u"ffordd", u"stryd", u"lon",     u"dr"};
    static constexpr std::array<QStringView, 7> places{u"room",  u"rm",   u"bed", u"bay",
                                                       u"floor", u"desk", u"ward"};
    const Token &number = tokens.at(first);
    if (number.type != TokenType::Digits || number.length > 4 || tokens.isAlphanumeric(first - 1))
        return -1;
    if (tokens.isNarrowSpace(first - 1) && isOneOf(tokens.folded(first - 2), places))
        return -1;
    qsizetype word = first + 1;
    if (tokens.type(word) == TokenType::Letters && tokens.at(word).length == 1)
        ++word; // 14a
    for (int words = 0; words < 4; ++words) {
        if (words == 0 && tokens.symbol(word) == u',')
            ++word;
        if (!tokens.isNarrowSpace(word) || tokens.type(word + 1) != TokenType::Letters)
            return -1;
        ++word;
        const bool whole = !tokens.isAlphanumeric(word + 1);
        if (words > 0 && whole && isOneOf(tokens.folded(word), streets))
            return practice.isOwnAddress(tokens, first, word) ? -1 : word;
        // The name of a street has a capital or at least four letters: not "2 in a row".
        if (!whole || (!tokens.text(word).front().isUpper() && tokens.at(word).length < 4))
            return -1;
        ++word;
    }
    return -1;
}

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
