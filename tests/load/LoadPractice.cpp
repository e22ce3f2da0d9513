// SPDX-License-Identifier: Apache-2.0
#include "tests/load/LoadPractice.h"

#include "base/Clock.h"
#include "base/Random.h"
#include "crypto/Digest.h"
#include "record/Record.h"
#include "server/administration/SetUp.h"

namespace handbell::test {

namespace {

using administration::DataDirectory;

record::EventDraft draftOf(protocol::Payload payload)
{
    record::EventDraft draft;
    draft.payload = std::move(payload);
    return draft;
}

//! The seqs of what was appended, one a draft.
Result<std::vector<Seq>> appendAll(record::Record &record, std::span<const record::EventGroup> groups,
                                   WallTime at)
{
    const auto outcomes = record.append(groups, at);
    if (!outcomes)
        return outcomes.error();
    std::vector<Seq> seqs;
    for (const record::AppendOutcome &outcome : *outcomes) {
        if (const auto *error = std::get_if<Error>(&outcome))
            return *error;
        if (const auto *appended = std::get_if<record::Appended>(&outcome)) {
            for (const protocol::Event &event : appended->events)
                seqs.push_back(event.seq);
        }
    }
    return seqs;
}

record::AddToken tokenFor(int user, record::TokenKind kind, MemberId member, WorkstationId workstation)
{
    const QByteArray token = crypto::sha256(QStringLiteral("u%1:p%1").arg(user).toLatin1());
    return {{crypto::sha256(token), kind, member, workstation, {}}};
}

} // namespace

Result<QString> prepareLoadPractice(const QString &path, int clients, int group)
{
    const int members = std::min(clients, mostLoadMembers);
    if (clients < 1 || group < 1 || group > members)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("the group has 1 to %1 members").arg(members)};
    const auto directory = DataDirectory::create(path);
    if (!directory)
        return directory.error();
    const SystemClock clock;
    SystemRandom random;
    administration::NewPractice wanted;
    wanted.name = QStringLiteral("Load");
    wanted.hosts = {QStringLiteral("localhost"), QStringLiteral("127.0.0.1")};
    const auto made = administration::setUpPractice(*directory, wanted, clock, random);
    if (!made)
        return made.error();
    auto record = record::Record::open(directory->recordFile(), random);
    if (!record)
        return record.error();

    const RoomId room = made->practice.rooms.begin()->first;
    std::vector<record::EventGroup> groups;
    for (int user = 1; user <= clients; ++user)
        groups.emplace_back(
            draftOf(protocol::WorkstationAdded{QStringLiteral("Workstation %1").arg(user), room}));
    for (int user = 1; user <= members; ++user)
        groups.emplace_back(draftOf(protocol::MemberAdded{QStringLiteral("Member %1").arg(user),
                                                          QStringLiteral("Receptionist"),
                                                          {protocol::Permission::Member}}));
    const auto seqs = appendAll(*record, groups, clock.wallNow());
    if (!seqs)
        return seqs.error();

    std::vector<MemberId> inGroup;
    std::vector<record::SecretChange> tokens;
    for (int user = 1; user <= clients; ++user) {
        const WorkstationId workstation((*seqs)[size_t(user - 1)].value);
        if (user > members) {
            tokens.emplace_back(tokenFor(user, record::TokenKind::Workstation, {}, workstation));
            continue;
        }
        const MemberId member((*seqs)[size_t(clients + user - 1)].value);
        tokens.emplace_back(tokenFor(user, record::TokenKind::Member, member, workstation));
        if (user <= group)
            inGroup.push_back(member);
    }
    if (const auto kept = record->changeSecrets(tokens, clock.wallNow()); !kept)
        return kept.error();
    record::EventGroup conversation(draftOf(protocol::ConversationCreated{
        protocol::ConversationKind::Group, QStringLiteral("Bench"), std::move(inGroup)}));
    const auto created = appendAll(*record, {&conversation, 1}, clock.wallNow());
    if (!created)
        return created.error();
    const QByteArray epoch =
        record->epoch().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return QStringLiteral("%1:%2:%1:%3").arg(created->front().value).arg(QLatin1String(epoch)).arg(members);
}

} // namespace handbell::test
