// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/AlertWords.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace handbell::ui {

using client::LadderStep;
using protocol::AddressKind;
using protocol::AlertState;
using protocol::Importance;
using protocol::PresenceState;
using protocol::Reply;

namespace {

QDateTime local(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

} // namespace

AlertWords::AlertWords(const client::Practice &practice)
    : m_practice(practice)
{
}

QString AlertWords::importance(Importance importance)
{
    switch (importance) {
    case Importance::Routine:
        return tr("Routine");
    case Importance::Important:
        return tr("Important");
    case Importance::Urgent:
        return tr("Urgent");
    }
    return {};
}

Icon AlertWords::importanceIcon(Importance importance)
{
    switch (importance) {
    case Importance::Routine:
        return Icon::Routine;
    case Importance::Important:
        return Icon::Important;
    case Importance::Urgent:
        return Icon::Urgent;
    }
    return Icon::Routine;
}

Token AlertWords::importanceToken(Importance importance)
{
    switch (importance) {
    case Importance::Routine:
        return Token::Routine;
    case Importance::Important:
        return Token::Important;
    case Importance::Urgent:
        return Token::Urgent;
    }
    return Token::Routine;
}

QString AlertWords::reply(Reply reply)
{
    switch (reply) {
    case Reply::Coming:
        return tr("Coming");
    case Reply::TwoMinutes:
        return tr("2 minutes");
    case Reply::PassOn:
        return tr("Can't, pass on");
    case Reply::Done:
        return tr("Done");
    }
    return {};
}

QString AlertWords::replyDescription(Reply reply)
{
    switch (reply) {
    case Reply::Coming:
        return tr("Tells the sender that you are on your way");
    case Reply::TwoMinutes:
        return tr("Tells the sender that you come in about two minutes");
    case Reply::PassOn:
        return tr("You can't: the alert stays open for others and goes on to the next in line");
    case Reply::Done:
        return tr("Tells the sender that it is dealt with");
    }
    return {};
}

int AlertWords::replyKey(Reply reply)
{
    switch (reply) {
    case Reply::Coming:
        return 1;
    case Reply::TwoMinutes:
        return 2;
    case Reply::PassOn:
        return 3;
    case Reply::Done:
        return 4;
    }
    return 0;
}

QString AlertWords::presence(PresenceState state)
{
    switch (state) {
    case PresenceState::Available:
        return tr("available");
    case PresenceState::InConsultation:
        return tr("in consultation");
    case PresenceState::Busy:
        return tr("busy");
    case PresenceState::Away:
        return tr("away");
    case PresenceState::OnBreak:
        return tr("on break");
    case PresenceState::Offline:
        return tr("not signed in");
    }
    return {};
}

Icon AlertWords::presenceIcon(PresenceState state)
{
    switch (state) {
    case PresenceState::Available:
        return Icon::Available;
    case PresenceState::InConsultation:
        return Icon::Consultation;
    case PresenceState::Busy:
        return Icon::Busy;
    case PresenceState::Away:
        return Icon::Away;
    case PresenceState::OnBreak:
        return Icon::OnBreak;
    case PresenceState::Offline:
        return Icon::Offline;
    }
    return Icon::Offline;
}

Token AlertWords::presenceToken(PresenceState state)
{
    switch (state) {
    case PresenceState::Available:
        return Token::Available;
    case PresenceState::InConsultation:
        return Token::Consult;
    case PresenceState::Busy:
        return Token::Busy;
    case PresenceState::Away:
        return Token::Away;
    case PresenceState::OnBreak:
        return Token::Break;
    case PresenceState::Offline:
        return Token::Offline;
    }
    return Token::Offline;
}

QString AlertWords::failure(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unreachable:
    case ErrorCode::ServerStopping:
        return tr("Not sent: there is no connection. If you need someone now, use the phone.");
    case ErrorCode::NobodyReachable:
        return tr("Not sent: there is nobody to send it to.");
    case ErrorCode::AlertClosed:
        return tr("Too late: this alert has ended.");
    case ErrorCode::RateLimited:
    case ErrorCode::ServerBusy:
        return tr("Not sent: too much at once. Try again.");
    case ErrorCode::StorageUnavailable:
        return tr(
            "Not sent: the server cannot write its record. Tell the practice manager, and use the phone.");
    case ErrorCode::GuardConfirmationRequired:
        return tr("Not sent: the note may identify a patient. Ring without it, or confirm it.");
    case ErrorCode::Forbidden:
    case ErrorCode::TokenRevoked:
    case ErrorCode::Unauthenticated:
        return tr("Not sent: this workstation is signed out. Sign in again.");
    default:
        return tr("Not sent. If you need someone now, use the phone.");
    }
}

QString AlertWords::targetName(AddressKind kind, const QString &name)
{
    switch (kind) {
    case AddressKind::Everyone:
        return tr("Everyone");
    case AddressKind::Role:
        return tr("Any %1", "any nurse, any GP").arg(roleInSentence(name));
    case AddressKind::Group:
        return tr("%1 (group)").arg(name);
    case AddressKind::Person:
    case AddressKind::Room:
        break;
    }
    return name;
}

QString AlertWords::targetState(AddressKind kind, const QString &person, std::optional<PresenceState> state,
                                int reachNow)
{
    if (state) {
        const QString words = *state == PresenceState::InConsultation
                                  ? tr("in consultation: routine alerts wait")
                                  : presence(*state);
        return person.isEmpty() ? words : tr("%1, %2", "person, state").arg(person, words);
    }
    if (kind == AddressKind::Room && reachNow == 0)
        return tr("nobody is signed in there");
    return reachNow == 0 ? tr("nobody can see this now") : tr("%n can see this now", nullptr, reachNow);
}

QString AlertWords::duration(std::chrono::milliseconds span)
{
    const auto seconds = qMax<qint64>(0, std::chrono::floor<std::chrono::seconds>(span).count());
    if (seconds < 60)
        return tr("%1 s", "seconds").arg(seconds);
    if (seconds % 60 == 0)
        return tr("%1 min", "minutes").arg(seconds / 60);
    return tr("%1 min %2 s", "minutes and seconds").arg(seconds / 60).arg(seconds % 60);
}

QString AlertWords::timeLeft(std::chrono::milliseconds span)
{
    const auto seconds = qMax<qint64>(0, std::chrono::ceil<std::chrono::seconds>(span).count());
    if (seconds < 60)
        return tr("%1 s left", "seconds").arg(seconds);
    return tr("%1 min left", "minutes").arg((seconds + 59) / 60);
}

QString AlertWords::timeOfDay(WallTime at)
{
    return QLocale().toString(local(at).time(), u"HH:mm"_s);
}

QString AlertWords::exactTime(WallTime at)
{
    return QLocale().toString(local(at).time(), u"HH:mm:ss"_s);
}

QString AlertWords::person(MemberId member) const
{
    if (member == m_practice.self())
        return tr("You");
    const protocol::Member *found = m_practice.state().member(member);
    return found ? found->name : tr("Somebody");
}

QString AlertWords::people(const std::vector<MemberId> &members) const
{
    if (members.empty())
        return tr("Nobody");
    if (members.size() == 1)
        return person(members.front());
    if (members.size() == 2)
        return tr("%1 and %2").arg(person(members[0]), person(members[1]));
    return tr("%1 and %n other(s)", nullptr, int(members.size()) - 1).arg(person(members.front()));
}

QString AlertWords::whereabouts(MemberId member) const
{
    const protocol::Member *found = m_practice.state().member(member);
    const protocol::Room *room = m_practice.roomOf(member);
    QStringList parts{found && !found->role.isEmpty()
                          ? tr("%1, %2", "name, job role").arg(found->name, roleInSentence(found->role))
                          : person(member)};
    if (room)
        parts << room->name;
    parts << presence(m_practice.presence(member).state);
    return parts.join(tr(" · ", "between two short statements"));
}

QString AlertWords::addressName(const protocol::Address &address) const
{
    const protocol::PracticeState &state = m_practice.state();
    switch (address.kind) {
    case AddressKind::Person:
        return person(MemberId{address.id});
    case AddressKind::Role:
        return address.role;
    case AddressKind::Room: {
        const protocol::Room *room = state.room(RoomId{address.id});
        return room ? room->name : tr("A room");
    }
    case AddressKind::Group: {
        const protocol::Conversation *group = state.conversation(ConversationId{address.id});
        return group ? tr("%1 (group)").arg(group->name) : tr("A group");
    }
    case AddressKind::Everyone:
        break;
    }
    return {};
}

QString AlertWords::address(const protocol::Address &address) const
{
    const bool named = address.kind == AddressKind::Everyone || address.kind == AddressKind::Role;
    return named ? targetName(address.kind, address.role) : addressName(address);
}

QString AlertWords::addressInSentence(const protocol::Address &address) const
{
    if (address.kind == AddressKind::Everyone)
        return tr("everyone");
    if (address.kind == AddressKind::Role)
        return tr("any %1", "any nurse, any GP").arg(roleInSentence(address.role));
    return addressName(address);
}

QString AlertWords::roleInSentence(const QString &role)
{
    // "Nurse" becomes "nurse"; "GP" and "HCA" stay.
    const bool abbreviation = role.size() > 1 && role.at(1).isUpper();
    return abbreviation || role.isEmpty() ? role : role.at(0).toLower() + role.sliced(1);
}

QString AlertWords::sender(const protocol::Alert &alert) const
{
    const protocol::Member *member = m_practice.state().member(alert.sender);
    const protocol::Room *room = m_practice.state().roomOf(alert.senderWorkstation);
    const QString who = member
                            ? tr("%1, %2", "name, job role").arg(member->name, roleInSentence(member->role))
                            : tr("Somebody");
    return room ? tr("%1 · %2", "person · room").arg(who, room->name) : who;
}

QString AlertWords::discreetSender(const protocol::Alert &alert) const
{
    const protocol::Member *member = m_practice.state().member(alert.sender);
    const protocol::Room *room = m_practice.state().roomOf(alert.senderWorkstation);
    const QString who = member ? member->role : tr("Somebody");
    return room ? tr("%1 · %2", "job role · room").arg(who, room->name) : who;
}

QString AlertWords::place(const protocol::Alert &alert) const
{
    const protocol::Room *room = m_practice.state().roomOf(alert.senderWorkstation);
    return room ? room->name : person(alert.sender);
}

QString AlertWords::templateText(TemplateId alertTemplate) const
{
    const protocol::AlertTemplate *found = m_practice.state().alertTemplate(alertTemplate);
    return found ? templateText(*found) : tr("Alert");
}

QString AlertWords::templateText(const protocol::AlertTemplate &alertTemplate) const
{
    const bool welsh = QLocale().language() == QLocale::Welsh;
    return welsh && !alertTemplate.textCy.isEmpty() ? alertTemplate.textCy : alertTemplate.textEn;
}

QString AlertWords::text(const protocol::Alert &alert) const
{
    const QString coded = templateText(alert.alertTemplate);
    if (alert.testRoom)
        return tr("Test: %1. Nobody needs to come; press Done.", "alert text").arg(coded);
    if (!alert.note || alert.note->isEmpty())
        return coded;
    if (coded.endsWith(u'…') || coded.endsWith(u':') || coded.endsWith(u'?'))
        return tr("%1 %2", "template that asks for more, note").arg(coded, *alert.note);
    return tr("%1: %2", "template: note").arg(coded, *alert.note);
}

QString AlertWords::digestLine(const protocol::Alert &alert) const
{
    return tr("%1 · %2", "alert text, room or person").arg(text(alert), place(alert));
}

QString AlertWords::answer(MemberId by, Reply reply) const
{
    if (by == m_practice.self()) {
        switch (reply) {
        case Reply::Coming:
            return tr("You are coming");
        case Reply::TwoMinutes:
            return tr("You are coming in 2 minutes");
        case Reply::PassOn:
            return tr("You can't, passed on");
        case Reply::Done:
            return tr("You have done it");
        }
    }
    switch (reply) {
    case Reply::Coming:
        return tr("%1 is coming").arg(person(by));
    case Reply::TwoMinutes:
        return tr("%1 is coming in 2 minutes").arg(person(by));
    case Reply::PassOn:
        return tr("%1 can't, passed on").arg(person(by));
    case Reply::Done:
        return tr("%1 has done it").arg(person(by));
    }
    return {};
}

QString AlertWords::state(AlertState state)
{
    switch (state) {
    case AlertState::Open:
        return tr("Open");
    case AlertState::Answered:
        return tr("Answered");
    case AlertState::Expired:
        return tr("Ran out");
    case AlertState::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QString AlertWords::ending(const client::AlertEnding &ending, const protocol::Alert &alert) const
{
    if (ending.state == AlertState::Answered && ending.answer) {
        const QString who = answer(ending.answer->by, ending.answer->reply);
        const QString after = duration(ending.answer->at - alert.raisedAt);
        const protocol::Room *room = m_practice.state().roomOf(ending.answer->from);
        // Where oneself is one knows.
        if (!room || ending.answer->by == m_practice.self())
            return tr("%1, after %2", "Lin Chen is coming, after 14 s").arg(who, after);
        return tr("%1, from %2 after %3", "Lin Chen is coming, from Consulting room 6 after 14 s")
            .arg(who, room->name, after);
    }
    switch (ending.state) {
    case AlertState::Answered:
        return alert.hasComers() ? tr("%1 says that it is over").arg(person(alert.sender))
                                 : tr("Somebody answered");
    case AlertState::Expired:
        return tr("Nobody answered in time");
    case AlertState::Cancelled:
        return tr("%1 no longer needs it").arg(person(alert.sender));
    case AlertState::Open:
        break;
    }
    return {};
}

QString AlertWords::company(const protocol::Alert &alert) const
{
    QStringList parts;
    for (const protocol::AlertAnswer &given : alert.answers)
        parts.append(answer(given.by, given.reply));
    const auto isOther = [&](MemberId member) {
        return member != m_practice.self() && member != alert.sender;
    };
    const auto others = int(std::count_if(alert.targets.begin(), alert.targets.end(), isOther));
    if (others > 0)
        parts.append(tr("sent to %n other(s) too", nullptr, others));
    return parts.join(tr(" · ", "between two short statements"));
}

QString AlertWords::step(const LadderStep &step, const client::OutgoingAlert &alert, WallTime now) const
{
    switch (step.kind) {
    case LadderStep::Kind::Sent:
        return tr("Sent %1").arg(exactTime(step.at));
    case LadderStep::Kind::Delivered:
        return step.members.size() == 1
                   ? tr("Reached %1 %2", "person, time").arg(person(step.members.front()), exactTime(step.at))
                   : tr("Reached %n workstation(s) %1", nullptr, int(step.members.size()))
                         .arg(exactTime(step.at));
    case LadderStep::Kind::Held:
        return tr("Held for %1: in consultation, shows when free").arg(people(step.members));
    case LadderStep::Kind::Shown:
        return tr("On screen: %1 %2", "people, time").arg(people(step.members), exactTime(step.at));
    case LadderStep::Kind::PassedOn:
        return tr("%1 can't, passed on %2", "people, time").arg(people(step.members), exactTime(step.at));
    case LadderStep::Kind::Escalated:
        return step.address ? tr("Went on to %1 %2", "address, time")
                                  .arg(addressInSentence(*step.address), exactTime(step.at))
                            : tr("Went on %1", "time").arg(exactTime(step.at));
    case LadderStep::Kind::Coming:
        return tr("%1, %2", "“Lin Chen is coming”, time")
            .arg(answer(step.members.empty() ? MemberId() : step.members.front(),
                        step.reply.value_or(Reply::Coming)),
                 exactTime(step.at));
    case LadderStep::Kind::Answered: {
        if (step.members.empty())
            return tr("Over %1", "time").arg(exactTime(step.at));
        const QString what = reply(step.reply.value_or(Reply::Coming));
        const auto raised = std::find_if(alert.steps.begin(), alert.steps.end(), [](const LadderStep &other) {
            return other.kind == LadderStep::Kind::Sent;
        });
        if (raised == alert.steps.end())
            return tr("“%1” by %2", "reply, person").arg(what, people(step.members));
        return tr("“%1” by %2 in %3", "reply, person, duration")
            .arg(what, people(step.members), duration(step.at - raised->at));
    }
    case LadderStep::Kind::Expired:
        return tr("Nobody answered in time");
    case LadderStep::Kind::Cancelled:
        return tr("Cancelled %1", "time").arg(exactTime(step.at));
    case LadderStep::Kind::NobodyOnline:
        return tr("Nobody is signed in who can see this: use the phone");
    case LadderStep::Kind::Next: {
        const auto left = std::chrono::ceil<std::chrono::seconds>(step.at - now);
        const QString next = step.address ? addressInSentence(*step.address) : tr("the next in line");
        return left <= 0s ? tr("Next: %1, now").arg(next) : tr("Next: %1, in %2").arg(next, duration(left));
    }
    }
    return {};
}

Icon AlertWords::stepIcon(LadderStep::Kind kind)
{
    switch (kind) {
    case LadderStep::Kind::Sent:
        return Icon::Tick;
    case LadderStep::Kind::Delivered:
        return Icon::DoubleTick;
    case LadderStep::Kind::Shown:
        return Icon::Eye;
    case LadderStep::Kind::Held:
        return Icon::Held;
    case LadderStep::Kind::PassedOn:
    case LadderStep::Kind::Escalated:
        return Icon::Escalate;
    case LadderStep::Kind::Coming:
    case LadderStep::Kind::Answered:
        return Icon::Available;
    case LadderStep::Kind::Expired:
    case LadderStep::Kind::NobodyOnline:
        return Icon::NotConnected;
    case LadderStep::Kind::Cancelled:
        return Icon::Close;
    case LadderStep::Kind::Next:
        return Icon::Pending;
    }
    return Icon::Pending;
}

Token AlertWords::stepToken(LadderStep::Kind kind)
{
    switch (kind) {
    case LadderStep::Kind::Held:
        return Token::Consult;
    case LadderStep::Kind::Coming:
    case LadderStep::Kind::Answered:
        return Token::Available;
    case LadderStep::Kind::Expired:
    case LadderStep::Kind::NobodyOnline:
        return Token::Urgent;
    case LadderStep::Kind::Next:
    case LadderStep::Kind::Cancelled:
        return Token::Muted;
    default:
        return Token::Text;
    }
}

QString AlertWords::escalation(const protocol::AlertTemplate &alertTemplate) const
{
    if (alertTemplate.escalation.empty())
        return {};
    const protocol::EscalationStep &first = alertTemplate.escalation.front();
    return tr("If unanswered in %1: %2.", "duration, address")
        .arg(duration(std::chrono::seconds(first.afterSeconds)), addressInSentence(first.to));
}

int AlertWords::reachNow(const protocol::Address &address) const
{
    const std::vector<MemberId> members = m_practice.resolve(address);
    return int(std::count_if(members.begin(), members.end(), [&](MemberId member) {
        return m_practice.presence(member).state != PresenceState::Offline;
    }));
}

std::optional<protocol::Address> AlertWords::alternative(const protocol::AlertTemplate &alertTemplate,
                                                         const protocol::Address &address) const
{
    std::vector<protocol::Address> candidates;
    for (const protocol::EscalationStep &step : alertTemplate.escalation)
        candidates.push_back(step.to);
    candidates.push_back(protocol::Address::everyone());
    for (const protocol::Address &candidate : candidates) {
        if (candidate != address && reachNow(candidate) > 0)
            return candidate;
    }
    return {};
}

QString AlertWords::prospect(const protocol::AlertTemplate &alertTemplate, const protocol::Address &address,
                             const Reach &reach) const
{
    QString now;
    if (reach.now == 0) {
        const auto other = alternative(alertTemplate, address);
        now =
            other
                ? tr("Nobody can see this now: try %1.", "any nurse, everyone").arg(addressInSentence(*other))
                : tr("Nobody can see this now: use the phone.");
    } else if (alertTemplate.importance == Importance::Urgent) {
        now = tr("Shows at once, with sound, to %n people.", nullptr, reach.now);
    } else if (reach.state == PresenceState::InConsultation) {
        now = alertTemplate.importance == Importance::Routine
                  ? tr("Held: in consultation, routine alerts wait.")
                  : tr("Shows quietly, text hidden: in consultation.");
    } else {
        now = tr("%n people can see this now.", nullptr, reach.now);
    }
    const QString next = escalation(alertTemplate);
    return next.isEmpty() ? now : tr("%1 %2", "two sentences").arg(now, next);
}

QString AlertWords::ladderTitle(const client::OutgoingAlert &alert) const
{
    const QString what = templateText(alert.alertTemplate);
    return tr("%1 → %2", "alert text → address")
        .arg(alert.testRoom ? tr("Test: %1", "alert text").arg(what) : what, address(alert.address));
}

} // namespace handbell::ui
