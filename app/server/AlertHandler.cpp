// SPDX-License-Identifier: Apache-2.0
#include "server/AlertHandler.h"

#include "base/Log.h"
#include "server/Screening.h"

namespace handbell::server {

namespace {

using protocol::Alert;
using protocol::AlertState;
using protocol::EscalationCause;

constexpr size_t maxEndedKept = 500;
//! While alerts are open the wall clock is looked at this often, in case somebody sets it.
constexpr std::chrono::milliseconds longestSleep{1000};

Error badField(const char *what)
{
    return {ErrorCode::InvalidField, QString::fromLatin1(what)};
}

} // namespace

AlertHandler::AlertHandler(Space &space, PresenceHandler &presence)
    : m_space(space)
    , m_presence(presence)
{
    for (const auto &[id, alert] : space.state().alerts)
        m_ladder.set(alert, now());
}

InRoom AlertHandler::inRoom() const
{
    return [this](RoomId room) {
        return m_presence.inRoom(room);
    };
}

std::vector<MemberId> AlertHandler::audienceOf(const Alert &alert)
{
    return together(alert.targets, {alert.sender});
}

void AlertHandler::handle(const Request &request, Session &session, const protocol::AlertRaise &message)
{
    record::EventDraft draft = draftFor(session, message, protocol::AlertRaised{});
    const protocol::AlertTemplate *chosen = m_space.state().alertTemplate(message.alertTemplate);
    if (!chosen || chosen->removed) {
        m_space.refuse(request, draft, {ErrorCode::NotFound, QStringLiteral("no such template")});
        return;
    }
    const protocol::Member *sender = m_space.state().member(session.member);
    if (!sender || !chosen->maySend(sender->role)) {
        m_space.refuse(
            request, draft,
            {ErrorCode::Forbidden, QStringLiteral("this template is for other job roles to send")});
        return;
    }
    if (const auto fault = testFault(session, message, *chosen)) {
        m_space.refuse(request, draft, *fault);
        return;
    }
    const QString note = message.note.value_or(QString()).trimmed();
    if (note.size() > protocol::maxAlertText.units) {
        m_space.fail(request, Error{ErrorCode::TextTooLong, QStringLiteral("a note has at most 120 units")});
        return;
    }
    if (!note.isEmpty() && !chosen->takesNote) {
        m_space.refuse(request, draft, badField("\"note\": this template takes none"));
        return;
    }
    const auto targets = membersAt(message.address, session.member, m_space.state(), inRoom());
    if (!targets) {
        m_space.refuse(request, draft, targets.error());
        return;
    }
    if (targets->empty()) {
        m_space.refuse(request, draft,
                       {ErrorCode::NobodyReachable, QStringLiteral("the address means nobody")});
        return;
    }
    protocol::AlertRaised raised;
    raised.alertTemplate = message.alertTemplate;
    raised.address = message.address;
    raised.importance = chosen->importance;
    raised.lifetimeSeconds = chosen->lifetimeSeconds;
    raised.replies = chosen->replies;
    raised.escalation = chosen->escalation;
    raised.targets = *targets;
    raised.gathers = chosen->gathers;
    if (message.testRoom)
        makeTest(raised, *message.testRoom);
    draft.payload = std::move(raised);
    if (note.isEmpty()) {
        m_space.writeFor(request, std::move(draft));
        return;
    }
    const auto screened = screen(m_space, request, draft, note, message.confirmation);
    if (!screened)
        return;
    draft.text = screened->text();
    m_space.writeFor(request, withOverride(std::move(draft), *screened));
}

std::optional<Error> AlertHandler::testFault(const Session &session, const protocol::AlertRaise &message,
                                             const protocol::AlertTemplate &chosen) const
{
    if (!message.testRoom)
        return std::nullopt;
    if (chosen.key != protocol::assistanceKey)
        return badField("\"test_room\": only assistance is tested");
    const protocol::Room *room = m_space.state().roomOf(session.workstation);
    if (!room || room->id != *message.testRoom)
        return badField("\"test_room\": the workstation stands in another room");
    return std::nullopt;
}

//! What is real about a test is its way: it waits like any routine alert, and asks for no more than a "done".
void AlertHandler::makeTest(protocol::AlertRaised &raised, RoomId room)
{
    raised.testRoom = room;
    raised.gathers.reset();
    raised.importance = protocol::Importance::Routine;
    raised.replies = {protocol::Reply::Done};
    raised.escalation.clear();
}

bool AlertHandler::wasFor(AlertId alert, MemberId member) const
{
    const auto ended = m_ended.find(alert);
    if (ended != m_ended.end())
        return std::binary_search(ended->second.begin(), ended->second.end(), member);
    const auto event = m_space.record().event(Seq(alert.value));
    const auto *raised = event ? std::get_if<protocol::AlertRaised>(&event->payload) : nullptr;
    return raised && (event->actor == member ||
                      std::binary_search(raised->targets.begin(), raised->targets.end(), member));
}

const Alert *AlertHandler::openAlert(const Request &request, const Session &session, AlertId id,
                                     const record::EventDraft &draft)
{
    const Alert *alert = m_space.state().alert(id);
    if (alert && (alert->sender == session.member || alert->isFor(session.member)))
        return alert;
    if (!alert && wasFor(id, session.member))
        m_space.refuse(request, draft, {ErrorCode::AlertClosed, QStringLiteral("the alert has ended")});
    else
        m_space.refuse(request, draft, {ErrorCode::NotFound, QStringLiteral("no such alert")});
    return nullptr;
}

void AlertHandler::handle(const Request &request, Session &session, const protocol::AlertReply &message)
{
    const Claim claim = m_space.claim({Matter::Topic::Alert, message.alert.value, 0}, request, message);
    if (!claim)
        return;
    record::EventDraft draft =
        draftFor(session, message, protocol::AlertAnswered{message.alert, message.reply, {}});
    const Alert *alert = openAlert(request, session, message.alert, draft);
    if (!alert)
        return;
    if (!alert->isFor(session.member)) {
        m_space.refuse(request, draft,
                       {ErrorCode::Forbidden, QStringLiteral("only those it was sent to answer")});
        return;
    }
    if (std::find(alert->replies.begin(), alert->replies.end(), message.reply) == alert->replies.end()) {
        m_space.refuse(request, draft, badField("\"reply\" is not one the alert offers"));
        return;
    }
    const bool saidBefore =
        std::any_of(alert->answers.begin(), alert->answers.end(), [&](const auto &answer) {
            return answer.by == session.member && answer.reply == message.reply;
        });
    if (saidBefore) {
        m_space.refuse(request, draft, badField("\"reply\": answered so before"));
        return;
    }
    std::get<protocol::AlertAnswered>(draft.payload).audience = audienceOf(*alert);
    record::EventGroup group(std::move(draft));
    if (message.reply == protocol::Reply::PassOn) {
        auto steps = escalation(*alert, {session.member, session.workstation}, EscalationCause::PassedOn);
        std::move(steps.begin(), steps.end(), std::back_inserter(group.drafts));
    }
    m_space.writeFor(request, std::move(group), claim);
}

void AlertHandler::handle(const Request &request, Session &session, const protocol::AlertEscalate &message)
{
    const Claim claim = m_space.claim({Matter::Topic::Alert, message.alert.value, 0}, request, message);
    if (!claim)
        return;
    record::EventDraft draft = draftFor(session, message, protocol::AlertEscalated{});
    const Alert *alert = openAlert(request, session, message.alert, draft);
    if (!alert)
        return;
    if (alert->sender != session.member) {
        m_space.refuse(request, draft,
                       {ErrorCode::Forbidden, QStringLiteral("only its sender sends an alert on")});
        return;
    }
    auto steps = escalation(*alert, {session.member, session.workstation}, EscalationCause::BySender);
    if (steps.empty()) {
        m_space.refuse(request, draft, badField("\"alert\" has no step left"));
        return;
    }
    steps.front().nonce = draft.nonce;
    steps.front().requestDigest = draft.requestDigest;
    record::EventGroup group;
    group.drafts = std::move(steps);
    m_space.writeFor(request, std::move(group), claim);
}

void AlertHandler::handle(const Request &request, Session &session, const protocol::AlertCancel &message)
{
    const Claim claim = m_space.claim({Matter::Topic::Alert, message.alert.value, 0}, request, message);
    if (!claim)
        return;
    record::EventDraft draft =
        draftFor(session, message, protocol::AlertClosed{message.alert, AlertState::Cancelled, {}});
    const Alert *alert = openAlert(request, session, message.alert, draft);
    if (!alert)
        return;
    if (alert->sender != session.member) {
        m_space.refuse(request, draft,
                       {ErrorCode::Forbidden, QStringLiteral("only its sender takes an alert back")});
        return;
    }
    std::get<protocol::AlertClosed>(draft.payload).audience = audienceOf(*alert);
    if (alert->hasComers())
        std::get<protocol::AlertClosed>(draft.payload).outcome = AlertState::Answered;
    m_space.writeFor(request, std::move(draft), claim);
}

std::vector<record::EventDraft> AlertHandler::escalation(const Alert &alert, Actor actor,
                                                         EscalationCause cause) const
{
    std::vector<record::EventDraft> drafts;
    Alert standing = alert;
    const auto note = std::exchange(standing.note, std::nullopt);
    while (!standing.escalation.empty()) {
        protocol::AlertEscalated payload;
        payload.alert = alert.id;
        payload.before = standing;
        payload.to = standing.escalation.front().to;
        payload.cause = cause;
        const auto meant = membersAt(payload.to, alert.sender, m_space.state(), inRoom());
        for (const MemberId member : meant ? *meant : std::vector<MemberId>{}) {
            if (!standing.isFor(member))
                payload.targets.push_back(member);
        }
        const bool reachesSomebody = !payload.targets.empty();
        standing.escalation.erase(standing.escalation.begin());
        standing.targets = together(std::move(standing.targets), payload.targets);
        ++standing.escalations;
        payload.audience = audienceOf(standing);
        record::EventDraft draft;
        draft.actor = actor.member;
        draft.workstation = actor.workstation;
        draft.payload = std::move(payload);
        draft.text = note;
        drafts.push_back(std::move(draft));
        if (reachesSomebody)
            break;
    }
    return drafts;
}

void AlertHandler::follow(const protocol::Event &event, const protocol::StateChange &change)
{
    for (const AlertId id : change.alerts) {
        if (const Alert *alert = m_space.state().alert(id))
            m_ladder.set(*alert, now());
        else
            m_ladder.remove(id);
    }
    const auto ended = [this](AlertId alert, const std::vector<MemberId> &audience) {
        m_ended.insert_or_assign(alert, audience);
        if (m_ended.size() > maxEndedKept)
            m_ended.erase(m_ended.begin());
    };
    if (const auto *answered = std::get_if<protocol::AlertAnswered>(&event.payload)) {
        if (!m_space.state().alert(answered->alert))
            ended(answered->alert, answered->audience);
    } else if (const auto *closed = std::get_if<protocol::AlertClosed>(&event.payload)) {
        ended(closed->alert, closed->audience);
    }
}

void AlertHandler::act(const AlertLadder::Due &due)
{
    // Until the outcome is known, and while somebody else is deciding about it, it is not due again.
    m_ladder.postpone(due.alert, m_space.clock().steadyNow() + m_space.limits().alertRetry);
    const Alert *alert = m_space.state().alert(due.alert);
    const Claim claim = alert ? m_space.claimNow({Matter::Topic::Alert, due.alert.value, 0}) : Claim{};
    if (!claim)
        return;
    record::EventGroup group;
    if (due.step == AlertLadder::Step::Escalate) {
        group.drafts = escalation(*alert, {}, EscalationCause::Unanswered);
    } else {
        record::EventDraft draft;
        draft.payload = protocol::AlertClosed{
            due.alert, alert->hasComers() ? AlertState::Answered : AlertState::Expired, audienceOf(*alert)};
        group = std::move(draft);
    }
    m_space.write(std::move(group), [this, id = due.alert, claim](const Result<Kept> &kept) {
        if (kept)
            return;
        qCWarning(logServer) << "alert" << id.value << "could not go on:" << wireName(kept.error().code);
        m_ladder.postpone(id, m_space.clock().steadyNow() + m_space.limits().alertRetry);
    });
}

AlertLadder::Now AlertHandler::now() const
{
    return {m_space.clock().wallNow(), m_space.clock().steadyNow()};
}

void AlertHandler::onTime()
{
    for (const AlertLadder::Due &due : m_ladder.due(now()))
        act(due);
}

std::optional<SteadyTime> AlertHandler::nextDeadline() const
{
    const auto deadline = m_ladder.nextDeadline(now());
    if (!deadline)
        return std::nullopt;
    const SteadyTime present = m_space.clock().steadyNow();
    return std::clamp(*deadline, present, present + longestSleep);
}

} // namespace handbell::server
