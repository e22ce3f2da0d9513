// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"
#include "client/Practice.h"
#include "ui/theme/Tokens.h"

#include <QCoreApplication>
#include <QLocale>

#include <chrono>

namespace handbell::ui {

//! The one place where alerts become words: replies, importance, states, ladder steps and addresses, in the
//! language of the user interface and with the names of the practice as they stand now. Templates are shown
//! in Welsh where the default QLocale is Welsh and the template has a Welsh text. Pure functions of the
//! practice and the default locale; GUI thread only.
class AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(handbell::ui::AlertWords)

public:
    //! \a practice must outlive this.
    explicit AlertWords(const client::Practice &practice);

    [[nodiscard]] static QString importance(protocol::Importance importance);
    [[nodiscard]] static Icon importanceIcon(protocol::Importance importance);
    [[nodiscard]] static Token importanceToken(protocol::Importance importance);
    //! As on a button: "Coming", "2 minutes", "Can't, pass on", "Done".
    [[nodiscard]] static QString reply(protocol::Reply reply);
    //! What the reply does, for a tool tip and a screen reader.
    [[nodiscard]] static QString replyDescription(protocol::Reply reply);
    //! The number key of \a reply, 1 to 4: the same on every card.
    [[nodiscard]] static int replyKey(protocol::Reply reply);
    //! As a short state: "In consultation", "On break".
    [[nodiscard]] static QString presence(protocol::PresenceState state);
    [[nodiscard]] static Icon presenceIcon(protocol::PresenceState state);
    [[nodiscard]] static Token presenceToken(protocol::PresenceState state);
    //! Why something asked for did not happen, in words for staff.
    [[nodiscard]] static QString failure(ErrorCode code);

    //! "Any nurse", "Everyone", "Front desk (group)" or the bare name.
    [[nodiscard]] static QString targetName(protocol::AddressKind kind, const QString &name);
    //! The line under a target: who and in what state where it is one person, else how many can see an alert.
    [[nodiscard]] static QString targetState(protocol::AddressKind kind, const QString &person,
                                             std::optional<protocol::PresenceState> state, int reachNow);

    //! "14 s", "1 min 40 s", "4 min"; never negative.
    [[nodiscard]] static QString duration(std::chrono::milliseconds span);
    //! Rounded up to what one needs to know: "4 min left", "50 s left".
    [[nodiscard]] static QString timeLeft(std::chrono::milliseconds span);
    //! "10:41", local.
    [[nodiscard]] static QString timeOfDay(WallTime at);
    //! "10:41:02", local.
    [[nodiscard]] static QString exactTime(WallTime at);

    //! The name of \a member; "You" for the member whose view this is.
    [[nodiscard]] QString person(MemberId member) const;
    //! "Lin Chen", "Lin Chen and Jo Lewis", "Lin Chen and 3 others".
    [[nodiscard]] QString people(const std::vector<MemberId> &members) const;
    //! "Lin Chen, nurse · Treatment room 1 · in consultation", as far as it is known.
    [[nodiscard]] QString whereabouts(MemberId member) const;
    //! As a heading: "Consulting room 3", "Any nurse", "Everyone", "Front desk (group)".
    [[nodiscard]] QString address(const protocol::Address &address) const;
    //! In a sentence: "any nurse", "everyone".
    [[nodiscard]] QString addressInSentence(const protocol::Address &address) const;
    //! "Priya Shah, Receptionist · Front desk 1".
    [[nodiscard]] QString sender(const protocol::Alert &alert) const;
    //! What may be read by a patient beside the screen: "Receptionist · Front desk 1".
    [[nodiscard]] QString discreetSender(const protocol::Alert &alert) const;
    //! Where it was rung from, or by whom where that is unknown: "Front desk 1".
    [[nodiscard]] QString place(const protocol::Alert &alert) const;
    //! The template's text.
    [[nodiscard]] QString templateText(TemplateId alertTemplate) const;
    [[nodiscard]] QString templateText(const protocol::AlertTemplate &alertTemplate) const;
    //! Template and note: "Call waiting on line… 2".
    [[nodiscard]] QString text(const protocol::Alert &alert) const;

    //! In one line: "Delivery to sign for · Front desk 2".
    [[nodiscard]] QString digestLine(const protocol::Alert &alert) const;

    //! "Lin Chen is coming", "You can't, passed on".
    [[nodiscard]] QString answer(MemberId by, protocol::Reply reply) const;
    //! The word over an ended card: "Answered", "Ran out", "Cancelled".
    [[nodiscard]] static QString state(protocol::AlertState state);
    //! "Lin Chen is coming, after 14 s"; \a alert is the alert as it was shown.
    [[nodiscard]] QString ending(const client::AlertEnding &ending, const protocol::Alert &alert) const;
    //! Who else this alert went to and who passed it on: "Jo Lewis can't, passed on · sent to 2 others too";
    //! empty where there is nothing to say.
    [[nodiscard]] QString company(const protocol::Alert &alert) const;

    //! One line of the ladder of \a alert; \a now gives the countdown of Next.
    [[nodiscard]] QString step(const client::LadderStep &step, const client::OutgoingAlert &alert,
                               WallTime now) const;
    [[nodiscard]] static Icon stepIcon(client::LadderStep::Kind kind);
    [[nodiscard]] static Token stepToken(client::LadderStep::Kind kind);
    //! "If unanswered in 2 min: any nurse."; empty without a ladder.
    [[nodiscard]] QString escalation(const protocol::AlertTemplate &alertTemplate) const;
    //! How many members would see an alert at once, and the state of the one person it means, if it is one.
    struct Reach
    {
        int now = 0;
        std::optional<protocol::PresenceState> state;
    };
    //! What will happen when \a alertTemplate is rung at \a address: "3 people can see this now. If
    //! unanswered in 2 min: any nurse."
    [[nodiscard]] QString prospect(const protocol::AlertTemplate &alertTemplate,
                                   const protocol::Address &address, const Reach &reach) const;
    //! Where nobody at \a address can see an alert, whom else to try: the first of the ladder, or everyone,
    //! that somebody can see.
    [[nodiscard]] std::optional<protocol::Address> alternative(const protocol::AlertTemplate &alertTemplate,
                                                               const protocol::Address &address) const;
    //! "Interpreter is here → Consulting room 3".
    [[nodiscard]] QString ladderTitle(const client::OutgoingAlert &alert) const;

private:
    //! "nurse", "GP": a job role inside a sentence.
    [[nodiscard]] static QString roleInSentence(const QString &role);
    [[nodiscard]] int reachNow(const protocol::Address &address) const;
    [[nodiscard]] QString addressName(const protocol::Address &address) const;

    const client::Practice &m_practice;
};

} // namespace handbell::ui
