// SPDX-License-Identifier: Apache-2.0
#include "guard/text/StreetAddresses.h"

#include "guard/PracticeIndex.h"
#include "guard/text/Postcodes.h"
#include "guard/text/TokenWords.h"
#include "guard/text/WordSet.h"

namespace handbell::guard {

namespace {

constexpr int mostStreetWords = 5;

//! Words that mean a street wherever they stand after a number and a name.
constexpr WordSet streetWords(std::array<QStringView, 30>{
    u"road",   u"rd",       u"street", u"st",        u"avenue",    u"ave",      u"av",   u"lane",
    u"ln",     u"crescent", u"cres",   u"gardens",   u"gdns",      u"terrace",  u"terr", u"grove",
    u"mews",   u"croft",    u"parade", u"heol",      u"ffordd",    u"stryd",    u"lon",  u"rhodfa",
    u"villas", u"cottages", u"wharf",  u"esplanade", u"boulevard", u"promenade"});

//! Words that are a street's only with a capital: "5 minute walk", "2 in a row".
constexpr WordSet streetWordsInCapitals(std::array<QStringView, 53>{
    u"close",  u"cl",    u"drive", u"dr",      u"court",    u"ct",     u"place",   u"pl",     u"square",
    u"sq",     u"hill",  u"walk",  u"way",     u"view",     u"rise",   u"row",     u"park",   u"green",
    u"gate",   u"house", u"bank",  u"end",     u"cls",      u"wy",     u"hse",     u"la",     u"yard",
    u"fold",   u"mount", u"vale",  u"meadow",  u"meadows",  u"fields", u"heights", u"side",   u"cottage",
    u"farm",   u"clos",  u"maes",  u"cilgant", u"approach", u"quay",   u"bridge",  u"common", u"path",
    u"circus", u"link",  u"chase", u"dale",    u"garth",    u"wynd",   u"brae",    u"loan"});

constexpr WordSet welshStreetWords(std::array<QStringView, 13>{u"heol", u"ffordd", u"stryd", u"lon",
                                                               u"rhodfa", u"clos", u"maes", u"bryn", u"tan",
                                                               u"pen", u"cae", u"rhes", u"teras"});

//! Words between a number and a street that show it counts something else.
constexpr WordSet measureWords(std::array<QStringView, 39>{
    u"minute", u"minutes", u"min",   u"mins", u"mile",  u"miles", u"hour",  u"hours", u"day",    u"days",
    u"week",   u"weeks",   u"month", u"year", u"years", u"more",  u"extra", u"times", u"people", u"patients",
    u"pts",    u"staff",   u"cars",  u"car",  u"boxes", u"box",   u"calls", u"from",  u"with",   u"and",
    u"off",    u"for",     u"until", u"till", u"then",  u"are",   u"were",  u"have",  u"need"});

constexpr WordSet placeWords(std::array<QStringView, 11>{u"room", u"rm", u"bed", u"bay", u"floor", u"desk",
                                                         u"ward", u"level", u"line", u"ext", u"page"});

bool startsInCapitals(const Tokens &tokens, qsizetype token)
{
    return tokens.type(token) == TokenType::Letters && tokens.text(token).front().isUpper();
}

//! The token after the house number at \a first: past "14a", "14-16", "14 a".
qsizetype afterHouseNumber(const Tokens &tokens, qsizetype first)
{
    qsizetype at = first + 1;
    if (tokens.symbol(at) == u'-' && tokens.type(at + 1) == TokenType::Digits)
        at += 2;
    if (tokens.type(at) == TokenType::Letters && tokens.at(at).length == 1)
        ++at;
    if (tokens.symbol(at) == u',')
        ++at;
    return tokens.isNarrowSpace(at) ? at + 1 : -1;
}

//! The end of the word that begins at \a token, with what an apostrophe or hyphen joins to it.
qsizetype endOfStreetWord(const Tokens &tokens, qsizetype token)
{
    qsizetype last = token;
    for (int parts = 0; parts < 3; ++parts) {
        const QChar joint = tokens.symbol(last + 1);
        if ((joint != u'\'' && joint != u'-') || tokens.type(last + 2) != TokenType::Letters)
            break;
        last += 2;
    }
    return last;
}

constexpr WordSet smallWordsOfNames(std::array<QStringView, 9>{u"the", u"of", u"y", u"yr", u"on", u"le",
                                                               u"de", u"upon", u"in"});

bool isGapInAddress(const Tokens &tokens, qsizetype token)
{
    constexpr QStringView marks = u",.()\"";
    const QChar c = tokens.symbol(token);
    return tokens.isNarrowSpace(token) || tokens.type(token) == TokenType::Newline || isAmong(c, marks);
}

//! Whether a postcode follows token \a last within a town's name.
bool postcodeFollows(const Tokens &tokens, qsizetype last)
{
    qsizetype at = last + 1;
    for (int words = 0; words < mostStreetWords; ++words) {
        for (int gaps = 0; gaps < 4 && isGapInAddress(tokens, at); ++gaps)
            ++at;
        QString code;
        if (tokens.type(at) == TokenType::Letters && postcodeAt(tokens, at, code) >= 0)
            return true;
        if (!startsInCapitals(tokens, at))
            return false;
        at = endOfStreetWord(tokens, at) + 1;
    }
    return false;
}

//! The name after a Welsh street word that ends at \a last: "Tan y Bryn", "maes hyfryd".
qsizetype endOfWelshName(const Tokens &tokens, qsizetype last)
{
    for (int words = 0; words < 2; ++words) {
        if (!tokens.isNarrowSpace(last + 1) || tokens.type(last + 2) != TokenType::Letters)
            return last;
        const bool small = smallWordsOfNames.contains(tokens, last + 2);
        last = endOfStreetWord(tokens, last + 2);
        if (!small)
            return last;
    }
    return last;
}

bool postcodeIsNext(const Tokens &tokens, qsizetype last)
{
    qsizetype at = last + 1;
    for (int gaps = 0; gaps < 4 && isGapInAddress(tokens, at); ++gaps)
        ++at;
    QString code;
    return tokens.type(at) == TokenType::Letters && postcodeAt(tokens, at, code) >= 0;
}

} // namespace

qsizetype streetAddressAt(const Tokens &tokens, qsizetype first, const PracticeIndex &practice,
                          Announced announced)
{
    const Token &number = tokens.at(first);
    if (number.type != TokenType::Digits || number.length > 4 || tokens.isAlphanumeric(first - 1))
        return -1;
    qsizetype word = afterHouseNumber(tokens, first);
    if (word < 0 || tokens.type(word) != TokenType::Letters || measureWords.contains(tokens, word))
        return -1;
    const QChar before = tokens.symbol(first - 1);
    const bool numbered = before == u'.' && tokens.folded(first - 2) == u"no"; // "no.31"
    const bool inUnit = before == u'/' && tokens.isAlphanumeric(first - 2);    // "6b/44 Ropewalk Rd"
    if ((before == u'.' && !numbered) || (before == u'/' && !inUnit) || before == u':')
        return -1;
    if (tokens.isNarrowSpace(first - 1) && placeWords.contains(tokens, first - 2))
        return -1;
    const auto unlessOwn = [&](qsizetype last) {
        // "Laurels 44, Beech House 28": a list of counts.
        const bool counted = tokens.symbol(first + 1) == u',' && tokens.isNarrowSpace(last + 1) &&
                             tokens.type(last + 2) == TokenType::Digits;
        return counted || practice.isOwnAddress(tokens, first, last) ? -1 : last;
    };
    const bool welsh = welshStreetWords.contains(tokens, word) && startsInCapitals(tokens, word);
    // "1 lane on Castle St": lanes are counted.
    if (isOneOf(tokens.text(word), {u"lane", u"lanes", u"road", u"roads", u"streets"}))
        return -1;
    constexpr int mostSmallWords = 2; // "3 orchard mill lane", but not "2 trees down on mill lane"
    qsizetype lastCapital = -1;
    qsizetype lastWord = -1;
    for (int words = 0; words < mostStreetWords; ++words) {
        if (tokens.type(word) != TokenType::Letters || measureWords.contains(tokens, word))
            break;
        const qsizetype last = endOfStreetWord(tokens, word);
        const bool whole = tokens.type(last + 1) != TokenType::Digits;
        const bool capital = startsInCapitals(tokens, word);
        if (!whole)
            break;
        if (words > 0 &&
            (streetWords.contains(tokens, word) ||
             (streetWordsInCapitals.contains(tokens, word) && (capital || announced == Announced::Yes)))) {
            const bool counted =
                words > mostSmallWords && lastCapital < 0 && !capital && announced == Announced::No;
            return counted ? -1 : unlessOwn(last);
        }
        // The name of a street has a capital or at least four letters: not "2 in a row".
        if (!capital && !smallWordsOfNames.contains(tokens, word) && tokens.at(word).length < 4)
            break;
        if (!smallWordsOfNames.contains(tokens, word))
            lastWord = last;
        if (announced == Announced::Yes && words == 0 && welshStreetWords.contains(tokens, word))
            return unlessOwn(endOfWelshName(tokens, last));
        if (capital && !(words == 0 && tokens.folded(word) == u"the"))
            lastCapital = last;
        if (!tokens.isNarrowSpace(last + 1))
            break;
        // Past the end of a name in capitals nothing in small letters belongs to it, but a street word may.
        word = last + 2;
    }
    if (lastWord >= 0 && postcodeIsNext(tokens, lastWord))
        return unlessOwn(lastWord);
    if (lastCapital < 0)
        return -1;
    if ((welsh && lastCapital > afterHouseNumber(tokens, first)) || announced == Announced::Yes ||
        postcodeFollows(tokens, lastCapital))
        return unlessOwn(lastCapital);
    return -1;
}

} // namespace handbell::guard
