// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/LedgerReader.h"
#include "server/Space.h"

namespace handbell::server {

//! The interruption ledger, for administrators. Hub thread only.
class LedgerHandler
{
public:
    //! Both outlive the handler.
    LedgerHandler(Space &space, LedgerReader &reader);

    void handle(const Request &request, Session &session, const protocol::LedgerGet &message);

private:
    void tell(const Request &request, MemberId asker, const Result<protocol::Ledger> &ledger);
    [[nodiscard]] bool mayAsk(MemberId member) const;

    Space &m_space;
    LedgerReader &m_reader;
};

} // namespace handbell::server
