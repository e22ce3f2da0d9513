// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Desks.h"
#include "Workstation.h"
#include "tests/support/LivePractice.h"

namespace handbell::test {

//! The workstation as people have it, without a window: outbox, sealed cache and all. Its rows are those its
//! conversations show.
class EngineWorkstation final : public Workstation
{
    Q_OBJECT

public:
    //! A PC on which \a desk is signed in with the server at \a server.
    EngineWorkstation(const QString &profile, const client::Profile::Server &server, const Desk &desk);

    //! As if the program were ended and started again.
    void restart();

    [[nodiscard]] MemberId member() const override { return m_member; }
    [[nodiscard]] bool isFollowing() const override;
    void post(ConversationId conversation, const QString &text) override;
    [[nodiscard]] int waiting() const override;
    [[nodiscard]] const std::vector<Posting> &postings() const override { return m_postings; }
    //! Pages back to the first; those waiting in the outbox come last, without a seq.
    [[nodiscard]] std::vector<Row> rows(ConversationId conversation) override;
    [[nodiscard]] QString complaint() const override { return m_complaint; }

    [[nodiscard]] client::Client &client() { return *m_live; }

private:
    void watch();

    mutable LiveWorkstation m_live; // its accessors are not const
    MemberId m_member;
    std::vector<Posting> m_postings;
    QString m_complaint;
};

} // namespace handbell::test
