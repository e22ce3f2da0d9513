// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Sightings.h"
#include "guard/rules/Rule.h"
#include "guard/text/Blocks.h"

namespace handbell::guard {

//! Takes one block of a text after another apart, in the same memory, runs every rule over it and keeps what
//! they found: without what the practice allows, one candidate where several claim the same characters, and
//! with each what stands about it. One object serves one examination.
class BlockReader
{
public:
    //! All of them must outlive this.
    BlockReader(QStringView text, const Lexicon &lexicon, const PracticeIndex &practice,
                std::chrono::sys_days today);
    BlockReader(const BlockReader &) = delete;
    BlockReader &operator=(const BlockReader &) = delete;

    //! Reads the next of the text's blocks.
    void read(const Block &block);

    //! What the blocks read so far hold.
    [[nodiscard]] Sightings &sightings() { return m_sightings; }
    //! Characters, tokens and marks looked at; 0 in builds without assertions.
    [[nodiscard]] qint64 steps() const { return m_tokens.steps(); }

private:
    void findCandidates(Span own);
    void keep(const Candidate &candidate);
    void noteWordsNear(const Candidate &candidate, Sighting &sighting);
    [[nodiscard]] qsizetype positionOfCut(qsizetype cut) const;
    [[nodiscard]] Span inText(Span span) const;
    [[nodiscard]] Span inOriginal(Span span) const;

    QStringView m_text;
    const PracticeIndex &m_practice;
    NormalisedText m_normalised; //!< of what is read
    Tokens m_tokens;
    DigitGroups m_digits;
    Context m_context;
    RuleInput m_input;
    qsizetype m_readFrom = 0; //!< where what is read begins in the original
    qsizetype m_base = 0;     //!< and in the normalised text
    Candidates m_candidates;
    size_t m_markFrom = 0; //!< the first mark of the block that was not yet near a candidate
    size_t m_wordFrom = 0; //!< the first word of the block
    Sightings m_sightings;
};

} // namespace handbell::guard
