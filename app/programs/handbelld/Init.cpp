// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbelld/Commands.h"
#include "server/administration/SetUp.h"

#include <QDateTime>
#include <QSysInfo>

namespace handbell::programs {

namespace {

using administration::DataDirectory;
using administration::NewPractice;
using administration::SetUpReport;

std::vector<QString> hostsFrom(const Arguments &arguments)
{
    QStringList hosts = arguments.values("host");
    if (hosts.isEmpty()) {
        hosts << QSysInfo::machineHostName() << QStringLiteral("localhost") << QStringLiteral("127.0.0.1");
        hosts.removeAll(QString());
        hosts.removeDuplicates();
    }
    std::vector<QString> lower;
    for (const QString &host : hosts)
        lower.push_back(host.toLower());
    return lower;
}

Outcome tell(const DataDirectory &directory, const NewPractice &wanted, const SetUpReport &report)
{
    const auto &invitation = report.invitation;
    const protocol::Member &member = report.practice.members.at(*invitation.target.member);
    const QString until = QDateTime::fromMSecsSinceEpoch(invitation.expiresAt.time_since_epoch().count())
                              .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    const QString text =
        QStringLiteral(
            "%1 has its Handbell in %2\n\n"
            "Start the server:  handbelld serve --data %2\n"
            "Then open Handbell on the first workstation and paste this invitation. It makes %3 the "
            "administrator, works once, until %4, and is shown only now:\n\n  %5\n")
            .arg(forTerminal(report.practice.practiceName), directory.path(), forTerminal(member.name), until,
                 invitation.text);
    QJsonArray hosts;
    for (const QString &host : wanted.hosts)
        hosts.append(host);
    const QJsonObject json{
        {QStringLiteral("data"), directory.path()},
        {QStringLiteral("practice"), report.practice.practiceName},
        {QStringLiteral("hosts"), hosts},
        {QStringLiteral("port"), wanted.port},
        {QStringLiteral("invitation"), administration::toJson(invitation, report.practice)}};
    return Outcome::done(text, json);
}

Outcome init(const Arguments &arguments)
{
    NewPractice wanted;
    wanted.name = arguments.value("practice");
    wanted.hosts = hostsFrom(arguments);
    if (arguments.has("admin"))
        wanted.administrator = arguments.value("admin");
    if (arguments.has("room"))
        wanted.room = arguments.value("room");
    if (arguments.has("port")) {
        bool isNumber = false;
        wanted.port = arguments.value("port").toInt(&isNumber);
        if (!isNumber || wanted.port < 1 || wanted.port > 65535)
            return Outcome::misused(QStringLiteral("--port is a number from 1 to 65535"));
    }
    const auto directory = DataDirectory::create(arguments.value("data"));
    if (!directory)
        return Outcome::failed(directory.error());
    const SystemClock clock;
    SystemRandom random;
    const auto report = administration::setUpPractice(*directory, wanted, clock, random);
    if (!report) {
        directory->discard();
        return Outcome::failed(report.error());
    }
    return tell(*directory, wanted, *report);
}

} // namespace

Command initCommand()
{
    return {QStringLiteral("init"),
            {},
            QStringLiteral("Make a new practice in a new or empty directory and print the first invitation."),
            0,
            0,
            {valueOption("practice", "The practice's name.", "NAME"),
             valueOption(
                 "host",
                 "A name or address workstations reach this machine by; may be repeated, the first goes into "
                 "invitations. This machine's name, localhost and 127.0.0.1 unless told.",
                 "NAME"),
             valueOption("port", "The port to serve on; 22355 unless told.", "N"),
             valueOption("admin", "The first administrator's name.", "NAME"),
             valueOption("room", "The room of the first workstation.", "NAME")},
            {QStringLiteral("data"), QStringLiteral("practice")},
            init};
}

} // namespace handbell::programs
