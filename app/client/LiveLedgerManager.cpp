// SPDX-License-Identifier: Apache-2.0
#include "client/LiveLedgerManager.h"

namespace handbell::client {

QFuture<Result<protocol::Ledger>> LiveLedgerManager::fetch(WallTime from, WallTime until)
{
    using Answer = Result<protocol::Ledger>;
    return m_session.request(protocol::LedgerGet{from, until})
        .then([](const Result<protocol::ServerMessage> &answer) {
            if (!answer)
                return Answer(answer.error());
            const auto *told = std::get_if<protocol::OkLedger>(&*answer);
            return told ? Answer(told->ledger) : Answer(ErrorCode::UnexpectedMessage);
        });
}

} // namespace handbell::client
