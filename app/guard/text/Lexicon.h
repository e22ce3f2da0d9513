// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/HashBits.h"
#include "guard/text/Tokens.h"

#include <QString>

#include <vector>

namespace handbell::guard {

//! What a word or pattern beside an identifier says of it. A set of bits.
enum class Topic : quint32 {
    None = 0,
    Patient = 1U << 0,        //!< pt, patient, next of kin …
    NhsNumberLabel = 1U << 1, //!< "NHS no", "rhif GIG"
    BirthLabel = 1U << 2,     //!< dob, born, dyddiad geni
    Clinical = 1U << 3,       //!< results, bloods, medicines …
    Order = 1U << 4,          //!< order, ref, invoice: a number that counts goods
    Workplace = 1U << 5,      //!< ext, fax, pharmacy: a number of a place of work
    Calling = 1U << 6,        //!< ring, mobile, tel
    Paperwork = 1U << 7,      //!< expiry, version, rota: a date of a thing
    Age = 1U << 8,            //!< 72F, aged 72
    StreetAddress = 1U << 9,  //!< 14 Weelsby St
    ChiNumberLabel = 1U << 10,
    HscNumberLabel = 1U << 11,
    InsuranceLabel = 1U << 12, //!< "NI no"
    RecordLabel = 1U << 13,    //!< "EMIS no", "hospital number"
    Institution = 1U << 14,    //!< lab, hospital, council
    AddressLabel = 1U << 15,   //!< "lives at"
    Relative = 1U << 16,       //!< mum, son, carer: of a patient, where it is not "my mum"
};
[[nodiscard]] constexpr Topic operator|(Topic a, Topic b)
{
    return static_cast<Topic>(static_cast<quint32>(a) | static_cast<quint32>(b));
}
[[nodiscard]] constexpr bool sharesTopic(Topic a, Topic b)
{
    return (static_cast<quint32>(a) & static_cast<quint32>(b)) != 0;
}

//! The words the guard knows, English and Welsh, as phrases of up to four words. Immutable once built.
class Lexicon
{
public:
    Lexicon();

    struct Match
    {
        Topic topics = Topic::None;
        qsizetype lastToken = -1; //!< -1: nothing begins here
    };
    //! Whether a phrase may begin with \a word: false for nearly all words that begin none, at one look.
    [[nodiscard]] bool mayBegin(const Token &word) const { return m_known.mayHold(word.hash); }
    //! The longest phrase that begins at token \a first and ends on a word boundary. Constant work.
    [[nodiscard]] Match matchAt(const Tokens &tokens, qsizetype first) const
    {
        return mayBegin(tokens.at(first)) ? phraseAt(tokens, first) : Match();
    }

private:
    [[nodiscard]] Match phraseAt(const Tokens &tokens, qsizetype first) const;

    //! A word of a phrase, one token.
    struct Part
    {
        quint32 hash = 0;
        quint32 start = 0; //!< in m_letters
        quint32 length = 0;
    };
    //! What follows the first word of a phrase, at least one part. The first of them has hash secondHash.
    struct Phrase
    {
        quint32 secondHash = 0;
        quint32 firstPart = 0; //!< in m_parts
        quint32 parts = 0;
        Topic topics = Topic::None;
    };
    //! A first word, and the longer phrases that begin with it, longest first.
    struct Entry
    {
        EightUnits units;        //!< of the word
        quint32 letters = 0;     //!< where the word stands in m_letters
        quint32 length = 0;      //!< of the word
        quint32 firstPhrase = 0; //!< in m_phrases
        quint32 phrases = 0;
        HashBits<64> seconds;       //!< the second words of its phrases
        Topic topics = Topic::None; //!< of the word by itself
        bool alone = false;         //!< whether it is known by itself
    };
    struct Builder;
    [[nodiscard]] QStringView lettersOf(const Part &part) const
    {
        return QStringView(m_letters).mid(part.start, part.length);
    }
    [[nodiscard]] Part stored(QStringView word);
    //! The place of the entry of a word, its first \a units and its \a hash, or the free one where it
    //! belongs: places are probed one after another.
    [[nodiscard]] size_t placeOf(quint32 hash, EightUnits units, QStringView folded) const;

    static constexpr size_t places = 1U << 15U; //!< at least twice the entries
    std::vector<quint16> m_places;              //!< the number of an entry, from 1; 0 where free
    // What a lookup reads lies close together: a text asks for a third of its words.
    std::vector<Entry> m_entries;
    std::vector<Phrase> m_phrases;
    std::vector<Part> m_parts;
    QString m_letters;
    HashBits<1U << 17U> m_known;
};

} // namespace handbell::guard
