// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/MessageManager.h"
#include "client/Outbox.h"
#include "client/ReceiptSender.h"
#include "client/Sync.h"

#include <QPromise>

namespace handbell::client {

//! The MessageManager of a real session.
class LiveMessageManager final : public MessageManager
{
    Q_OBJECT

public:
    //! All of these outlive the manager.
    struct Parts
    {
        Session &session;
        Practice &practice;
        Timelines &timelines;
        Sync &sync;
        Outbox &outbox;
        ReceiptSender &receipts;
        Random &random;
    };

    explicit LiveMessageManager(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] Result<void> post(ConversationId conversation, const guard::ScreenedText &text) override;
    [[nodiscard]] QFuture<Result<void>> withdraw(ConversationId conversation, MessageId message) override;
    void discardRefused(const QByteArray &waiting) override { m_parts.outbox.discard({waiting}); }
    [[nodiscard]] QFuture<Result<ConversationId>> openDirect(MemberId member) override;
    void markRead(ConversationId conversation) override;
    [[nodiscard]] int unreadCount() const override { return m_unread; }
    [[nodiscard]] int waitingCount() const override { return m_parts.outbox.count(); }

private:
    struct Opening
    {
        ConversationId conversation;
        std::shared_ptr<QPromise<Result<ConversationId>>> promise;
    };

    void onApplied(const protocol::Event &event);
    void updateUnread();
    void finishOpenings();

    const Parts m_parts;
    int m_unread = 0;
    std::vector<Opening> m_openings; //!< in the record, its event not here yet
};

} // namespace handbell::client
