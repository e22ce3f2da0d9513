// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Context.h"

#include "guard/text/Signals.h"

namespace handbell::guard {

Context::Context(const Tokens &tokens, const Lexicon &lexicon, const PracticeIndex &practice)
    : m_tokens(tokens)
{
    m_markAt.reserve(static_cast<size_t>(tokens.size()) + 1);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        m_markAt.push_back(static_cast<qsizetype>(m_marks.size()));
        if (tokens.at(i).inAddress)
            continue;
        const auto mark = [&](Topic topics, qsizetype last) {
            if (last >= i && topics != Topic::None)
                m_marks.push_back({tokens.span(i, last), i, last, topics});
        };
        const Lexicon::Match word = lexicon.matchAt(tokens, i);
        mark(word.topics, word.lastToken);
        mark(Topic::Age, ageAt(tokens, i));
        mark(Topic::StreetAddress, streetAddressAt(tokens, i, practice));
        mark(Topic::Clinical, bloodPressureAt(tokens, i));
    }
    m_markAt.push_back(static_cast<qsizetype>(m_marks.size()));
}

std::optional<qsizetype> Context::before(Topic topics, qsizetype token, qsizetype floor,
                                         qsizetype reach) const
{
    const qsizetype start = m_tokens.at(token).start;
    for (qsizetype i = m_markAt[static_cast<size_t>(token)] - 1; i >= 0; --i) {
        const Mark &mark = m_marks[static_cast<size_t>(i)];
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
    for (size_t i = static_cast<size_t>(m_markAt[static_cast<size_t>(token) + 1]); i < m_marks.size(); ++i) {
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
    return before(topics, first, 0, reach) || after(topics, last, reach);
}

Topic Context::topicsAt(qsizetype token) const
{
    Topic topics = Topic::None;
    if (token < 0 || token >= m_tokens.size())
        return topics;
    for (size_t i = static_cast<size_t>(m_markAt[static_cast<size_t>(token)]);
         i < m_marks.size() && m_marks[i].firstToken == token; ++i)
        topics = topics | m_marks[i].topics;
    return topics;
}

} // namespace handbell::guard
