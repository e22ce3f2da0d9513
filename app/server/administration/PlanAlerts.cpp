// SPDX-License-Identifier: Apache-2.0
#include "guard/Assessment.h"
#include "guard/Policy.h"
#include "guard/PracticeData.h"
#include "server/administration/Names.h"
#include "server/administration/Plan.h"

#include <QRegularExpression>

// Alert templates and what the guard works with.

namespace handbell::administration {

namespace {

using protocol::Address;
using protocol::AddressKind;
using protocol::AlertTemplate;

//! Shorter than 30 s nobody sees it; longer than a day it belongs in a message.
constexpr int minLifetimeSeconds = 30;
constexpr int maxLifetimeSeconds = 24 * 60 * 60;
//! Less than this gives nobody the time to answer.
constexpr int minEscalationSeconds = 10;

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidArgument, detail};
}

Result<void> checkAddress(const Address &address, const protocol::PracticeState &state)
{
    switch (address.kind) {
    case AddressKind::Everyone:
        return {};
    case AddressKind::Role: {
        const auto role = acceptName(NameKind::Role, address.role);
        return role ? Result<void>() : Result<void>(role.error());
    }
    case AddressKind::Person:
        return state.member(MemberId(address.id)) ? Result<void>()
                                                  : invalid(QStringLiteral("no such member"));
    case AddressKind::Room:
        return state.room(RoomId(address.id)) ? Result<void>() : invalid(QStringLiteral("no such room"));
    case AddressKind::Group:
        return state.conversation(ConversationId(address.id)) ? Result<void>()
                                                              : invalid(QStringLiteral("no such group"));
    }
    return {};
}

Result<void> checkTimes(const AlertTemplate &alertTemplate)
{
    if (alertTemplate.lifetimeSeconds < minLifetimeSeconds ||
        alertTemplate.lifetimeSeconds > maxLifetimeSeconds) {
        return invalid(QStringLiteral("an alert's lifetime_s is from %1 to %2 seconds")
                           .arg(minLifetimeSeconds)
                           .arg(maxLifetimeSeconds));
    }
    int total = 0;
    for (const protocol::EscalationStep &step : alertTemplate.escalation) {
        if (step.afterSeconds < minEscalationSeconds || step.afterSeconds > maxLifetimeSeconds)
            return invalid(
                QStringLiteral("an escalation's after_s is at least %1 seconds").arg(minEscalationSeconds));
        total += step.afterSeconds;
    }
    if (total >= alertTemplate.lifetimeSeconds)
        return invalid(
            QStringLiteral("its escalation would come after its end: raise lifetime_s above %1").arg(total));
    return {};
}

Result<void> acceptSenders(AlertTemplate &alertTemplate)
{
    if (!alertTemplate.senders)
        return {};
    if (alertTemplate.senders->empty() || alertTemplate.senders->size() > 20)
        return invalid(
            QStringLiteral("senders names 1 to 20 job roles; leave it out where everyone may send"));
    for (QString &sender : *alertTemplate.senders) {
        const auto role = acceptName(NameKind::Role, sender);
        if (!role)
            return role.error();
        sender = *role;
    }
    return {};
}

//! \a alertTemplate with its texts accepted, or what is wrong with it.
Result<AlertTemplate> accept(AlertTemplate alertTemplate, const protocol::PracticeState &state)
{
    static const QRegularExpression keyPattern(QStringLiteral("^[a-z][a-z0-9_]{0,39}$"));
    if (!keyPattern.match(alertTemplate.key).hasMatch())
        return invalid(
            QStringLiteral("a template's key is 1 to 40 of a-z, 0-9 and _, beginning with a letter"));
    const auto english = acceptName(NameKind::AlertText, alertTemplate.textEn);
    if (!english)
        return english.error();
    alertTemplate.textEn = *english;
    if (!alertTemplate.textCy.isEmpty()) {
        const auto welsh = acceptName(NameKind::AlertText, alertTemplate.textCy);
        if (!welsh)
            return welsh.error();
        alertTemplate.textCy = *welsh;
    }
    auto replies = alertTemplate.replies;
    std::sort(replies.begin(), replies.end());
    if (replies.empty() || std::adjacent_find(replies.begin(), replies.end()) != replies.end())
        return invalid(QStringLiteral("a template has at least one reply, and none twice"));
    if (alertTemplate.gathers.value_or(false) &&
        !std::binary_search(replies.begin(), replies.end(), protocol::Reply::Coming))
        return invalid(QStringLiteral("a template that gathers all who come has the reply coming"));
    if (const auto senders = acceptSenders(alertTemplate); !senders)
        return senders.error();
    if (const auto times = checkTimes(alertTemplate); !times)
        return times.error();
    for (const protocol::EscalationStep &step : alertTemplate.escalation) {
        if (const auto address = checkAddress(step.to, state); !address)
            return address.error();
    }
    return alertTemplate;
}

Result<void> checkGuard(const protocol::GuardSettings &settings)
{
    if (!guard::nationFromName(settings.nation))
        return invalid(QStringLiteral("nation is one of england, wales, scotland, northern_ireland"));
    for (const protocol::GuardAction &action : settings.actions) {
        if (!guard::kindFromName(action.kind))
            return invalid(QStringLiteral("actions: \"%1\" is not a kind of finding").arg(action.kind));
        if (!guard::actionFromName(action.action))
            return invalid(QStringLiteral("actions: the action is one of off, hint, warn, warn_with_reason"));
    }
    return {};
}

} // namespace

Result<TemplateId> Plan::saveTemplate(AlertTemplate alertTemplate)
{
    auto accepted = accept(std::move(alertTemplate), m_after);
    if (!accepted)
        return accepted.error();
    std::optional<TemplateId> replaces;
    for (const auto &[id, existing] : m_after.templates) {
        if (existing.key != accepted->key)
            continue;
        accepted->id = id;
        if (existing == *accepted)
            return id;
        replaces = id;
    }
    Overrides overrides;
    for (const QString &text : {accepted->textEn, accepted->textCy}) {
        const auto screened = screen(text);
        if (!screened)
            return screened.error();
        overrides.insert(overrides.end(), screened->begin(), screened->end());
    }
    const auto seq = add(protocol::TemplateSaved{*accepted, replaces}, std::move(overrides));
    if (!seq)
        return seq.error();
    return replaces.value_or(TemplateId(seq->value));
}

Result<void> Plan::setGuard(protocol::GuardSettings settings)
{
    if (const auto checked = checkGuard(settings); !checked)
        return checked.error();
    settings.version = m_after.guardSettings.version;
    if (settings == m_after.guardSettings)
        return {};
    ++settings.version;
    return addAll({protocol::GuardSettingsChanged{std::move(settings)}});
}

} // namespace handbell::administration
