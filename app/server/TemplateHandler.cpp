// SPDX-License-Identifier: Apache-2.0
#include "server/TemplateHandler.h"

#include "server/administration/Plan.h"

namespace handbell::server {

void TemplateHandler::handle(const Request &request, Session &session, const protocol::TemplateSave &message)
{
    // One at a time: two who add the same key at once make one template.
    const Claim claim = m_space.claim({Matter::Topic::Template, 0, 0}, request, message);
    if (!claim)
        return;
    record::EventDraft draft =
        draftFor(session, message, protocol::TemplateSaved{message.alertTemplate, std::nullopt});
    const protocol::Member *member = m_space.state().member(session.member);
    if (!member || !member->may(protocol::Permission::Administrator)) {
        m_space.refuse(request, draft,
                       {ErrorCode::Forbidden, QStringLiteral("templates are for administrators to change")});
        return;
    }
    administration::Plan plan(m_space.state(), m_space.clock().wallNow());
    const auto saved = plan.saveTemplate(message.alertTemplate);
    if (!saved) {
        const bool guarded = saved.error().code == ErrorCode::GuardConfirmationRequired;
        m_space.refuse(request, draft,
                       {guarded ? ErrorCode::GuardConfirmationRequired : ErrorCode::InvalidField,
                        QStringLiteral("\"template\": ") + saved.error().detail});
        return;
    }
    if (plan.events().empty()) {
        m_space.answer(request, protocol::Accepted{Seq(saved->value), m_space.clock().wallNow()});
        return;
    }
    draft.payload = plan.events().front().payload;
    m_space.writeFor(request, std::move(draft), claim);
}

} // namespace handbell::server
