// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/FailureBackOff.h"
#include "server/SignInDesk.h"
#include "server/Space.h"

namespace handbell::server {

//! Getting in and out: invitations, tokens, passwords. Hub thread only.
class AuthHandler
{
public:
    AuthHandler(Space &space, SignInDesk &desk);

    void handle(const Request &request, Session &session, const protocol::AuthJoin &message);
    void handle(const Request &request, Session &session, const protocol::AuthWorkstation &message);
    void handle(const Request &request, Session &session, const protocol::AuthPassword &message);
    void handle(const Request &request, Session &session, const protocol::AuthToken &message);
    void handle(const Request &request, Session &session, const protocol::SignOut &message);

private:
    //! A join on its way: what it may do was checked, its password may still have to be hashed.
    struct Joining
    {
        Request request;
        InvitationId invitation;
        std::optional<MemberId> member;
        std::optional<WorkstationId> enrols; //!< the PC becomes this workstation
        WorkstationId workstation;           //!< where the member will sit
        Claim claim;
    };

    //! Whether \a client speaks a version this server does; otherwise \a request is refused.
    [[nodiscard]] bool greet(const Request &request, Session &session, const protocol::ClientInfo &client);
    //! What \a code invites to at this moment.
    [[nodiscard]] Result<protocol::Invitation> invitation(const protocol::Bytes &code) const;
    //! Looks once more, after reading on: handbellctl may have made it a moment ago.
    void joinLater(const Request &request, Session &session, const protocol::AuthJoin &message);
    void join(const Request &request, Session &session, const protocol::AuthJoin &message,
              const protocol::Invitation &invitation);
    [[nodiscard]] Result<void> usable(const protocol::Invitation &invitation) const;
    void finishJoin(const Joining &joining, const QString &passwordHash);
    void joined(const Joining &joining, const std::optional<protocol::PlaceLeft> &left,
                const std::optional<crypto::Token> &memberToken,
                const std::optional<crypto::Token> &workstationToken);
    //! The token, if it is a valid one of \a kind.
    [[nodiscard]] Result<record::TokenEntry> token(const protocol::Bytes &bytes,
                                                   record::TokenKind kind) const;
    //! \a member got in from \a address: their failures are forgotten.
    void gotIn(MemberId member, const QString &address);
    void passwordChecked(const Request &request, MemberId member, const QString &address, bool matches);
    //! Ends the authentication under way and answers with \a error.
    void giveUp(const Request &request, const Error &error);

    Space &m_space;
    SignInDesk &m_desk;
    FailureBackOff m_memberFailures{5};
    FailureBackOff m_addressFailures{20};
};

} // namespace handbell::server
