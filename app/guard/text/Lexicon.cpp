// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Lexicon.h"

#include "guard/text/TokenWords.h"
#include "guard/text/Words.h"

#include <QList>

#include <algorithm>
#include <array>

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

Lexicon::Lexicon()
    : m_places(places)
{
    add(words::patient, Topic::Patient);
    add(words::nhsLabels, Topic::Patient | Topic::NhsNumberLabel);
    add(words::chiLabels, Topic::Patient | Topic::ChiNumberLabel);
    add(words::hscLabels, Topic::Patient | Topic::HscNumberLabel);
    add(words::insuranceLabels, Topic::InsuranceLabel);
    add(words::recordLabels, Topic::Patient | Topic::RecordLabel);
    add(words::birthLabels, Topic::Patient | Topic::BirthLabel);
    for (const QStringView clinical : {QStringView(words::clinicalCare), QStringView(words::clinicalStates),
                                       QStringView(words::clinicalBody), QStringView(words::clinicalServices),
                                       QStringView(words::clinicalLay), QStringView(words::medicines)}) {
        for (const QStringView phrase : clinical.split(u','))
            addWithPlural(phrase, Topic::Clinical);
    }
    for (const QStringView welsh : QStringView(words::clinicalWelsh).split(u',')) {
        for (const QString &form : mutationsOf(welsh))
            add(form, Topic::Clinical);
    }
    add(words::addressLabels, Topic::AddressLabel);
    add(words::relatives, Topic::Relative);
    for (const QStringView relative : QStringView(words::relatives).split(u',')) {
        for (const QStringView whose : {QStringView(u"my "), QStringView(u"our "), QStringView(u"your ")})
            add(QString(whose.toString() + relative.toString()), Topic::None);
    }
    add(words::order, Topic::Order);
    add(words::workplace, Topic::Workplace);
    add(words::institution, Topic::Institution);
    add(words::calling, Topic::Calling);
    add(words::paperwork, Topic::Paperwork);
    add(words::empty, Topic::None);
    for (Entry &entry : m_entries) {
        std::stable_sort(entry.phrases.begin(), entry.phrases.end(),
                         [](const Phrase &a, const Phrase &b) { return a.rest.size() > b.rest.size(); });
    }
}

size_t Lexicon::placeOf(quint32 hash, QStringView folded) const
{
    size_t place = hash % places;
    while (m_places[place].entry != 0 &&
           (m_places[place].hash != hash ||
            !sameCharacters(m_entries[m_places[place].entry - 1].first.folded, folded)))
        place = (place + 1) % places;
    return place;
}

void Lexicon::addWithPlural(QStringView phrase, Topic topics)
{
    constexpr qsizetype shortest = 4; // "af" has no plural
    add(phrase, topics);
    if (phrase.size() >= shortest && phrase.back().isLetter() && phrase.back() != u's')
        add(QString(phrase.toString() + u's'), topics);
}

void Lexicon::add(QStringView phrases, Topic topics)
{
    for (const QStringView written : phrases.split(u',')) {
        Phrase phrase{{}, topics};
        for (const QStringView part : written.split(u' '))
            phrase.rest.push_back({hashOf(part), part.toString()});
        const Part first = phrase.rest.front();
        phrase.rest.erase(phrase.rest.begin());
        Place &place = m_places[placeOf(first.hash, first.folded)];
        if (place.entry == 0) {
            m_entries.push_back({first, {}});
            Q_ASSERT(m_entries.size() * 2 <= places);
            place = {first.hash, static_cast<quint32>(m_entries.size())};
            m_known[first.hash / 64 % m_known.size()] |= quint64{1} << (first.hash % 64);
        }
        Entry &entry = m_entries[place.entry - 1];
        const auto same = std::find_if(entry.phrases.begin(), entry.phrases.end(),
                                       [&](const Phrase &known) { return known.rest == phrase.rest; });
        if (same != entry.phrases.end())
            same->topics = same->topics | topics;
        else
            entry.phrases.push_back(std::move(phrase));
    }
}

Lexicon::Match Lexicon::phraseAt(const Tokens &tokens, qsizetype first) const
{
    if (!tokens.isAlphanumeric(first) || tokens.isAlphanumeric(first - 1))
        return {};
    const Place &place = m_places[placeOf(tokens.hash(first), tokens.folded(first))];
    if (place.entry == 0)
        return {};
    const auto isJoint = [&](qsizetype i) {
        const Token &token = tokens.at(i);
        return token.type == TokenType::Space ? token.length <= 2
                                              : token.type == TokenType::Symbol &&
                                                    isAmong(tokens.symbol(i), u".-/'&");
    };
    //! The token after \a i and the joints behind it.
    const auto following = [&](qsizetype i) {
        ++i;
        for (int joints = 0; joints < 2 && isJoint(i); ++joints)
            ++i;
        return i;
    };
    const std::vector<Phrase> &phrases = m_entries[place.entry - 1].phrases;
    const qsizetype second = phrases.front().rest.empty() ? first : following(first);
    const quint32 secondHash = tokens.hash(second);
    for (const Phrase &phrase : phrases) {
        if (!phrase.rest.empty() && phrase.rest.front().hash != secondHash)
            continue;
        qsizetype at = first;
        bool whole = true;
        for (size_t part = 0; whole && part < phrase.rest.size(); ++part) {
            at = part == 0 ? second : following(at);
            whole = tokens.hash(at) == phrase.rest[part].hash &&
                    sameCharacters(tokens.folded(at), phrase.rest[part].folded);
        }
        if (whole && !tokens.isAlphanumeric(at + 1))
            return {phrase.topics, at};
    }
    return {};
}

} // namespace handbell::guard
