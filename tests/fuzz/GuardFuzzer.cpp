// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any text at all through the guard and the tone hint. The first byte chooses the practice's
// nation and whether its data are given; the rest is UTF-8, good or bad.
#include "guard/Examination.h"
#include "guard/Tone.h"
#include "tests/fuzz/Require.h"

#include <QString>

using namespace handbell::guard;
using handbell::fuzz::require;

namespace {

//! Characters, tokens and marks looked at for each unit of text: far above what any text costs, far below
//! what a step back would.
constexpr qint64 mostStepsPerUnit = 400;
constexpr qint64 stepsForTheEnds = 20'000;

PracticeData practiceData(Nation nation)
{
    PracticeData practice;
    practice.nation = nation;
    practice.roster = {QStringLiteral("Dr Anna Patel"), QStringLiteral("Lin Chen"),
                       QStringLiteral("O'Neill")};
    practice.addresses = {QStringLiteral("1 Riverside Walk")};
    practice.postcodes = {QStringLiteral("ZZ99 3VZ")};
    practice.phoneNumbers = {QStringLiteral("01632 960100")};
    practice.domains = {QStringLiteral("riverside.example")};
    practice.allow = {QStringLiteral("Mr Whippy"), QStringLiteral("a a a"), QStringLiteral("1 2 3")};
    return practice;
}

void check(const QString &text, const PracticeIndex &practice)
{
    static const Lexicon lexicon;
    constexpr std::chrono::sys_days today{std::chrono::days{20'416}};
    const Examination examination = examine(text, lexicon, practice, {}, today);
    const Assessment &assessment = examination.assessment;
    Verdict strongest = Verdict::Silent;
    qsizetype end = 0;
    for (const Finding &finding : assessment.findings) {
        require(finding.verdict != Verdict::Silent && !finding.rule.isEmpty());
        require(finding.span.length > 0 && finding.span.start >= end && finding.span.end() <= text.size());
        end = finding.span.end();
        strongest = std::max(strongest, finding.verdict);
    }
    require(strongest == assessment.verdict);
    for (const Finding &finding : assessment.clinical)
        require(finding.span.length > 0 && finding.span.start >= 0 && finding.span.end() <= text.size());
    require(examination.steps <= mostStepsPerUnit * text.size() + stepsForTheEnds);
    require(examine(text, lexicon, practice, {}, today).assessment == assessment);
}

void checkTone(const QString &text)
{
    static const Tone tone(practiceData(Nation::Wales));
    const NormalisedText normalised(text);
    const Tokens tokens(normalised);
    qsizetype end = 0;
    for (const ToneHint &hint : tone.hintsIn(tokens)) {
        require(hint.span.length > 0 && hint.span.start >= end && hint.span.end() <= text.size());
        end = hint.span.end();
    }
    require(tokens.steps() <= mostStepsPerUnit * text.size() + stepsForTheEnds);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    static const PracticeIndex practices[] = {
        PracticeIndex(practiceData(Nation::England)), PracticeIndex(practiceData(Nation::Wales)),
        PracticeIndex(practiceData(Nation::Scotland)), PracticeIndex(practiceData(Nation::NorthernIreland)),
        PracticeIndex(PracticeData())};
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1));
    check(text, practices[data[0] % std::size(practices)]);
    checkTone(text);
    return 0;
}
