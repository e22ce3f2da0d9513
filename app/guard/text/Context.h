// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Lexicon.h"
#include "guard/text/Tokens.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace handbell::guard {

class PracticeIndex;

//! How far, in UTF-16 units, a word beside an identifier bears on it: 40 before and 20 after (guard.md).
inline constexpr qsizetype reachBefore = 40;
inline constexpr qsizetype reachAfter = 20;
//! How far a patient word bears on a telephone number or mail address: people say who it is and then what
//! for.
inline constexpr qsizetype contactReach = 80;

//! The words and patterns of a text that are no findings themselves but say what a finding is: where each
//! stands, and whether one stands near a stretch. A query costs no more than its reach.
class Context
{
public:
    struct Mark
    {
        Span span;
        qint32 firstToken = 0;
        qint32 lastToken = 0;
        Topic topics = Topic::None;
    };

    Context(const Tokens &tokens, const Lexicon &lexicon, const PracticeIndex &practice);

    //! Marks the text again, after the tokens were read again, in the memory of the marks before.
    void read();

    //! Every mark, sorted by first token.
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }
    //! Units between the nearest mark of any of \a topics and token \a token, where the whole mark stands
    //! before it, within \a reach and not before token \a floor.
    [[nodiscard]] std::optional<qsizetype> before(Topic topics, qsizetype token, qsizetype floor = 0,
                                                  qsizetype reach = reachBefore) const;
    //! The same after token \a token.
    [[nodiscard]] std::optional<qsizetype> after(Topic topics, qsizetype token,
                                                 qsizetype reach = reachAfter) const;
    //! Whether any of \a topics stands within the usual reach of tokens \a first to \a last.
    [[nodiscard]] bool isBeside(Topic topics, qsizetype first, qsizetype last) const;
    //! Every topic that stands within \a reach on either side of tokens \a first to \a last.
    [[nodiscard]] Topic topicsWithin(qsizetype first, qsizetype last, qsizetype reach) const;
    //! Whether any of \a topics stands within \a reach on either side of tokens \a first to \a last.
    [[nodiscard]] bool isWithin(Topic topics, qsizetype first, qsizetype last, qsizetype reach) const;
    //! The marks within \a reach on either side of tokens \a first to \a last, or between them.
    [[nodiscard]] std::span<const Mark> marksNear(qsizetype first, qsizetype last, qsizetype reach) const;
    //! The topics of a mark that begins at \a token.
    [[nodiscard]] Topic topicsAt(qsizetype token) const;

private:
    //! A word that may begin a mark, and its number in the lexicon.
    struct Word
    {
        qint32 token = 0;
        quint16 number = 0;
    };
    [[nodiscard]] std::span<const Word> gather(std::span<const qint32> words);
    void markFrom(const Word &known);
    //! The first mark that begins at \a token or later.
    [[nodiscard]] size_t firstMarkFrom(qsizetype token) const;

    const Tokens &m_tokens;
    const Lexicon &m_lexicon;
    const PracticeIndex &m_practice;
    std::array<Word, 128> m_words;  //!< that are gathered at once
    qsizetype m_emptyUpTo = -1;     //!< the last token of a phrase that means nothing: nor do the words in it
    qsizetype m_announcedUpTo = -1; //!< the last token an address may begin at
    std::vector<Mark> m_marks;      //!< sorted by first token
    //! For every tokensOfAStep tokens, the first mark that begins there or later.
    static constexpr qsizetype tokensOfAStep = 4;
    std::vector<quint32> m_firstMarks;
};

} // namespace handbell::guard
