// SPDX-License-Identifier: Apache-2.0
#include "guard/Examination.h"

#include "guard/Combiner.h"
#include "guard/rules/Rules.h"

#include <algorithm>

namespace handbell::guard {

namespace {

//! Which of two candidates for the same characters stays.
bool outranks(const Candidate &a, const Candidate &b)
{
    if (a.verdict != b.verdict)
        return a.verdict > b.verdict;
    return a.kind != b.kind ? a.kind < b.kind : a.span.length > b.span.length;
}

//! Sorts by position and leaves one candidate where several claim the same characters.
void settle(Candidates &candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.span.start < b.span.start; });
    Candidates kept;
    for (const Candidate &candidate : candidates) {
        if (kept.empty() || kept.back().span.end() <= candidate.span.start)
            kept.push_back(candidate);
        else if (outranks(candidate, kept.back()))
            kept.back() = candidate;
    }
    candidates = std::move(kept);
}

Candidates findAll(const RuleInput &input)
{
    const std::vector<Span> allowed = input.practice.allowedSpans(input.tokens);
    Candidates candidates;
    for (const Rule rule : allRules())
        rule(input, candidates);
    for (Candidate &candidate : candidates)
        candidate.span = input.tokens.span(candidate.firstToken, candidate.lastToken);
    std::erase_if(candidates, [&](const Candidate &candidate) {
        return input.practice.isAllowed(input.tokens, candidate.span, allowed);
    });
    settle(candidates);
    return candidates;
}

//! What \a policy leaves of \a verdict.
Verdict capped(Verdict verdict, Action action)
{
    switch (action) {
    case Action::Off:
        return Verdict::Silent;
    case Action::Hint:
        return std::min(verdict, Verdict::Hint);
    case Action::Warn:
    case Action::WarnWithReason:
        return verdict;
    }
    return verdict;
}

} // namespace

Examination examine(QStringView text, const Lexicon &lexicon, const PracticeIndex &practice,
                    const Policy &policy, std::chrono::sys_days today)
{
    const NormalisedText normalised(text);
    const Tokens tokens(normalised);
    tokens.addSteps(text.size());
    const DigitGroups digits(tokens);
    const Context context(tokens, lexicon, practice);
    const RuleInput input{tokens, digits, context, practice, today};
    Candidates candidates = findAll(input);
    combine(input, candidates);

    Examination examination;
    Assessment &assessment = examination.assessment;
    for (const Candidate &candidate : candidates) {
        const Action action = policy.actionFor(candidate.kind);
        const Verdict verdict = capped(candidate.verdict, action);
        if (verdict == Verdict::Silent)
            continue;
        assessment.verdict = std::max(assessment.verdict, verdict);
        assessment.reasonRequired =
            assessment.reasonRequired || (verdict == Verdict::Warn && action == Action::WarnWithReason);
        assessment.findings.push_back({candidate.kind, normalised.toOriginal(candidate.span), verdict,
                                       candidate.rule, candidate.remark});
    }
    if (!assessment.findings.empty() && policy.actionFor(Kind::ClinicalContent) != Action::Off) {
        for (const Candidate &word : clinicalContentNear(input, candidates))
            assessment.clinical.push_back(
                {word.kind, normalised.toOriginal(word.span), word.verdict, word.rule, word.remark});
    }
    examination.steps = tokens.steps();
    return examination;
}

} // namespace handbell::guard
