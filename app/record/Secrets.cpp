// SPDX-License-Identifier: Apache-2.0
#include "record/Secrets.h"

#include "record/SecretChanges.h"
#include "storage/Database.h"

namespace handbell::record {

namespace {

QString kindName(TokenKind kind)
{
    return kind == TokenKind::Workstation ? QStringLiteral("workstation") : QStringLiteral("member");
}

TokenKind kindFromName(const QString &name)
{
    return name == QLatin1String("workstation") ? TokenKind::Workstation : TokenKind::Member;
}

//! The token in the row \a statement is at: digest, kind, member, workstation, created_at.
TokenEntry tokenFrom(const storage::Statement &statement)
{
    return {statement.bytes(0), kindFromName(statement.text(1)), statement.id<MemberId>(2),
            statement.id<WorkstationId>(3), statement.time(4)};
}

//! One overload a change.
struct Keeper
{
    storage::Database &database;
    WallTime at;

    Result<void> operator()(const SetCredential &change) const
    {
        return database.execute(
            QStringLiteral("INSERT OR REPLACE INTO credential (member, hash) VALUES (?, ?)"),
            {change.member, change.hash});
    }
    Result<void> operator()(const AddToken &change) const
    {
        const TokenEntry &token = change.token;
        return database.execute(
            QStringLiteral("INSERT OR REPLACE INTO token (digest, kind, member, workstation, created_at)"
                           " VALUES (?, ?, ?, ?, ?)"),
            {token.digest, kindName(token.kind), token.member, token.workstation, at});
    }
    Result<void> operator()(const DropToken &change) const
    {
        return database.execute(QStringLiteral("DELETE FROM token WHERE digest = ?"), {change.digest});
    }
};

//! What an event of each kind ends; most end nothing.
struct Consequences
{
    storage::Database &database;

    Result<void> dropTokensOf(MemberId member) const
    {
        return database.execute(QStringLiteral("DELETE FROM token WHERE kind = 'member' AND member = ?"),
                                {member});
    }

    template <class Other>
    Result<void> operator()(const Other &) const
    {
        return {};
    }
    Result<void> operator()(const protocol::MemberChanged &payload) const
    {
        return payload.disabled.value_or(false) ? dropTokensOf(payload.member) : Result<void>();
    }
    Result<void> operator()(const protocol::PasswordSet &payload) const
    {
        return dropTokensOf(payload.member);
    }
    Result<void> operator()(const protocol::PasswordReset &payload) const
    {
        auto dropped =
            database.execute(QStringLiteral("DELETE FROM credential WHERE member = ?"), {payload.member});
        return dropped ? dropTokensOf(payload.member) : dropped;
    }
    Result<void> operator()(const protocol::MemberSignedOut &payload) const
    {
        return database.execute(
            QStringLiteral("DELETE FROM token WHERE kind = 'member' AND member = ? AND workstation = ?"),
            {payload.member, payload.workstation});
    }
    Result<void> operator()(const protocol::WorkstationRemoved &payload) const
    {
        return database.execute(QStringLiteral("DELETE FROM token WHERE workstation = ?"),
                                {payload.workstation});
    }
};

} // namespace

Result<void> checkSecretChange(const SecretChange &change)
{
    const auto *add = std::get_if<AddToken>(&change);
    if (!add)
        return {};
    const TokenEntry &token = add->token;
    const bool bound =
        token.workstation.isValid() && token.member.isValid() == (token.kind == TokenKind::Member);
    if (token.digest.size() != tokenDigestSize || !bound)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("a token is not complete")};
    return {};
}

Result<void> keepSecretChange(storage::Database &database, const SecretChange &change, WallTime at)
{
    return std::visit(Keeper{database, at}, change);
}

Result<void> endSecretsAfter(storage::Database &database, const protocol::Event &event)
{
    return std::visit(Consequences{database}, event.payload);
}

Result<std::optional<QString>> SecretStore::credential(MemberId member) const
{
    auto statement = m_database->prepare(QStringLiteral("SELECT hash FROM credential WHERE member = ?"));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run({member}); !ran)
        return ran.error();
    const auto row = statement->next();
    if (!row)
        return row.error();
    return *row ? std::optional(statement->text(0)) : std::nullopt;
}

Result<std::optional<TokenEntry>> SecretStore::token(const QByteArray &digest) const
{
    auto statement = m_database->prepare(
        QStringLiteral("SELECT digest, kind, member, workstation, created_at FROM token WHERE digest = ?"));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run({digest}); !ran)
        return ran.error();
    const auto row = statement->next();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<TokenEntry>();
    return std::optional(tokenFrom(*statement));
}

Result<std::vector<TokenEntry>> SecretStore::signedIn(MemberId member, WorkstationId workstation) const
{
    auto statement = m_database->prepare(QStringLiteral(
        "SELECT digest, kind, member, workstation, created_at FROM token"
        " WHERE kind = 'member' AND (member = ? OR workstation = ?) ORDER BY member, workstation"));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run({member, workstation}); !ran)
        return ran.error();
    std::vector<TokenEntry> tokens;
    for (;;) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            return tokens;
        tokens.push_back(tokenFrom(*statement));
    }
}

Result<qint64> SecretStore::tokenCount() const
{
    return m_database->number(QStringLiteral("SELECT count(*) FROM token"));
}

} // namespace handbell::record
