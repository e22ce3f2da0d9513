// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertCard.h"
#include "ui/alerts/AlertRinging.h"
#include "ui/alerts/CardKeyboard.h"

#include <QHash>
#include <QPointer>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace handbell::ui {

class AlertSound;
class CardDesktop;
class ConsultationCheckCard;
class DigestCard;
class MoreCard;
class NotConnectedCard;
class ReplyShortcuts;

//! Brings the member's incoming alerts on screen and their answers back: one card an alert, stacked at the
//! bottom right of the chosen screen above the task bar, oldest lowest, at most VisibleLimit with "and 3
//! more" above them. New cards go on top, so nothing moves that somebody may be about to click; while the
//! pointer is in the stack no card moves at all. Urgent cards are never among those left out, and ring until
//! answered. What was held during a consultation comes as one digest. "Shown" is told only after a card was
//! painted on screen.
//!
//! Owns its cards. GUI thread only.
class AlertCardStack : public QObject
{
    Q_OBJECT

public:
    //! All must outlive the stack.
    struct Parts
    {
        const Theme &theme;
        const AlertWords &words;
        client::AlertManager &alerts;
        const Clock &clock;
        const CardDesktop &desktop;
        AlertSound &sound;
    };
    struct Timing
    {
        AlertCard::Timing card;
        std::chrono::milliseconds tick{1000};
        //! An urgent alert sounds again this often until answered.
        std::chrono::milliseconds repeat{5000};
        std::chrono::milliseconds keyboard{CardKeyboard::Patience};
    };
    static constexpr int VisibleLimit = 4;

    explicit AlertCardStack(const Parts &parts);
    AlertCardStack(const Parts &parts, const Timing &timing);
    ~AlertCardStack() override;

    //! Makes a card in advance, so that the next alert need not wait for one to be made. Shows nothing.
    void makeSpare();
    //! The same once the screen has come to rest.
    void makeSpareSoon();

    //! Keys from any program. They go to the card that has the keyboard, else to the first urgent card, else
    //! to the oldest one.
    void attach(const ReplyShortcuts &shortcuts);
    //! Shows "alerts can't reach you" since then, or takes it away.
    void setUnreachable(std::optional<WallTime> since);
    //! Asks whether a long consultation goes on, or takes the question away.
    enum class ConsultationCheck { NotDue, Due };
    void setConsultationCheck(ConsultationCheck check);
    //! \a card, somebody else's, stands at the top of the stack until it is taken away, which is before it is
    //! destroyed.
    void addGuest(CardWindow &card);
    void removeGuest(CardWindow &card);
    //! For "What to tell IT"; see NotConnectedCard::setDetails().
    void setDetailsForIt(const QString &details);

    //! Alert cards on screen, lowest first; ended ones included.
    [[nodiscard]] std::vector<AlertCard *> cards() const;
    [[nodiscard]] AlertCard *card(AlertId alert) const;
    //! The card the reply keys go to, or nullptr.
    [[nodiscard]] AlertCard *keyCard() const;
    //! Where everything of the stack stands: alert cards, digest, "more", "not connected", the question after
    //! a long consultation, and guests.
    [[nodiscard]] std::vector<CardWindow *> windows() const;
    //! Alerts that wait for the end of the consultation.
    [[nodiscard]] int heldCount() const { return int(m_held.size()); }

public Q_SLOTS:
    //! As the key \a number, 1 to 4, from any program.
    void reply(int number);
    void peek();
    //! The keyboard goes to the card of the reply keys; once more, to the next one, the digest and what else
    //! can be pressed; and after the last back to the program that had it.
    void lendKeyboard();

Q_SIGNALS:
    void heldCountChanged(int count);
    //! There is something in the stack now that can be pressed, or no more.
    void pressableChanged(bool pressable);
    void retryRequested();
    //! The answers to the question after a long consultation.
    void consultationGoesOn();
    void consultationOver();

private:
    void reconcile();
    void updateCards(const std::vector<client::IncomingAlert> &wanted);
    void dropGone();
    [[nodiscard]] std::unique_ptr<AlertCard> make(const client::IncomingAlert &item) const;
    void add(const client::IncomingAlert &item);
    void remove(AlertId alert);
    void end(const client::AlertEnding &ending);
    void open(const std::set<AlertId> &alerts);
    void updateDigest();
    void answer(AlertId alert, protocol::Reply reply);
    void wasShown(AlertId alert);
    void watch(CardWindow &window);

    void scheduleLayout();
    void layOut();
    [[nodiscard]] std::vector<AlertCard *> visibleCards() const;
    [[nodiscard]] std::vector<CardWindow *> pressable() const;
    [[nodiscard]] AlertCard *firstToAnswer() const;
    void nameKeys();
    void tick();
    void ring();

    Parts m_parts;
    Timing m_timing;
    std::vector<std::unique_ptr<AlertCard>> m_cards; //!< in the order they came
    std::unique_ptr<AlertCard> m_spare;
    std::set<AlertId> m_held, m_digested, m_shown;
    std::vector<protocol::Alert> m_digestAlerts;
    int m_limit = VisibleLimit;
    QString m_details;
    std::unique_ptr<DigestCard> m_digest;
    std::unique_ptr<MoreCard> m_more;
    std::unique_ptr<NotConnectedCard> m_unreachable;
    std::unique_ptr<ConsultationCheckCard> m_check;
    std::vector<CardWindow *> m_guests;
    bool m_pressable = false;
    AlertRinging m_ringing;
    CardKeyboard m_keyboard;
    QTimer m_tick, m_layout, m_drop, m_makeSpare;
};

} // namespace handbell::ui
