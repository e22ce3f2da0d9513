// SPDX-License-Identifier: Apache-2.0
#include "client/LiveAlertManager.h"

#include "base/Failpoint.h"
#include "base/Log.h"
#include "protocol/GuardData.h"

#include <algorithm>
#include <chrono>

namespace handbell::client {

using protocol::AlertState;
using protocol::Importance;
using protocol::PresenceState;
using protocol::ReceiptState;

namespace {

//! How many of the member's own alerts are kept in sight.
constexpr size_t mostSent = 20;

//! Monotonic microseconds, the same for all programs of one machine.
qint64 microseconds()
{
    using namespace std::chrono;
    return duration_cast<std::chrono::microseconds>(steady_clock::now().time_since_epoch()).count();
}

void logMilestone(const char *what, const char *idName, qint64 id)
{
    qCInfo(logTiming).noquote().nospace()
        << "timing " << what << ' ' << idName << '=' << id << " us=" << microseconds();
}

protocol::Nonce freshNonce(Random &random)
{
    return {random.bytes(protocol::nonceBytes)};
}

} // namespace

LiveAlertManager::LiveAlertManager(const Parts &parts, QObject *parent)
    : AlertManager(parent)
    , m_parts(parts)
{
    connect(&m_parts.practice, &Practice::wasReset, this, &LiveAlertManager::onReset);
    connect(&m_parts.practice, &Practice::presenceChanged, this, [this] {
        const bool open =
            std::any_of(m_sent.begin(), m_sent.end(), [](const auto &alert) { return alert.isOpen(); });
        if (open)
            Q_EMIT outgoingChanged(); // "nobody online" may have come true, or stopped being true
    });
    connect(&m_parts.sync, &Sync::applied, this, &LiveAlertManager::onApplied);
    connect(&m_parts.sync, &Sync::receiptsArrived, this, &LiveAlertManager::onReceipts);
    connect(&m_parts.sync, &Sync::caughtUp, this, [this] {
        updateIncoming();
        tellIncoming();
    });
    connect(&m_parts.presence, &PresenceManager::stateChanged, this, &LiveAlertManager::updateIncoming);
    connect(&m_parts.presence, &PresenceManager::deskUseChanged, this, &LiveAlertManager::updateIncoming);
}

// --- Ringing ---

quint64 LiveAlertManager::raise(TemplateId alertTemplate, const protocol::Address &address,
                                const std::optional<guard::ScreenedText> &note)
{
    protocol::AlertRaise message;
    message.alertTemplate = alertTemplate;
    message.address = address;
    if (note && !note->text().trimmed().isEmpty()) {
        message.note = note->text();
        if (const auto &given = note->confirmation())
            message.confirmation = protocol::wireForm(*given);
    }
    return ring(std::move(message));
}

quint64 LiveAlertManager::raiseTest(TemplateId assistance, RoomId room)
{
    protocol::AlertRaise message;
    message.alertTemplate = assistance;
    message.address = protocol::Address::everyone();
    message.testRoom = room;
    return ring(std::move(message));
}

quint64 LiveAlertManager::ring(protocol::AlertRaise message)
{
    const quint64 localId = ++m_lastLocalId;
    logMilestone("raise", "local", static_cast<qint64>(localId));
    message.nonce = freshNonce(m_parts.random);
    const protocol::AlertTemplate *source = m_parts.practice.state().alertTemplate(message.alertTemplate);
    const bool plain = !source || message.testRoom;
    addSent(SentAlert::rung(localId, message, plain ? Importance::Routine : source->importance,
                            m_parts.clock.wallNow()));
    // The frame first; and nobody hears of a refusal before they know the localId.
    auto answered = m_parts.session.request(message);
    QMetaObject::invokeMethod(
        this,
        [this, localId, answered]() mutable {
            answered.then(this, [this, localId](const Result<protocol::ServerMessage> &answer) {
                onRaiseAnswered(localId, answer);
            });
        },
        Qt::QueuedConnection);
    Q_EMIT outgoingChanged();
    return localId;
}

void LiveAlertManager::onRaiseAnswered(quint64 localId, const Result<protocol::ServerMessage> &answer)
{
    SentAlert *alert = sentLocally(localId);
    if (!alert)
        return; // its member has left
    const auto *accepted = answer ? std::get_if<protocol::Accepted>(&*answer) : nullptr;
    if (accepted) {
        const AlertId id(accepted->seq.value);
        qCInfo(logTiming).noquote().nospace()
            << "timing accepted alert=" << id.value << " local=" << localId << " us=" << microseconds();
        SentAlert *credited = sent(id);
        if (credited == alert)
            return;
        if (credited && !alert->id().isValid())
            alert->takeOver(*credited); // an earlier one like it, which never got through
        else if (!alert->id().isValid())
            alert->setId(id);
        Q_EMIT outgoingChanged();
        return;
    }
    if (alert->id().isValid())
        return; // the line broke, but its event had come
    const Error error = answer ? Error{ErrorCode::UnexpectedMessage, {}} : answer.error();
    qCInfo(logClient) << "an alert was refused:" << wireName(error.code);
    alert->refuse(error);
    Q_EMIT outgoingChanged();
    Q_EMIT raiseRefused(localId, error);
}

QFuture<Result<void>> LiveAlertManager::request(const protocol::ClientMessage &message)
{
    return m_parts.session.request(message).then(
        this, [](const Result<protocol::ServerMessage> &answer) -> Result<void> {
            return answer ? Result<void>() : answer.error();
        });
}

QFuture<Result<void>> LiveAlertManager::answer(AlertId alert, protocol::Reply reply)
{
    logMilestone("answer", "alert", alert.value);
    return request(protocol::AlertReply{freshNonce(m_parts.random), alert, reply});
}

QFuture<Result<void>> LiveAlertManager::escalate(AlertId alert)
{
    return request(protocol::AlertEscalate{freshNonce(m_parts.random), alert});
}

QFuture<Result<void>> LiveAlertManager::cancel(AlertId alert)
{
    return request(protocol::AlertCancel{freshNonce(m_parts.random), alert});
}

std::vector<OutgoingAlert> LiveAlertManager::outgoing() const
{
    std::vector<OutgoingAlert> shown;
    shown.reserve(m_sent.size());
    for (const SentAlert &alert : m_sent)
        shown.push_back(alert.outgoing(m_parts.practice));
    return shown;
}

SentAlert *LiveAlertManager::sent(AlertId alert)
{
    const auto found = std::find_if(m_sent.begin(), m_sent.end(),
                                    [alert](const SentAlert &item) { return item.id() == alert; });
    return found == m_sent.end() ? nullptr : &*found;
}

SentAlert *LiveAlertManager::sentLocally(quint64 localId)
{
    const auto found = std::find_if(m_sent.begin(), m_sent.end(),
                                    [localId](const SentAlert &item) { return item.localId() == localId; });
    return found == m_sent.end() ? nullptr : &*found;
}

void LiveAlertManager::addSent(SentAlert alert)
{
    m_sent.push_front(std::move(alert));
    for (auto item = m_sent.end(); m_sent.size() > mostSent && item != m_sent.begin();) {
        --item;
        if (!item->isOpen())
            item = m_sent.erase(item);
    }
}

// --- What the record says ---

void LiveAlertManager::onReset()
{
    if (m_self != m_parts.practice.self()) {
        m_self = m_parts.practice.self();
        m_sent.clear();
        m_told.clear();
    }
    const protocol::PracticeState &state = m_parts.practice.state();
    for (SentAlert &alert : m_sent) {
        if (alert.id().isValid() && alert.isOpen() && !state.alert(alert.id()))
            alert.onClosed(AlertState::Expired, m_parts.clock.wallNow());
    }
    for (const auto &[id, alert] : state.alerts) {
        if (alert.sender == m_self && !sent(id))
            addSent(SentAlert::found(++m_lastLocalId, alert, state.alertTemplate(alert.alertTemplate)));
    }
    updateIncoming();
    Q_EMIT outgoingChanged();
}

void LiveAlertManager::onApplied(const protocol::Event &event)
{
    if (const auto *raised = std::get_if<protocol::AlertRaised>(&event.payload)) {
        if (event.actor == m_self)
            takeRaised(event, *raised);
    } else if (const auto *answered = std::get_if<protocol::AlertAnswered>(&event.payload)) {
        if (SentAlert *own = sent(answered->alert))
            own->onAnswered(*answered, event);
        if (!m_parts.practice.state().alert(answered->alert))
            endIncoming({answered->alert, AlertState::Answered,
                         protocol::AlertAnswer{event.actor, event.workstation, answered->reply, event.at}});
    } else if (const auto *escalated = std::get_if<protocol::AlertEscalated>(&event.payload)) {
        if (SentAlert *own = sent(escalated->alert))
            own->onEscalated(*escalated, event.at);
    } else if (const auto *closed = std::get_if<protocol::AlertClosed>(&event.payload)) {
        if (SentAlert *own = sent(closed->alert))
            own->onClosed(closed->outcome, event.at);
        endIncoming({closed->alert, closed->outcome, std::nullopt});
    } else {
        return;
    }
    updateIncoming();
    Q_EMIT outgoingChanged();
}

void LiveAlertManager::takeRaised(const protocol::Event &event, const protocol::AlertRaised &raised)
{
    const AlertId id(event.seq.value);
    const protocol::Alert *alert = m_parts.practice.state().alert(id);
    if (!alert)
        return;
    SentAlert *own = sent(id);
    if (!own && event.workstation == m_parts.session.workstation()) {
        // The oldest that waits: requests are answered in their order.
        const auto waiting = std::find_if(m_sent.rbegin(), m_sent.rend(), [&](const SentAlert &item) {
            return item.mayBe(raised, event.text);
        });
        if (waiting != m_sent.rend())
            own = &*waiting;
    }
    if (!own) {
        addSent(SentAlert::found(++m_lastLocalId, *alert, nullptr));
        return;
    }
    own->onRaised(*alert);
    qCInfo(logTiming).noquote().nospace()
        << "timing recorded alert=" << id.value << " local=" << own->localId() << " us=" << microseconds();
}

void LiveAlertManager::onReceipts(const std::vector<protocol::Receipt> &receipts)
{
    bool news = false;
    for (const protocol::Receipt &receipt : receipts) {
        if (SentAlert *own = sent(AlertId(receipt.event.value)))
            news = own->onReceipt(receipt) || news;
    }
    if (news)
        Q_EMIT outgoingChanged();
}

// --- Incoming ---

CardForm LiveAlertManager::formOf(const protocol::Alert &alert) const
{
    // product.md, consulting-room rules 2 and 3, and the tray conventions for a locked or presented screen
    const DeskUse desk = m_parts.presence.deskUse();
    const bool consulting = m_parts.presence.state() == PresenceState::InConsultation;
    if (!consulting && !desk.presented && !desk.locked)
        return CardForm::Open;
    if (alert.importance == Importance::Routine)
        return CardForm::Held;
    return !consulting && alert.importance == Importance::Urgent ? CardForm::Open : CardForm::Hidden;
}

//! What has changed about the alerts in sight. New ones come into sight when all is applied that is known to
//! have happened: a card that was over before the line came back would be one for nothing.
void LiveAlertManager::updateIncoming()
{
    std::vector<IncomingAlert> now;
    for (const auto &[id, alert] : m_parts.practice.state().alerts) {
        if (!alert.isFor(m_self) || !m_self.isValid())
            continue;
        IncomingAlert incoming{alert, formOf(alert), false, false};
        for (const protocol::AlertAnswer &answer : alert.answers) {
            const bool passed = answer.reply == protocol::Reply::PassOn;
            incoming.answeredPassOn |= answer.by == m_self && passed;
            incoming.comes |= answer.by == m_self && !passed;
        }
        const bool fresh = std::none_of(m_incoming.begin(), m_incoming.end(),
                                        [id = id](const IncomingAlert &item) { return item.alert.id == id; });
        if (fresh && !m_parts.sync.isCaughtUp())
            continue;
        if (fresh)
            logMilestone("arrived", "alert", id.value);
        now.push_back(std::move(incoming));
    }
    if (now == m_incoming)
        return;
    m_incoming = std::move(now);
    std::erase_if(m_told, [this](const auto &told) {
        return std::none_of(m_incoming.begin(), m_incoming.end(),
                            [&](const IncomingAlert &item) { return item.alert.id == told.first; });
    });
    Q_EMIT incomingChanged();
    if (m_parts.sync.isFollowing())
        tellIncoming();
}

//! Delivered, or held; "shown" is the card's to say.
void LiveAlertManager::tellIncoming()
{
    for (const IncomingAlert &incoming : m_incoming) {
        if (!incoming.answeredPassOn)
            tell(incoming.alert.id,
                 incoming.form == CardForm::Held ? ReceiptState::Held : ReceiptState::Delivered);
    }
}

void LiveAlertManager::tell(AlertId alert, ReceiptState state)
{
    const auto [told, fresh] = m_told.try_emplace(alert, state);
    if (!fresh && told->second >= state)
        return;
    told->second = state;
    m_parts.receipts.send(state, Seq(alert.value));
}

void LiveAlertManager::markShown(AlertId alert)
{
    logMilestone("shown", "alert", alert.value);
    const bool open = std::any_of(m_incoming.begin(), m_incoming.end(),
                                  [alert](const IncomingAlert &item) { return item.alert.id == alert; });
    passFailpoint("card-shown");
    if (open)
        tell(alert, ReceiptState::Shown);
}

void LiveAlertManager::endIncoming(const AlertEnding &ending)
{
    const bool known = std::any_of(m_incoming.begin(), m_incoming.end(),
                                   [&](const IncomingAlert &item) { return item.alert.id == ending.alert; });
    if (!known)
        return;
    updateIncoming();
    Q_EMIT incomingEnded(ending);
}

} // namespace handbell::client
