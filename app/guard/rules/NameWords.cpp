// SPDX-License-Identifier: Apache-2.0
#include "guard/rules/NameWords.h"

#include "guard/text/WordSet.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

// Words that end a name or are no name at all: function words, days, months, and what stands beside
// "MS", "MR", "Baby", "Master" or "Miss" in a practice without being a person. Left out: words that are also
// common surnames, such as Day, May or Page.
constexpr WordSet notNames(std::array<QStringView, 173>{
    u"a",         u"about",    u"after",   u"again",      u"all",      u"also",      u"am",       u"an",
    u"and",       u"any",      u"appt",    u"april",      u"are",      u"as",        u"asap",     u"asked",
    u"at",        u"august",   u"back",    u"be",         u"because",  u"been",      u"before",   u"book",
    u"booked",    u"boy",      u"but",     u"by",         u"call",     u"called",    u"came",     u"can",
    u"change",    u"changing", u"check",   u"checks",     u"clinic",   u"copy",      u"could",    u"december",
    u"did",       u"do",       u"does",    u"dob",        u"due",      u"everyone",  u"excel",    u"february",
    u"file",      u"first",    u"folder",  u"friendly",   u"food",     u"for",       u"formula",  u"friday",
    u"from",      u"girl",     u"group",   u"had",        u"has",      u"have",      u"he",       u"her",
    u"here",      u"him",      u"his",     u"i",          u"if",       u"imaging",   u"imms",     u"in",
    u"index",     u"is",       u"it",      u"jab",        u"jabs",     u"january",   u"july",     u"june",
    u"just",      u"last",     u"list",    u"lunch",      u"massage",  u"me",        u"milk",     u"monday",
    u"more",      u"needs",    u"next",    u"no",         u"not",      u"november",  u"now",      u"nurse",
    u"nurses",    u"october",  u"of",      u"off",        u"office",   u"on",        u"one",      u"or",
    u"our",       u"out",      u"outlook", u"patient",    u"patients", u"plan",      u"please",   u"pls",
    u"pt",        u"rang",     u"rings",   u"room",       u"rota",     u"said",      u"saturday", u"says",
    u"scales",    u"scan",     u"scanner", u"scans",      u"see",      u"september", u"she",      u"shower",
    u"so",        u"society",  u"some",    u"specialist", u"spine",    u"still",     u"sunday",   u"support",
    u"team",      u"teams",    u"than",    u"that",       u"the",      u"their",     u"them",     u"then",
    u"there",     u"they",     u"this",    u"thursday",   u"to",       u"today",     u"tomorrow", u"tuesday",
    u"two",       u"unit",     u"up",      u"update",     u"us",       u"wants",     u"was",      u"we",
    u"wednesday", u"weighing", u"were",    u"when",       u"who",      u"will",      u"windows",  u"with",
    u"would",     u"you",      u"your",    u"yesterday",  u"yet"});

//! Words of the list above that are also first names: with a capital, and a name after them, they are one.
constexpr WordSet alsoFirstNames(std::array<QStringView, 6>{u"april", u"august", u"june", u"will", u"an",
                                                            u"so"});

constexpr WordSet particles(std::array<QStringView, 22>{
    u"de",  u"da",  u"di",  u"du",  u"del",   u"della", u"la", u"le", u"van", u"von",   u"der",
    u"den", u"ter", u"ten", u"bin", u"binti", u"al",    u"el", u"ap", u"ab",  u"ferch", u"dos"});

} // namespace

bool isNoName(const Tokens &tokens, qsizetype token)
{
    return notNames.contains(tokens, token);
}

bool isAllCapitals(QStringView word)
{
    return word.size() > 1 && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
}

qsizetype endOfName(const Tokens &tokens, qsizetype first)
{
    qsizetype last = first;
    for (int parts = 0; parts < 3; ++parts) {
        const QChar joint = tokens.symbol(last + 1);
        if ((joint != u'\'' && joint != u'-') || tokens.type(last + 2) != TokenType::Letters)
            break;
        if (joint == u'\'' && tokens.at(last + 2).length < 3)
            break;
        last += 2;
    }
    return last;
}

bool isNameWord(const Tokens &tokens, qsizetype token, bool loud)
{
    const Token &word = tokens.at(token);
    const bool oShape = word.length == 1 && tokens.symbol(token + 1) == u'\'' &&
                        tokens.type(token + 2) == TokenType::Letters; // O'Rourke
    if (word.type != TokenType::Letters || (word.length < 2 && !oShape) || word.inAddress ||
        isNoName(tokens, token))
        return false;
    if (tokens.type(token + 1) == TokenType::Digits || tokens.type(token - 1) == TokenType::Digits)
        return false;
    const QStringView typed = tokens.text(token);
    return isCapitalised(typed) && (loud || typed.size() == 2 || !isAllCapitals(typed));
}

bool isFirstNameBeforeAnother(const Tokens &tokens, qsizetype token)
{
    const auto loud = [&] {
        return isAllCapitals(tokens.text(token));
    };
    return alsoFirstNames.contains(tokens, token) && isCapitalised(tokens.text(token)) &&
           tokens.isNarrowSpace(token + 1) && isNameWord(tokens, token + 2, loud());
}

qsizetype skipInitials(const RuleInput &input, qsizetype at, SpokenName &spoken, Initials initials)
{
    const Tokens &tokens = input.tokens;
    for (int i = 0; i < 4; ++i) {
        const bool initial =
            tokens.type(at) == TokenType::Letters && tokens.at(at).length == 1 &&
            ((initials == Initials::AnyCase && tokens.text(at) != u"u") || isCapitalised(tokens.text(at))) &&
            tokens.symbol(at + 1) != u'\'';
        const bool particle = particles.contains(tokens, at) && tokens.type(at + 1) != TokenType::Digits;
        if (!initial && !particle)
            break;
        qsizetype next = at + 1;
        if (initial && tokens.symbol(next) == u'.')
            ++next;
        if (tokens.isNarrowSpace(next) || (particle && tokens.symbol(next) == u'-'))
            ++next;
        else if (!initial || tokens.symbol(at + 1) != u'.')
            break;
        if (tokens.type(next) != TokenType::Letters)
            break;
        if (initial)
            spoken.words.push_back(tokens.folded(at));
        at = next;
    }
    return at;
}

void readWords(const RuleInput &input, qsizetype at, Name &name)
{
    const Tokens &tokens = input.tokens;
    const bool loud = isAllCapitals(tokens.text(at));
    const bool small = !isCapitalised(tokens.text(at));
    for (int words = 0; words < 3; ++words) {
        name.spoken.words.push_back(tokens.folded(at));
        const qsizetype last = endOfName(tokens, at);
        for (qsizetype part = at + 2; part <= last; part += 2)
            name.spoken.words.push_back(tokens.folded(part));
        name.lastToken = last;
        if (small || !tokens.isNarrowSpace(last + 1))
            return;
        qsizetype next = last + 2;
        if (particles.contains(tokens, next) && tokens.isNarrowSpace(next + 1))
            next += 2;
        const Topic topics = input.context.topicsAt(next);
        if (!isNameWord(tokens, next, loud) ||
            sharesTopic(topics, Topic::Patient | Topic::Clinical | Topic::Age))
            return;
        at = next;
    }
}

} // namespace handbell::guard
