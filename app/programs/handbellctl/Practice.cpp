// SPDX-License-Identifier: Apache-2.0
#include "programs/handbellctl/Practice.h"

#include "programs/console/Table.h"
#include "server/administration/Administration.h"

#include <QDateTime>

namespace handbell::programs {

namespace {

using administration::Administration;
using administration::DataDirectory;
using record::Record;

//! What --at says, over where the settings lead.
Result<administration::ServerPlace> placeFor(const Arguments &arguments, administration::ServerPlace place)
{
    if (!arguments.has("at"))
        return place;
    const QString at = arguments.value("at");
    const auto colon = at.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const uint port = at.mid(colon + 1).toUInt(&isNumber);
    QString host = at.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    if (colon < 1 || !isNumber || port < 1 || port > 65535)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("--at takes HOST:PORT")};
    place.host = host.toLower();
    place.port = static_cast<quint16>(port);
    return place;
}

} // namespace

std::optional<Outcome> refuseWithoutData(const Arguments &arguments)
{
    if (arguments.has("data"))
        return std::nullopt;
    return Outcome::misused(QStringLiteral("--data DIR is missing: the directory 'handbelld init' made"));
}

Outcome readPractice(const Arguments &arguments,
                     const std::function<Result<Said>(const protocol::PracticeState &)> &tell)
{
    if (auto refusal = refuseWithoutData(arguments))
        return *std::move(refusal);
    const auto directory = DataDirectory::open(arguments.value("data"));
    if (!directory)
        return Outcome::failed(directory.error());
    const SystemClock clock;
    SystemRandom random;
    const auto administration = Administration::open(*directory, Record::Access::ReadOnly, clock, random);
    if (!administration)
        return Outcome::failed(administration.error());
    const auto practice = administration->practice();
    if (!practice)
        return Outcome::failed(practice.error());
    auto said = tell(*practice);
    if (!said)
        return Outcome::failed(said.error());
    return Outcome::done(said->text, said->json);
}

Outcome changePractice(
    const Arguments &arguments,
    const std::function<Result<Said>(administration::Plan &, const administration::InvitationDesk &)> &decide)
{
    if (auto refusal = refuseWithoutData(arguments))
        return *std::move(refusal);
    const auto directory = DataDirectory::open(arguments.value("data"));
    if (!directory)
        return Outcome::failed(directory.error());
    const SystemClock clock;
    SystemRandom random;
    auto administration = Administration::open(*directory, Record::Access::ReadWrite, clock, random);
    if (!administration)
        return Outcome::failed(administration.error());
    const auto place = administration->place();
    if (!place)
        return Outcome::failed(place.error());
    const auto meant = placeFor(arguments, *place);
    if (!meant)
        return Outcome::misused(meant.error().detail);
    const administration::InvitationDesk desk(*meant, random);

    Said last;
    const auto changed = administration->change([&](administration::Plan &plan) -> Result<void> {
        using Claim = administration::Plan::Claim;
        for (const auto &[option, claim] :
             {std::pair{"anyway", Claim::SendAnyway}, std::pair{"not-a-patient", Claim::NotPatient}}) {
            if (!arguments.has(option))
                continue;
            if (const auto confirmed = plan.confirmNames(arguments.value(option), claim); !confirmed)
                return confirmed.error();
        }
        auto said = decide(plan, desk);
        if (!said)
            return said.error();
        last = *std::move(said);
        return {};
    });
    if (!changed)
        return Outcome::failed(changed.error());
    return Outcome::done(last.text, last.json);
}

QCommandLineOption anywayOption()
{
    return valueOption("anyway", "Keep a name that looks like a patient, with this reason in the record.",
                       "REASON");
}

QCommandLineOption notPatientOption()
{
    return valueOption("not-a-patient",
                       "Keep a name that looks like a patient and is none, with this reason in the record.",
                       "REASON");
}

QString targetText(const administration::InvitationTarget &target, const protocol::PracticeState &practice)
{
    const auto *member = target.member ? practice.member(*target.member) : nullptr;
    const auto *workstation = target.workstation ? practice.workstation(*target.workstation) : nullptr;
    if (member && workstation)
        return QStringLiteral("%1 at %2").arg(member->name, workstation->name);
    if (member)
        return member->name;
    return workstation ? workstation->name : QString();
}

QString invitationText(const administration::IssuedInvitation &invitation,
                       const protocol::PracticeState &practice)
{
    return QStringLiteral("Invitation %1 for %2, works once, until %3:\n\n  %4\n\n"
                          "Open Handbell there and paste it. It is shown only now: hand it over in person.\n")
        .arg(QString::number(invitation.id.value), forTerminal(targetText(invitation.target, practice)),
             timeText(invitation.expiresAt), invitation.text);
}

QString timeText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString counted(qsizetype count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
}

} // namespace handbell::programs
