// SPDX-License-Identifier: Apache-2.0
#include "LadderRecord.h"

#include <algorithm>

namespace handbell::testing {

using namespace protocol;
using namespace std::chrono_literals;

namespace {

//! A server looks at the wall clock once a second, and tries again after another where a step was not taken.
constexpr auto slack = 2500ms;

} // namespace

void LadderRecord::complain(const char *what, AlertId alert)
{
    if (m_complaint.isEmpty())
        m_complaint = QStringLiteral("the record: alert %1 %2").arg(alert.value).arg(QLatin1String(what));
}

LadderRecord::Story *LadderRecord::open(AlertId alert, const char *what)
{
    const auto found = m_stories.find(alert);
    if (found != m_stories.end() && found->second.state == AlertState::Open)
        return &found->second;
    complain(what, alert);
    return nullptr;
}

void LadderRecord::take(const Event &event, SteadyTime steady)
{
    const auto owed = std::exchange(m_owed, std::nullopt);
    const auto *escalated = std::get_if<AlertEscalated>(&event.payload);
    if (owed && (!escalated || escalated->alert != *owed || escalated->cause != EscalationCause::PassedOn))
        complain("was passed on and did not move on at once", *owed);
    if (const auto *raised = std::get_if<AlertRaised>(&event.payload)) {
        Story story;
        story.raised = *raised;
        story.sender = event.actor;
        story.from = event.workstation;
        story.begun = story.moved = steady;
        story.begunWall = story.movedWall = event.at;
        m_stories.emplace(AlertId(event.seq.value), std::move(story));
    } else if (const auto *answered = std::get_if<AlertAnswered>(&event.payload)) {
        onAnswered(*answered, event);
    } else if (escalated) {
        onEscalated(*escalated, event, steady);
    } else if (const auto *closed = std::get_if<AlertClosed>(&event.payload)) {
        Story *story = open(closed->alert, "was closed after its end");
        if (!story)
            return;
        story->state = closed->outcome;
        const std::chrono::seconds life(story->raised.lifetimeSeconds);
        if (closed->outcome == AlertState::Expired && event.at < story->begunWall + life &&
            steady < story->begun + life)
            complain("expired before its time", closed->alert);
        if (closed->outcome == AlertState::Open)
            complain("was closed and left open", closed->alert);
        if ((closed->outcome == AlertState::Answered) == story->comers.empty())
            complain("was closed as if somebody came, or nobody, wrongly", closed->alert);
    }
}

void LadderRecord::onAnswered(const AlertAnswered &answered, const Event &event)
{
    Story *story = open(answered.alert, "was answered after its end");
    if (!story)
        return;
    const bool gathers = story->raised.gathers.value_or(false);
    if (answered.reply == Reply::PassOn) {
        story->passedOnBy.push_back(event.actor);
        if (story->comers.empty() && story->escalatedTo.size() < story->raised.escalation.size())
            m_owed = answered.alert;
    } else if (gathers && answered.reply != Reply::Done) {
        story->comers.push_back(event.actor);
    } else {
        story->state = AlertState::Answered;
        story->answer = AlertAnswer{event.actor, event.workstation, answered.reply, event.at};
    }
}

void LadderRecord::onEscalated(const AlertEscalated &escalated, const Event &event, SteadyTime steady)
{
    Story *story = open(escalated.alert, "went on after its end");
    if (!story)
        return;
    if (!story->comers.empty())
        complain("went on although somebody comes", escalated.alert);
    const size_t step = story->escalatedTo.size();
    if (step >= story->raised.escalation.size()) {
        complain("took a step more than its ladder has", escalated.alert);
        return;
    }
    const EscalationStep &due = story->raised.escalation[step];
    if (escalated.to != due.to)
        complain("took a step out of order", escalated.alert);
    const std::chrono::seconds wait(due.afterSeconds);
    // A step that reaches nobody new is followed by the next at once, at the same moment.
    const bool follows = step > 0 && story->moved == steady;
    if (escalated.cause == EscalationCause::Unanswered && !follows && event.at < story->movedWall + wait &&
        steady < story->moved + wait)
        complain("went on before its time", escalated.alert);
    story->escalatedTo.push_back(escalated.to);
    story->moved = steady;
    story->movedWall = event.at;
}

void LadderRecord::checkTime(SteadyTime steady, SteadyTime up)
{
    for (const auto &[id, story] : m_stories) {
        if (story.state != AlertState::Open)
            continue;
        if (steady - std::max(story.begun, up) > std::chrono::seconds(story.raised.lifetimeSeconds) + slack)
            complain("is open although its lifetime is over and the server runs", id);
        const size_t step = story.escalatedTo.size();
        if (story.comers.empty() && step < story.raised.escalation.size() &&
            steady - std::max(story.moved, up) >
                std::chrono::seconds(story.raised.escalation[step].afterSeconds) + slack)
            complain("has not gone on although it is time and the server runs", id);
    }
}

void LadderRecord::checkEnd()
{
    if (m_owed)
        complain("was passed on and did not move on at once", *m_owed);
}

} // namespace handbell::testing
