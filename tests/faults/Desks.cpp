// SPDX-License-Identifier: Apache-2.0
#include "Desks.h"

#include "base/Clock.h"
#include "client/SecretStore.h"
#include "crypto/Token.h"
#include "record/Record.h"

#include <QFile>
#include <QSslCertificate>

namespace handbell::test {

Result<std::vector<Desk>> signInEverybody(const QString &data, Random &random)
{
    auto record = record::Record::open(data + QStringLiteral("/record.db"), random);
    if (!record)
        return record.error();
    std::vector<Desk> desks;
    const auto decide = [&](const protocol::PracticeState &practice) -> Result<record::EventGroup> {
        std::map<QString, MemberId> people;
        for (const auto &[id, member] : practice.members)
            people[member.name] = id;
        std::map<QString, WorkstationId> places;
        for (const auto &[id, workstation] : practice.workstations)
            places[workstation.name] = id;
        record::EventGroup group;
        for (int person = 0;; ++person) {
            const auto who =
                people.find(QStringLiteral("Person %1").arg(QLatin1Char(static_cast<char>('A' + person))));
            const auto where = places.find(QStringLiteral("PC %1").arg(person + 1));
            if (who == people.end() || where == places.end())
                return group;
            const auto token = crypto::Token::generate(random);
            const auto workstationToken = crypto::Token::generate(random);
            record::EventDraft draft;
            draft.actor = who->second;
            draft.workstation = where->second;
            draft.payload = protocol::MemberSignedIn{who->second, where->second};
            group.drafts.push_back(std::move(draft));
            group.secrets.push_back(record::AddToken{
                {token.digest(), record::TokenKind::Member, who->second, where->second, {}}});
            group.secrets.push_back(record::AddToken{
                {workstationToken.digest(), record::TokenKind::Workstation, {}, where->second, {}}});
            desks.push_back({who->second, where->second, token.bytes(), workstationToken.bytes()});
        }
    };
    if (const auto appended = record->appendDecided(decide, SystemClock().wallNow()); !appended)
        return appended.error();
    return desks;
}

void keepTokens(const Desk &desk, const QString &prefix, client::SecretStore &secrets)
{
    // As client::Credentials keeps them.
    constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    secrets.write(prefix + QStringLiteral("workstation-token"), desk.workstationToken.toBase64(encoding))
        .waitForFinished();
    secrets
        .write(prefix + QStringLiteral("member-token"),
               QByteArray::number(desk.member.value) + ':' + desk.token.toBase64(encoding))
        .waitForFinished();
}

QByteArray authorityOf(const QString &data)
{
    QFile file(data + QStringLiteral("/authority.crt"));
    return file.open(QIODevice::ReadOnly) ? QSslCertificate(file.readAll()).toDer() : QByteArray();
}

} // namespace handbell::test
