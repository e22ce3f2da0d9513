// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"

#include <QStringView>

#include <optional>

namespace handbell::guard {

//! A part of a text that is examined by itself: \a read is taken apart, findings begin in \a own.
struct Block
{
    Span own;
    Span read; //!< own and a margin on both sides, or what there is of one
};

//! Cuts a long text into blocks, so that what is taken apart at once stays within a processor's cache. A cut
//! stands only where no phrase, address or candidate can reach across: behind a line break, or between one of
//! "?!;" and a space. So a rule that leaves out what it has read is at such a place as at the start of a
//! text. A text without one is a single block.
//!
//! A margin is counted in words, since a rule's look is a number of tokens, of any length: at most 64 tokens
//! make a candidate, then come the units of combinedReach, then what stands there may have been read from as
//! many tokens again. A word and the space before it are two tokens and at least two units, so 32 + 60 + 32
//! words do; mostWords has a few to spare. Whatever reaches back (reachBefore, contactReach, combinedReach,
//! the floor behind the number before) takes less. A block holds at least two margins, so a text is read at
//! most three times over, whatever it holds.
class Blocks
{
public:
    static constexpr qsizetype mostWords = 128;
    static constexpr qsizetype usualLength = 24'576; //!< units

    //! \a text must outlive this; \a length is the least of a block; \a phrase the words of the longest
    //! phrase looked for beyond the rules' own.
    Blocks(QStringView text, qsizetype length, qsizetype phrase);

    //! The next block in order, or nothing behind the last. An empty text has none.
    [[nodiscard]] std::optional<Block> next();

private:
    [[nodiscard]] bool isCut(qsizetype at) const;
    [[nodiscard]] qsizetype cutFrom(qsizetype at) const;
    [[nodiscard]] qsizetype cutUpTo(qsizetype at) const;
    [[nodiscard]] bool beginsWord(qsizetype at) const;
    [[nodiscard]] qsizetype behindWords(qsizetype at, qsizetype count) const;
    [[nodiscard]] qsizetype beforeWords(qsizetype at, qsizetype count) const;

    QStringView m_text;
    qsizetype m_length;
    qsizetype m_margin; //!< words
    qsizetype m_at = 0; //!< where the next block begins
};

} // namespace handbell::guard
