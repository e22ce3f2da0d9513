// SPDX-License-Identifier: Apache-2.0
#include "server/GuardData.h"

namespace handbell::server {

namespace {

guard::Nation nationFrom(QStringView name)
{
    if (name == QLatin1String("wales"))
        return guard::Nation::Wales;
    if (name == QLatin1String("scotland"))
        return guard::Nation::Scotland;
    if (name == QLatin1String("northern_ireland"))
        return guard::Nation::NorthernIreland;
    return guard::Nation::England;
}

QStringList listOf(const std::vector<QString> &strings)
{
    return QStringList(strings.begin(), strings.end());
}

} // namespace

guard::PracticeData guardDataOf(const protocol::PracticeState &state)
{
    const protocol::GuardSettings &settings = state.guardSettings;
    guard::PracticeData data;
    data.nation = nationFrom(settings.nation);
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

guard::Policy guardPolicyOf(const protocol::PracticeState &state)
{
    guard::Policy policy;
    policy.version = state.guardSettings.version;
    for (const protocol::GuardAction &decided : state.guardSettings.actions) {
        const auto kind = guard::kindFromName(decided.kind);
        const auto action = guard::actionFromName(decided.action);
        if (kind && action)
            policy.actions[*kind] = *action;
    }
    return policy;
}

} // namespace handbell::server
