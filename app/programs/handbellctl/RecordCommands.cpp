// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/Administration.h"

namespace handbell::programs {

namespace {

using administration::Administration;
using administration::DataDirectory;
using record::Record;
using record::VerifyReport;

struct Evidence
{
    QString recordFile;
    QByteArray publicKey;
};

//! What to verify: a data directory's record, or any file with the public key that goes with it.
Result<Evidence> evidenceFrom(const Arguments &arguments)
{
    if (arguments.has("record")) {
        const auto text = administration::readFile(arguments.value("public-key"));
        if (!text)
            return text.error();
        const auto key = administration::parseRecordPublicKey(*text);
        if (!key)
            return key.error();
        return Evidence{arguments.value("record"), *key};
    }
    const auto directory = DataDirectory::open(arguments.value("data"));
    if (!directory)
        return directory.error();
    const auto key = directory->recordPublicKey();
    if (!key)
        return key.error();
    return Evidence{directory->recordFile(), *key};
}

Outcome damaged(Seq seq, const QString &flaw, const QString &detail)
{
    QJsonObject json{
        {QStringLiteral("ok"), false}, {QStringLiteral("flaw"), flaw}, {QStringLiteral("detail"), detail}};
    QString text = QStringLiteral("The record is damaged");
    if (seq.isValid()) {
        json.insert(QStringLiteral("first_bad_seq"), seq.value);
        text += QStringLiteral(" at event %1").arg(seq.value);
    }
    text += QStringLiteral(" (%1): %2\n").arg(flaw, detail);
    return {ExitCode::Damaged, text, json};
}

Outcome told(const VerifyReport &report)
{
    if (report.problem)
        return damaged(report.problem->seq, QString(flawName(report.problem->flaw)), report.problem->detail);
    return Outcome::done(
        QStringLiteral("The record is sound: %1, %2, %3; %4 removed by retention\n")
            .arg(counted(static_cast<qsizetype>(report.head.value), "event", "events"),
                 counted(static_cast<qsizetype>(report.texts), "text", "texts"),
                 counted(static_cast<qsizetype>(report.checkpoints), "checkpoint", "checkpoints"))
            .arg(report.textsAbsent),
        {{QStringLiteral("ok"), true},
         {QStringLiteral("head"), report.head.value},
         {QStringLiteral("texts"), report.texts},
         {QStringLiteral("texts_absent"), report.textsAbsent},
         {QStringLiteral("checkpoints"), report.checkpoints}});
}

Outcome verify(const Arguments &arguments)
{
    if (arguments.has("record") != arguments.has("public-key"))
        return Outcome::misused(QStringLiteral("--record and --public-key belong together"));
    if (!arguments.has("record")) {
        if (auto refusal = refuseWithoutData(arguments))
            return *std::move(refusal);
    }
    const auto evidence = evidenceFrom(arguments);
    if (!evidence)
        return Outcome::failed(evidence.error());
    SystemRandom random;
    const auto record = Record::open(evidence->recordFile, random, Record::Access::ReadOnly);
    const auto report = record ? record->verify(evidence->publicKey) : Result<VerifyReport>(record.error());
    if (report)
        return told(*report);
    if (report.error().code == ErrorCode::CorruptRecord)
        return damaged({}, QStringLiteral("unreadable"), report.error().detail);
    return Outcome::failed(report.error());
}

qsizetype openInvitations(const protocol::PracticeState &practice, WallTime now)
{
    return std::count_if(practice.invitations.begin(), practice.invitations.end(), [now](const auto &entry) {
        return !entry.second.used && !entry.second.cancelled && entry.second.expiresAt > now;
    });
}

Result<Said> describe(const Administration &administration, WallTime now)
{
    const auto practice = administration.practice();
    if (!practice)
        return practice.error();
    const auto settings = administration.directory().settings();
    if (!settings)
        return settings.error();
    const auto certificate = administration.directory().serverCertificate();
    const auto expiry = certificate ? crypto::certificateExpiry(certificate->chainPem)
                                    : Result<WallTime>(certificate.error());
    if (!expiry)
        return expiry.error();
    const auto checkpoint = administration.record().newestCheckpoint();
    if (!checkpoint)
        return checkpoint.error();
    const auto tokens = administration.record().secrets().tokenCount();
    if (!tokens)
        return tokens.error();

    const auto active = [](const auto &entry) {
        return !entry.second.disabled;
    };
    const auto inUse = [](const auto &entry) {
        return !entry.second.removed;
    };
    const auto members = std::count_if(practice->members.begin(), practice->members.end(), active);
    const auto workstations =
        std::count_if(practice->workstations.begin(), practice->workstations.end(), inUse);
    const auto invitations = openInvitations(*practice, now);
    const auto alerts = static_cast<qsizetype>(practice->alerts.size());

    Table table({QStringLiteral("Practice"), practice->practiceName});
    const auto row = [&](const char *name, const QString &value) {
        table.add({QLatin1String(name), value});
    };
    row("Server",
        QStringLiteral("%1, port %2")
            .arg(QStringList(settings->hosts.begin(), settings->hosts.end()).join(QStringLiteral(", ")))
            .arg(settings->port));
    row("Certificate", QStringLiteral("until %1").arg(timeText(*expiry)));
    row("Record", counted(static_cast<qsizetype>(practice->seq.value), "event", "events"));
    row("Checkpoint",
        *checkpoint
            ? QStringLiteral("event %1, %2").arg((*checkpoint)->seq.value).arg(timeText((*checkpoint)->at))
            : QStringLiteral("none yet"));
    row("Members", QStringLiteral("%1 active").arg(members));
    row("Rooms", QString::number(practice->rooms.size()));
    row("Workstations", QStringLiteral("%1 in use").arg(workstations));
    row("Invitations", QStringLiteral("%1 open").arg(invitations));
    row("Tokens", QString::number(*tokens));
    row("Alerts", QStringLiteral("%1 open").arg(alerts));

    QJsonObject json{{QStringLiteral("practice"), practice->practiceName},
                     {QStringLiteral("hosts"), QJsonArray::fromStringList(QStringList(
                                                   settings->hosts.begin(), settings->hosts.end()))},
                     {QStringLiteral("port"), settings->port},
                     {QStringLiteral("certificate_expires_at"), protocol::writeValue(*expiry)},
                     {QStringLiteral("head"), practice->seq.value},
                     {QStringLiteral("members"), qint64{members}},
                     {QStringLiteral("rooms"), static_cast<qint64>(practice->rooms.size())},
                     {QStringLiteral("workstations"), qint64{workstations}},
                     {QStringLiteral("open_invitations"), qint64{invitations}},
                     {QStringLiteral("tokens"), *tokens},
                     {QStringLiteral("open_alerts"), qint64{alerts}}};
    if (*checkpoint) {
        json.insert(QStringLiteral("checkpoint"),
                    QJsonObject{{QStringLiteral("seq"), (*checkpoint)->seq.value},
                                {QStringLiteral("at"), protocol::writeValue((*checkpoint)->at)}});
    }
    return Said{table.toText({}), json};
}

Outcome status(const Arguments &arguments)
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
    auto said = describe(*administration, clock.wallNow());
    return said ? Outcome::done(said->text, said->json) : Outcome::failed(said.error());
}

} // namespace

std::vector<Command> recordCommands()
{
    return {
        {QStringLiteral("verify"),
         {},
         QStringLiteral(
             "Check the whole record: every hash, text and checkpoint. Exit status 3 where it is damaged."),
         0,
         0,
         {valueOption("record", "A record somewhere else, such as a backup.", "FILE"),
          valueOption("public-key", "The record.pub that goes with it.", "FILE")},
         {},
         verify},
        {QStringLiteral("status"),
         {},
         QStringLiteral("Show how the practice and its record stand."),
         0,
         0,
         {},
         {},
         status},
    };
}

} // namespace handbell::programs
