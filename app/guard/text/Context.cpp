// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Context.h"

#include "guard/text/Ages.h"
#include "guard/text/ClinicalEndings.h"
#include "guard/text/Readings.h"
#include "guard/text/StreetAddresses.h"
#include "guard/text/TokenWords.h"

#include <algorithm>

namespace handbell::guard {

namespace {

//! Whether the next word begins a clinical phrase.
bool clinicalFollows(const Tokens &tokens, const Lexicon &lexicon, qsizetype last)
{
    qsizetype next = last + 1;
    for (int gaps = 0; gaps < 2 && !tokens.isAlphanumeric(next); ++gaps)
        ++next;
    return sharesTopic(lexicon.matchAt(tokens, next).topics, Topic::Clinical);
}

} // namespace

Context::Context(const Tokens &tokens, const Lexicon &lexicon, const PracticeIndex &practice)
    : m_tokens(tokens)
    , m_lexicon(lexicon)
    , m_practice(practice)
{
    read();
}

void Context::read()
{
    const Tokens &tokens = m_tokens;
    m_marks.clear();
    m_marks.reserve(tokens.words().size() / 2); // about as many as a message has
    m_firstMarks.assign(static_cast<size_t>(tokens.size() / tokensOfAStep + 2), 0);
    m_emptyUpTo = -1;
    m_announcedUpTo = -1;
    for (std::span<const qint32> words = tokens.words(); !words.empty();) {
        const size_t count = std::min(words.size(), m_words.size());
        for (const Word &word : gather(words.first(count)))
            markFrom(word);
        words = words.subspan(count);
    }
    // Steps without a word have the marks of the one before.
    for (size_t step = 1; step < m_firstMarks.size(); ++step)
        m_firstMarks[step] = std::max(m_firstMarks[step], m_firstMarks[step - 1]);
}

//! Those of \a words that may begin a mark. Each is written, and the next one over it where it can begin
//! none, which takes no branch.
std::span<const Context::Word> Context::gather(std::span<const qint32> words)
{
    size_t count = 0;
    for (const qint32 i : words) {
        const Token &token = m_tokens.at(i);
        const bool may = anyOf(m_lexicon.mayBegin(token), mayBeginAge(token), mayBeginReading(token),
                               token.length >= shortestClinicalWord);
        m_words[count].token = i;
        count += (may & !token.inAddress) ? 1 : 0;
    }
    const std::span<Word> gathered = std::span(m_words).first(count);
    for (Word &word : gathered)
        word.number = m_lexicon.numberOf(m_tokens.at(word.token));
    return gathered;
}

//! Marks what begins at \a known.
void Context::markFrom(const Word &known)
{
    const Tokens &tokens = m_tokens;
    const qsizetype i = known.token;
    const Token &token = tokens.at(i);
    const auto mark = [&](Topic topics, qsizetype last) {
        if (last >= i)
            m_marks.push_back({tokens.span(i, last), qint32(i), qint32(last), topics});
    };
    const Lexicon::Match word =
        i > m_emptyUpTo ? m_lexicon.matchAt(tokens, i, known.number) : Lexicon::Match();
    if (word.topics != Topic::None)
        mark(word.topics, word.lastToken);
    else
        m_emptyUpTo = std::max(m_emptyUpTo, word.lastToken);
    if (sharesTopic(word.topics, Topic::AddressLabel))
        m_announcedUpTo = word.lastToken + 3;
    const Age age = mayBeginAge(token) ? ageAt(tokens, i) : Age();
    if (age.lastToken >= 0 && (!age.needsClinical || clinicalFollows(tokens, m_lexicon, age.lastToken)))
        mark(Topic::Age, age.lastToken);
    if (token.type == TokenType::Digits)
        mark(Topic::StreetAddress,
             streetAddressAt(tokens, i, m_practice, i <= m_announcedUpTo ? Announced::Yes : Announced::No));
    else if (word.lastToken < 0 && token.length >= shortestClinicalWord &&
             hasClinicalEnding(tokens.folded(i)))
        mark(Topic::Clinical, i);
    if (mayBeginReading(token))
        mark(Topic::Clinical, readingAt(tokens, i));
    m_firstMarks[static_cast<size_t>(i / tokensOfAStep + 1)] = static_cast<quint32>(m_marks.size());
}

size_t Context::firstMarkFrom(qsizetype token) const
{
    if (token <= 0)
        return 0;
    const auto step = static_cast<size_t>(token / tokensOfAStep);
    if (step >= m_firstMarks.size())
        return m_marks.size();
    size_t mark = m_firstMarks[step];
    while (mark < m_marks.size() && m_marks[mark].firstToken < token)
        ++mark;
    return mark;
}

std::optional<qsizetype> Context::before(Topic topics, qsizetype token, qsizetype floor,
                                         qsizetype reach) const
{
    const qsizetype start = m_tokens.at(token).start;
    for (size_t i = firstMarkFrom(token); i > 0; --i) {
        const Mark &mark = m_marks[i - 1];
        m_tokens.addSteps(1);
        if (mark.span.start < start - reach || mark.firstToken < floor)
            break;
        if (sharesTopic(mark.topics, topics) && mark.span.end() <= start)
            return start - mark.span.end();
    }
    return std::nullopt;
}

std::optional<qsizetype> Context::after(Topic topics, qsizetype token, qsizetype reach) const
{
    const qsizetype end = m_tokens.at(token).end();
    for (size_t i = firstMarkFrom(token + 1); i < m_marks.size(); ++i) {
        const Mark &mark = m_marks[i];
        m_tokens.addSteps(1);
        if (mark.span.start > end + reach)
            break;
        if (sharesTopic(mark.topics, topics) && mark.span.end() <= end + reach)
            return mark.span.start - end;
    }
    return std::nullopt;
}

bool Context::isBeside(Topic topics, qsizetype first, qsizetype last) const
{
    return before(topics, first) || after(topics, last);
}

bool Context::isWithin(Topic topics, qsizetype first, qsizetype last, qsizetype reach) const
{
    return sharesTopic(topicsWithin(first, last, reach), topics);
}

Topic Context::topicsWithin(qsizetype first, qsizetype last, qsizetype reach) const
{
    const Span span = m_tokens.span(first, last);
    Topic topics = Topic::None;
    for (size_t i = firstMarkFrom(first); i > 0; --i) {
        const Mark &mark = m_marks[i - 1];
        m_tokens.addSteps(1);
        if (mark.span.start < span.start - reach)
            break;
        if (mark.span.end() <= span.start)
            topics = topics | mark.topics;
    }
    for (size_t i = firstMarkFrom(last + 1); i < m_marks.size(); ++i) {
        const Mark &mark = m_marks[i];
        m_tokens.addSteps(1);
        if (mark.span.start > span.end() + reach)
            break;
        if (mark.span.end() <= span.end() + reach)
            topics = topics | mark.topics;
    }
    return topics;
}

std::span<const Context::Mark> Context::marksNear(qsizetype first, qsizetype last, qsizetype reach) const
{
    const Span span = m_tokens.span(first, last);
    size_t begin = firstMarkFrom(first);
    while (begin > 0 && m_marks[begin - 1].span.start >= span.start - reach) {
        --begin;
        m_tokens.addSteps(1);
    }
    size_t end = firstMarkFrom(last + 1);
    while (end < m_marks.size() && m_marks[end].span.end() <= span.end() + reach) {
        ++end;
        m_tokens.addSteps(1);
    }
    return std::span(m_marks).subspan(begin, end - begin);
}

Topic Context::topicsAt(qsizetype token) const
{
    Topic topics = Topic::None;
    for (size_t i = firstMarkFrom(token); i < m_marks.size() && m_marks[i].firstToken == token; ++i)
        topics = topics | m_marks[i].topics;
    return topics;
}

} // namespace handbell::guard
