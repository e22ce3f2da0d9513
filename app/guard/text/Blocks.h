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
//! "?!;" and a space. So a rule that leaves out what it has read is at such a place as at the start of a text,
//! and a text without one is a single block.
//!
//! A margin holds as many words as anything looks ahead or back. A rule reads at most 64 tokens, which may be
//! the candidate, then asks for words within combinedReach, each of which may have read as many tokens again;
//! a word and the space before it are two tokens and at least two units. So 32 + 60 + 32 words; mostWords has
//! some to spare. Each block holds twice a margin, so a text is read at most three times over, whatever it
//! holds.
class Blocks
{
public:
    static constexpr qsizetype mostWords = 160;
    static constexpr qsizetype usualLength = 32'768; //!< units

    //! \a text must outlive this; \a length is the least of a block; \a phrase the words of the longest phrase
    //! looked for beyond the rules' own.
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
