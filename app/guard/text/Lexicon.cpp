// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Lexicon.h"

#include "guard/text/ClinicalWords.h"
#include "guard/text/TokenWords.h"
#include "guard/text/Words.h"

#include <QList>

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

namespace handbell::guard {

namespace {

//! A Welsh phrase and the forms its first consonant takes: soft, nasal and aspirate mutation, and h before a
//! vowel. Source: the table of mutations in any Welsh grammar. A form of under four letters would be too many
//! other words.
QStringList mutationsOf(QStringView phrase)
{
    struct Mutation
    {
        QStringView from;
        std::array<QStringView, 3> to;
    };
    static constexpr std::array<Mutation, 9> mutations{{{u"ll", {u"l", {}, {}}},
                                                        {u"rh", {u"r", {}, {}}},
                                                        {u"p", {u"b", u"mh", u"ph"}},
                                                        {u"t", {u"d", u"nh", u"th"}},
                                                        {u"c", {u"g", u"ngh", u"ch"}},
                                                        {u"b", {u"f", u"m", {}}},
                                                        {u"d", {u"dd", u"n", {}}},
                                                        {u"g", {u"", u"ng", {}}},
                                                        {u"m", {u"f", {}, {}}}}};
    constexpr qsizetype shortest = 4;
    QStringList forms{phrase.toString()};
    if (QStringView(u"aeiouwy").contains(phrase.front()))
        forms.append(u'h' + phrase.toString());
    if (phrase.startsWith(u"ch") || phrase.startsWith(u"dd") || phrase.startsWith(u"th") ||
        phrase.startsWith(u"ph"))
        return forms;
    for (const Mutation &mutation : mutations) {
        if (!phrase.startsWith(mutation.from))
            continue;
        for (const QStringView to : mutation.to) {
            const QString form = to.toString() + phrase.mid(mutation.from.size()).toString();
            if (!to.isNull() && form.section(u' ', 0, 0).size() >= shortest && form != u"goes")
                forms.append(form);
        }
        break;
    }
    return forms;
}

} // namespace

//! Gathers phrases by their first word.
struct Lexicon::Builder
{
    struct Known
    {
        QStringList rest;
        Topic topics = Topic::None;
    };

    void add(QStringView phrases, Topic topics)
    {
        for (const QStringView written : phrases.split(u',')) {
            QStringList words = written.toString().split(u' ');
            std::vector<Known> &known = byFirst[words.takeFirst()];
            const auto same = std::find_if(known.begin(), known.end(),
                                           [&](const Known &phrase) { return phrase.rest == words; });
            if (same != known.end())
                same->topics = same->topics | topics;
            else
                known.push_back({words, topics});
        }
    }
    //! \a phrase and its plural, where it has a regular one.
    void addWithPlural(QStringView phrase, Topic topics)
    {
        constexpr qsizetype shortest = 4; // "af" has no plural
        add(phrase, topics);
        if (phrase.size() >= shortest && phrase.back().isLetter() && phrase.back() != u's')
            add(QString(phrase.toString() + u's'), topics);
    }

    std::unordered_map<QString, std::vector<Known>> byFirst;
};

Lexicon::Lexicon()
    : m_places(places)
    , m_entries(1)
{
    Builder builder;
    builder.add(words::patient, Topic::Patient);
    builder.add(words::nhsLabels, Topic::Patient | Topic::NhsNumberLabel);
    builder.add(words::chiLabels, Topic::Patient | Topic::ChiNumberLabel);
    builder.add(words::hscLabels, Topic::Patient | Topic::HscNumberLabel);
    builder.add(words::insuranceLabels, Topic::InsuranceLabel);
    builder.add(words::recordLabels, Topic::Patient | Topic::RecordLabel);
    builder.add(words::birthLabels, Topic::Patient | Topic::BirthLabel);
    for (const QStringView clinical :
         {QStringView(words::clinicalCare), QStringView(words::clinicalTests),
          QStringView(words::clinicalStates), QStringView(words::clinicalSymptoms),
          QStringView(words::clinicalConditions), QStringView(words::clinicalBody),
          QStringView(words::clinicalServices), QStringView(words::clinicalLay),
          QStringView(words::medicines)}) {
        for (const QStringView phrase : clinical.split(u','))
            builder.addWithPlural(phrase, Topic::Clinical);
    }
    for (const QStringView welsh : QStringView(words::clinicalWelsh).split(u',')) {
        for (const QString &form : mutationsOf(welsh))
            builder.add(form, Topic::Clinical);
    }
    builder.add(words::addressLabels, Topic::AddressLabel);
    builder.add(words::relatives, Topic::Relative);
    for (const QStringView relative : QStringView(words::relatives).split(u',')) {
        for (const QStringView whose : {QStringView(u"my "), QStringView(u"our "), QStringView(u"your ")})
            builder.add(QString(whose.toString() + relative.toString()), Topic::None);
    }
    builder.add(words::order, Topic::Order);
    builder.add(words::workplace, Topic::Workplace);
    builder.add(words::institution, Topic::Institution);
    builder.add(words::calling, Topic::Calling);
    builder.add(words::paperwork, Topic::Paperwork);
    builder.add(words::empty, Topic::None);
    Q_ASSERT(builder.byFirst.size() * 2 <= places);
    for (auto &[first, phrases] : builder.byFirst) {
        std::stable_sort(
            phrases.begin(), phrases.end(),
            [](const Builder::Known &a, const Builder::Known &b) { return a.rest.size() > b.rest.size(); });
        const Part word = stored(first);
        m_places[placeOf(word.hash, Spelling::of(first), first)] = {static_cast<quint16>(m_entries.size()),
                                                                    tagOf(word.hash)};
        m_known.add(word.hash);
        Entry entry;
        entry.spelling = Spelling::of(first);
        entry.letters = word.start;
        entry.length = static_cast<qint32>(word.length);
        entry.firstPhrase = static_cast<quint32>(m_phrases.size());
        for (const Builder::Known &phrase : phrases) {
            if (phrase.rest.isEmpty()) {
                entry.alone = true;
                entry.topics = phrase.topics;
                continue;
            }
            const auto firstPart = static_cast<quint32>(m_parts.size());
            for (const QString &part : phrase.rest)
                m_parts.push_back(stored(part));
            const quint32 second = m_parts[firstPart].hash;
            m_phrases.push_back({second, firstPart, static_cast<quint32>(phrase.rest.size()), phrase.topics});
            entry.seconds.add(second);
            ++entry.phrases;
        }
        m_entries.push_back(entry);
    }
}

Lexicon::Part Lexicon::stored(QStringView word)
{
    const Part part{hashOf(word), static_cast<quint32>(m_letters.size()), static_cast<quint32>(word.size())};
    m_letters.append(word);
    return part;
}

size_t Lexicon::placeOf(quint32 hash, const Spelling &spelling, QStringView folded) const
{
    size_t place = hash % places;
    while (m_places[place].number != 0 && !isOfWord(m_entries[m_places[place].number], spelling, folded))
        place = (place + 1) % places;
    return place;
}

quint16 Lexicon::furtherNumberOf(quint32 hash) const
{
    size_t place = hash % places;
    while (m_places[place].number != 0 && m_places[place].tag != tagOf(hash))
        place = (place + 1) % places;
    return m_places[place].number;
}

Lexicon::Match Lexicon::phraseAt(const Tokens &tokens, qsizetype first, quint16 number) const
{
    const Spelling spelling = tokens.spelling(first);
    if (!isOfWord(m_entries[number], spelling, tokens.folded(first))) {
        number = m_places[placeOf(tokens.hash(first), spelling, tokens.folded(first))].number;
        if (number == 0)
            return {};
    }
    const Entry &entry = m_entries[number];
    const auto isJoint = [&](qsizetype i) {
        const Token &token = tokens.at(i);
        return token.type == TokenType::Space
                   ? token.length <= 2
                   : token.type == TokenType::Symbol && isAmong(tokens.symbol(i), u".-/'&");
    };
    //! The token after \a i and the joints behind it.
    const auto following = [&](qsizetype i) {
        ++i;
        for (int joints = 0; joints < 2 && isJoint(i); ++joints)
            ++i;
        return i;
    };
    const qsizetype second = following(first);
    const quint32 secondHash = tokens.hash(second);
    if (entry.seconds.mayHold(secondHash)) {
        for (const Phrase &phrase : std::span(m_phrases).subspan(entry.firstPhrase, entry.phrases)) {
            if (phrase.secondHash != secondHash)
                continue;
            qsizetype at = first;
            bool whole = true;
            for (quint32 i = 0; whole && i < phrase.parts; ++i) {
                const Part &part = m_parts[phrase.firstPart + i];
                at = i == 0 ? second : following(at);
                whole = tokens.hash(at) == part.hash && sameCharacters(tokens.folded(at), lettersOf(part));
            }
            if (whole && !tokens.isAlphanumeric(at + 1))
                return {phrase.topics, at};
        }
    }
    return entry.alone && !tokens.isAlphanumeric(first + 1) ? Match{entry.topics, first} : Match{};
}

} // namespace handbell::guard
