// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/SetUp.h"

#include <QJsonArray>

namespace handbell::programs {

namespace {

using administration::DataDirectory;

//! A new certificate from the practice's authority, for the hosts there are or the ones that are told.
Outcome renew(const Arguments &arguments)
{
    if (auto refusal = refuseWithoutData(arguments))
        return *std::move(refusal);
    const auto directory = DataDirectory::open(arguments.value("data"));
    if (!directory)
        return Outcome::failed(directory.error());
    auto settings = directory->settings();
    if (!settings)
        return Outcome::failed(settings.error());
    std::vector<QString> hosts;
    for (const QString &host : arguments.values("host"))
        hosts.push_back(host.toLower());
    if (hosts.empty())
        hosts = settings->hosts;
    const SystemClock clock;
    if (const auto issued = administration::issueServerCertificate(*directory, hosts, clock.wallNow());
        !issued)
        return Outcome::failed(issued.error());
    settings->hosts = hosts;
    if (const auto saved = directory->saveSettings(*settings); !saved)
        return Outcome::failed(saved.error());
    const auto certificate = directory->serverCertificate();
    if (!certificate)
        return Outcome::failed(certificate.error());
    const auto expiry = crypto::certificateExpiry(certificate->chainPem);
    if (!expiry)
        return Outcome::failed(expiry.error());
    const QStringList names(hosts.begin(), hosts.end());
    return Outcome::done(
        QStringLiteral(
            "A new certificate for %1, until %2. Workstations need nothing new. A handbelld that runs "
            "shows it after a SIGHUP, or within a day.\n")
            .arg(forTerminal(names.join(QStringLiteral(", "))), timeText(*expiry)),
        {{QStringLiteral("hosts"), QJsonArray::fromStringList(names)},
         {QStringLiteral("certificate_expires_at"), protocol::writeValue(*expiry)}});
}

} // namespace

std::vector<Command> certificateCommands()
{
    return {
        {QStringLiteral("certificate renew"),
         {},
         QStringLiteral("Give the server a new certificate from the practice's own authority."),
         0,
         0,
         {valueOption("host",
                      "A name or address workstations reach the server by; may be repeated, the first goes "
                      "into invitations. Those of before unless told.",
                      "NAME")},
         {},
         renew}};
}

} // namespace handbell::programs
