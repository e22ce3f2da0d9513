// SPDX-License-Identifier: Apache-2.0
#include "guard/rules/TitledNames.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

enum class Title {
    Plain, //!< Mr, Mrs, Mx: says "a person follows", whatever the case
    Ms,    //!< also milliseconds, multiple sclerosis and a maker of software
    Word,  //!< Miss, Master: also an English word, so both capitals count
    Baby,  //!< may be typed small before a name with a capital
};

std::optional<Title> titleAt(const Tokens &tokens, qsizetype token)
{
    if (!nameTitles.contains(tokens, token))
        return std::nullopt;
    const QStringView word = tokens.folded(token);
    if (word == u"mr" || word == u"mrs" || word == u"mx")
        return Title::Plain;
    if (word == u"ms")
        return Title::Ms;
    if (word == u"miss" || word == u"master")
        return Title::Word;
    return Title::Baby;
}

//! "Mr Men", "mr kipling": goods and characters that people in a practice speak of.
bool isBrand(QStringView title, QStringView word)
{
    static constexpr std::array<QStringView, 12> misters{u"men",       u"kipling", u"muscle", u"whippy",
                                                         u"sheen",     u"bean",    u"potato", u"blobby",
                                                         u"motivator", u"tumble",  u"porky",  u"brightside"};
    static constexpr std::array<QStringView, 12> programs{u"word",    u"office",  u"teams",   u"excel",
                                                          u"outlook", u"edge",    u"paint",   u"access",
                                                          u"forms",   u"project", u"windows", u"store"};
    static constexpr std::array<QStringView, 6> mail{u"record",  u"records", u"server",
                                                     u"servers", u"lookup",  u"entry"};
    const auto among = [word](const auto &words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (title == u"ms")
        return among(programs);
    return title == u"mx" ? among(mail) : title == u"mr" && among(misters);
}

bool beginsSentence(const Tokens &tokens, qsizetype token)
{
    const qsizetype previous = tokens.isNarrowSpace(token - 1) ? token - 2 : token - 1;
    return !tokens.isAlphanumeric(previous);
}

//! " says", " is", "'s": what follows a name in a sentence about somebody.
bool isSaidOfAPerson(const Tokens &tokens, qsizetype token)
{
    static constexpr WordSet verbs(std::array<QStringView, 21>{
        u"is",     u"says",  u"said",  u"wants", u"has",   u"was",    u"rang",
        u"called", u"asked", u"needs", u"came",  u"here",  u"at",     u"will",
        u"wanted", u"cant",  u"can",   u"would", u"rings", u"asking", u"waiting"});
    if (tokens.symbol(token) == u'\'')
        return tokens.folded(token + 1) == u"s";
    if (tokens.symbol(token) == u')' ||
        (tokens.isNarrowSpace(token) && tokens.type(token + 1) == TokenType::Digits))
        return true;
    return tokens.isNarrowSpace(token) && verbs.contains(tokens, token + 1);
}

//! Whether a word may be the name after \a title, by its case.
bool fitsTitle(const Tokens &tokens, qsizetype titleToken, Title title, qsizetype word)
{
    const QStringView typedTitle = tokens.text(titleToken);
    const QStringView typed = tokens.text(word);
    const bool capital = isCapitalised(typed);
    const bool loudTitle = isAllCapitals(typedTitle);
    switch (title) {
    case Title::Plain:
        return true;
    case Title::Ms:
        if (tokens.type(titleToken - 1) == TokenType::Digits ||
            (tokens.isNarrowSpace(titleToken - 1) && tokens.type(titleToken - 2) == TokenType::Digits))
            return false; // 5 ms
        return loudTitle ? isAllCapitals(typed) : true;
    case Title::Word:
        if (!capital && tokens.folded(titleToken) == u"miss")
            return beginsSentence(tokens, titleToken) && isSaidOfAPerson(tokens, endOfName(tokens, word) + 1);
        return capital && (isCapitalised(typedTitle) || tokens.folded(titleToken) == u"miss") &&
               (!loudTitle || isAllCapitals(typed));
    case Title::Baby:
        if (!capital)
            return beginsSentence(tokens, titleToken) && isSaidOfAPerson(tokens, endOfName(tokens, word) + 1);
        return capital && (!loudTitle || isAllCapitals(typed));
    }
    return false;
}

//! The \a title at \a token and the name after it.
std::optional<Name> nameAfter(const RuleInput &input, qsizetype token, Title title)
{
    const Tokens &tokens = input.tokens;
    qsizetype at = token + 1;
    const bool dotted = tokens.symbol(at) == u'.' ||
                        (tokens.symbol(at) == u')' && tokens.symbol(token - 1) == u'('); // "(mr)"
    if (dotted)
        ++at;
    if (tokens.isNarrowSpace(at))
        ++at;
    else if (!dotted)
        return std::nullopt;
    if (title == Title::Baby && (tokens.folded(at) == u"boy" || tokens.folded(at) == u"girl") &&
        tokens.isNarrowSpace(at + 1))
        at += 2;
    Name name;
    name.firstToken = token;
    name.spoken.title = tokens.folded(token);
    const bool small = tokens.text(token).front().isLower();
    const qsizetype unskipped = at;
    at = skipInitials(input, at, name.spoken, small ? Initials::AnyCase : Initials::Capitals);
    const bool initialled = at != unskipped;
    // "Mrs R wont", "Mr A INR 5.2": initials alone, and the sentence goes on.
    if (initialled && !small &&
        (!isCapitalised(tokens.text(at)) ||
         (isAllCapitals(tokens.text(at)) && !isAllCapitals(tokens.text(token)))))
        return std::nullopt;
    if (isBrand(name.spoken.title, tokens.folded(at)))
        return std::nullopt;
    const Token &word = tokens.at(at);
    const bool firstName = isFirstNameBeforeAnother(tokens, at);
    const bool oShape = word.length == 1 && tokens.symbol(at + 1) == u'\'' && endOfName(tokens, at) > at;
    if (word.type != TokenType::Letters || (word.length < 2 && !oShape) ||
        tokens.type(at + 1) == TokenType::Digits || (isNoName(tokens, at) && !firstName) ||
        !(fitsTitle(tokens, token, title, at) || (initialled && title != Title::Ms)))
        return std::nullopt;
    const bool written = isCapitalised(tokens.text(token)) && !isAllCapitals(tokens.text(token)) &&
                         isCapitalised(tokens.text(at)); // "Ms Burns"
    if (title == Title::Ms && !written && sharesTopic(input.context.topicsAt(at), Topic::Clinical))
        return std::nullopt; // MS diagnosis
    readWords(input, at, name);
    return name;
}

} // namespace

std::optional<Name> titledName(const RuleInput &input, qsizetype token)
{
    const auto title = titleAt(input.tokens, token);
    return title ? nameAfter(input, token, *title) : std::nullopt;
}

std::optional<Name> gluedName(const Tokens &tokens, qsizetype token)
{
    static constexpr std::array<QStringView, 4> gluedTitles{u"Mrs", u"Mr", u"Miss", u"Ms"};
    const QStringView typed = tokens.text(token);
    if (typed.front() != u'M')
        return std::nullopt;
    for (const QStringView title : gluedTitles) {
        if (!typed.startsWith(title) || typed.size() < title.size() + 3 || !typed[title.size()].isUpper() ||
            !typed[title.size() + 1].isLower())
            continue;
        const qsizetype last = endOfName(tokens, token);
        return Name{
            token, last, {tokens.folded(token).left(title.size()), {tokens.folded(token).mid(title.size())}}};
    }
    return std::nullopt;
}

} // namespace handbell::guard
