// SPDX-License-Identifier: Apache-2.0
#include "server/administration/TuningReport.h"

#include <algorithm>

namespace handbell::administration {

namespace {

std::chrono::sys_days mondayOf(WallTime at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

} // namespace

QString kindOfRule(const QString &rule)
{
    return rule.section(QLatin1Char('.'), 0, 0);
}

void TuningReport::add(const protocol::Event &event)
{
    const auto *overridden = std::get_if<protocol::GuardOverridden>(&event.payload);
    if (!overridden)
        return;
    for (const QString &rule : overridden->rules) {
        Count &count = m_counts[{mondayOf(event.at), kindOfRule(rule), rule}];
        ++count.overrides;
        count.notPatient += overridden->notPatient.value_or(false) ? 1 : 0;
        count.members.insert(event.actor);
    }
}

std::vector<TuningReport::Line> TuningReport::lines() const
{
    std::vector<Line> lines;
    for (const auto &[key, count] : m_counts) {
        if (count.members.size() >= smallestGroup)
            lines.push_back({key.week, key.kind, key.rule, count.overrides, count.notPatient});
    }
    return lines;
}

int TuningReport::withheld() const
{
    return static_cast<int>(std::count_if(m_counts.begin(), m_counts.end(), [](const auto &entry) {
        return entry.second.members.size() < smallestGroup;
    }));
}

} // namespace handbell::administration
