// SPDX-License-Identifier: Apache-2.0
#include "LadderWorld.h"

#include <QJsonDocument>

#include <algorithm>

namespace handbell::testing {

using namespace protocol;
using namespace std::chrono_literals;
using client::LadderStep;
using client::OutgoingAlert;

namespace {

QString textOf(const Alert &alert)
{
    return QString::fromUtf8(QJsonDocument(toJson(alert)).toJson(QJsonDocument::Compact));
}

QString numbers(const std::set<AlertId> &alerts)
{
    QStringList words;
    for (const AlertId alert : alerts)
        words << QString::number(alert.value);
    return words.isEmpty() ? QStringLiteral("none") : words.join(u' ');
}

} // namespace

// --- What must be so ---

void LadderWorld::check()
{
    complain(m_record.complaint());
    std::map<std::pair<AlertId, MemberId>, SteadyTime> shown;
    for (LadderDesk &desk : m_desks) {
        complain(desk.complaint());
        for (const AlertId alert : desk.takeAsked()) {
            ++m_cards;
            if (m_over.contains(alert))
                complain(QStringLiteral("a card is put up for alert %1, which is over").arg(alert.value));
            const auto story = m_record.stories().find(alert);
            if (story != m_record.stories().end() && story->second.raised.importance == Importance::Routine &&
                !m_presenceChosen && desk.client().presence().state() == PresenceState::InConsultation)
                complain(QStringLiteral("routine alert %1 is put up in a consultation").arg(alert.value));
        }
        const MemberId member = m_up ? desk.follower() : MemberId{};
        if (!member.isValid())
            continue;
        checkIncoming(desk, member);
        checkOutgoing(desk, member);
        for (const AlertId card : desk.cards()) {
            const auto before = m_shownSince.find({card, member});
            shown[{card, member}] = before == m_shownSince.end() ? m_kit->clock.steadyNow() : before->second;
        }
    }
    m_shownSince = std::move(shown);
    checkShown();
    m_presenceChosen = false;
    for (const auto &[id, story] : m_record.stories()) {
        if (story.state != AlertState::Open)
            m_over.insert(id);
    }
}

void LadderWorld::checkIncoming(LadderDesk &desk, MemberId member)
{
    std::set<AlertId> expected, wanted, found;
    const bool consulting = desk.client().presence().state() == PresenceState::InConsultation;
    for (const auto &[id, alert] : m_kit->hub().state().alerts) {
        if (!alert.isFor(member))
            continue;
        expected.insert(id);
        const bool held = consulting && alert.importance == Importance::Routine;
        const bool passedOn =
            std::any_of(alert.answers.begin(), alert.answers.end(), [&](const AlertAnswer &given) {
                return given.by == member && given.reply == Reply::PassOn;
            });
        if (!held && !passedOn)
            wanted.insert(id);
    }
    for (const client::IncomingAlert &item : desk.client().alerts().incoming()) {
        found.insert(item.alert.id);
        const Alert *alert = m_kit->hub().state().alert(item.alert.id);
        if (alert && *alert != item.alert)
            complain(QStringLiteral("member %1 sees alert %2 as %3, not %4")
                         .arg(member.value)
                         .arg(alert->id.value)
                         .arg(textOf(item.alert), textOf(*alert)));
    }
    if (found != expected)
        complain(QStringLiteral("member %1 has incoming %2, not %3")
                     .arg(member.value)
                     .arg(numbers(found), numbers(expected)));
    if (desk.cards() != wanted)
        complain(QStringLiteral("member %1 has cards %2, not %3")
                     .arg(member.value)
                     .arg(numbers(desk.cards()), numbers(wanted)));
}

void LadderWorld::checkOutgoing(LadderDesk &desk, MemberId member)
{
    std::set<AlertId> expected, found;
    for (const auto &[id, alert] : m_kit->hub().state().alerts) {
        if (alert.sender == member)
            expected.insert(id);
    }
    for (const OutgoingAlert &own : desk.client().alerts().outgoing()) {
        if (own.state != AlertState::Open || own.refusal)
            continue;
        if (!own.alert.isValid())
            complain(QStringLiteral("member %1 rang and was neither refused nor heard").arg(member.value));
        found.insert(own.alert);
    }
    if (found != expected)
        complain(QStringLiteral("member %1 has open ladders %2, not %3")
                     .arg(member.value)
                     .arg(numbers(found), numbers(expected)));
}

//! A card that has been up for a while on a workstation with a line was reported to the sender.
void LadderWorld::checkShown()
{
    if (!m_up)
        return;
    for (const auto &[card, since] : m_shownSince) {
        if (m_kit->clock.steadyNow() - since < 100ms)
            continue;
        const auto receipts = m_kit->record().receipts().of(Seq(card.first.value));
        const bool told =
            receipts && std::any_of(receipts->begin(), receipts->end(), [&](const Receipt &one) {
                return one.member == card.second && one.state == ReceiptState::Shown;
            });
        if (!told)
            complain(QStringLiteral("alert %1 is shown to member %2 and its sender is not told")
                         .arg(card.first.value)
                         .arg(card.second.value));
    }
}

void LadderWorld::finish()
{
    settle();
    check();
    start();
    for (LadderDesk &desk : m_desks)
        desk.mend();
    settle();
    check();
    wait(longestLife + 5s);
    settle();
    check();
    m_record.checkEnd();
    complain(m_record.complaint());
    for (const auto &[id, story] : m_record.stories()) {
        if (story.state == AlertState::Open)
            complain(QStringLiteral("alert %1 has no final state").arg(id.value));
    }
    for (LadderDesk &desk : m_desks) {
        if (!desk.cards().empty())
            complain(QStringLiteral("a card of alert %1 stays for ever").arg(desk.cards().begin()->value));
    }
    checkLadders();
    checkReplay();
}

void LadderWorld::checkLadders()
{
    for (int number = 0; number < deskCount; ++number) {
        LadderDesk &desk = m_desks.at(static_cast<size_t>(number));
        const MemberId member = desk.follower();
        if (!member.isValid())
            continue;
        const auto outgoing = desk.client().alerts().outgoing();
        std::set<AlertId> seen;
        for (const OutgoingAlert &own : outgoing) {
            if (own.refusal)
                continue;
            const auto story = m_record.stories().find(own.alert);
            if (story == m_record.stories().end() || story->second.sender != member)
                complain(QStringLiteral("the ladder of member %1 shows alert %2, which they never rang")
                             .arg(member.value)
                             .arg(own.alert.value));
            else if (!seen.insert(own.alert).second)
                complain(QStringLiteral("alert %1 has two ladders").arg(own.alert.value));
            else
                checkLadder(own, story->second);
        }
        for (const Ring &ring : m_rings) {
            const bool known = std::any_of(outgoing.begin(), outgoing.end(), [&](const OutgoingAlert &own) {
                return own.localId == ring.localId;
            });
            if (ring.desk == number && ring.life == desk.life() && !known && outgoing.size() < 20)
                complain(QStringLiteral("ring %1 of member %2 is lost").arg(ring.localId).arg(member.value));
        }
    }
}

void LadderWorld::checkLadder(const OutgoingAlert &shown, const LadderRecord::Story &story)
{
    std::vector<MemberId> passedOn, seenBy, answeredBy, comers;
    std::vector<std::optional<Address>> escalated;
    for (const LadderStep &step : shown.steps) {
        if (step.kind == LadderStep::Kind::PassedOn)
            passedOn.insert(passedOn.end(), step.members.begin(), step.members.end());
        else if (step.kind == LadderStep::Kind::Coming)
            comers.insert(comers.end(), step.members.begin(), step.members.end());
        else if (step.kind == LadderStep::Kind::Escalated)
            escalated.push_back(step.address);
        else if (step.kind == LadderStep::Kind::Shown)
            seenBy.insert(seenBy.end(), step.members.begin(), step.members.end());
        else if (step.kind == LadderStep::Kind::Answered)
            answeredBy = step.members;
    }
    const auto wrong = [&](const char *what) {
        complain(QStringLiteral("the ladder of alert %1 and the record disagree about %2")
                     .arg(shown.alert.value)
                     .arg(QLatin1String(what)));
    };
    if (shown.state != story.state)
        wrong("how it ended");
    if (answeredBy != (story.answer ? std::vector{story.answer->by} : std::vector<MemberId>{}))
        wrong("who answered");
    if (comers != story.comers)
        wrong("who comes");
    if (passedOn != story.passedOnBy)
        wrong("who passed it on");
    if (escalated != std::vector<std::optional<Address>>(story.escalatedTo.begin(), story.escalatedTo.end()))
        wrong("where it went");
    std::vector<MemberId> told;
    if (const auto receipts = m_kit->record().receipts().of(Seq(shown.alert.value))) {
        for (const Receipt &receipt : *receipts) {
            if (receipt.state == ReceiptState::Shown)
                told.push_back(receipt.member);
        }
    }
    std::sort(told.begin(), told.end());
    std::sort(seenBy.begin(), seenBy.end());
    if (seenBy != told)
        wrong("who saw it");
}

//! The record alone, read again from its first event, makes the state that everybody has.
void LadderWorld::checkReplay()
{
    PracticeState replayed;
    Seq from;
    for (;;) {
        const auto events = m_kit->record().eventsAfter(from, 500);
        if (!events || events->empty())
            break;
        for (const Event &event : *events) {
            if (!replayed.apply(event))
                complain(QStringLiteral("event %1 does not fit when replayed").arg(event.seq.value));
            from = event.seq;
        }
    }
    const PracticeState &state = m_kit->hub().state();
    if (replayed != state)
        complain(QStringLiteral("the record replayed gives another state than the server's"));
    const auto loaded = m_kit->record().loadState();
    if (!loaded || *loaded != state)
        complain(QStringLiteral("the projections are another state than the server's"));
    for (LadderDesk &desk : m_desks) {
        const MemberId member = desk.follower();
        if (!member.isValid())
            continue;
        PracticeState view = viewFor(state, member);
        view.seq = desk.client().practice().state().seq;
        if (view != desk.client().practice().state())
            complain(QStringLiteral("member %1 sees another state than the server's").arg(member.value));
    }
}

} // namespace handbell::testing
