// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Cache.h"
#include "client/Practice.h"
#include "client/Session.h"
#include "client/Timelines.h"

namespace handbell::client {

//! Follows the record: asks from the cursor, stores what comes, then shows it, then acknowledges it. The one
//! place that changes Practice and Timelines. Main thread only.
class Sync final : public QObject
{
    Q_OBJECT

public:
    Sync(Session &session, Practice &practice, Timelines &timelines, QObject *parent = nullptr);

    //! Begins for \a member with what \a cache holds; without a cache everything is fetched anew each time.
    void begin(MemberId member, std::unique_ptr<Cache> cache);
    //! The member has left: forgets everything and closes the cache.
    void end();

    //! Null where nothing is kept, or the disk failed.
    [[nodiscard]] Cache *cache() const { return m_cache.get(); }
    //! Which life of the record it is that is followed.
    [[nodiscard]] QByteArray epoch() const { return m_epoch; }
    //! Everything up to here that the member may see is here.
    [[nodiscard]] Seq cursor() const { return m_cursor; }
    //! Whether the flow of events runs.
    [[nodiscard]] bool isFollowing() const { return m_following; }
    //! Whether what is here is the present: nothing that had happened when the line came up, and nothing of a
    //! notice that is being applied, is still to come.
    [[nodiscard]] bool isCaughtUp() const { return m_following && !m_applying && m_cursor >= m_head; }

    //! Runs \a step on the cache; where it fails the cache is given up: the server has everything.
    template <class Step>
    void withCache(Step step)
    {
        if (!m_cache)
            return;
        if (const Result<void> done = step(*m_cache); !done)
            giveUpCache(done.error());
    }

Q_SIGNALS:
    //! \a event has been applied to practice and timelines; \a before it was not.
    void aboutToApply(const handbell::protocol::Event &event);
    void applied(const handbell::protocol::Event &event);
    //! The practice began afresh from a snapshot.
    void restarted();
    void receiptsArrived(const std::vector<handbell::protocol::Receipt> &receipts);
    //! The server answered the sync: requests may go out.
    void following();
    //! isCaughtUp(), after the sync was answered or a notice was applied.
    void caughtUp();

private:
    void ask();
    void onAnswer(const protocol::OkSync &answer);
    void onNotice(const protocol::ServerMessage &notice);
    void onEvents(const protocol::EventsNotice &notice);
    void applyAll(const std::vector<protocol::Event> &events);
    void apply(const protocol::Event &event);
    void tellCaughtUp();
    void restart(const protocol::OkSync &answer);
    void startAfresh();
    void giveUpCache(const Error &error);

    Session &m_session;
    Practice &m_practice;
    Timelines &m_timelines;
    std::unique_ptr<Cache> m_cache;
    MemberId m_member; //!< none while nobody's data is here
    QByteArray m_epoch;
    Seq m_cursor;
    Seq m_head; //!< of the record when the flow began
    bool m_following = false;
    bool m_applying = false;
    bool m_asking = false;
    int m_sinceCompaction = 0; //!< events stored that the stored state does not contain
};

} // namespace handbell::client
