// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Lexicon.h"

#include "guard/text/Words.h"

#include <QList>

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

quint32 lengthBit(qsizetype length)
{
    return 1U << std::min<qsizetype>(length, 31);
}

//! Letters and digits differ in their last five bits often enough.
size_t slotOf(QStringView word)
{
    constexpr unsigned mask = 31;
    return (word.front().unicode() & mask) * (mask + 1) + (word.size() > 1 ? word[1].unicode() & mask : 0);
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
    for (auto &[first, phrases] : m_byFirst) {
        std::stable_sort(phrases.begin(), phrases.end(),
                         [](const Phrase &a, const Phrase &b) { return a.parts.size() > b.parts.size(); });
    }
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
        std::vector<QString> parts;
        for (const QStringView part : written.split(u' '))
            parts.push_back(part.toString());
        m_lengths[slotOf(parts.front())] |= lengthBit(parts.front().size());
        std::vector<Phrase> &known = m_byFirst[parts.front()];
        const auto same =
            std::find_if(known.begin(), known.end(), [&](const Phrase &p) { return p.parts == parts; });
        if (same != known.end())
            same->topics = same->topics | topics;
        else
            known.push_back({std::move(parts), topics});
    }
}

Lexicon::Match Lexicon::matchAt(const Tokens &tokens, qsizetype first) const
{
    if (!tokens.isAlphanumeric(first) || tokens.isAlphanumeric(first - 1))
        return {};
    const QStringView word = tokens.folded(first);
    if ((m_lengths[slotOf(word)] & lengthBit(word.size())) == 0)
        return {};
    const auto found = m_byFirst.find(word);
    if (found == m_byFirst.end())
        return {};
    const auto isJoint = [&](qsizetype i) {
        const QChar c = tokens.symbol(i);
        return tokens.isNarrowSpace(i) || c == u'.' || c == u'-' || c == u'/' || c == u'\'' || c == u'&';
    };
    for (const Phrase &phrase : found->second) {
        qsizetype at = first;
        bool whole = true;
        for (size_t part = 1; whole && part < phrase.parts.size(); ++part) {
            ++at;
            for (int joints = 0; joints < 2 && isJoint(at); ++joints)
                ++at;
            whole = tokens.folded(at) == phrase.parts[part];
        }
        if (whole && !tokens.isAlphanumeric(at + 1))
            return {phrase.topics, at};
    }
    return {};
}

} // namespace handbell::guard
