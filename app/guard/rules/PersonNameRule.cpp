// SPDX-License-Identifier: Apache-2.0
//! \file
//! Names. Source: NHS Data Dictionary, "PERSON TITLE", for the titles patients are spoken of by; the shapes
//! of surnames are those of British lists: apostrophes, hyphens, and particles such as "de", "van", "al",
//! "ap". A title and a name is a hint; so are an initial and a surname beside a patient word. Doctors, bare
//! first names and members on the roster are silent.
#include "guard/rules/Rules.h"
#include "guard/text/Forenames.h"
#include "guard/text/TokenWords.h"
#include "guard/text/WordSet.h"

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

constexpr WordSet titles(std::array<QStringView, 7>{u"mr", u"mrs", u"mx", u"ms", u"miss", u"master",
                                                    u"baby"});

std::optional<Title> titleAt(const Tokens &tokens, qsizetype token)
{
    if (!titles.contains(tokens, token))
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

constexpr WordSet particles(std::array<QStringView, 22>{
    u"de",  u"da",  u"di",  u"du",  u"del",   u"della", u"la", u"le", u"van", u"von",   u"der",
    u"den", u"ter", u"ten", u"bin", u"binti", u"al",    u"el", u"ap", u"ab",  u"ferch", u"dos"});

bool isCapitalised(QStringView word)
{
    return word.front().isUpper();
}

bool isAllCapitals(QStringView word)
{
    return word.size() > 1 && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
}

//! The last token of a word with the parts an apostrophe or hyphen joins to it: O'Brien, Smith-Jones. A
//! possessive "'s" stays outside.
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

struct Name
{
    qsizetype firstToken = 0;
    qsizetype lastToken = 0;
    SpokenName spoken;
    QLatin1String rule = QLatin1String("person_name.titled");
};

//! Whether the word at \a token can be part of a name whose words before it were typed as \a loud (all
//! capitals) or not.
bool isNameWord(const Tokens &tokens, qsizetype token, bool loud)
{
    const Token &word = tokens.at(token);
    const bool oShape = word.length == 1 && tokens.symbol(token + 1) == u'\'' &&
                        tokens.type(token + 2) == TokenType::Letters; // O'Rourke
    if (word.type != TokenType::Letters || (word.length < 2 && !oShape) || word.inAddress ||
        notNames.contains(tokens, token))
        return false;
    if (tokens.type(token + 1) == TokenType::Digits || tokens.type(token - 1) == TokenType::Digits)
        return false;
    const QStringView typed = tokens.text(token);
    return isCapitalised(typed) && (loud || typed.size() == 2 || !isAllCapitals(typed));
}

enum class Initials { Capitals, AnyCase };

//! Past initials ("J", "J.", "J. P.") and particles ("van der") to where a surname may begin.
qsizetype skipInitials(const RuleInput &input, qsizetype at, SpokenName &spoken,
                       Initials initials = Initials::Capitals)
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

//! The words of a name from \a at on: the first is given, further ones must have capitals and touch.
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

//! "MrAbernathy", "MrsO'Neill": the space was left out.
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

//! "Will" before another name.
bool isFirstNameBeforeAnother(const Tokens &tokens, qsizetype token)
{
    const auto loud = [&] {
        return isAllCapitals(tokens.text(token));
    };
    return alsoFirstNames.contains(tokens, token) && isCapitalised(tokens.text(token)) &&
           tokens.isNarrowSpace(token + 1) && isNameWord(tokens, token + 2, loud());
}

//! The \a title at \a token and the name after it.
std::optional<Name> titledName(const RuleInput &input, qsizetype token, Title title)
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
        tokens.type(at + 1) == TokenType::Digits || (notNames.contains(tokens, at) && !firstName) ||
        !(fitsTitle(tokens, token, title, at) || (initialled && title != Title::Ms)))
        return std::nullopt;
    const bool written = isCapitalised(tokens.text(token)) && !isAllCapitals(tokens.text(token)) &&
                         isCapitalised(tokens.text(at)); // "Ms Burns"
    if (title == Title::Ms && !written && sharesTopic(input.context.topicsAt(at), Topic::Clinical))
        return std::nullopt; // MS diagnosis
    readWords(input, at, name);
    return name;
}

//! "J Smith" or "J. Smith" from the capital at \a token on, beside a patient word, where no other word stands
//! before it ("vitamin D Deficiency").
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
               isAllCapitals(tokens.text(at)) && !notNames.contains(tokens, at);
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
           !notNames.contains(tokens, token) &&
           !sharesTopic(input.context.topicsAt(token), Topic::Patient | Topic::Clinical | Topic::Institution |
                                                           Topic::Workplace | Topic::Order);
}

//! A given name that is hardly anything else, and a surname, beside a patient word: "Owain Prosser, pt of",
//! "the pt is Grace Abiodun"; directly after it also in small letters, as people type in a hurry.
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

//! A first name and a surname directly after a patient word: "pt Gwyn Rees-Thomas", "mum of Ellie
//! Cartwright".
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

//! An age directly after a name: "(72)", ", 72,".
bool ageFollows(const Tokens &tokens, qsizetype last)
{
    qsizetype at = last + 1;
    if (tokens.isNarrowSpace(at))
        ++at;
    const QChar open = tokens.symbol(at);
    if (open != u'(' && open != u',')
        return false;
    if (tokens.isNarrowSpace(at + 1))
        ++at;
    const Token &number = tokens.at(at + 1);
    const QChar close = tokens.symbol(at + 2);
    return number.type == TokenType::Digits && number.length == 2 &&
           (open == u'(' ? close == u')' : close == u',');
}

//! The name that begins at the word \a token, in whichever form.
std::optional<Name> nameAt(const RuleInput &input, qsizetype token)
{
    const Tokens &tokens = input.tokens;
    std::optional<Name> name;
    if (const auto title = titleAt(tokens, token))
        name = titledName(input, token, *title);
    if (!name && isCapitalised(tokens.text(token))) {
        name = gluedName(tokens, token);
        if (!name && tokens.at(token).length == 1)
            name = initialledName(input, token);
        if (!name)
            name = namedPatient(input, token);
    }
    if (!name)
        name = forenamedPatient(input, token);
    return name;
}

} // namespace

void findPersonNames(const RuleInput &input, Candidates &found)
{
    const Tokens &tokens = input.tokens;
    const Forenames &forenames = Forenames::known();
    //! Whether a name may begin at the word \a token, by the word itself.
    const auto mayBegin = [&](qsizetype token) {
        return isCapitalised(tokens.text(token)) || forenames.mayBe(tokens.at(token)) ||
               titles.contains(tokens, token);
    };
    qsizetype last = -1; // token of the name before
    for (const qsizetype i : tokens.words()) {
        const Token &token = tokens.at(i);
        if (i <= last || token.type != TokenType::Letters || token.inAddress || !mayBegin(i))
            continue;
        const std::optional<Name> name = nameAt(input, i);
        if (!name)
            continue;
        last = name->lastToken;
        const RosterFit fit = input.practice.rosterFit(name->spoken);
        if (fit == RosterFit::Full)
            continue;
        Candidate candidate{Kind::PersonName, name->firstToken, name->lastToken,      Verdict::Hint,
                            name->rule,       Remark::None,     Raisable::ByAnything, {}};
        if (fit == RosterFit::Surname) {
            // A colleague's surname; only an age, a birth date or an NHS number shows that a patient is
            // meant.
            candidate.verdict = Verdict::Silent;
            candidate.raisable = Raisable::ByPatientIdentity;
        }
        if (ageFollows(tokens, name->lastToken)) {
            candidate.verdict = Verdict::Warn;
            candidate.rule = QLatin1String("person_name.with_age");
        }
        found.push_back(candidate);
    }
}

} // namespace handbell::guard
