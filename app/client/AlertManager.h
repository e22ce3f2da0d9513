// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "guard/Guard.h"
#include "protocol/Entities.h"

#include <QFuture>
#include <QObject>

#include <optional>
#include <vector>

namespace handbell::client {

//! How an alert for this member is to be presented right now (product.md, consulting-room rules 2 and 3).
enum class CardForm {
    Open,   //!< text in full
    Hidden, //!< sender's role, room and importance; text only while hovered or asked for: in consultation
    Held,   //!< no card until the consultation ends: routine, in consultation
};

//! An open alert addressed to this member.
struct IncomingAlert
{
    protocol::Alert alert;
    CardForm form = CardForm::Open;
    bool answeredPassOn = false; //!< this member passed it on already: no card any more
    bool comes = false;          //!< this member said that they come, and it goes on: no more to answer

    friend bool operator==(const IncomingAlert &, const IncomingAlert &) = default;
};

//! How an alert that was on screen ended, for the card's last three seconds.
struct AlertEnding
{
    AlertId alert;
    protocol::AlertState state = protocol::AlertState::Answered;
    std::optional<protocol::AlertAnswer> answer; //!< for Answered

    friend bool operator==(const AlertEnding &, const AlertEnding &) = default;
};

//! One line of the sender's ladder.
struct LadderStep
{
    enum class Kind {
        Sent,
        Delivered,
        Held,
        Shown,
        PassedOn,
        Escalated,
        Coming, //!< of an alert that gathers all who come
        Answered,
        Expired,
        Cancelled,
        NobodyOnline,
        Next
    };

    Kind kind = Kind::Sent;
    WallTime at{};                            //!< for Next: when it will go on
    std::vector<MemberId> members;            //!< who: receivers, answerer; empty for Sent
    std::optional<protocol::Reply> reply;     //!< for Coming; for Answered where one answer ended it
    std::optional<protocol::Address> address; //!< for Escalated and Next

    friend bool operator==(const LadderStep &, const LadderStep &) = default;
};

//! An alert this member raised, as its ladder stands.
struct OutgoingAlert
{
    quint64 localId = 0; //!< stable from raise() on, before the server has numbered it
    AlertId alert;       //!< none until accepted
    TemplateId alertTemplate;
    protocol::Address address;
    protocol::Importance importance = protocol::Importance::Routine;
    protocol::AlertState state = protocol::AlertState::Open;
    std::optional<QString> note;
    std::optional<Error> refusal; //!< the server, or a broken line, did not take it
    std::vector<LadderStep> steps;
    bool canEscalate = false;
    bool canCancel = false;
    bool hasComers = false; //!< somebody comes, and it goes on until its sender says that it is over
    std::optional<RoomId> testRoom{}; //!< a test of assistance, from there

    friend bool operator==(const OutgoingAlert &, const OutgoingAlert &) = default;
};

//! Alerts both ways. Cards follow incoming(); the ladder follows outgoing(). An alert is not queued in an
//! outbox: one that cannot go out now is refused at once and loudly, because the sender must reach for
//! something else. Main thread only.
class AlertManager : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Rings. Gives the localId under which the ladder shows it; a refusal appears there and in
    //! raiseRefused().
    virtual quint64 raise(TemplateId alertTemplate, const protocol::Address &address,
                          const std::optional<guard::ScreenedText> &note) = 0;
    //! Rings the template of assistance to everyone as a test, from \a room, which is where the member says
    //! that this workstation stands. Otherwise as raise().
    virtual quint64 raiseTest(TemplateId assistance, RoomId room) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> answer(AlertId alert, protocol::Reply reply) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> escalate(AlertId alert) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> cancel(AlertId alert) = 0;
    //! The card of \a alert became visible on this workstation: tells the sender "shown".
    virtual void markShown(AlertId alert) = 0;

    //! Open alerts for this member, oldest first.
    [[nodiscard]] virtual std::vector<IncomingAlert> incoming() const = 0;
    //! This member's own alerts since sign-in, newest first, ended ones included (at most 20).
    [[nodiscard]] virtual std::vector<OutgoingAlert> outgoing() const = 0;

Q_SIGNALS:
    void incomingChanged();
    //! An incoming alert that was open has ended.
    void incomingEnded(const handbell::client::AlertEnding &ending);
    void outgoingChanged();
    void raiseRefused(quint64 localId, const handbell::Error &error);
};

} // namespace handbell::client
