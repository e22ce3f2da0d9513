// SPDX-License-Identifier: Apache-2.0
#include "server/AuthHandler.h"

#include "base/Log.h"
#include "crypto/PasswordHash.h"
#include "server/PasswordRules.h"

namespace handbell::server {

namespace {

using protocol::SessionState;

const Error &revoked()
{
    static const Error error{ErrorCode::TokenRevoked, QStringLiteral("the token is not valid")};
    return error;
}

QString keyOf(MemberId member)
{
    return QString::number(member.value);
}

} // namespace

AuthHandler::AuthHandler(Space &space, SignInDesk &desk)
    : m_space(space)
    , m_desk(desk)
{
}

bool AuthHandler::greet(const Request &request, Session &session, const protocol::ClientInfo &client)
{
    if (client.protocol != protocol::protocolVersion) {
        m_space.fail(request,
                     Error{ErrorCode::UnsupportedVersion, QStringLiteral("this server speaks version 1")});
        return false;
    }
    if (session.authenticating) {
        m_space.fail(request, Error{ErrorCode::ServerBusy, QStringLiteral("a sign-in is under way")});
        return false;
    }
    session.abilities.clear();
    for (const QString &own : protocol::ownAbilities()) {
        if (std::find(client.abilities.begin(), client.abilities.end(), own) != client.abilities.end())
            session.abilities.push_back(own);
    }
    return true;
}

void AuthHandler::giveUp(const Request &request, const Error &error)
{
    if (Session *session = m_space.sessions().find(request.connection))
        session->authenticating = false;
    m_space.fail(request, error);
}

// --- By invitation ---

Result<protocol::Invitation> AuthHandler::invitation(const protocol::Bytes &code) const
{
    const auto given = crypto::InvitationCode::fromBytes(code.value);
    if (!given)
        return Error{ErrorCode::InvalidField, QStringLiteral("\"code\" has 16 bytes")};
    const QByteArray digest = given->digest();
    for (const auto &[id, known] : m_space.state().invitations) {
        if (crypto::equalConstantTime(known.codeDigest.value, digest))
            return known;
    }
    return Error{ErrorCode::InvitationInvalid, QStringLiteral("no such invitation")};
}

Result<void> AuthHandler::usable(const protocol::Invitation &invitation) const
{
    const protocol::PracticeState &state = m_space.state();
    const protocol::Member *member = invitation.member ? state.member(*invitation.member) : nullptr;
    const protocol::Workstation *workstation =
        invitation.workstation ? state.workstation(*invitation.workstation) : nullptr;
    if (invitation.used)
        return Error{ErrorCode::InvitationUsed, QStringLiteral("an invitation works once")};
    if (invitation.cancelled || (invitation.member && (!member || member->disabled)) ||
        (invitation.workstation && (!workstation || workstation->removed)))
        return Error{ErrorCode::InvitationInvalid, QStringLiteral("the invitation was taken back")};
    if (m_space.clock().wallNow() >= invitation.expiresAt)
        return Error{ErrorCode::InvitationExpired, QStringLiteral("the invitation's time is over")};
    return {};
}

void AuthHandler::handle(const Request &request, Session &session, const protocol::AuthJoin &message)
{
    if (!greet(request, session, message.client))
        return;
    const SteadyTime now = m_space.clock().steadyNow();
    if (const auto wait = m_addressFailures.waitFor(session.address, now)) {
        m_space.fail(request,
                     Error{ErrorCode::RateLimited, QStringLiteral("too many failures from this address")},
                     *wait);
        return;
    }
    const auto found = invitation(message.code);
    if (found)
        join(request, session, message, *found);
    else if (found.error().code == ErrorCode::InvitationInvalid)
        joinLater(request, session, message);
    else
        m_space.fail(request, found.error());
}

void AuthHandler::joinLater(const Request &request, Session &session, const protocol::AuthJoin &message)
{
    session.authenticating = true;
    m_space.catchUp([this, request, message](const Result<void> &caughtUp) {
        Session *waiting = m_space.sessions().find(request.connection);
        if (!waiting || waiting->closing)
            return;
        waiting->authenticating = false;
        if (!caughtUp) {
            m_space.fail(request, caughtUp.error());
            return;
        }
        const auto found = invitation(message.code);
        if (found) {
            join(request, *waiting, message, *found);
            return;
        }
        m_addressFailures.failed(waiting->address, m_space.clock().steadyNow());
        m_space.fail(request, found.error());
    });
}

void AuthHandler::join(const Request &request, Session &session, const protocol::AuthJoin &message,
                       const protocol::Invitation &invitation)
{
    const Claim claim = m_space.claim({Matter::Topic::Invitation, invitation.id.value, 0}, request, message);
    if (!claim)
        return;
    if (const auto checked = usable(invitation); !checked) {
        m_space.fail(request, checked.error());
        return;
    }
    Joining joining{request, invitation.id, invitation.member, invitation.workstation, {}, claim};
    joining.workstation = invitation.workstation.value_or(session.workstation);
    if (!joining.workstation.isValid()) {
        m_space.fail(request,
                     Error{ErrorCode::WorkstationRequired, QStringLiteral("enrol the workstation first")});
        return;
    }
    if (!joining.member) {
        session.authenticating = true;
        finishJoin(joining, {});
        return;
    }
    if (!message.password) {
        m_space.fail(request, Error{ErrorCode::InvalidField, QStringLiteral("\"password\" is missing")});
        return;
    }
    const protocol::PracticeState &state = m_space.state();
    if (const auto strong =
            checkPassword(*message.password, state.member(*joining.member)->name, state.practiceName);
        !strong) {
        m_space.fail(request, strong.error());
        return;
    }
    const bool taken =
        m_space.hasher().hash(*message.password, [this, joining](const Result<QString> &encoded) {
            if (encoded)
                finishJoin(joining, *encoded);
            else
                giveUp(joining.request, encoded.error());
        });
    if (taken)
        session.authenticating = true;
    else
        m_space.fail(request, Error{ErrorCode::ServerBusy, QStringLiteral("too many sign-ins at once")});
}

void AuthHandler::finishJoin(const Joining &joining, const QString &passwordHash)
{
    // The practice may have changed while the password was hashed.
    const auto known = m_space.state().invitations.find(joining.invitation);
    if (known == m_space.state().invitations.end()) {
        giveUp(joining.request,
               {ErrorCode::InvitationInvalid, QStringLiteral("the invitation was taken back")});
        return;
    }
    if (const auto checked = usable(known->second); !checked) {
        giveUp(joining.request, checked.error());
        return;
    }
    record::EventGroup group;
    const auto add = [&](protocol::Payload payload) {
        record::EventDraft draft;
        draft.actor = joining.member.value_or(protocol::noMember);
        draft.workstation = joining.workstation;
        draft.payload = std::move(payload);
        group.drafts.push_back(std::move(draft));
    };
    add(protocol::InvitationUsed{joining.invitation});
    std::optional<protocol::PlaceLeft> leaves;
    std::optional<crypto::Token> memberToken;
    std::optional<crypto::Token> workstationToken;
    if (joining.enrols) {
        workstationToken = crypto::Token::generate(m_space.random());
        group.secrets.push_back(record::AddToken{
            {workstationToken->digest(), record::TokenKind::Workstation, {}, *joining.enrols, {}}});
    }
    if (joining.member) {
        memberToken = crypto::Token::generate(m_space.random());
        const auto left = m_desk.placeLeft(*joining.member, joining.workstation);
        if (!left) {
            giveUp(joining.request, left.error());
            return;
        }
        leaves = *left;
        add(protocol::PasswordSet{*joining.member});
        group.secrets.push_back(record::SetCredential{*joining.member, passwordHash});
        const auto added = m_desk.addSignIn(group, *joining.member, joining.workstation, *memberToken);
        if (!added) {
            giveUp(joining.request, added.error());
            return;
        }
    } else if (const auto added = m_desk.addSignOuts(group, protocol::noMember, joining.workstation);
               !added) {
        giveUp(joining.request, added.error());
        return;
    }
    m_space.write(std::move(group),
                  [this, joining, leaves, memberToken, workstationToken](const Result<Kept> &kept) {
                      if (kept)
                          joined(joining, leaves, memberToken, workstationToken);
                      else
                          giveUp(joining.request, kept.error());
                  });
}

void AuthHandler::joined(const Joining &joining, const std::optional<protocol::PlaceLeft> &left,
                         const std::optional<crypto::Token> &memberToken,
                         const std::optional<crypto::Token> &workstationToken)
{
    Session *session = m_space.sessions().find(joining.request.connection);
    if (!session || session->closing) {
        if (joining.member)
            m_desk.lost(*joining.member);
        return;
    }
    session->authenticating = false;
    if (joining.member)
        gotIn(*joining.member, session->address);
    if (!joining.member) {
        m_desk.enrol(*session, joining.workstation);
        protocol::OkWorkstation answer = m_desk.okWorkstation(*session);
        answer.token = protocol::Bytes{workstationToken->bytes()};
        m_space.answer(joining.request, answer);
        m_desk.endOthersAt(*session);
        return;
    }
    m_desk.activate(*session, *joining.member, joining.workstation, PresenceHandler::Arrival::Fresh);
    protocol::OkSession answer = m_desk.okSession(*session);
    answer.token = protocol::Bytes{memberToken->bytes()};
    if (workstationToken)
        answer.workstationToken = protocol::Bytes{workstationToken->bytes()};
    answer.left = left;
    m_space.answer(joining.request, answer);
    if (joining.enrols)
        m_desk.endOthersAt(*session);
}

// --- By token ---

Result<record::TokenEntry> AuthHandler::token(const protocol::Bytes &bytes, record::TokenKind kind) const
{
    const auto given = crypto::Token::fromBytes(bytes.value);
    if (!given)
        return revoked();
    const auto entry = m_space.record().secrets().token(given->digest());
    if (!entry)
        return entry.error();
    if (!*entry || (*entry)->kind != kind)
        return revoked();
    const protocol::Workstation *workstation = m_space.state().workstation((*entry)->workstation);
    const protocol::Member *member = m_space.state().member((*entry)->member);
    const bool memberFits = kind == record::TokenKind::Workstation || (member && !member->disabled);
    if (!workstation || workstation->removed || !memberFits)
        return revoked();
    return **entry;
}

void AuthHandler::handle(const Request &request, Session &session, const protocol::AuthWorkstation &message)
{
    if (!greet(request, session, message.client))
        return;
    const auto entry = token(message.token, record::TokenKind::Workstation);
    if (!entry) {
        m_space.fail(request, entry.error());
        return;
    }
    // A PC that comes without a member's token has nobody signed in: who left while the line was down could
    // not say so.
    record::EventGroup group;
    if (const auto added = m_desk.addSignOuts(group, protocol::noMember, entry->workstation); !added) {
        m_space.fail(request, added.error());
        return;
    }
    m_desk.enrol(session, entry->workstation);
    m_space.answer(request, m_desk.okWorkstation(session));
    if (!group.drafts.empty()) {
        m_space.write(std::move(group), [](const Result<Kept> &kept) {
            if (!kept)
                qCWarning(logServer) << "a sign-out was not kept:" << wireName(kept.error().code);
        });
    }
}

void AuthHandler::handle(const Request &request, Session &session, const protocol::AuthToken &message)
{
    if (!greet(request, session, message.client))
        return;
    const auto entry = token(message.token, record::TokenKind::Member);
    if (!entry) {
        m_space.fail(request, entry.error());
        return;
    }
    m_desk.activate(session, entry->member, entry->workstation, PresenceHandler::Arrival::Resumed);
    m_space.answer(request, m_desk.okSession(session));
}

// --- By password ---

void AuthHandler::handle(const Request &request, Session &session, const protocol::AuthPassword &message)
{
    if (session.authenticating) {
        m_space.fail(request, Error{ErrorCode::ServerBusy, QStringLiteral("a sign-in is under way")});
        return;
    }
    const SteadyTime now = m_space.clock().steadyNow();
    const QString key = keyOf(message.member);
    const auto memberWait = m_memberFailures.waitFor(key, now);
    const auto addressWait = m_addressFailures.waitFor(session.address, now);
    if (memberWait || addressWait) {
        m_space.fail(request, Error{ErrorCode::RateLimited, QStringLiteral("too many failures")},
                     std::max(memberWait.value_or(std::chrono::milliseconds(0)),
                              addressWait.value_or(std::chrono::milliseconds(0))));
        return;
    }
    const protocol::Member *member = m_space.state().member(message.member);
    const auto credential = m_space.record().secrets().credential(message.member);
    if (!credential) {
        m_space.fail(request, credential.error());
        return;
    }
    // Who does not exist costs the same time as who does, so that nobody learns which it was.
    const bool known = member && !member->disabled && credential->has_value();
    const QString encoded = known ? **credential : crypto::dummyHash(m_space.limits().scrypt);
    const bool taken = m_space.hasher().verify(
        message.password, encoded,
        [this, request, id = message.member, address = session.address, known](bool matches) {
            passwordChecked(request, id, address, known && matches);
        });
    if (!taken) {
        m_space.fail(request, Error{ErrorCode::ServerBusy, QStringLiteral("too many sign-ins at once")});
        return;
    }
    session.authenticating = true;
    m_memberFailures.began(key, now);
    m_addressFailures.began(session.address, now);
}

void AuthHandler::gotIn(MemberId member, const QString &address)
{
    // No more than were this member's: signing in is no way to go on guessing others' passwords.
    m_addressFailures.forgive(address, m_memberFailures.succeeded(keyOf(member)));
}

void AuthHandler::passwordChecked(const Request &request, MemberId id, const QString &address, bool matches)
{
    m_memberFailures.ended(keyOf(id));
    m_addressFailures.ended(address);
    const protocol::Member *member = m_space.state().member(id);
    if (!matches || !member || member->disabled) {
        // Hanging up before the answer does not spare the failure.
        const SteadyTime now = m_space.clock().steadyNow();
        m_memberFailures.failed(keyOf(id), now);
        m_addressFailures.failed(address, now);
        giveUp(request, {ErrorCode::BadCredentials, QStringLiteral("unknown member or wrong password")});
        return;
    }
    const Session *session = m_space.sessions().find(request.connection);
    if (!session || session->closing)
        return;
    gotIn(id, session->address);
    const WorkstationId workstation = session->workstation;
    const crypto::Token token = crypto::Token::generate(m_space.random());
    const auto left = m_desk.placeLeft(id, workstation);
    if (!left) {
        giveUp(request, left.error());
        return;
    }
    record::EventGroup group;
    if (const auto added = m_desk.addSignIn(group, id, workstation, token); !added) {
        giveUp(request, added.error());
        return;
    }
    m_space.write(std::move(group),
                  [this, request, id, workstation, token, leaves = *left](const Result<Kept> &kept) {
                      if (!kept) {
                          giveUp(request, kept.error());
                          return;
                      }
                      Session *signedIn = m_space.sessions().find(request.connection);
                      if (!signedIn || signedIn->closing) {
                          m_desk.lost(id);
                          return;
                      }
                      signedIn->authenticating = false;
                      m_desk.activate(*signedIn, id, workstation, PresenceHandler::Arrival::Fresh);
                      protocol::OkSession answer = m_desk.okSession(*signedIn);
                      answer.token = protocol::Bytes{token.bytes()};
                      answer.left = leaves;
                      m_space.answer(request, answer);
                  });
}

// --- Out ---

void AuthHandler::handle(const Request &request, Session &session, const protocol::SignOut &)
{
    record::EventDraft draft;
    draft.actor = session.member;
    draft.workstation = session.workstation;
    draft.payload =
        protocol::MemberSignedOut{session.member, session.workstation, protocol::SignOutReason::SignedOut};
    session.authenticating = true;
    m_space.write(std::move(draft), [this, request](const Result<Kept> &kept) {
        if (!kept) {
            giveUp(request, kept.error());
            return;
        }
        Session *left = m_space.sessions().find(request.connection);
        if (!left)
            return;
        left->authenticating = false;
        if (left->state == SessionState::Active)
            m_desk.enrol(*left, left->workstation); // the desk has done so where the event has come round
        m_space.answer(request, m_desk.okWorkstation(*left));
    });
}

} // namespace handbell::server
