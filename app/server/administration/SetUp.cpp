// SPDX-License-Identifier: Apache-2.0
#include "server/administration/SetUp.h"

#include "server/administration/TemplateFile.h"

namespace handbell::administration {

namespace {

//! Everything but the record.
Result<void> makeFiles(const DataDirectory &directory, const NewPractice &wanted, WallTime now)
{
    const auto authority = crypto::PracticeAuthority::create(wanted.name, now);
    if (!authority)
        return authority.error();
    if (const auto saved = directory.saveAuthority(*authority); !saved)
        return saved;
    const auto key = crypto::SigningKey::generate();
    if (!key)
        return key.error();
    if (const auto saved = directory.saveRecordKey(*key); !saved)
        return saved;
    if (const auto saved = directory.saveSettings({wanted.hosts, wanted.port}); !saved)
        return saved;
    return issueServerCertificate(directory, wanted.hosts, now);
}

Result<IssuedInvitation> planPractice(Plan &plan, const NewPractice &wanted, const InvitationDesk &desk)
{
    if (const auto created = plan.createPractice(wanted.name); !created)
        return created.error();
    const auto room = plan.addRoom(wanted.room, protocol::RoomKind::Office);
    if (!room)
        return room.error();
    const QString roomName = plan.after().rooms.at(*room).name;
    const auto workstation = plan.addWorkstation(roomName.left(58) + QStringLiteral(" 1"), *room);
    if (!workstation)
        return workstation.error();
    const auto member = plan.addMember(wanted.administrator, QStringLiteral("Administrator"),
                                       {protocol::Permission::Administrator});
    if (!member)
        return member.error();
    const auto templates = defaultTemplates();
    if (!templates)
        return templates.error();
    if (const auto saved = saveTemplates(plan, *templates); !saved)
        return saved.error();
    return desk.issue(plan, {*member, *workstation});
}

} // namespace

Result<void> issueServerCertificate(const DataDirectory &directory, const std::vector<QString> &hosts,
                                    WallTime now)
{
    const auto authority = directory.authority();
    if (!authority)
        return authority.error();
    const auto certificate = authority->issueServerCertificate(QStringList(hosts.begin(), hosts.end()), now);
    if (!certificate)
        return certificate.error();
    return directory.saveServerCertificate(*certificate);
}

Result<bool> renewServerCertificate(const DataDirectory &directory, WallTime now)
{
    const auto certificate = directory.serverCertificate();
    if (!certificate)
        return certificate.error();
    const auto authority = directory.authority();
    if (!authority)
        return authority.error();
    const bool isOurs = certificate->chainPem.contains(authority->certificatePem());
    const auto expiry = crypto::certificateExpiry(certificate->chainPem);
    if (!expiry)
        return expiry.error();
    if (!isOurs || *expiry - now > crypto::PracticeAuthority::renewBefore)
        return false;
    const auto settings = directory.settings();
    if (!settings)
        return settings.error();
    if (const auto issued = issueServerCertificate(directory, settings->hosts, now); !issued)
        return issued.error();
    return true;
}

Result<SetUpReport> setUpPractice(const DataDirectory &directory, const NewPractice &wanted,
                                  const Clock &clock, Random &random)
{
    if (wanted.hosts.empty() || wanted.port < 1 || wanted.port > 65535) {
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("a practice needs at least one host and a port from 1 to 65535")};
    }
    if (const auto made = makeFiles(directory, wanted, clock.wallNow()); !made)
        return made.error();
    auto administration = Administration::create(directory, clock, random);
    if (!administration)
        return administration.error();
    if (const auto closed = directory.closeRecordToOthers(); !closed)
        return closed.error();
    const auto place = administration->place();
    if (!place)
        return place.error();
    const InvitationDesk desk(*place, random);

    SetUpReport report;
    const auto changed = administration->change([&](Plan &plan) -> Result<void> {
        auto invitation = planPractice(plan, wanted, desk);
        if (!invitation)
            return invitation.error();
        report.invitation = *std::move(invitation);
        report.practice = plan.after();
        return {};
    });
    if (!changed)
        return changed.error();
    return report;
}

} // namespace handbell::administration
