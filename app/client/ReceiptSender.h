// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Backoff.h"
#include "client/Session.h"

#include <QTimer>

#include <map>
#include <set>

namespace handbell::client {

//! Tells the server how far events got on this workstation: what is asked for in one turn of the event loop
//! goes out together, and what a broken line swallowed or a full disk refused goes
//! out again. Main thread only.
class ReceiptSender final : public QObject
{
    Q_OBJECT

public:
    ReceiptSender(Session &session, Random &random, const Pacing &pacing, QObject *parent = nullptr);

    void send(protocol::ReceiptState state, Seq event);
    //! Sends what waits. For the sync, once it has caught up.
    void flush();
    //! The member has left.
    void clear();

private:
    void schedule();
    void onAnswered(const protocol::ReceiptsPost &message, const Result<protocol::ServerMessage> &answer);

    Session &m_session;
    Backoff m_backoff;
    QTimer m_retry;
    std::map<protocol::ReceiptState, std::set<Seq>> m_waiting;
    bool m_scheduled = false;
    quint64 m_turn = 0; //!< raised by clear(), so that a late failure does not bring back another's receipts
};

} // namespace handbell::client
