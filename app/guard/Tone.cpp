// SPDX-License-Identifier: Apache-2.0
#include "guard/Tone.h"

#include "guard/PracticeIndex.h"
#include "guard/text/Tokens.h"
#include "guard/text/ToneWords.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace handbell::guard {

namespace {

//! A phrase of more words than one, as the tokeniser gives them.
struct Phrase
{
    quint32 hash = 0; //!< of the first word
    std::vector<QStringView> parts;
};

std::vector<Phrase> knownPhrases()
{
    std::vector<Phrase> phrases;
    for (const QStringView phrase : tonewords::phrases) {
        const QList<QStringView> parts = phrase.split(u' ');
        phrases.push_back({hashOf(parts.front()), {parts.begin(), parts.end()}});
    }
    // Of those with one first word the longest first.
    std::sort(phrases.begin(), phrases.end(), [](const Phrase &a, const Phrase &b) {
        return a.hash != b.hash ? a.hash < b.hash : a.parts.size() > b.parts.size();
    });
    return phrases;
}

QSet<QString> wordsOfNames(const QStringList &names)
{
    QSet<QString> words;
    for (const QString &name : names) {
        const NormalisedText normalised(name);
        const Tokens tokens(normalised);
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            if (tokens.type(i) == TokenType::Letters && tokens.at(i).length > 2 &&
                !tonewords::titles.contains(tokens, i))
                words.insert(tokens.folded(i).toString());
        }
    }
    return words;
}

//! One capital that is no word of its own, in English or Welsh.
bool isInitial(QStringView word)
{
    return word.size() == 1 && word[0].isUpper() && !QStringView(u"AIOY").contains(word[0]);
}

bool isSentenceEnd(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u';';
}

//! Tokens as words that follow each other: what joins two is a narrow space, a hyphen or an apostrophe.
class Words
{
public:
    explicit Words(const Tokens &tokens)
        : m_tokens(tokens)
    {
    }

    //! The word after token \a index in the same breath, or -1.
    [[nodiscard]] qsizetype after(qsizetype index) const { return neighbour(index, 1); }
    //! The word before token \a index in the same breath, or -1.
    [[nodiscard]] qsizetype before(qsizetype index) const { return neighbour(index, -1); }
    //! The word after \a index, also behind a comma: "fat, lazy".
    [[nodiscard]] qsizetype afterComma(qsizetype index) const
    {
        return m_tokens.symbol(index + 1) == u',' ? after(index + 1) : after(index);
    }
    //! "Cow": a capital and small letters behind it.
    [[nodiscard]] bool isCapitalised(qsizetype index) const
    {
        const QStringView word = m_tokens.text(index);
        return word.size() > 1 && word[0].isUpper() && word[1].isLower();
    }
    [[nodiscard]] bool beginsSentence(qsizetype index) const
    {
        qsizetype at = index - 1;
        if (m_tokens.type(at) == TokenType::Space)
            --at;
        const TokenType type = m_tokens.type(at);
        return type == TokenType::Outside || type == TokenType::Newline || isSentenceEnd(m_tokens.symbol(at));
    }

private:
    [[nodiscard]] qsizetype neighbour(qsizetype index, int step) const
    {
        if (index < 0)
            return -1;
        qsizetype at = index + step;
        const QChar joint = m_tokens.symbol(at);
        if (m_tokens.isNarrowSpace(at) || joint == u'-' || joint == u'\'')
            at += step;
        return at != index + step && m_tokens.type(at) == TokenType::Letters ? at : -1;
    }

    const Tokens &m_tokens;
};

//! Which tokens are somebody else's words: within quotation marks, or reported.
class OthersWords
{
public:
    explicit OthersWords(const Tokens &tokens)
        : m_tokens(tokens)
        , m_words(tokens)
        , m_others(static_cast<size_t>(tokens.size()), false)
    {
        markQuotes();
        markReports();
    }

    [[nodiscard]] bool contains(qsizetype token) const { return m_others[static_cast<size_t>(token)]; }

private:
    void mark(qsizetype from, qsizetype to)
    {
        m_tokens.addSteps(to - from);
        std::fill(m_others.begin() + from, m_others.begin() + to, true);
    }
    [[nodiscard]] bool isGap(qsizetype index) const
    {
        const TokenType type = m_tokens.type(index);
        return type == TokenType::Space || type == TokenType::Newline || type == TokenType::Outside;
    }
    [[nodiscard]] bool opensSingle(qsizetype index) const
    {
        return m_tokens.symbol(index) == u'\'' && isGap(index - 1) && m_tokens.isAlphanumeric(index + 1);
    }
    [[nodiscard]] bool closesSingle(qsizetype index) const
    {
        return m_tokens.symbol(index) == u'\'' && !isGap(index - 1) && !m_tokens.isAlphanumeric(index + 1);
    }

    //! A double quotation mark that is still open holds to the end of its line: the rest is being typed. A
    //! single one needs its end, because it may be an apostrophe. Ranges of one kind do not overlap.
    void markQuotes()
    {
        qsizetype doubleFrom = -1;
        qsizetype singleFrom = -1;
        for (qsizetype i = 0; i <= m_tokens.size(); ++i) {
            const TokenType type = m_tokens.type(i);
            const QChar c = m_tokens.symbol(i);
            const bool lineEnds = type == TokenType::Newline || type == TokenType::Outside;
            const bool inches = c == u'"' && m_tokens.type(i - 1) == TokenType::Digits;
            const bool opens = c == u'"' || c == u'\u201c' || c == u'\u201e' || c == u'\u00ab';
            const bool closes = c == u'"' || c == u'\u201d' || c == u'\u201c' || c == u'\u00bb';
            if (doubleFrom >= 0 && (lineEnds || closes))
                mark(std::exchange(doubleFrom, -1), i);
            else if (doubleFrom < 0 && opens && !inches)
                doubleFrom = i;
            if (lineEnds)
                singleFrom = -1;
            else if (singleFrom < 0 && opensSingle(i))
                singleFrom = i;
            else if (singleFrom >= 0 && closesSingle(i))
                mark(std::exchange(singleFrom, -1), i);
        }
    }

    void markReports()
    {
        qsizetype words = -1; // since the verb; -1: nobody reports
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            const TokenType type = m_tokens.type(i);
            if (endsReport(i, words > 0))
                words = -1;
            if (words >= 0)
                m_others[static_cast<size_t>(i)] = true;
            if (type != TokenType::Letters)
                continue;
            if (words >= 0)
                ++words;
            else if (isReport(i))
                words = 0;
        }
    }
    //! The end of the sentence, or a dash behind what was reported.
    [[nodiscard]] bool endsReport(qsizetype index, bool somethingReported) const
    {
        if (m_tokens.type(index) == TokenType::Newline)
            return true;
        const QChar c = m_tokens.symbol(index);
        if (c == u'-')
            return somethingReported && isGap(index - 1) && isGap(index + 1);
        return isSentenceEnd(c) && isGap(index + 1);
    }
    [[nodiscard]] bool isReport(qsizetype word) const
    {
        if (tonewords::reports.contains(m_tokens, word))
            return !isOwn(word);
        if (!tonewords::reportsTo.contains(m_tokens, word))
            return false;
        qsizetype whom = m_words.after(word);
        if (whom >= 0 && m_tokens.folded(whom) == u"the")
            whom = m_words.after(whom);
        if (whom < 0 || !tonewords::addressed.contains(m_tokens, whom))
            return false;
        const qsizetype next = m_words.after(whom);
        return (next < 0 || !tonewords::notReports.contains(m_tokens, next)) && !isOwn(word);
    }
    //! "I said", "we just said": the sender's words.
    [[nodiscard]] bool isOwn(qsizetype verb) const
    {
        qsizetype before = m_words.before(verb);
        for (int looked = 0; looked < 2 && before >= 0; ++looked) {
            const QStringView word = m_tokens.folded(before);
            if (word == u"i" || word == u"we")
                return true;
            before = m_words.before(before);
        }
        return false;
    }

    const Tokens &m_tokens;
    Words m_words;
    std::vector<bool> m_others;
};

} // namespace

struct Tone::Data
{
    explicit Data(const PracticeData &practice)
        : index(practice)
        , names(wordsOfNames(practice.roster))
        , phrases(knownPhrases())
    {
    }

    PracticeIndex index;
    QSet<QString> names; //!< folded words of the roster's names
    std::vector<Phrase> phrases;
};

namespace {

//! One look through a text.
class Search
{
public:
    Search(const Tokens &tokens, const std::vector<Phrase> &phrases, const QSet<QString> &names)
        : m_tokens(tokens)
        , m_words(tokens)
        , m_phrases(phrases)
        , m_names(names)
        , m_others(tokens)
    {
    }

    //! First and last token of a hit.
    struct Hit
    {
        qsizetype first = 0;
        qsizetype last = 0;
    };

    //! What hints, or nothing, where its first word is token \a word.
    [[nodiscard]] std::optional<Hit> hitAt(qsizetype word) const
    {
        if (m_tokens.type(word) != TokenType::Letters || m_tokens.at(word).inAddress)
            return std::nullopt;
        for (const auto find : {&Search::phraseAt, &Search::singleAt, &Search::frameAt, &Search::pointedAt,
                                &Search::predicateAt}) {
            const qsizetype last = (this->*find)(word);
            if (last >= 0 && isAimed({word, last}))
                return Hit{word, last};
        }
        return std::nullopt;
    }

private:
    // Each gives the last token of what begins at token \a word, or -1.

    [[nodiscard]] qsizetype phraseAt(qsizetype word) const
    {
        const quint32 hash = m_tokens.hash(word);
        auto phrase = std::lower_bound(m_phrases.begin(), m_phrases.end(), hash,
                                       [](const Phrase &p, quint32 wanted) { return p.hash < wanted; });
        for (; phrase != m_phrases.end() && phrase->hash == hash; ++phrase) {
            qsizetype at = word;
            for (size_t part = 0; at >= 0 && part < phrase->parts.size(); ++part) {
                if (part > 0)
                    at = m_words.after(at);
                if (at >= 0 && m_tokens.folded(at) != phrase->parts[part])
                    at = -1;
            }
            if (at >= 0)
                return at;
        }
        return -1;
    }

    [[nodiscard]] qsizetype singleAt(qsizetype word) const
    {
        if (tonewords::slurs.contains(m_tokens, word))
            return word;
        if (!tonewords::insults.contains(m_tokens, word))
            return -1;
        const qsizetype before = m_words.before(word);
        return before >= 0 && tonewords::habits.contains(m_tokens, before) ? -1 : word;
    }

    //! "lazy cow", "fat, stupid old woman".
    [[nodiscard]] qsizetype frameAt(qsizetype word) const
    {
        const bool contempt = tonewords::contempt.contains(m_tokens, word);
        if (!contempt && !tonewords::oaths.contains(m_tokens, word))
            return -1;
        bool ofPeople = contempt;
        qsizetype at = word;
        for (int looked = 0; looked < 4; ++looked) {
            at = m_words.afterComma(at);
            if (at < 0)
                return -1;
            if (tonewords::abuse.contains(m_tokens, at) ||
                (ofPeople && tonewords::people.contains(m_tokens, at)))
                return m_words.isCapitalised(at) ? -1 : at; // "The Lazy Cow" is a public house
            if (tonewords::contempt.contains(m_tokens, at))
                ofPeople = true;
            else if (!tonewords::between.contains(m_tokens, at) && !tonewords::oaths.contains(m_tokens, at))
                return -1;
        }
        return -1;
    }

    //! "that nutter"
    [[nodiscard]] qsizetype pointedAt(qsizetype word) const
    {
        if (!tonewords::pointed.contains(m_tokens, word) || m_words.isCapitalised(word))
            return -1;
        const qsizetype before = m_words.before(word);
        return before >= 0 && tonewords::pointers.contains(m_tokens, before) ? word : -1;
    }

    //! "lazy" in "she is just lazy"
    [[nodiscard]] qsizetype predicateAt(qsizetype word) const
    {
        if (!tonewords::predicates.contains(m_tokens, word))
            return -1;
        const qsizetype next = m_words.after(word);
        if (next >= 0 && !tonewords::afterPredicates.contains(m_tokens, next))
            return -1; // "her mum's lazy eye"
        qsizetype before = m_words.before(word);
        for (int looked = 0; looked < 4 && before >= 0 && tonewords::degrees.contains(m_tokens, before);
             ++looked)
            before = m_words.before(before);
        const QStringView verb = before < 0 ? QStringView() : m_tokens.folded(before);
        if (verb != u"is" && verb != u"s" && verb != u"was")
            return -1;
        const qsizetype who = m_words.before(before);
        return who >= 0 && tonewords::subjects.contains(m_tokens, who) ? word : -1;
    }

    // What says that nobody is being called something.

    [[nodiscard]] bool isAimed(Hit hit) const
    {
        return !m_others.contains(hit.first) && !isPartOfName(hit) && !isOfThing(hit) && !isMentioned(hit) &&
               !isOfOneself(hit);
    }

    //! After a title or an initial, joined to another word, beside a capital, or on the roster.
    [[nodiscard]] bool isPartOfName(Hit hit) const
    {
        if (isJoined(hit.first - 1) || isJoined(hit.last + 1) || m_tokens.isAlphanumeric(hit.first - 1) ||
            m_tokens.isAlphanumeric(hit.last + 1))
            return true;
        qsizetype before = hit.first - 1;
        if (m_tokens.isNarrowSpace(before))
            --before;
        const bool dot = m_tokens.symbol(before) == u'.';
        if (dot)
            --before;
        if (m_tokens.type(before) == TokenType::Letters) {
            const QStringView word = m_tokens.text(before);
            if (tonewords::titles.contains(m_tokens, before) || isInitial(word))
                return true;
            if (!dot && hit.first == hit.last && m_words.isCapitalised(hit.first) && isFirstName(before))
                return true;
        }
        for (qsizetype i = hit.first; i <= hit.last; ++i) {
            if (m_tokens.type(i) == TokenType::Letters && m_names.contains(m_tokens.folded(i).toString()))
                return true;
        }
        return false;
    }
    //! A hyphen, or an apostrophe that begins no possessive, at token \a index.
    [[nodiscard]] bool isJoined(qsizetype index) const
    {
        const QChar c = m_tokens.symbol(index);
        if (c == u'_')
            return true;
        if (m_tokens.type(index - 1) != TokenType::Letters || m_tokens.type(index + 1) != TokenType::Letters)
            return false;
        return c == u'-' || (c == u'\'' && m_tokens.at(index + 1).length > 2);
    }
    [[nodiscard]] bool isFirstName(qsizetype word) const
    {
        return m_words.isCapitalised(word) && !tonewords::pointers.contains(m_tokens, word) &&
               !tonewords::contempt.contains(m_tokens, word) &&
               !tonewords::between.contains(m_tokens, word) && !tonewords::oaths.contains(m_tokens, word) &&
               m_tokens.folded(word) != u"typical";
    }

    //! "stupid patient list", "an idiot's guide", "smelly kids' toilet". What belongs to somebody who is
    //! called by a slur takes nothing from it.
    [[nodiscard]] bool isOfThing(Hit hit) const
    {
        const bool plural = m_tokens.symbol(hit.last + 1) == u'\'' && m_tokens.isNarrowSpace(hit.last + 2);
        qsizetype next = m_words.after(plural ? hit.last + 1 : hit.last);
        if (next >= 0 && m_tokens.folded(next) == u"s" && !tonewords::slurs.contains(m_tokens, hit.last))
            next = m_words.after(next);
        return next >= 0 && tonewords::things.contains(m_tokens, next);
    }

    //! "the word heartsink", "words like heartsink", "don't say heartsink".
    [[nodiscard]] bool isMentioned(Hit hit) const
    {
        qsizetype before = m_words.before(hit.first);
        if (before >= 0 && isOneOf(before, {u"like", u"as"}))
            before = m_words.before(before);
        if (before >= 0 && m_tokens.folded(before) == u"such")
            before = m_words.before(before);
        if (before < 0)
            return false;
        if (tonewords::mentions.contains(m_tokens, before))
            return true;
        if (!isOneOf(before, {u"say", u"write", u"use", u"put"}))
            return false;
        const qsizetype negation = m_words.before(before);
        return negation >= 0 && isOneOf(negation, {u"t", u"dont", u"not", u"never"});
    }

    //! "I'm such a lazy cow", "I feel like an idiot"; and what somebody is not.
    [[nodiscard]] bool isOfOneself(Hit hit) const
    {
        bool being = false;
        qsizetype before = m_words.before(hit.first);
        qsizetype seen = hit.first;
        for (int looked = 0; looked < 6 && before >= 0 && tonewords::fillers.contains(m_tokens, before);
             ++looked) {
            being = being || tonewords::beings.contains(m_tokens, before);
            seen = before;
            before = m_words.before(before);
        }
        if (before < 0) // "Like an idiot I forgot"
            return seen != hit.first && m_tokens.folded(seen) == u"like" && m_words.beginsSentence(seen);
        if (isOneOf(before, {u"not", u"never", u"no", u"t", u"isnt", u"im"}))
            return m_tokens.folded(seen) != u"the"; // "not the nutter again"
        return being && isOneOf(before, {u"i", u"we", u"me", u"myself"});
    }

    [[nodiscard]] bool isOneOf(qsizetype word, std::initializer_list<QStringView> words) const
    {
        const QStringView folded = m_tokens.folded(word);
        return std::any_of(words.begin(), words.end(),
                           [folded](QStringView known) { return known == folded; });
    }

    const Tokens &m_tokens;
    Words m_words;
    const std::vector<Phrase> &m_phrases;
    const QSet<QString> &m_names;
    OthersWords m_others;
};

} // namespace

Tone::Tone(const PracticeData &practice)
    : m_data(std::make_unique<const Data>(practice))
{
}

Tone::~Tone() = default;

std::vector<ToneHint> Tone::hintsIn(QStringView text) const
{
    const NormalisedText normalised(text);
    return hintsIn(Tokens(normalised));
}

std::vector<ToneHint> Tone::hintsIn(const Tokens &tokens) const
{
    const Search search(tokens, m_data->phrases, m_data->names);
    const std::vector<Span> allowed = m_data->index.allowedSpans(tokens);
    std::vector<ToneHint> hints;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const auto hit = search.hitAt(i);
        if (!hit)
            continue;
        const Span span = tokens.span(hit->first, hit->last);
        if (!m_data->index.isAllowed(tokens, span, allowed))
            hints.push_back({tokens.source().toOriginal(span)});
        i = hit->last;
    }
    return hints;
}

} // namespace handbell::guard
