// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Row.h"

#include <QObject>

#include <vector>

namespace handbell::test {

//! What a sender knows of one message.
struct Posting
{
    ConversationId conversation;
    QString text;        //!< no other message in the practice has it
    Seq accepted;        //!< what the server answered; none until it has
    bool certain = true; //!< false where its program died before it could say that it has it
};

//! Somebody who writes and reads under faults: the ledger of what they posted, and the rows they hold.
class Workstation : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual MemberId member() const = 0;
    //! Online, with everything the server has.
    [[nodiscard]] virtual bool isFollowing() const = 0;
    //! Postings in a conversation go out in this order; it tries for as long as it takes.
    virtual void post(ConversationId conversation, const QString &text) = 0;
    //! Posted and not answered yet.
    [[nodiscard]] virtual int waiting() const = 0;
    //! In the order they were posted.
    [[nodiscard]] virtual const std::vector<Posting> &postings() const = 0;
    //! Every message of \a conversation that is here, in the order in which it is shown.
    [[nodiscard]] virtual std::vector<Row> rows(ConversationId conversation) = 0;
    //! What was never to happen and did, such as an event out of order; empty where all is well.
    [[nodiscard]] virtual QString complaint() const = 0;
};

} // namespace handbell::test
