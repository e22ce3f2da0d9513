// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Random.h"
#include "server/administration/Plan.h"

namespace handbell::administration {

//! An invitation just made. \a text is the only copy of its code there will ever be: show it once, log it
//! never.
struct IssuedInvitation
{
    InvitationId id;
    InvitationTarget target;
    QString text; //!< handbell://join/…
    WallTime expiresAt{};
};

//! \a issued for scripts, with the names \a practice has for its target: id, invitation (the text),
//! expires_at, and member, member_id, workstation, workstation_id as far as it has them. Holds the code, as
//! the text does.
[[nodiscard]] QJsonObject toJson(const IssuedInvitation &issued, const protocol::PracticeState &practice);

//! Where an invitation leads.
struct ServerPlace
{
    QString host;
    quint16 port = 0;
    QByteArray pin; //!< of the practice's authority, 32 bytes
};

//! Makes invitations: a fresh code each, its digest into the plan, its text to the caller.
class InvitationDesk
{
public:
    //! \a random must be fit for secrets outside of tests, and outlive the desk.
    InvitationDesk(ServerPlace place, Random &random)
        : m_place(std::move(place))
        , m_random(&random)
    {
    }

    //! Adds an invitation to \a plan; it works once the plan is in the record. Errors are Plan::invite()'s.
    [[nodiscard]] Result<IssuedInvitation>
    issue(Plan &plan, const InvitationTarget &target,
          std::chrono::hours lifetime = defaultInvitationLifetime) const;

private:
    ServerPlace m_place;
    Random *m_random;
};

} // namespace handbell::administration
