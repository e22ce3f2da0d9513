// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Sync.h"

#include <deque>
#include <set>

namespace handbell::client {

//! Pages conversations further back, from the disk where it holds them, from the server otherwise; after each
//! connect it fetches the newest page of those of which nothing is at hand, so that lists have something to
//! show. Main thread only.
class History final : public QObject
{
    Q_OBJECT

public:
    //! Messages in a page.
    static constexpr int pageSize = 50;

    History(Session &session, Practice &practice, Timelines &timelines, Sync &sync,
            QObject *parent = nullptr);

    //! Whether there is an older page that can be had now: on the disk, or from the server while it is there.
    [[nodiscard]] bool canFetch(ConversationId conversation) const;
    //! Puts the next older page before what is at hand, now or when the server answers.
    void fetch(ConversationId conversation);

private:
    [[nodiscard]] std::vector<Message> olderOnDisk(ConversationId conversation, int limit) const;
    void askServer(ConversationId conversation);
    void onPage(ConversationId conversation, const protocol::OkHistory &page);
    void fetchNewest();
    void next();

    Session &m_session;
    Practice &m_practice;
    Timelines &m_timelines;
    Sync &m_sync;
    std::set<ConversationId> m_asked;    //!< under way
    std::deque<ConversationId> m_newest; //!< nothing is at hand of them; asked one after the other
    quint64 m_turn = 0; //!< raised when everything was forgotten, so that late pages are dropped
};

} // namespace handbell::client
