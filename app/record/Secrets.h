// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace handbell::storage {
class Database;
}

namespace handbell::record {

enum class TokenKind {
    Workstation, //!< of an enrolled PC
    Member       //!< of a member signed in on a PC
};

//! A token as the server knows it: its digest alone.
struct TokenEntry
{
    QByteArray digest; //!< SHA-256, 32 bytes
    TokenKind kind = TokenKind::Member;
    MemberId member; //!< none for a workstation's
    WorkstationId workstation;
    WallTime createdAt{};

    friend bool operator==(const TokenEntry &, const TokenEntry &) = default;
};

//! The member's password hash becomes \a hash.
struct SetCredential
{
    MemberId member;
    QString hash; //!< crypto::hashPassword()
};
//! A token is given out. It replaces the one before: a workstation has one, and a member one a workstation.
struct AddToken
{
    TokenEntry token; //!< createdAt is set when it is kept
};
//! The token is void from now on.
struct DropToken
{
    QByteArray digest;
};
using SecretChange = std::variant<SetCredential, AddToken, DropToken>;

//! Password hashes and token digests: beside the record, not events, gone when they are gone. Reads here;
//! changes go through Record, so that they are kept together with the events that explain them.
//!
//! Events end secrets by themselves, whoever appends them: member_changed to disabled, password_reset and
//! password_set end all tokens of the member (password_reset the password too), member_signed_out the
//! member's token on that workstation, workstation_removed every token on it.
class SecretStore
{
public:
    explicit SecretStore(storage::Database &database)
        : m_database(&database)
    {
    }

    //! The member's password hash, or nothing.
    [[nodiscard]] Result<std::optional<QString>> credential(MemberId member) const;
    //! The token with \a digest, or nothing where there is none or it is void.
    [[nodiscard]] Result<std::optional<TokenEntry>> token(const QByteArray &digest) const;
    //! Members' tokens that are \a member's anywhere or anybody's on \a workstation: what a sign-in of the
    //! one on the other puts an end to.
    [[nodiscard]] Result<std::vector<TokenEntry>> signedIn(MemberId member, WorkstationId workstation) const;
    //! How many tokens are valid, for status.
    [[nodiscard]] Result<qint64> tokenCount() const;

private:
    storage::Database *m_database;
};

} // namespace handbell::record
