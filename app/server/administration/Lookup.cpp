// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Lookup.h"

#include "server/administration/Names.h"

#include <QStringList>

namespace handbell::administration {

namespace {

struct Candidate
{
    qint64 id = 0;
    QString folded;
    bool inUse = true;
};

QString join(const std::vector<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts << QString::number(id);
    return texts.join(QStringLiteral(", "));
}

Error notFound(QLatin1String noun, const std::vector<Candidate> &candidates, const QString &folded)
{
    std::vector<qint64> similar;
    for (const Candidate &candidate : candidates) {
        if (candidate.inUse && !folded.isEmpty() && candidate.folded.contains(folded))
            similar.push_back(candidate.id);
    }
    QString detail = QStringLiteral("no %1 has exactly this name or id").arg(noun);
    if (similar.empty())
        detail += QStringLiteral(": '%1s list' shows them all").arg(noun);
    else
        detail += QStringLiteral(": did you mean %1? '%2s list' shows them all").arg(join(similar), noun);
    return {ErrorCode::NotFound, detail};
}

Result<qint64> pick(QLatin1String noun, const std::vector<Candidate> &candidates, const QString &typed)
{
    const QString folded = foldedName(typed);
    const bool onlyId = folded.startsWith(QLatin1Char('#'));
    bool isNumber = false;
    const qint64 number = (onlyId ? folded.mid(1) : folded).toLongLong(&isNumber);

    std::vector<qint64> byId, inUse, gone;
    for (const Candidate &candidate : candidates) {
        if (isNumber && candidate.id == number)
            byId.push_back(candidate.id);
        else if (!onlyId && candidate.folded == folded)
            (candidate.inUse ? inUse : gone).push_back(candidate.id);
    }
    const std::vector<qint64> &byName = inUse.empty() ? gone : inUse;
    if (byId.size() == 1 && byName.empty())
        return byId.front();
    if (byId.empty() && byName.size() == 1)
        return byName.front();
    if (byId.empty() && byName.empty())
        return notFound(noun, candidates, folded);
    std::vector<qint64> meant = byId;
    meant.insert(meant.end(), byName.begin(), byName.end());
    return Error{ErrorCode::InvalidArgument,
                 QStringLiteral("this could mean %1 %2: write # and the id, such as #%3")
                     .arg(noun, join(meant))
                     .arg(meant.front())};
}

template <class Id>
Result<Id> asId(const Result<qint64> &picked)
{
    if (!picked)
        return picked.error();
    return Id(*picked);
}

} // namespace

Result<MemberId> findMember(const protocol::PracticeState &practice, const QString &typed)
{
    std::vector<Candidate> candidates;
    for (const auto &[id, member] : practice.members)
        candidates.push_back({id.value, foldedName(member.name), !member.disabled});
    return asId<MemberId>(pick(QLatin1String("member"), candidates, typed));
}

Result<RoomId> findRoom(const protocol::PracticeState &practice, const QString &typed)
{
    std::vector<Candidate> candidates;
    for (const auto &[id, room] : practice.rooms)
        candidates.push_back({id.value, foldedName(room.name), true});
    return asId<RoomId>(pick(QLatin1String("room"), candidates, typed));
}

Result<WorkstationId> findWorkstation(const protocol::PracticeState &practice, const QString &typed)
{
    std::vector<Candidate> candidates;
    for (const auto &[id, workstation] : practice.workstations)
        candidates.push_back({id.value, foldedName(workstation.name), !workstation.removed});
    return asId<WorkstationId>(pick(QLatin1String("workstation"), candidates, typed));
}

Result<ConversationId> findGroup(const protocol::PracticeState &practice, const QString &typed)
{
    std::vector<Candidate> candidates;
    for (const auto &[id, conversation] : practice.conversations) {
        if (conversation.kind == protocol::ConversationKind::Group)
            candidates.push_back({id.value, foldedName(conversation.name), true});
    }
    return asId<ConversationId>(pick(QLatin1String("group"), candidates, typed));
}

} // namespace handbell::administration
