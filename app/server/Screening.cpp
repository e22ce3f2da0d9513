// SPDX-License-Identifier: Apache-2.0
#include "server/Screening.h"

#include "protocol/GuardData.h"

#include <algorithm>

namespace handbell::server {

namespace {

void addOnce(std::vector<QString> &list, QLatin1String name)
{
    if (std::find(list.begin(), list.end(), name) == list.end())
        list.emplace_back(name);
}

} // namespace

std::optional<guard::ScreenedText> screen(Space &space, const Request &request,
                                          const record::EventDraft &draft, const QString &text,
                                          const std::optional<protocol::GuardConfirmation> &confirmation)
{
    std::optional<guard::Confirmation> confirmed;
    if (confirmation)
        confirmed = protocol::confirmationFrom(*confirmation);
    auto screened = space.guard().screen(text, confirmed);
    if (screened)
        return *std::move(screened);
    if (space.answeredEarlier(request, draft))
        return std::nullopt;
    protocol::ErrorAnswer refusal;
    refusal.detail = screened.error().detail;
    refusal.rulesVersion = guard::rulesVersion;
    refusal.findings.emplace();
    for (const guard::Finding &finding : space.guard().assess(text).findings) {
        if (finding.verdict == guard::Verdict::Warn)
            addOnce(*refusal.findings, guard::kindName(finding.kind));
    }
    space.fail(request, screened.error().code, std::move(refusal));
    return std::nullopt;
}

record::EventGroup withOverride(record::EventDraft draft, const guard::ScreenedText &screened)
{
    record::EventDraft override;
    override.actor = draft.actor;
    override.workstation = draft.workstation;
    record::EventGroup group(std::move(draft));
    if (!screened.confirmation())
        return group;
    protocol::GuardOverridden payload; // names no event: the record puts in the group's first
    for (const guard::Finding &finding : screened.assessment().findings) {
        if (finding.verdict != guard::Verdict::Warn)
            continue;
        addOnce(payload.findingKinds, guard::kindName(finding.kind));
        addOnce(payload.rules, finding.rule);
    }
    payload.rulesVersion = screened.confirmation()->rulesVersion;
    if (screened.confirmation()->notPatient)
        payload.notPatient = true;
    override.payload = std::move(payload);
    if (!screened.confirmation()->reason.isEmpty())
        override.text = screened.confirmation()->reason;
    group.drafts.push_back(std::move(override));
    return group;
}

} // namespace handbell::server
