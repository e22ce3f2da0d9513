// SPDX-License-Identifier: Apache-2.0
#include "guard/BlockReader.h"

#include "guard/Combiner.h"
#include "guard/rules/Rules.h"

#include <algorithm>

namespace handbell::guard {

namespace {

//! Which of two candidates for the same characters stays.
bool outranks(const Candidate &a, const Candidate &b)
{
    if (a.verdict != b.verdict)
        return a.verdict > b.verdict;
    return a.kind != b.kind ? a.kind < b.kind : a.span.length > b.span.length;
}

//! Sorts by position and leaves one candidate where several claim the same characters.
void settle(Candidates &candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.span.start < b.span.start; });
    Candidates kept;
    for (const Candidate &candidate : candidates) {
        if (kept.empty() || kept.back().span.end() <= candidate.span.start)
            kept.push_back(candidate);
        else if (outranks(candidate, kept.back()))
            kept.back() = candidate;
    }
    candidates = std::move(kept);
}

} // namespace

BlockReader::BlockReader(QStringView text, const Lexicon &lexicon, const PracticeIndex &practice,
                         std::chrono::sys_days today)
    : m_text(text)
    , m_practice(practice)
    , m_tokens(m_normalised)
    , m_digits(m_tokens)
    , m_context(m_tokens, lexicon, practice)
    , m_input{m_tokens, m_digits, m_context, practice, today}
{
}

void BlockReader::read(const Block &block)
{
    m_base += positionOfCut(block.read.start);
    m_readFrom = block.read.start;
    m_normalised.read(m_text.mid(block.read.start, block.read.length));
    m_tokens.read();
    m_tokens.addSteps(block.read.length);
    m_digits.read();
    m_context.read();

    findCandidates(block.own);
    m_markFrom = 0;
    m_wordFrom = m_sightings.words.size();
    for (const Candidate &candidate : m_candidates)
        keep(candidate);
}

//! What the rules find in \a own, less what is allowed.
void BlockReader::findCandidates(Span own)
{
    m_candidates.clear();
    for (const Rule rule : allRules())
        rule(m_input, m_candidates);
    for (Candidate &candidate : m_candidates)
        candidate.span = m_tokens.span(candidate.firstToken, candidate.lastToken);

    const qsizetype start = positionOfCut(own.start);
    const qsizetype end = own.end() == m_text.size() ? m_normalised.size() : positionOfCut(own.end());
    const std::vector<Span> allowed = m_practice.allowedSpans(m_tokens);
    std::erase_if(m_candidates, [&](const Candidate &candidate) {
        return candidate.span.start < start || candidate.span.start >= end ||
               m_practice.isAllowed(m_tokens, candidate.span, allowed);
    });
    settle(m_candidates);
}

void BlockReader::keep(const Candidate &candidate)
{
    Sighting sighting{candidate.kind,
                      candidate.verdict,
                      candidate.rule,
                      candidate.remark,
                      candidate.raisable,
                      Topic::None,
                      Topic::None,
                      0,
                      0,
                      inText(candidate.span),
                      inOriginal(candidate.span)};
    if (candidate.verdict != Verdict::Warn) {
        sighting.within = m_context.topicsWithin(candidate.firstToken, candidate.lastToken, combinedReach);
        if (candidate.kind == Kind::DateOfBirth &&
            m_context.isBeside(Topic::Patient, candidate.firstToken, candidate.lastToken))
            sighting.beside = Topic::Patient;
    }
    noteWordsNear(candidate, sighting);
    m_sightings.candidates.push_back(sighting);
}

//! Sets the words of \a sighting, which is \a candidate. Candidates come in order, so what is near the next
//! one neither begins nor ends before what is near this.
void BlockReader::noteWordsNear(const Candidate &candidate, Sighting &sighting)
{
    std::vector<Sightings::Word> &words = m_sightings.words;
    const std::span<const Context::Mark> marks = m_context.marks();
    const std::span<const Context::Mark> near =
        m_context.marksNear(candidate.firstToken, candidate.lastToken, combinedReach);
    const auto first = static_cast<size_t>(near.data() - marks.data());
    for (size_t i = std::max(first, m_markFrom); i < first + near.size(); ++i) {
        if (sharesTopic(marks[i].topics, Topic::Clinical))
            words.push_back({inText(marks[i].span), inOriginal(marks[i].span)});
    }
    m_markFrom = std::max(m_markFrom, first + near.size());
    sighting.endOfWords = static_cast<quint32>(words.size());
    sighting.firstWord = sighting.endOfWords;
    while (!near.empty() && sighting.firstWord > m_wordFrom &&
           words[sighting.firstWord - 1].span.start >= m_base + near.front().span.start)
        --sighting.firstWord;
}

//! Where a cut of the original stands in what is read: behind a character that stands for itself.
qsizetype BlockReader::positionOfCut(qsizetype cut) const
{
    return cut == m_readFrom ? 0 : m_normalised.positionOf(cut - 1 - m_readFrom) + 1;
}

Span BlockReader::inText(Span span) const
{
    return {m_base + span.start, span.length};
}

Span BlockReader::inOriginal(Span span) const
{
    const Span read = m_normalised.toOriginal(span);
    return {m_readFrom + read.start, read.length};
}

} // namespace handbell::guard
