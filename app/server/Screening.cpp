// SPDX-License-Identifier: Apache-2.0
#include "server/Screening.h"

#include "protocol/GuardData.h"

namespace handbell::server {

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
    refusal.findings = protocol::warnedKinds(space.guard().assess(text));
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
    override.payload = protocol::overrideOf(screened); // names no event: the record puts in the group's first
    if (!screened.confirmation()->reason.isEmpty())
        override.text = screened.confirmation()->reason;
    group.drafts.push_back(std::move(override));
    return group;
}

} // namespace handbell::server
