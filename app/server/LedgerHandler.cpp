// SPDX-License-Identifier: Apache-2.0
#include "server/LedgerHandler.h"

#include "base/Log.h"

namespace handbell::server {

namespace {

//! A shorter time is about single alerts, and so about those who were there; a longer one is the past.
constexpr std::chrono::days shortestTime{1};
constexpr std::chrono::days longestTime{366};
//! When to ask again while others' ledgers are being read.
constexpr std::chrono::milliseconds nextTurn{2000};

Error notForThem()
{
    return {ErrorCode::Forbidden, QStringLiteral("the ledger is for administrators")};
}

} // namespace

LedgerHandler::LedgerHandler(Space &space, LedgerReader &reader)
    : m_space(space)
    , m_reader(reader)
{
}

bool LedgerHandler::mayAsk(MemberId member) const
{
    const protocol::Member *known = m_space.state().member(member);
    return known && !known->disabled && known->may(protocol::Permission::Administrator);
}

void LedgerHandler::handle(const Request &request, Session &session, const protocol::LedgerGet &message)
{
    const auto time = message.until - message.from;
    if (!mayAsk(session.member)) {
        m_space.fail(request, notForThem());
    } else if (time < shortestTime || time > longestTime) {
        m_space.fail(request, Error{ErrorCode::InvalidField,
                                    QStringLiteral("\"until\" is a day to 366 days after \"from\"")});
    } else if (!m_reader.read(
                   message.from, message.until,
                   [this, request, asker = session.member](const Result<protocol::Ledger> &ledger) {
                       tell(request, asker, ledger);
                   })) {
        m_space.fail(request, Error{ErrorCode::ServerBusy, QStringLiteral("other ledgers are being read")},
                     nextTurn);
    }
}

void LedgerHandler::tell(const Request &request, MemberId asker, const Result<protocol::Ledger> &ledger)
{
    const Session *session = m_space.sessions().find(request.connection);
    if (!session)
        return;
    // Somebody else may sit there by now, or the permission be gone.
    if (session->member != asker || !mayAsk(asker)) {
        m_space.fail(request, notForThem());
    } else if (!ledger) {
        qCWarning(logServer) << "the ledger cannot be read:" << wireName(ledger.error().code);
        m_space.fail(request, ledger.error());
    } else {
        m_space.answer(request, protocol::OkLedger{*ledger});
    }
}

} // namespace handbell::server
