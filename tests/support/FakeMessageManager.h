// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/MessageManager.h"

#include <QPromise>

#include <utility>

namespace handbell::testing {

//! A MessageManager that records what it was asked.
class FakeMessageManager : public client::MessageManager
{
public:
    using client::MessageManager::MessageManager;

    struct Posted
    {
        ConversationId conversation;
        QString text;
        std::optional<guard::Confirmation> confirmation;
    };

    std::vector<Posted> posted;
    std::vector<std::pair<ConversationId, MessageId>> withdrawn;
    std::vector<QByteArray> discarded;
    std::vector<MemberId> opened;
    std::vector<ConversationId> read;

    //! What post() and withdraw() give back from now on.
    Result<void> outcome;
    //! What openDirect() gives back.
    Result<ConversationId> direct = ConversationId{1};

    Result<void> post(ConversationId conversation, const guard::ScreenedText &text) override
    {
        if (outcome.ok())
            posted.push_back({conversation, text.text(), text.confirmation()});
        return outcome;
    }
    QFuture<Result<void>> withdraw(ConversationId conversation, MessageId message) override
    {
        withdrawn.emplace_back(conversation, message);
        return ready(outcome);
    }
    void discardRefused(const QByteArray &waiting) override { discarded.push_back(waiting); }
    QFuture<Result<ConversationId>> openDirect(MemberId member) override
    {
        opened.push_back(member);
        return ready(direct);
    }
    void markRead(ConversationId conversation) override { read.push_back(conversation); }
    int unreadCount() const override { return m_unread; }

    void setUnreadCount(int count)
    {
        m_unread = count;
        Q_EMIT unreadCountChanged(count);
    }

private:
    template <class T>
    static QFuture<T> ready(const T &value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(value);
        promise.finish();
        return promise.future();
    }

    int m_unread = 0;
};

} // namespace handbell::testing
