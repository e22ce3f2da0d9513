// SPDX-License-Identifier: Apache-2.0
#include "protocol/GuardData.h"

#include <algorithm>

namespace handbell::protocol {

namespace {

void addWarned(std::vector<QString> &names, const guard::Finding &finding, QLatin1String name)
{
    if (finding.verdict == guard::Verdict::Warn && std::find(names.begin(), names.end(), name) == names.end())
        names.emplace_back(name);
}

} // namespace

guard::PracticeData guardDataOf(const PracticeState &state)
{
    const auto listOf = [](const std::vector<QString> &strings) {
        return QStringList(strings.begin(), strings.end());
    };
    const GuardSettings &settings = state.guardSettings;
    guard::PracticeData data;
    data.nation = guard::nationFromName(settings.nation).value_or(guard::Nation::England);
    for (const auto &[id, member] : state.members)
        data.roster.append(member.name);
    data.addresses = listOf(settings.addresses);
    data.postcodes = listOf(settings.postcodes);
    data.phoneNumbers = listOf(settings.phoneNumbers);
    data.emails = listOf(settings.emails);
    data.domains = listOf(settings.domains);
    data.allow = listOf(settings.allow);
    return data;
}

guard::Policy guardPolicyOf(const PracticeState &state)
{
    guard::Policy policy;
    policy.version = state.guardSettings.version;
    for (const GuardAction &decided : state.guardSettings.actions) {
        const auto kind = guard::kindFromName(decided.kind);
        const auto action = guard::actionFromName(decided.action);
        if (kind && action)
            policy.actions[*kind] = *action;
    }
    return policy;
}

std::shared_ptr<const guard::Tone> toneOf(const PracticeState &state)
{
    if (!state.guardSettings.tone.value_or(false))
        return nullptr;
    return std::make_shared<const guard::Tone>(guardDataOf(state));
}

GuardConfirmation wireForm(const guard::Confirmation &confirmation)
{
    GuardConfirmation wire{
        {confirmation.textDigest}, confirmation.rulesVersion, confirmation.reason, std::nullopt};
    if (confirmation.notPatient)
        wire.notPatient = true;
    return wire;
}

guard::Confirmation confirmationFrom(const GuardConfirmation &confirmation)
{
    return {confirmation.textDigest.value, confirmation.rulesVersion, confirmation.reason,
            confirmation.notPatient.value_or(false)};
}

std::vector<QString> warnedKinds(const guard::Assessment &assessment)
{
    std::vector<QString> kinds;
    for (const guard::Finding &finding : assessment.findings)
        addWarned(kinds, finding, guard::kindName(finding.kind));
    return kinds;
}

std::vector<QString> warnedRules(const guard::Assessment &assessment)
{
    std::vector<QString> rules;
    for (const guard::Finding &finding : assessment.findings)
        addWarned(rules, finding, finding.rule);
    return rules;
}

GuardOverridden overrideOf(const guard::ScreenedText &screened)
{
    Q_ASSERT(screened.confirmation());
    GuardOverridden overridden;
    overridden.findingKinds = warnedKinds(screened.assessment());
    overridden.rules = warnedRules(screened.assessment());
    overridden.rulesVersion = screened.confirmation()->rulesVersion;
    if (screened.confirmation()->notPatient)
        overridden.notPatient = true;
    return overridden;
}

} // namespace handbell::protocol
