// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"
#include "client/PresenceManager.h"
#include "client/ReceiptSender.h"
#include "client/SentAlert.h"
#include "client/Sync.h"

#include <deque>
#include <map>

namespace handbell::client {

//! The AlertManager of a real session.
class LiveAlertManager final : public AlertManager
{
    Q_OBJECT

public:
    //! All of these outlive the manager.
    struct Parts
    {
        Session &session;
        Practice &practice;
        Sync &sync;
        PresenceManager &presence;
        ReceiptSender &receipts;
        const Clock &clock;
        Random &random;
    };

    explicit LiveAlertManager(const Parts &parts, QObject *parent = nullptr);

    quint64 raise(TemplateId alertTemplate, const protocol::Address &address,
                  const std::optional<guard::ScreenedText> &note) override;
    quint64 raiseTest(TemplateId assistance, RoomId room) override;
    [[nodiscard]] QFuture<Result<void>> answer(AlertId alert, protocol::Reply reply) override;
    [[nodiscard]] QFuture<Result<void>> escalate(AlertId alert) override;
    [[nodiscard]] QFuture<Result<void>> cancel(AlertId alert) override;
    void markShown(AlertId alert) override;
    [[nodiscard]] std::vector<IncomingAlert> incoming() const override { return m_incoming; }
    [[nodiscard]] std::vector<OutgoingAlert> outgoing() const override;

private:
    quint64 ring(protocol::AlertRaise message);
    [[nodiscard]] QFuture<Result<void>> request(const protocol::ClientMessage &message);
    void onRaiseAnswered(quint64 localId, const Result<protocol::ServerMessage> &answer);
    void onReset();
    void onApplied(const protocol::Event &event);
    void onReceipts(const std::vector<protocol::Receipt> &receipts);
    void takeRaised(const protocol::Event &event, const protocol::AlertRaised &raised);
    void updateIncoming();
    void tellIncoming();
    void tell(AlertId alert, protocol::ReceiptState state);
    void endIncoming(const AlertEnding &ending);
    [[nodiscard]] CardForm formOf(const protocol::Alert &alert) const;
    SentAlert *sent(AlertId alert);
    SentAlert *sentLocally(quint64 localId);
    void addSent(SentAlert alert);

    const Parts m_parts;
    MemberId m_self;
    quint64 m_lastLocalId = 0;
    std::vector<IncomingAlert> m_incoming;
    std::map<AlertId, protocol::ReceiptState> m_told; //!< the furthest the sender of an open alert was told
    std::deque<SentAlert> m_sent;                     //!< newest first
};

} // namespace handbell::client
