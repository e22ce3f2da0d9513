// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/AlertCardStack.h"

#include "base/Log.h"
#include "client/Futures.h"
#include "ui/alerts/CardDesktop.h"
#include "ui/alerts/ConsultationCheckCard.h"
#include "ui/alerts/DigestCard.h"
#include "ui/alerts/MoreCard.h"
#include "ui/alerts/NotConnectedCard.h"
#include "ui/alerts/ReplyShortcuts.h"
#include "ui/alerts/StackPlacement.h"

#include <QAbstractButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace handbell::ui {

using client::CardForm;
using client::IncomingAlert;
using protocol::Importance;
using protocol::Reply;

namespace {

//! Long enough that a card that was asked for has come up.
constexpr std::chrono::milliseconds SpareAfter{1000};

// A window may be in the middle of an event of its own when it is given up.
template <class Window>
void retire(std::unique_ptr<Window> &window)
{
    if (Window *given = window.release()) {
        given->hide();
        given->deleteLater();
    }
}

} // namespace

AlertCardStack::AlertCardStack(const Parts &parts)
    : AlertCardStack(parts, Timing())
{
}

AlertCardStack::AlertCardStack(const Parts &parts, const Timing &timing)
    : m_parts(parts)
    , m_timing(timing)
    , m_ringing(parts.sound, timing.repeat)
    , m_keyboard(timing.keyboard)
{
    m_tick.setInterval(timing.tick);
    connect(&m_tick, &QTimer::timeout, this, &AlertCardStack::tick);
    m_layout.setSingleShot(true);
    connect(&m_layout, &QTimer::timeout, this, &AlertCardStack::layOut);
    m_drop.setSingleShot(true);
    connect(&m_drop, &QTimer::timeout, this, &AlertCardStack::dropGone);
    m_makeSpare.setSingleShot(true);
    connect(&m_makeSpare, &QTimer::timeout, this, &AlertCardStack::makeSpare);
    connect(&m_keyboard, &CardKeyboard::changed, this, &AlertCardStack::scheduleLayout);
    connect(&parts.desktop, &CardDesktop::changed, this, &AlertCardStack::scheduleLayout);
    connect(&parts.alerts, &client::AlertManager::incomingChanged, this, &AlertCardStack::reconcile);
    connect(&parts.alerts, &client::AlertManager::incomingEnded, this, &AlertCardStack::end);
    reconcile();
}

AlertCardStack::~AlertCardStack() = default;

void AlertCardStack::makeSpareSoon()
{
    m_makeSpare.start(SpareAfter);
}

std::unique_ptr<AlertCard> AlertCardStack::make(const IncomingAlert &item) const
{
    return std::make_unique<AlertCard>(m_parts.theme, m_parts.words, m_parts.clock, m_timing.card, item);
}

void AlertCardStack::makeSpare()
{
    if (m_spare)
        return;
    m_spare = make(AlertCard::sample());
    m_spare->setKeys(AlertCard::Keys::Here);
    m_spare->resize(m_spare->fittingSize());
    (void)m_spare->grab(); // polishes styles, and draws what is drawn for the first time
}

void AlertCardStack::attach(const ReplyShortcuts &shortcuts)
{
    connect(&shortcuts, &ReplyShortcuts::replied, this, &AlertCardStack::reply);
    connect(&shortcuts, &ReplyShortcuts::peeked, this, &AlertCardStack::peek);
    connect(&shortcuts, &ReplyShortcuts::keyboardAsked, this, &AlertCardStack::lendKeyboard);
}

void AlertCardStack::setConsultationCheck(ConsultationCheck check)
{
    if (check == ConsultationCheck::NotDue) {
        retire(m_check);
    } else if (!m_check) {
        m_check = std::make_unique<ConsultationCheckCard>(m_parts.theme);
        connect(m_check.get(), &ConsultationCheckCard::goesOn, this, &AlertCardStack::consultationGoesOn);
        connect(m_check.get(), &ConsultationCheckCard::over, this, &AlertCardStack::consultationOver);
        watch(*m_check);
    }
    layOut();
}

void AlertCardStack::addGuest(CardWindow &card)
{
    m_guests.push_back(&card);
    watch(card);
    layOut();
}

void AlertCardStack::removeGuest(CardWindow &card)
{
    std::erase(m_guests, &card);
    card.hide();
    card.disconnect(this);
    scheduleLayout();
}

void AlertCardStack::setUnreachable(std::optional<WallTime> since)
{
    if (!since) {
        retire(m_unreachable);
    } else if (m_unreachable) {
        m_unreachable->setSince(*since);
    } else {
        m_unreachable = std::make_unique<NotConnectedCard>(m_parts.theme, *since);
        m_unreachable->setDetails(m_details);
        connect(m_unreachable.get(), &NotConnectedCard::retryRequested, this,
                &AlertCardStack::retryRequested);
        watch(*m_unreachable);
    }
    layOut();
}

void AlertCardStack::setDetailsForIt(const QString &details)
{
    m_details = details;
    if (m_unreachable)
        m_unreachable->setDetails(details);
}

void AlertCardStack::reconcile()
{
    std::vector<IncomingAlert> wanted;
    std::set<AlertId> held, released;
    for (IncomingAlert item : m_parts.alerts.incoming()) {
        if (item.answeredPassOn)
            continue;
        if (item.form == CardForm::Held) {
            held.insert(item.alert.id);
            continue;
        }
        if (m_held.contains(item.alert.id))
            released.insert(item.alert.id);
        wanted.push_back(std::move(item));
    }
    // One that was held is a card like any other; several at once are a digest.
    if (released.size() > 1)
        m_digested.insert(released.begin(), released.end());
    const bool heldChanged = held != m_held;
    m_held = std::move(held);
    updateCards(wanted);
    updateDigest();
    layOut();
    ring();
    if (heldChanged)
        Q_EMIT heldCountChanged(heldCount());
}

void AlertCardStack::updateCards(const std::vector<IncomingAlert> &wanted)
{
    m_digestAlerts.clear();
    std::set<AlertId> open;
    for (const IncomingAlert &item : wanted) {
        open.insert(item.alert.id);
        if (m_digested.contains(item.alert.id)) {
            m_digestAlerts.push_back(item.alert);
            continue;
        }
        if (AlertCard *existing = card(item.alert.id)) {
            existing->setItem(item);
            continue;
        }
        add(item);
    }
    std::erase_if(m_digested, [&](AlertId id) { return !open.contains(id); });
    // Those that are gone may be about to show how they ended: incomingEnded() comes in the same turn of the
    // event loop. What is held again, or passed on by this member, goes without a word.
    m_drop.start(0);
}

void AlertCardStack::dropGone()
{
    std::set<AlertId> open;
    for (const IncomingAlert &item : m_parts.alerts.incoming()) {
        if (!item.answeredPassOn && item.form != CardForm::Held)
            open.insert(item.alert.id);
    }
    std::vector<AlertId> gone;
    for (const auto &card : m_cards) {
        if (!card->hasEnded() && !open.contains(card->alertId()))
            gone.push_back(card->alertId());
    }
    for (const AlertId id : gone)
        remove(id);
}

void AlertCardStack::add(const IncomingAlert &item)
{
    const AlertId id = item.alert.id;
    std::unique_ptr<AlertCard> made = std::exchange(m_spare, nullptr);
    if (made)
        made->become(item);
    else
        made = make(item);
    makeSpareSoon();
    connect(made.get(), &AlertCard::replyChosen, this, &AlertCardStack::answer);
    connect(made.get(), &AlertCard::finished, this, &AlertCardStack::remove);
    connect(made.get(), &CardWindow::becameVisible, this, [this, id] { wasShown(id); });
    watch(*made);
    m_cards.push_back(std::move(made));
}

void AlertCardStack::watch(CardWindow &window)
{
    connect(&window, &CardWindow::sizeWanted, this, &AlertCardStack::scheduleLayout);
    connect(&window, &CardWindow::pointerLeft, this, &AlertCardStack::scheduleLayout);
}

void AlertCardStack::remove(AlertId alert)
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [&](const auto &card) { return card->alertId() == alert; });
    if (found == m_cards.end())
        return;
    retire(*found);
    m_cards.erase(found);
    m_shown.erase(alert);
    ring();
    scheduleLayout();
}

void AlertCardStack::end(const client::AlertEnding &ending)
{
    if (AlertCard *ended = card(ending.alert); ended && ended->isVisible())
        ended->showEnding(ending);
    else
        remove(ending.alert);
    ring();
    scheduleLayout();
}

void AlertCardStack::open(const std::set<AlertId> &alerts)
{
    for (const AlertId id : alerts)
        m_digested.erase(id);
    reconcile();
}

void AlertCardStack::updateDigest()
{
    if (m_digestAlerts.empty()) {
        retire(m_digest);
        return;
    }
    if (!m_digest) {
        m_digest = std::make_unique<DigestCard>(m_parts.theme, m_parts.words);
        connect(m_digest.get(), &DigestCard::openRequested, this, [this](AlertId id) { open({id}); });
        connect(m_digest.get(), &DigestCard::openAllRequested, this, [this] { open(std::set(m_digested)); });
        connect(m_digest.get(), &CardWindow::becameVisible, this, [this] {
            for (const protocol::Alert &alert : m_digestAlerts)
                wasShown(alert.id);
        });
        watch(*m_digest);
    }
    m_digest->setAlerts(m_digestAlerts);
}

void AlertCardStack::answer(AlertId alert, Reply reply)
{
    AlertCard *from = card(alert);
    if (!from)
        return;
    if (m_keyboard.card() == from)
        m_keyboard.giveBack();
    from->setSending();
    client::whenAnswered(m_parts.alerts.answer(alert, reply), from, [from](const Result<void> &result) {
        if (!result.ok())
            from->setFailure(result.error().code);
    });
}

void AlertCardStack::wasShown(AlertId alert)
{
    if (!m_shown.insert(alert).second)
        return;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    qCInfo(logTiming, "visible alert=%lld us=%lld", static_cast<long long>(alert.value),
           static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()));
    m_parts.alerts.markShown(alert);
}

std::vector<AlertCard *> AlertCardStack::visibleCards() const
{
    std::vector<AlertCard *> order;
    for (const auto &card : m_cards)
        order.push_back(card.get());
    const auto limit = size_t(m_limit);
    if (order.size() <= limit)
        return order;
    // Full: the least important and latest are left out, those that stay keep their order. The one that has
    // the keyboard stays: a key meant for it must not land elsewhere.
    std::vector<AlertCard *> ranked = order;
    const auto rank = [this](const AlertCard *card) {
        return std::pair(card == m_keyboard.card(), card->item().alert.importance);
    };
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](const AlertCard *one, const AlertCard *other) { return rank(one) > rank(other); });
    const std::set<AlertCard *> kept(ranked.begin(), ranked.begin() + qsizetype(limit));
    std::erase_if(order, [&](AlertCard *card) { return !kept.contains(card); });
    return order;
}

void AlertCardStack::scheduleLayout()
{
    if (!m_layout.isActive())
        m_layout.start(0);
}

void AlertCardStack::layOut()
{
    const std::vector<AlertCard *> visible = visibleCards();
    const int hidden = int(m_cards.size() - visible.size());
    if (m_cards.size() <= VisibleLimit)
        m_limit = VisibleLimit;
    if (hidden > 0 && !m_more) {
        m_more = std::make_unique<MoreCard>(m_parts.theme);
        connect(m_more.get(), &MoreCard::showRequested, this, [this] {
            m_limit += VisibleLimit;
            scheduleLayout();
        });
        watch(*m_more);
    }
    if (hidden > 0)
        m_more->setCount(hidden);
    else
        retire(m_more);
    for (const auto &card : m_cards) {
        if (std::find(visible.begin(), visible.end(), card.get()) == visible.end())
            card->hide();
    }

    nameKeys();
    const std::vector<std::pair<CardWindow *, QRect>> placed = placeWindows(m_parts.desktop, windows());
    for (const auto &[window, place] : placed) {
        auto *alertCard = qobject_cast<AlertCard *>(window);
        if (alertCard && alertCard->keyboard() == CardWindow::Keyboard::Never &&
            (!window->isVisible() || window->pos() != place.topLeft()))
            alertCard->settle();
        window->setGeometry(place);
        if (!window->isVisible()) {
            window->show();
            window->announce();
        }
    }
    if (placed.empty())
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
    if (const bool now = !pressable().empty(); now != m_pressable) {
        m_pressable = now;
        Q_EMIT pressableChanged(now);
    }
}

std::vector<CardWindow *> AlertCardStack::windows() const
{
    std::vector<CardWindow *> order;
    if (m_unreachable)
        order.push_back(m_unreachable.get());
    for (AlertCard *card : visibleCards())
        order.push_back(card);
    if (m_digest)
        order.push_back(m_digest.get());
    if (m_more)
        order.push_back(m_more.get());
    if (m_check)
        order.push_back(m_check.get());
    order.insert(order.end(), m_guests.begin(), m_guests.end());
    return order;
}

std::vector<AlertCard *> AlertCardStack::cards() const
{
    std::vector<AlertCard *> shown;
    for (const auto &card : m_cards) {
        if (card->isVisible())
            shown.push_back(card.get());
    }
    return shown;
}

AlertCard *AlertCardStack::card(AlertId alert) const
{
    for (const auto &card : m_cards) {
        if (card->alertId() == alert)
            return card.get();
    }
    return nullptr;
}

std::vector<CardWindow *> AlertCardStack::pressable() const
{
    std::vector<CardWindow *> order;
    for (CardWindow *window : windows()) {
        const auto buttons = window->findChildren<QAbstractButton *>();
        const bool usable = std::any_of(buttons.begin(), buttons.end(), [&](const QAbstractButton *button) {
            return button->isVisibleTo(window) && button->isEnabled();
        });
        if (usable || window == m_keyboard.card())
            order.push_back(window);
    }
    std::stable_partition(order.begin(), order.end(),
                          [first = firstToAnswer()](const CardWindow *window) { return window == first; });
    return order;
}

AlertCard *AlertCardStack::keyCard() const
{
    auto *chosen = qobject_cast<AlertCard *>(m_keyboard.card());
    return chosen && !chosen->hasEnded() ? chosen : firstToAnswer();
}

AlertCard *AlertCardStack::firstToAnswer() const
{
    AlertCard *first = nullptr;
    for (AlertCard *card : visibleCards()) {
        if (card->hasEnded() || card->item().comes)
            continue;
        if (card->item().alert.importance == Importance::Urgent)
            return card;
        if (!first)
            first = card;
    }
    return first;
}

void AlertCardStack::nameKeys()
{
    const AlertCard *named = keyCard();
    for (const auto &card : m_cards) {
        const auto keys = card.get() == named ? AlertCard::Keys::Here : AlertCard::Keys::Elsewhere;
        if (keys == card->keys())
            continue;
        card->setKeys(keys);
        // The keys came over from another card: give the eye time to follow before they work, unless it was
        // the member who fetched them.
        if (card->keyboard() == CardWindow::Keyboard::Never)
            card->settle();
    }
}

void AlertCardStack::reply(int number)
{
    if (AlertCard *target = keyCard())
        target->chooseByKey(number);
}

void AlertCardStack::peek()
{
    if (AlertCard *target = keyCard())
        target->peek();
}

void AlertCardStack::lendKeyboard()
{
    m_keyboard.lendToNext(pressable());
}

void AlertCardStack::tick()
{
    for (const auto &card : m_cards)
        card->refreshTime();
}

void AlertCardStack::ring()
{
    std::vector<IncomingAlert> standing;
    for (const auto &card : m_cards) {
        if (!card->hasEnded())
            standing.push_back(card->item());
    }
    m_ringing.follow(std::move(standing));
}

} // namespace handbell::ui
