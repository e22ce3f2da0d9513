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
    //! The number of \a word among those that phrases begin with, from 1, or 0: by its hash alone,
    //! so it may be another's. Of many words at once it is found in less time than of one here and one there,
    //! since a processor fetches for the next while it waits for one.
    [[nodiscard]] quint16 numberOf(const Token &word) const
    {
        const Place &first = m_places[word.hash % places];
        const auto number = static_cast<quint16>(first.number & -quint16{mayBegin(word)});
        // In numbers, so that no branch is taken for the words that are not known.
        const quint32 difference = (first.tag ^ tagOf(word.hash)) & (0U - quint32{number != 0});
        return difference != 0 ? furtherNumberOf(word.hash) : number;
    }
    //! The longest phrase that begins at the word \a first, which has \a number, and ends on a word boundary.
    //! Constant work.
    [[nodiscard]] Match matchAt(const Tokens &tokens, qsizetype first, quint16 number) const
    {
        return number != 0 ? phraseAt(tokens, first, number) : Match();
    }
    //! The same at any token.
    [[nodiscard]] Match matchAt(const Tokens &tokens, qsizetype first) const
    {
        const bool begins =
            mayBegin(tokens.at(first)) && tokens.isAlphanumeric(first) && !tokens.isAlphanumeric(first - 1);
        return begins ? matchAt(tokens, first, numberOf(tokens.at(first))) : Match();
    }

private:
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
        Spelling spelling;       //!< of the word
        quint32 letters = 0;     //!< where the word stands in m_letters
        qint32 length = 0;       //!< of the word
        quint32 firstPhrase = 0; //!< in m_phrases
        quint32 phrases = 0;
        HashBits<64> seconds;       //!< the second words of its phrases
        Topic topics = Topic::None; //!< of the word by itself
        bool alone = false;         //!< whether it is known by itself

        //! Null where it is of a word of \a units that begins with \a start; never for a longer one than
        //! that.
        [[nodiscard]] quint64 differenceFrom(const Spelling &start, qint32 units) const
        {
            return spelling.differenceFrom(start) | static_cast<quint32>(length ^ units) |
                   quint64{units > Spelling::most};
        }
    };
    struct Builder;
    [[nodiscard]] QStringView lettersOf(const Part &part) const
    {
        return QStringView(m_letters).mid(part.start, part.length);
    }
    [[nodiscard]] Part stored(QStringView word);
    //! Where the number of an entry stands, if any, and bits of the hash of its word.
    struct Place
    {
        quint16 number = 0; //!< from 1; 0 where the place is free
        quint16 tag = 0;
    };
    static constexpr quint16 tagOf(quint32 hash) { return static_cast<quint16>(hash >> 16U); }
    //! The number where the first place is another's: places are probed one after another.
    [[nodiscard]] quint16 furtherNumberOf(quint32 hash) const;
    //! The place of the entry of a word, its \a spelling and its \a hash, or the free one where it belongs.
    [[nodiscard]] size_t placeOf(quint32 hash, const Spelling &spelling, QStringView folded) const;
    [[nodiscard]] bool isOfWord(const Entry &entry, const Spelling &spelling, QStringView folded) const
    {
        const auto length = static_cast<qint32>(folded.size());
        return entry.differenceFrom(spelling, length) == 0 ||
               (length > Spelling::most && entry.length == length &&
                sameCharacters(QStringView(m_letters).mid(entry.letters, length), folded));
    }
    [[nodiscard]] Match phraseAt(const Tokens &tokens, qsizetype first, quint16 number) const;

    static constexpr size_t places = 1U << 15U; //!< at least twice the entries
    std::vector<Place> m_places;
    // What a lookup reads lies close together: a text asks for a third of its words.
    std::vector<Entry> m_entries; //!< by their numbers; the first is none
    std::vector<Phrase> m_phrases;
    std::vector<Part> m_parts;
    QString m_letters;
    HashBits<1U << 17U> m_known;
};

} // namespace handbell::guard
