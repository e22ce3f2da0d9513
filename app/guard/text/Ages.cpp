// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Ages.h"

#include "guard/text/TokenWords.h"
#include "guard/text/WordSet.h"

namespace handbell::guard {

namespace {

constexpr int oldestPerson = 120;

//! The number of a Digits token of at most three digits up to 120, or -1.
int yearsAt(const Tokens &tokens, qsizetype index)
{
    const Token &token = tokens.at(index);
    if (token.type != TokenType::Digits || token.length > 3)
        return -1;
    const int value = numberIn(tokens.text(index));
    return value <= oldestPerson ? value : -1;
}

constexpr std::array<QStringView, 45> numbersInWords{
    u"one",       u"two",      u"three",    u"four",   u"five",     u"six",      u"seven",   u"eight",
    u"nine",      u"ten",      u"eleven",   u"twelve", u"thirteen", u"fourteen", u"fifteen", u"sixteen",
    u"seventeen", u"eighteen", u"nineteen", u"twenty", u"thirty",   u"forty",    u"fifty",   u"sixty",
    u"seventy",   u"eighty",   u"ninety",   u"un",     u"dau",      u"dwy",      u"ddwy",    u"tair",
    u"dair",      u"tri",      u"pedair",   u"bedair", u"pump",     u"bump",     u"chwe",    u"chwech",
    u"saith",     u"wyth",     u"naw",      u"deg",    u"ddeg"};
constexpr std::array<QStringView, 14> sexesInWords{u"male",  u"female",    u"man",   u"woman",  u"lady",
                                                   u"gent",  u"gentleman", u"boy",   u"girl",   u"dyn",
                                                   u"dynes", u"menyw",     u"merch", u"bachgen"};
constexpr WordSet numberWords(numbersInWords);
constexpr WordSet sexWords(sexesInWords);

//! The other words an age may begin with.
constexpr std::array<QStringView, 5> otherFirstWords{u"m", u"f", u"aged", u"age", u"oed"};
constexpr WordSet otherWords(otherFirstWords);

//! What an age is counted in.
constexpr std::array<QStringView, 26> ageUnits{
    u"yo",    u"yof",    u"yom",  u"oed",   u"mlwydd", u"blwydd", u"flwydd", u"mis", u"y",
    u"yr",    u"yrs",    u"year", u"years", u"yer",    u"mo",     u"mos",    u"mth", u"mths",
    u"month", u"months", u"wk",   u"wks",   u"week",   u"weeks",  u"day",    u"days"};
constexpr WordSet unitWords(ageUnits);

//! What may follow the years of an age.
constexpr WordSet followingWords([] {
    std::array<QStringView, ageUnits.size() + 4> words{u"m", u"f", u"male", u"female"};
    std::copy(ageUnits.begin(), ageUnits.end(), words.begin() + 4);
    return words;
}());

//! "old", "o", "oed" at \a index, where the word ends there.
bool endsInOld(const Tokens &tokens, qsizetype index)
{
    return isOneOf(tokens.folded(index), {u"old", u"o", u"oed", u"olds"}) &&
           !tokens.isAlphanumeric(index + 1);
}

//! "yo", "y/o", "yrs old", "year-old", "oed", "months old" … from token \a index on.
qsizetype unitOldAt(const Tokens &tokens, qsizetype index)
{
    if (!unitWords.contains(tokens, index))
        return -1;
    const QStringView word = tokens.folded(index);
    if (isOneOf(word, {u"yo", u"yof", u"yom", u"oed"}))
        return tokens.isAlphanumeric(index + 1) ? -1 : index;
    if (isOneOf(word, {u"mlwydd", u"blwydd", u"flwydd", u"mis"})) {
        const qsizetype last = afterJoint(tokens, index, u"");
        return tokens.folded(last) == u"oed" ? last : -1;
    }
    const bool years = isOneOf(word, {u"y", u"yr", u"yrs", u"year", u"years", u"yer"});
    const bool shorter = isOneOf(word, {u"mo", u"mos", u"mth", u"mths", u"month", u"months", u"wk", u"wks",
                                        u"week", u"weeks", u"day", u"days"});
    if (!years && !shorter)
        return -1;
    qsizetype last = afterJoint(tokens, index, u"-/.");
    if (tokens.symbol(index + 1) == u'.' && tokens.isNarrowSpace(index + 2))
        last = index + 3;
    // "2 year olds" are many.
    return endsInOld(tokens, last) && tokens.folded(last) != u"olds" ? last : -1;
}

//! "16F catheters", "16F x 10": a size in French gauge comes before these; "12M lease" is of months.
bool isMeasured(const Tokens &tokens, qsizetype at)
{
    return tokens.isNarrowSpace(at) &&
           isOneOf(tokens.folded(at + 1),
                   {u"catheter", u"catheters", u"foley", u"gauge", u"fr", u"x", u"lease", u"tube", u"tubes"});
}

//! "eleven year old", "thirty-five years old", "bedair oed".
Age inWords(const Tokens &tokens, qsizetype first)
{
    qsizetype next = afterJoint(tokens, first, u"-");
    if (next > first + 1 && numberWords.contains(tokens, next))
        next = afterJoint(tokens, next, u"-");
    return next == first + 1 ? Age{} : Age{unitOldAt(tokens, next), false};
}

//! "12M imms", "6M supply": what is due or lasts so many months.
bool isDue(const Tokens &tokens, qsizetype at)
{
    return tokens.isNarrowSpace(at) &&
           isOneOf(tokens.folded(at + 1),
                   {u"imms",   u"jab",     u"jabs",   u"booster", u"boosters", u"vaccs",  u"vaccines",
                    u"review", u"reviews", u"recall", u"recalls", u"check",    u"checks", u"follow",
                    u"repeat", u"bloods",  u"supply", u"script",  u"scripts",  u"clinic", u"notice"});
}

//! "aged 72", "age: 72", "M 45", "M45", "female 34", "lady of 93 yrs".
Age wordFirst(const Tokens &tokens, qsizetype first)
{
    if (numberWords.contains(tokens, first))
        return inWords(tokens, first);
    const bool sexWord = sexWords.contains(tokens, first);
    const QStringView typed = tokens.text(first);
    const QStringView word = tokens.folded(first);
    const bool letter = word.size() == 1;
    const bool sex = letter || sexWord;
    if (isOneOf(word, {u"aged", u"age"})) {
        const qsizetype next = afterJoint(tokens, first, u":");
        if (next > first + 1 && numberWords.contains(tokens, next))
            return {next, false};
    }
    qsizetype number = afterJoint(tokens, first, sex ? u"," : u":");
    if (sex && isOneOf(tokens.folded(number), {u"of", u"aged", u"age"}))
        number = afterJoint(tokens, number, u"");
    const bool glued = number == first + 1;
    const int age = yearsAt(tokens, number);
    const QChar after = tokens.symbol(number + 1);
    if (age < 0 || tokens.isAlphanumeric(number + 1) ||
        ((after == u'.' || after == u'/' || after == u':') && tokens.type(number + 2) == TokenType::Digits))
        return {};
    if (!letter)
        return glued || (word == u"oed" && age < 1) ? Age{} : Age{number, false};
    // A weekday and its hour: "M 9, F 2".
    constexpr int hours = 12;
    if (age <= hours)
        return {};
    // Motorways have small numbers and small letters are written fast.
    return {number, (glued && word == u"m") || !typed.front().isUpper()};
}

//! "72F", "72 M", "72 yo", "45 female", "6/12 old".
Age numberFirst(const Tokens &tokens, qsizetype first)
{
    const QChar before = tokens.symbol(first - 1);
    const int age = before == u'.' || before == u'/' ? -1 : yearsAt(tokens, first);
    if (age < 0)
        return {};
    const bool fraction = tokens.symbol(first + 1) == u'/';
    const qsizetype next = afterJoint(tokens, first, u"-");
    if (!fraction && !followingWords.contains(tokens, next))
        return {};
    const QStringView glued = tokens.text(first + 1);
    if (tokens.at(first + 1).length == 1 && isOneOf(tokens.folded(first + 1), {u"f", u"m"}) &&
        !tokens.isAlphanumeric(first + 2)) {
        if (isMeasured(tokens, first + 2) ||
            (age <= 24 && tokens.folded(first + 1) == u"m" && isDue(tokens, first + 2)))
            return {};
        const bool small = glued == u"m" ? age <= 60 : glued == u"f" && age < 30;
        return {first + 1, small};
    }
    // Twelfths are months, fifty-seconds weeks, sevenths days.
    if (fraction && isOneOf(tokens.text(first + 2), {u"12", u"52", u"7"})) {
        const qsizetype old = afterJoint(tokens, first + 2, u"");
        return old > first + 3 && tokens.folded(old) == u"old" ? Age{old, false} : Age{};
    }
    if (tokens.type(next) != TokenType::Letters)
        return {};
    // "she's 84 yrs"
    if (tokens.isNarrowSpace(first - 1) && isOneOf(tokens.folded(next), {u"yrs", u"years", u"yr"})) {
        const QStringView who = tokens.folded(first - 2);
        const bool apostrophe = who == u"s" && isOneOf(tokens.folded(first - 4), {u"he", u"she"});
        if (apostrophe || isOneOf(who, {u"hes", u"shes"}))
            return {next, false};
    }
    if (next == first + 1)
        return {unitOldAt(tokens, next), false};
    const QStringView word = tokens.text(next);
    if ((word == u"F" || word == u"M" || isOneOf(tokens.folded(next), {u"male", u"female"})) &&
        !tokens.isAlphanumeric(next + 1) && tokens.symbol(next + 1) != u'\'')
        return {next, false};
    return {unitOldAt(tokens, next), false};
}

constexpr WordSet wordsOfMany(std::array<QStringView, 25>{
    u"over",     u"under",  u"above", u"below", u"all",      u"those", u"any",     u"anyone", u"everyone",
    u"children", u"kids",   u"women", u"men",   u"patients", u"pts",   u"people",  u"adults", u"everybody",
    u"ages",     u"cohort", u"dros",  u"dan",   u"pawb",     u"plant", u"cleifion"});

//! "over 65 yo", "aged 12 to 15", "75 yo and over": many people, nobody in particular.
bool isOfMany(const Tokens &tokens, qsizetype first, qsizetype last)
{
    const qsizetype before = tokens.isNarrowSpace(first - 1) ? first - 2 : first - 1;
    const QChar sign = tokens.symbol(before);
    if (sign == u'>' || sign == u'<' || wordsOfMany.contains(tokens, before))
        return true;
    const qsizetype after = tokens.isNarrowSpace(last + 1) ? last + 2 : last + 1;
    const QChar mark = tokens.symbol(after);
    if (mark == u'+' || ((mark == u'-' || mark == u'/') && tokens.type(after + 1) == TokenType::Digits))
        return true;
    const QStringView next = tokens.folded(after);
    const qsizetype further = tokens.isNarrowSpace(after + 1) ? after + 2 : after + 1;
    if (isOneOf(next, {u"and", u"or", u"to"}) && tokens.type(further) == TokenType::Digits)
        return true; // "age 2 and 3"
    if (isOneOf(next, {u"and", u"or", u"a"}))
        return isOneOf(tokens.folded(further), {u"over", u"above", u"under", u"below", u"up", u"older",
                                                u"younger", u"upwards", u"throsodd", u"hyn"});
    return isOneOf(next, {u"plus", u"upwards", u"cohort", u"group", u"band"});
}

//! What a size, a temperature or a number of its own belongs to.
constexpr WordSet measured(std::array<QStringView, 26>{
    u"size",      u"sizes", u"fridge", u"freezer", u"temp", u"temps", u"degrees", u"gauge", u"catheter",
    u"catheters", u"ch",    u"stock",  u"ward",    u"room", u"bed",   u"bay",     u"floor", u"block",
    u"level",     u"flat",  u"bus",    u"route",   u"line", u"zone",  u"gate",    u"seat"});

//! "in 3M", "size 16F", "fridge at 46F": a time or a measure, where a letter alone says the sex.
bool isMeasureBefore(const Tokens &tokens, qsizetype first)
{
    qsizetype at = first - 1;
    for (int words = 0; words < 2; ++words) {
        for (int gaps = 0; gaps < 2 && (tokens.isNarrowSpace(at) || tokens.symbol(at) == u':'); ++gaps)
            --at;
        if (measured.contains(tokens, at))
            return true;
        if (words == 0 && isOneOf(tokens.folded(at), {u"in", u"x", u"every", u"within", u"for", u"next",
                                                      u"repeat", u"rpt", u"recall", u"review", u"q"}))
            return true;
        if (tokens.type(at) != TokenType::Letters)
            return false;
        --at;
    }
    return false;
}

} // namespace

constinit const HashBits<1024> firstWordsOfAges = [] {
    HashBits<1024> bits;
    for (const QStringView word : numbersInWords)
        bits.add(hashOf(word));
    for (const QStringView word : sexesInWords)
        bits.add(hashOf(word));
    for (const QStringView word : otherFirstWords)
        bits.add(hashOf(word));
    return bits;
}();

Age ageAt(const Tokens &tokens, qsizetype first)
{
    const bool begins = tokens.type(first) == TokenType::Digits || numberWords.contains(tokens, first) ||
                        sexWords.contains(tokens, first) || otherWords.contains(tokens, first);
    if (!begins || tokens.isAlphanumeric(first - 1))
        return {};
    const Age age =
        tokens.type(first) == TokenType::Letters ? wordFirst(tokens, first) : numberFirst(tokens, first);
    if (age.lastToken < 0 || isOfMany(tokens, first, age.lastToken))
        return {};
    const bool letter =
        tokens.at(age.lastToken).length == 1 && tokens.type(age.lastToken) == TokenType::Letters;
    return letter && isMeasureBefore(tokens, first) ? Age{} : age;
}

} // namespace handbell::guard
