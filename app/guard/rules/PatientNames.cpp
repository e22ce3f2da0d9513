// SPDX-License-Identifier: Apache-2.0
#include "guard/rules/PatientNames.h"

#include "guard/text/Forenames.h"
#include "guard/text/TokenWords.h"
#include "guard/text/WordSet.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

//! What "patient" begins that is no person: "Patient Access", "patient Participation Group".
bool isOfPatientsInGeneral(QStringView folded)
{
    static constexpr std::array<QStringView, 30> words{
        u"access",        u"advice",    u"advisory",   u"care",    u"choice",    u"communications",
        u"demographic",   u"education", u"experience", u"facing",  u"group",     u"info",
        u"information",   u"knows",     u"liaison",    u"links",   u"messaging", u"online",
        u"participation", u"portal",    u"record",     u"records", u"reference", u"safety",
        u"services",      u"specific",  u"summary",    u"survey",  u"transport", u"voice"};
    return std::find(words.begin(), words.end(), folded) != words.end();
}

//! Whether two words in capitals begin at \a token, in a text that is not all in capitals: "pt ROBERT LOMAS
//! till".
bool isLoudName(const Tokens &tokens, qsizetype token)
{
    const auto isLoud = [&](qsizetype at) {
        return tokens.at(at).length >= 3 && tokens.type(at) == TokenType::Letters &&
               isAllCapitals(tokens.text(at)) && !isNoName(tokens, at);
    };
    const qsizetype last = endOfName(tokens, token + 2);
    return isLoud(token) && tokens.isNarrowSpace(token + 1) && isLoud(token + 2) &&
           !(tokens.isNarrowSpace(last + 1) && tokens.type(last + 2) == TokenType::Letters &&
             isAllCapitals(tokens.text(last + 2)));
}

//! What may follow a first name that is no surname.
constexpr WordSet followers(std::array<QStringView, 242>{
    u"about",    u"after",    u"again",  u"also",    u"and",       u"arrived", u"arrives",  u"arriving",
    u"as",       u"ask",      u"asked",  u"asking",  u"asks",      u"at",      u"back",     u"be",
    u"been",     u"before",   u"being",  u"booked",  u"booking",   u"bring",   u"bringing", u"brings",
    u"brought",  u"but",      u"by",     u"call",    u"called",    u"calling", u"calls",    u"came",
    u"can",      u"cannot",   u"cant",   u"come",    u"comes",     u"coming",  u"could",    u"couldnt",
    u"did",      u"didnt",    u"do",     u"does",    u"doesnt",    u"done",    u"down",     u"dropped",
    u"dropping", u"due",      u"early",  u"end",     u"feeling",   u"feels",   u"felt",     u"few",
    u"first",    u"for",      u"from",   u"gave",    u"get",       u"gets",    u"getting",  u"give",
    u"given",    u"gives",    u"goes",   u"going",   u"gone",      u"got",     u"had",      u"has",
    u"hasnt",    u"he",       u"her",    u"here",    u"him",       u"his",     u"how",      u"i",
    u"if",       u"in",       u"is",     u"isnt",    u"it",        u"its",     u"just",     u"keeps",
    u"kept",     u"knew",     u"know",   u"knows",   u"last",      u"late",    u"later",    u"leaving",
    u"left",     u"like",     u"liked",  u"likes",   u"lived",     u"lives",   u"living",   u"looked",
    u"looking",  u"looks",    u"made",   u"make",    u"makes",     u"making",  u"me",       u"might",
    u"more",     u"most",     u"much",   u"must",    u"my",        u"need",    u"needed",   u"needing",
    u"needs",    u"new",      u"next",   u"no",      u"not",       u"now",     u"of",       u"off",
    u"on",       u"one",      u"only",   u"or",      u"other",     u"our",     u"out",      u"over",
    u"own",      u"phoned",   u"phones", u"phoning", u"picked",    u"picking", u"please",   u"pls",
    u"plz",      u"rang",     u"re",     u"really",  u"regarding", u"ring",    u"ringing",  u"rings",
    u"running",  u"said",     u"same",   u"saw",     u"saying",    u"says",    u"see",      u"seemed",
    u"seems",    u"seen",     u"sees",   u"send",    u"sending",   u"sends",   u"sent",     u"she",
    u"should",   u"shouldnt", u"so",     u"some",    u"still",     u"such",    u"ta",       u"take",
    u"taken",    u"takes",    u"taking", u"tell",    u"telling",   u"tells",   u"than",     u"thanks",
    u"that",     u"their",    u"them",   u"then",    u"there",     u"they",    u"think",    u"thinks",
    u"this",     u"thought",  u"thx",    u"tmrw",    u"to",        u"today",   u"told",     u"tomorrow",
    u"too",      u"took",     u"tried",  u"tries",   u"trying",    u"turned",  u"turns",    u"under",
    u"until",    u"up",       u"very",   u"waited",  u"waiting",   u"waits",   u"want",     u"wanted",
    u"wanting",  u"wants",    u"was",    u"wasnt",   u"we",        u"went",    u"were",     u"what",
    u"when",     u"where",    u"which",  u"while",   u"who",       u"why",     u"will",     u"with",
    u"without",  u"wont",     u"worked", u"working", u"works",     u"would",   u"wouldnt",  u"you",
    u"your",     u"yr"});

//! Whether the word at \a token, after a first name, may be a surname by what is known of it.
bool mayBeSurname(const RuleInput &input, qsizetype token)
{
    const Tokens &tokens = input.tokens;
    const Token &word = tokens.at(token);
    return word.type == TokenType::Letters && word.length > 2 && !word.inAddress &&
           tokens.type(token + 1) != TokenType::Digits && !followers.contains(tokens, token) &&
           !isNoName(tokens, token) &&
           !sharesTopic(input.context.topicsAt(token), Topic::Patient | Topic::Clinical | Topic::Institution |
                                                           Topic::Workplace | Topic::Order);
}

} // namespace

std::optional<Name> initialledName(const RuleInput &input, qsizetype token)
{
    static constexpr WordSet leads(std::array<QStringView, 12>{
        u"for", u"re", u"is", u"with", u"and", u"from", u"that", u"see", u"call", u"ring", u"of", u"about"});
    const Tokens &tokens = input.tokens;
    if (tokens.symbol(token - 1) == u'\'')
        return std::nullopt;
    qsizetype previous = token - 1;
    if (tokens.isNarrowSpace(previous))
        --previous;
    const bool led = tokens.type(previous) != TokenType::Letters || leads.contains(tokens, previous) ||
                     sharesTopic(input.context.topicsAt(previous), Topic::Patient);
    SpokenName spoken;
    const qsizetype at = skipInitials(input, token, spoken);
    if (!led || at == token || spoken.words.empty() || !isNameWord(tokens, at, false) ||
        tokens.at(at).length < 3 || sharesTopic(input.context.topicsAt(at), Topic::Clinical))
        return std::nullopt;
    spoken.words.push_back(tokens.folded(at));
    const qsizetype last = endOfName(tokens, at);
    if (!input.context.isBeside(Topic::Patient, token, last))
        return std::nullopt;
    return Name{token, last, std::move(spoken), QLatin1String("person_name.initial")};
}

std::optional<Name> forenamedPatient(const RuleInput &input, qsizetype token)
{
    const Tokens &tokens = input.tokens;
    const Forename forename = Forenames::known().at(tokens, token);
    if (forename == Forename::None || !tokens.isNarrowSpace(token + 1) || !mayBeSurname(input, token + 2))
        return std::nullopt;
    const qsizetype previous = tokens.isNarrowSpace(token - 1) ? token - 2 : token - 1;
    if (isOneOf(tokens.folded(previous), {u"dr", u"doctor", u"prof", u"nurse", u"sister"}) ||
        (tokens.symbol(previous) == u'.' && tokens.folded(previous - 1) == u"dr"))
        return std::nullopt;
    const qsizetype last = endOfName(tokens, token + 2);
    const bool capitals = isCapitalised(tokens.text(token)) && isCapitalised(tokens.text(token + 2));
    constexpr qsizetype directly = 3; // ", ", " (", ": "
    const auto before = input.context.before(Topic::Patient, token);
    constexpr qsizetype theWordItself = 7; // "patient"
    const auto after = input.context.after(Topic::Patient, last, directly + theWordItself);
    const bool beside = capitals && forename == Forename::Certain
                            ? input.context.isBeside(Topic::Patient, token, last)
                            : (before && *before <= directly) || (capitals && after && *after <= directly);
    if (!beside)
        return std::nullopt;
    return Name{token,
                last,
                {{}, {tokens.folded(token), tokens.folded(token + 2)}},
                QLatin1String("person_name.beside_patient")};
}

std::optional<Name> namedPatient(const RuleInput &input, qsizetype token)
{
    const Tokens &tokens = input.tokens;
    const auto said = input.context.before(Topic::Patient, token);
    if (!said || *said > 3)
        return std::nullopt;
    const bool named = isNameWord(tokens, token, false) || isLoudName(tokens, token) ||
                       isFirstNameBeforeAnother(tokens, token);
    if (!named || isOfPatientsInGeneral(tokens.folded(token)) ||
        sharesTopic(input.context.topicsAt(token), Topic::Patient | Topic::Clinical | Topic::Institution))
        return std::nullopt;
    // Between them at most a space, a colon or a dash: nothing that ends a sentence.
    for (qsizetype i = token - 1; tokens.at(i).end() > tokens.at(token).start - *said; --i) {
        const QChar c = tokens.symbol(i);
        if (tokens.type(i) == TokenType::Newline || tokens.isAlphanumeric(i) || c == u'.' || c == u'?' ||
            c == u'!' || c == u',')
            return std::nullopt;
    }
    Name name;
    name.firstToken = token;
    name.rule = QLatin1String("person_name.beside_patient");
    readWords(input, token, name);
    if (name.spoken.words.size() < 2 || !tokens.isNarrowSpace(endOfName(tokens, token) + 1) ||
        name.lastToken == endOfName(tokens, token))
        return std::nullopt;
    return name;
}

} // namespace handbell::guard
