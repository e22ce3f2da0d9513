// SPDX-License-Identifier: Apache-2.0
#include "guard/text/ClinicalEndings.h"

#include "guard/text/WordSet.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

constexpr qsizetype shortestWord = 7;

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

constexpr size_t alphabet = 32; //!< lower-case letters differ in their last five bits

//! For the last two letters of a word, whether an ending has them: most words need no further look.
constexpr std::array<bool, alphabet *alphabet> lastTwo = [] {
    std::array<bool, alphabet * alphabet> known{};
    for (const QStringView ending : endings)
        known[ending[ending.size() - 2].unicode() % alphabet * alphabet +
              ending[ending.size() - 1].unicode() % alphabet] = true;
    return known;
}();

} // namespace

bool hasClinicalEnding(QStringView folded)
{
    if (folded.size() < shortestWord)
        return false;
    const QStringView word = folded.back() == u's' && !folded.endsWith(u"is") ? folded.chopped(1) : folded;
    if (!lastTwo[word[word.size() - 2].unicode() % alphabet * alphabet + word.back().unicode() % alphabet])
        return false;
    return std::any_of(endings.begin(), endings.end(),
                       [word](QStringView ending) { return word.endsWith(ending); }) &&
           !ordinary.contains(word);
}

} // namespace handbell::guard
