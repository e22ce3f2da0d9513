// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Lexicon.h"

#include "guard/text/ClinicalWords.h"
#include "guard/text/Words.h"

#include <QList>

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

size_t knownSlot(quint32 hash)
{
    constexpr quint32 slots = 1U << 10U;
    return hash / 64 % slots;
}

quint64 knownBit(quint32 hash)
{
    return quint64{1} << (hash % 64);
}

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
    for (const QStringView clinical :
         {QStringView(words::clinicalCare), QStringView(words::clinicalTests), QStringView(words::clinicalStates),
          QStringView(words::clinicalSymptoms), QStringView(words::clinicalConditions),
          QStringView(words::clinicalBody), QStringView(words::clinicalServices), QStringView(words::clinicalLay),
          QStringView(words::medicines)}) {
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
                         [](const Phrase &a, const Phrase &b) { return a.parts.size() > b.parts.size(); });
    }
}

size_t Lexicon::placeOf(quint32 hash) const
{
    size_t place = hash % places;
    while (m_places[place] != 0 && m_entries[m_places[place] - 1U].hash != hash)
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
            phrase.parts.push_back({hashOf(part), part.toString()});
        const quint32 hash = phrase.parts.front().hash;
        const size_t place = placeOf(hash);
        if (m_places[place] == 0) {
            m_entries.push_back({hash, {}});
            Q_ASSERT(m_entries.size() * 2 <= places);
            m_places[place] = static_cast<quint16>(m_entries.size());
            m_known[knownSlot(hash)] |= knownBit(hash);
        }
        Entry &entry = m_entries[m_places[place] - 1U];
        const auto same = std::find_if(entry.phrases.begin(), entry.phrases.end(),
                                       [&](const Phrase &known) { return known.parts == phrase.parts; });
        if (same != entry.phrases.end())
            same->topics = same->topics | topics;
        else
            entry.phrases.push_back(std::move(phrase));
    }
}

Lexicon::Match Lexicon::matchAt(const Tokens &tokens, qsizetype first) const
{
    const Token &token = tokens.at(first);
    const quint32 hash = token.hash;
    if ((m_known[knownSlot(hash)] & knownBit(hash)) == 0 || !tokens.isAlphanumeric(first) ||
        tokens.isAlphanumeric(first - 1))
        return {};
    const auto isJoint = [&](qsizetype i) {
        const QChar c = tokens.symbol(i);
        return tokens.isNarrowSpace(i) || c == u'.' || c == u'-' || c == u'/' || c == u'\'' || c == u'&';
    };
    const auto isPart = [&](qsizetype i, const Part &part) {
        return tokens.hash(i) == part.hash && tokens.folded(i) == part.folded;
    };
    const size_t place = placeOf(hash);
    if (m_places[place] == 0)
        return {};
    for (const Phrase &phrase : m_entries[m_places[place] - 1U].phrases) {
        qsizetype at = first;
        bool whole = isPart(first, phrase.parts.front());
        for (size_t part = 1; whole && part < phrase.parts.size(); ++part) {
            ++at;
            for (int joints = 0; joints < 2 && isJoint(at); ++joints)
                ++at;
            whole = isPart(at, phrase.parts[part]);
        }
        if (whole && !tokens.isAlphanumeric(at + 1))
            return {phrase.topics, at};
    }
    return {};
}

} // namespace handbell::guard
