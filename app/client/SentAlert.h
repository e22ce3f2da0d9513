// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"
#include "client/Practice.h"
#include "protocol/Messages.h"

#include <map>
#include <vector>

namespace handbell::client {

//! One alert of the member's own from raise() to its end, as the events and receipts so far tell it; the
//! ladder is made from it. A value.
class SentAlert
{
public:
    //! Rung here, not numbered yet.
    static SentAlert rung(quint64 localId, const protocol::AlertRaise &request,
                          protocol::Importance importance, WallTime now);
    //! Known from the practice's state: rung before this program started.
    static SentAlert found(quint64 localId, const protocol::Alert &alert,
                           const protocol::AlertTemplate *source);

    [[nodiscard]] quint64 localId() const { return m_localId; }
    [[nodiscard]] AlertId id() const { return m_alert.id; }
    [[nodiscard]] bool isOpen() const { return !m_refusal && m_alert.state == protocol::AlertState::Open; }
    [[nodiscard]] const std::optional<Error> &refusal() const { return m_refusal; }
    //! Whether \a raised, numbered by nobody here yet, may be this one.
    [[nodiscard]] bool mayBe(const protocol::AlertRaised &raised, const std::optional<QString> &note) const;

    void setId(AlertId id) { m_alert.id = id; }
    void refuse(const Error &error) { m_refusal = error; }
    //! The event of this alert is in the record: \a alert is how it stands after it.
    void onRaised(const protocol::Alert &alert);
    //! The event that \a other was taken to be the one of is this one's; \a other is as it was before.
    void takeOver(SentAlert &other);
    void onAnswered(const protocol::AlertAnswered &answered, const protocol::Event &event);
    void onEscalated(const protocol::AlertEscalated &escalated, WallTime at);
    void onClosed(protocol::AlertState outcome, WallTime at);
    //! Takes \a receipt if it is of this alert; whether it said something new.
    bool onReceipt(const protocol::Receipt &receipt);

    //! As the ladder shows it, with \a practice telling who can be reached.
    [[nodiscard]] OutgoingAlert outgoing(const Practice &practice) const;

private:
    //! Sent to one address: the first, or a step of the escalation.
    struct Stage
    {
        std::optional<protocol::Address> to; //!< none where it is not known any more
        WallTime at{};
        std::vector<MemberId> targets; //!< those it had not been sent to before
    };

    void addStageSteps(std::vector<LadderStep> &steps, const Stage &stage) const;
    void addEndSteps(std::vector<LadderStep> &steps, const Practice &practice) const;
    [[nodiscard]] bool reachesNobody(const Practice &practice) const;

    quint64 m_localId = 0;
    protocol::Alert m_alert;
    std::optional<Error> m_refusal;
    std::optional<Error> m_refusalBefore; //!< the event came
    std::vector<Stage> m_stages;
    std::map<MemberId, std::map<protocol::ReceiptState, WallTime>> m_receipts;
    std::optional<protocol::AlertAnswer> m_settled;
    WallTime m_endedAt{};
};

} // namespace handbell::client
