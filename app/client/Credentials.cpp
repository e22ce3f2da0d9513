// SPDX-License-Identifier: Apache-2.0
#include "client/Credentials.h"

#include "base/Log.h"

#include <utility>

namespace handbell::client {

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

//! "5:TOKEN": whose it is stands with it, so that the two cannot part.
QByteArray textOf(const Credentials::MemberToken &token)
{
    return QByteArray::number(token.member.value) + ':' + token.token.toBase64(encoding);
}

std::optional<Credentials::MemberToken> memberTokenFrom(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    const MemberId member(text.left(colon).toLongLong());
    QByteArray token = QByteArray::fromBase64(text.mid(colon + 1), encoding);
    if (colon < 1 || !member.isValid() || token.isEmpty())
        return std::nullopt;
    return Credentials::MemberToken{member, std::move(token)};
}

} // namespace

Credentials::Credentials(SecretStore &secrets, QString prefix, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_prefix(std::move(prefix))
{
}

QString Credentials::workstationName() const
{
    return m_prefix + QStringLiteral("workstation-token");
}

QString Credentials::memberName() const
{
    return m_prefix + QStringLiteral("member-token");
}

void Credentials::load(std::function<void()> done)
{
    m_secrets.read(workstationName()).then(this, [this, done](const Result<QByteArray> &workstation) {
        m_kept = workstation.ok() || workstation.error().code != ErrorCode::KeychainUnavailable;
        if (workstation) {
            m_workstation = QByteArray::fromBase64(*workstation, encoding);
            if (m_workstation->isEmpty())
                m_workstation.reset();
        }
        m_secrets.read(memberName()).then(this, [this, done](const Result<QByteArray> &member) {
            if (member)
                m_member = memberTokenFrom(*member);
            done();
        });
    });
}

void Credentials::setWorkstation(const QByteArray &token)
{
    m_workstation = token;
    write(workstationName(), token.toBase64(encoding));
}

void Credentials::setMember(const MemberToken &token)
{
    m_member = token;
    write(memberName(), textOf(token));
}

QFuture<Result<void>> Credentials::forgetMember()
{
    m_member.reset();
    return m_secrets.remove(memberName());
}

void Credentials::forgetWorkstation()
{
    m_workstation.reset();
    m_secrets.remove(workstationName());
}

void Credentials::write(const QString &name, const QByteArray &value)
{
    m_secrets.write(name, value).then(this, [this](const Result<void> &written) {
        if (written)
            return;
        m_kept = false;
        qCInfo(logClient) << "a token is not kept:" << wireName(written.error().code);
    });
}

} // namespace handbell::client
