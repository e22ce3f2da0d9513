// SPDX-License-Identifier: Apache-2.0
//! \file
//! Names. Source: NHS Data Dictionary, "PERSON TITLE", for the titles patients are spoken of by; the shapes
//! of surnames are those of British lists: apostrophes, hyphens, and particles such as "de", "van", "al",
//! "ap". A title and a name is a hint; so are an initial and a surname beside a patient word. Doctors, bare
//! first names and members on the roster are silent.
#include "guard/rules/PatientNames.h"
#include "guard/rules/Rules.h"
#include "guard/rules/TitledNames.h"
#include "guard/text/Forenames.h"
#include "guard/text/TokenWords.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

//! The words that a name may begin with by themselves: with a capital, or a title, or a forename. Gathered so
//! many at once, since a processor guesses every other wrong where each takes a branch of its own.
class NameStarts
{
public:
    explicit NameStarts(const Tokens &tokens)
        : m_tokens(tokens)
        , m_words(tokens.words())
    {
    }
    //! The next one's token, or -1.
    [[nodiscard]] qsizetype next()
    {
        while (m_at == m_end && !m_words.empty())
            gather();
        return m_at == m_end ? -1 : m_starts[m_at++];
    }

private:
    void gather()
    {
        const size_t count = std::min(m_words.size(), m_starts.size());
        m_at = m_end = 0;
        for (const qint32 i : m_words.first(count)) {
            const Token &word = m_tokens.at(i);
            const bool may =
                anyOf(isCapitalised(m_tokens.text(i)), m_forenames.mayBe(word), nameTitles.mayContain(word));
            // Written where it is none as well, for the next to be written over it.
            m_starts[m_end] = i;
            m_end += (may & (word.type == TokenType::Letters) & !word.inAddress) ? 1 : 0;
        }
        m_words = m_words.subspan(count);
    }

    const Tokens &m_tokens;
    const Forenames &m_forenames = Forenames::known();
    std::span<const qint32> m_words; //!< not looked at yet
    std::array<qint32, 256> m_starts;
    size_t m_at = 0;
    size_t m_end = 0;
};

//! An age directly after a name: "(72)", ", 72,".
bool ageFollows(const Tokens &tokens, qsizetype last)
{
    qsizetype at = last + 1;
    if (tokens.isNarrowSpace(at))
        ++at;
    const QChar open = tokens.symbol(at);
    if (open != u'(' && open != u',')
        return false;
    if (tokens.isNarrowSpace(at + 1))
        ++at;
    const Token &number = tokens.at(at + 1);
    const QChar close = tokens.symbol(at + 2);
    return number.type == TokenType::Digits && number.length == 2 &&
           (open == u'(' ? close == u')' : close == u',');
}

//! The name that begins at the word \a token, in whichever form.
std::optional<Name> nameAt(const RuleInput &input, qsizetype token)
{
    const Tokens &tokens = input.tokens;
    std::optional<Name> name = titledName(input, token);
    if (!name && isCapitalised(tokens.text(token))) {
        name = gluedName(tokens, token);
        if (!name && tokens.at(token).length == 1)
            name = initialledName(input, token);
        if (!name)
            name = namedPatient(input, token);
    }
    if (!name)
        name = forenamedPatient(input, token);
    return name;
}

} // namespace

void findPersonNames(const RuleInput &input, Candidates &found)
{
    qsizetype last = -1; // token of the name before
    NameStarts starts(input.tokens);
    for (qsizetype i = starts.next(); i >= 0; i = starts.next()) {
        if (i <= last)
            continue;
        const std::optional<Name> name = nameAt(input, i);
        if (!name)
            continue;
        last = name->lastToken;
        const RosterFit fit = input.practice.rosterFit(name->spoken);
        if (fit == RosterFit::Full)
            continue;
        Candidate candidate{Kind::PersonName, name->firstToken, name->lastToken,      Verdict::Hint,
                            name->rule,       Remark::None,     Raisable::ByAnything, {}};
        if (fit == RosterFit::Surname) {
            // A colleague's surname; only an age, a birth date or an NHS number shows that a patient is
            // meant.
            candidate.verdict = Verdict::Silent;
            candidate.raisable = Raisable::ByPatientIdentity;
        }
        if (ageFollows(input.tokens, name->lastToken)) {
            candidate.verdict = Verdict::Warn;
            candidate.rule = QLatin1String("person_name.with_age");
        }
        found.push_back(candidate);
    }
}

} // namespace handbell::guard
