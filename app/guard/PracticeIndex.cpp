// SPDX-License-Identifier: Apache-2.0
#include "guard/PracticeIndex.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

std::vector<QString> wordsOf(const QString &text)
{
    const NormalisedText normalised(text);
    const Tokens tokens(normalised);
    std::vector<QString> words;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.isAlphanumeric(i))
            words.push_back(tokens.folded(i).toString());
    }
    return words;
}

bool isTitle(QStringView word)
{
    static constexpr std::array<QStringView, 11> titles{
        u"mr", u"mrs", u"ms", u"miss", u"mx", u"master", u"dr", u"doctor", u"prof", u"nurse", u"sister"};
    return std::find(titles.begin(), titles.end(), word) != titles.end();
}

//! Mrs, Ms and Miss are said of the same person.
bool titlesAgree(QStringView spoken, QStringView known)
{
    static constexpr std::array<QStringView, 3> interchangeable{u"mrs", u"ms", u"miss"};
    const auto interchanges = [](QStringView title) {
        return std::find(interchangeable.begin(), interchangeable.end(), title) != interchangeable.end();
    };
    return spoken.isEmpty() || known.isEmpty() || spoken == known ||
           (interchanges(spoken) && interchanges(known));
}

} // namespace

QString compactForm(QStringView text)
{
    QString compact;
    compact.reserve(text.size());
    for (const QChar unit : text) {
        if (unit.isLetterOrNumber())
            compact.append(unit.toCaseFolded());
    }
    return compact;
}

QString nationalForm(QStringView text)
{
    QString digits;
    for (const QChar unit : text) {
        if (unit >= u'0' && unit <= u'9')
            digits.append(unit);
    }
    if (digits.startsWith(u"0044"))
        digits.remove(0, 2);
    if (digits.startsWith(u"44") && digits.size() > 11)
        digits.replace(0, 2, QStringLiteral("0"));
    if (digits.startsWith(u"00"))
        digits.remove(0, 1);
    return digits;
}

PracticeIndex::PracticeIndex(const PracticeData &practice)
    : m_nation(practice.nation)
{
    for (const QString &name : practice.roster)
        addMember(name);
    for (const QString &postcode : practice.postcodes)
        m_postcodes.insert(compactForm(NormalisedText(postcode).text()).toUpper());
    for (const QString &number : practice.phoneNumbers)
        m_phones.insert(nationalForm(NormalisedText(number).text()));
    for (const QString &mail : practice.emails)
        m_emails.insert(mail.trimmed().toCaseFolded());
    for (const QString &domain : practice.domains)
        m_domains.append(domain.trimmed().toCaseFolded());
    for (const QString &address : practice.addresses)
        m_addresses.insert(compactForm(NormalisedText(address.section(u',', 0, 0)).text()));
    for (const QString &allowed : practice.allow) {
        std::vector<QString> words = wordsOf(allowed);
        if (words.empty())
            continue;
        m_allowed.insert(compactForm(NormalisedText(allowed).text()));
        m_longestAllowed = qMax(m_longestAllowed, static_cast<qsizetype>(words.size()));
        const QString first = words.front();
        m_allowFirst.add(hashOf(first));
        m_allowPhrases[first].push_back(std::move(words));
    }
}

void PracticeIndex::addMember(const QString &displayName)
{
    std::vector<QString> words = wordsOf(displayName);
    Member member;
    if (words.size() > 1 && isTitle(words.front())) {
        member.title = words.front();
        words.erase(words.begin());
    }
    if (words.empty())
        return;
    if (words.size() > 1)
        member.firstName = words.front();
    m_bySurname[words.back()].push_back(member);
}

RosterFit PracticeIndex::rosterFit(const SpokenName &name) const
{
    RosterFit best = RosterFit::None;
    for (size_t i = 0; i < name.words.size(); ++i) {
        auto found = m_bySurname.find(name.words[i]);
        if (found == m_bySurname.end() && name.words[i].endsWith(u's'))
            found = m_bySurname.find(name.words[i].chopped(1)); // "mrs bowens drawer"
        if (found == m_bySurname.end())
            continue;
        for (const Member &member : found->second) {
            if (!titlesAgree(name.title, member.title))
                continue;
            if (i == 0) {
                best = std::max(best, RosterFit::Surname);
                continue;
            }
            const QStringView spoken = name.words.front();
            if (spoken == member.firstName || (spoken.size() == 1 && member.firstName.startsWith(spoken)))
                return RosterFit::Full;
        }
    }
    return best;
}

bool PracticeIndex::isKnownMail(QStringView local, QStringView domain) const
{
    if (m_emails.contains(QString(local.toString() + u'@' + domain.toString())))
        return true;
    return std::any_of(m_domains.begin(), m_domains.end(), [&](const QString &own) {
        return domain == own || (domain.size() > own.size() && domain.endsWith(own) &&
                                 domain[domain.size() - own.size() - 1] == u'.');
    });
}

bool PracticeIndex::isOwnAddress(const Tokens &tokens, qsizetype first, qsizetype last) const
{
    const Span span = tokens.span(first, last);
    return m_addresses.contains(compactForm(tokens.source().folded().mid(span.start, span.length)));
}

std::vector<Span> PracticeIndex::allowedSpans(const Tokens &tokens) const
{
    std::vector<Span> spans;
    if (m_allowPhrases.empty())
        return spans;
    for (const qsizetype i : tokens.words()) {
        if (!m_allowFirst.mayHold(tokens.hash(i)))
            continue;
        const auto found = m_allowPhrases.find(tokens.folded(i));
        if (found == m_allowPhrases.end())
            continue;
        for (const std::vector<QString> &phrase : found->second) {
            qsizetype at = i;
            bool whole = true;
            for (size_t word = 1; whole && word < phrase.size(); ++word) {
                ++at;
                for (int gaps = 0; gaps < 3 && !tokens.isAlphanumeric(at); ++gaps)
                    ++at;
                whole = tokens.folded(at) == phrase[word];
            }
            if (whole && !tokens.isAlphanumeric(at + 1))
                spans.push_back(tokens.span(i, at));
        }
    }
    return spans;
}

bool PracticeIndex::isAllowed(const Tokens &tokens, Span span, const std::vector<Span> &allowed) const
{
    if (m_allowed.isEmpty())
        return false;
    if (m_allowed.contains(compactForm(tokens.source().folded().mid(span.start, span.length))))
        return true;
    // The nearest phrase that begins at or before the finding; phrases are few and short, so the last few
    // suffice.
    auto next = std::upper_bound(allowed.begin(), allowed.end(), span.start,
                                 [](qsizetype start, const Span &s) { return start < s.start; });
    for (int looked = 0; looked < 8 && next != allowed.begin(); ++looked) {
        --next;
        if (next->start <= span.start && next->end() >= span.end())
            return true;
    }
    return false;
}

} // namespace handbell::guard
