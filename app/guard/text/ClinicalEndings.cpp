// SPDX-License-Identifier: Apache-2.0
#include "guard/text/ClinicalEndings.h"

#include "guard/text/WordSet.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

constexpr std::array<QStringView, 61> endings{
    // complaints, diagnoses, procedures
    u"itis", u"osis", u"oma", u"aemia", u"aemic", u"algia", u"uria", u"penia", u"pathy", u"plegia", u"plegic",
    u"phobia", u"phobic", u"megaly", u"oedema", u"pnoea", u"rrhoea", u"rrhea", u"rrhage", u"rrhagia",
    u"ectomy", u"ostomy", u"oscopy", u"plasty", u"cardiogram", u"algesia",
    // medicines
    u"cillin", u"mycin", u"micin", u"cycline", u"floxacin", u"azole", u"ciclovir", u"bendazole", u"statin",
    u"fibrate", u"sartan", u"opril", u"olol", u"dipine", u"zosin", u"semide", u"thiazide", u"parin", u"xaban",
    u"gliptin", u"gliflozin", u"glitazone", u"glutide", u"azepam", u"oxetine", u"pramine", u"triptyline",
    u"triptan", u"setron", u"tidine", u"profen", u"coxib", u"lukast", u"dronate", u"mab"};

//! Ordinary words with such an ending.
constexpr WordSet ordinary(std::array<QStringView, 17>{
    u"nostalgia", u"sympathy", u"empathy", u"antipathy", u"telepathy", u"diploma", u"oklahoma", u"hypnosis",
    u"metamorphosis", u"osmosis", u"symbiosis", u"homophobia", u"homophobic", u"transphobia", u"transphobic",
    u"xenophobia", u"xenophobic"});

//! The last two letters of a word as one number: lower-case letters differ in their last five bits.
constexpr size_t lastTwoOf(QStringView word)
{
    constexpr size_t alphabet = 32;
    return word[word.size() - 2].unicode() % alphabet * alphabet + word[word.size() - 1].unicode() % alphabet;
}

//! The endings by their last two letters: from the first to before the second of two neighbours in places,
//! which are the same for most words.
struct SortedEndings
{
    consteval SortedEndings()
    {
        std::sort(sorted.begin(), sorted.end(),
                  [](QStringView a, QStringView b) { return lastTwoOf(a) < lastTwoOf(b); });
        for (const QStringView ending : sorted)
            ++places[lastTwoOf(ending) + 1];
        for (size_t i = 1; i < places.size(); ++i)
            places[i] = static_cast<quint8>(places[i] + places[i - 1]);
    }
    std::array<QStringView, endings.size()> sorted = endings;
    std::array<quint8, 32 * 32 + 1> places{};
};
constexpr SortedEndings sortedEndings;

} // namespace

bool hasClinicalEnding(QStringView folded)
{
    if (folded.size() < shortestClinicalWord)
        return false;
    const QStringView word =
        folded.back() == u's' && folded[folded.size() - 2] != u'i' ? folded.chopped(1) : folded;
    const size_t place = lastTwoOf(word);
    for (size_t i = sortedEndings.places[place]; i < sortedEndings.places[place + 1]; ++i) {
        const QStringView ending = sortedEndings.sorted[i];
        if (word.size() >= ending.size() && sameCharacters(word.last(ending.size()), ending))
            return !ordinary.contains(word);
    }
    return false;
}

} // namespace handbell::guard
