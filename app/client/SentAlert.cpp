// SPDX-License-Identifier: Apache-2.0
#include "client/SentAlert.h"

#include <algorithm>
#include <utility>

namespace handbell::client {

using protocol::AlertState;
using protocol::ReceiptState;

SentAlert SentAlert::rung(quint64 localId, const protocol::AlertRaise &request,
                          protocol::Importance importance, WallTime now)
{
    SentAlert sent;
    sent.m_localId = localId;
    sent.m_alert.alertTemplate = request.alertTemplate;
    sent.m_alert.address = request.address;
    sent.m_alert.importance = importance;
    sent.m_alert.note = request.note;
    sent.m_alert.raisedAt = now;
    sent.m_alert.testRoom = request.testRoom;
    return sent;
}

SentAlert SentAlert::found(quint64 localId, const protocol::Alert &alert,
                           const protocol::AlertTemplate *source)
{
    SentAlert sent;
    sent.m_localId = localId;
    sent.m_alert = alert;
    sent.m_stages.push_back({alert.address, alert.raisedAt, alert.targets});
    // Which step reached whom is not in the state: the receivers stand with the first.
    for (int step = 0; step < alert.escalations; ++step) {
        Stage stage;
        stage.at = alert.escalatedAt;
        if (source && static_cast<size_t>(step) < source->escalation.size())
            stage.to = source->escalation[static_cast<size_t>(step)].to;
        sent.m_stages.push_back(std::move(stage));
    }
    return sent;
}

bool SentAlert::mayBe(const protocol::AlertRaised &raised, const std::optional<QString> &note) const
{
    if (m_alert.id.isValid() || (m_refusal && m_refusal->code != ErrorCode::Unreachable))
        return false;
    return m_alert.alertTemplate == raised.alertTemplate && m_alert.address == raised.address &&
           m_alert.note == note && m_alert.testRoom == raised.testRoom;
}

void SentAlert::onRaised(const protocol::Alert &alert)
{
    m_refusalBefore = std::exchange(m_refusal, std::nullopt);
    m_alert = alert;
    m_stages = {{alert.address, alert.raisedAt, alert.targets}};
}

void SentAlert::takeOver(SentAlert &other)
{
    std::swap(*this, other);
    std::swap(m_localId, other.m_localId);
    other.m_refusal = std::exchange(m_refusalBefore, std::nullopt);
}

void SentAlert::onAnswered(const protocol::AlertAnswered &answered, const protocol::Event &event)
{
    const protocol::AlertAnswer answer{event.actor, event.workstation, answered.reply, event.at};
    m_alert.answers.push_back(answer);
    if (!m_alert.isSettledBy(answered.reply)) {
        if (answered.reply != protocol::Reply::PassOn)
            m_alert.escalation.clear();
        return;
    }
    m_settled = answer;
    m_alert.state = AlertState::Answered;
    m_endedAt = event.at;
}

void SentAlert::onEscalated(const protocol::AlertEscalated &escalated, WallTime at)
{
    Stage stage{escalated.to, at, {}};
    std::set_difference(escalated.targets.begin(), escalated.targets.end(), m_alert.targets.begin(),
                        m_alert.targets.end(), std::back_inserter(stage.targets));
    m_alert.targets.insert(m_alert.targets.end(), stage.targets.begin(), stage.targets.end());
    std::sort(m_alert.targets.begin(), m_alert.targets.end());
    m_stages.push_back(std::move(stage));
    if (!m_alert.escalation.empty())
        m_alert.escalation.erase(m_alert.escalation.begin());
    ++m_alert.escalations;
    m_alert.escalatedAt = at;
}

void SentAlert::onClosed(AlertState outcome, WallTime at)
{
    m_alert.state = outcome;
    m_endedAt = at;
}

bool SentAlert::onReceipt(const protocol::Receipt &receipt)
{
    if (!m_alert.id.isValid() || receipt.event.value != m_alert.id.value)
        return false;
    return m_receipts[receipt.member].emplace(receipt.state, receipt.at).second;
}

void SentAlert::addStageSteps(std::vector<LadderStep> &steps, const Stage &stage) const
{
    const std::pair<ReceiptState, LadderStep::Kind> told[] = {
        {ReceiptState::Delivered, LadderStep::Kind::Delivered},
        {ReceiptState::Held, LadderStep::Kind::Held},
        {ReceiptState::Shown, LadderStep::Kind::Shown}};
    for (const auto &[state, kind] : told) {
        LadderStep step;
        step.kind = kind;
        for (const MemberId member : stage.targets) {
            const auto found = m_receipts.find(member);
            if (found == m_receipts.end())
                continue;
            // Whoever it was shown to has received it, also where that receipt was overtaken.
            const auto at =
                kind == LadderStep::Kind::Delivered ? found->second.begin() : found->second.find(state);
            if (at == found->second.end())
                continue;
            step.at = step.members.empty() ? at->second : std::min(step.at, at->second);
            step.members.push_back(member);
        }
        if (!step.members.empty())
            steps.push_back(std::move(step));
    }
}

bool SentAlert::reachesNobody(const Practice &practice) const
{
    return m_receipts.empty() &&
           std::all_of(m_alert.targets.begin(), m_alert.targets.end(), [&](MemberId member) {
               return practice.presence(member).state == protocol::PresenceState::Offline;
           });
}

void SentAlert::addEndSteps(std::vector<LadderStep> &steps, const Practice &practice) const
{
    LadderStep step;
    step.at = m_endedAt;
    switch (m_alert.state) {
    case AlertState::Answered:
        step.kind = LadderStep::Kind::Answered;
        if (m_settled) {
            step.members = {m_settled->by};
            step.reply = m_settled->reply;
        }
        steps.push_back(step);
        return;
    case AlertState::Expired:
    case AlertState::Cancelled:
        step.kind =
            m_alert.state == AlertState::Expired ? LadderStep::Kind::Expired : LadderStep::Kind::Cancelled;
        steps.push_back(step);
        return;
    case AlertState::Open:
        break;
    }
    if (reachesNobody(practice)) {
        step.kind = LadderStep::Kind::NobodyOnline;
        step.at = m_alert.escalatedAt;
        steps.push_back(step);
    }
    if (!m_alert.escalation.empty()) {
        const protocol::EscalationStep &coming = m_alert.escalation.front();
        step.kind = LadderStep::Kind::Next;
        step.at = m_alert.escalatedAt + std::chrono::seconds(coming.afterSeconds);
        step.address = coming.to;
        steps.push_back(step);
    }
}

OutgoingAlert SentAlert::outgoing(const Practice &practice) const
{
    OutgoingAlert shown;
    shown.localId = m_localId;
    shown.alert = m_alert.id;
    shown.alertTemplate = m_alert.alertTemplate;
    shown.address = m_alert.address;
    shown.importance = m_alert.importance;
    shown.state = m_alert.state;
    shown.note = m_alert.note;
    shown.refusal = m_refusal;
    shown.testRoom = m_alert.testRoom;
    const bool inRecord = !m_stages.empty();
    if (!inRecord)
        return shown;
    shown.hasComers = m_alert.hasComers();
    shown.canCancel = isOpen();
    shown.canEscalate = isOpen() && !m_alert.escalation.empty();
    std::vector<LadderStep> steps;
    for (size_t index = 0; index < m_stages.size(); ++index) {
        const Stage &stage = m_stages[index];
        LadderStep step;
        step.at = stage.at;
        if (index > 0) {
            step.kind = LadderStep::Kind::Escalated;
            step.address = stage.to;
            step.members = stage.targets;
        }
        steps.push_back(std::move(step));
        addStageSteps(steps, stage);
    }
    for (const protocol::AlertAnswer &answer : m_alert.answers) {
        if (m_alert.isSettledBy(answer.reply))
            continue;
        LadderStep step;
        const bool passed = answer.reply == protocol::Reply::PassOn;
        step.kind = passed ? LadderStep::Kind::PassedOn : LadderStep::Kind::Coming;
        if (!passed)
            step.reply = answer.reply;
        step.at = answer.at;
        step.members = {answer.by};
        // It stands before the escalation it caused.
        const auto later = std::find_if(steps.begin(), steps.end(), [&](const LadderStep &other) {
            return other.kind == LadderStep::Kind::Escalated && other.at >= answer.at;
        });
        steps.insert(later, std::move(step));
    }
    addEndSteps(steps, practice);
    shown.steps = std::move(steps);
    return shown;
}

} // namespace handbell::client
