// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Plan.h"

#include "crypto/Digest.h"
#include "server/administration/InvitationDesk.h"
#include "server/administration/TemplateFile.h"
#include "tests/support/TestProgram.h"
#include "transport/Invitation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::administration;
using protocol::Permission;

namespace {

const WallTime now{std::chrono::milliseconds{1'764'000'000'000}};

//! Riverside Surgery with an administrator, two rooms and a workstation.
struct Riverside
{
    Plan plan{protocol::PracticeState(), now};
    MemberId carys;
    RoomId desk;
    WorkstationId workstation;

    Riverside()
    {
        static_cast<void>(plan.createPractice(QStringLiteral("Riverside Surgery")).ok());
        carys = *plan.addMember(QStringLiteral("Carys Evans"), QStringLiteral("Practice manager"),
                                {Permission::Administrator});
        desk = *plan.addRoom(QStringLiteral("Front desk"), protocol::RoomKind::Desk);
        workstation = *plan.addWorkstation(QStringLiteral("Front desk 1"), desk);
    }
};

protocol::AlertTemplate delivery()
{
    protocol::AlertTemplate made;
    made.key = QStringLiteral("delivery");
    made.textEn = QStringLiteral("Delivery to sign for");
    made.lifetimeSeconds = 600;
    made.escalation = {{120, protocol::Address::ofRole(QStringLiteral("Receptionist"))}};
    return made;
}

} // namespace

class PlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsPracticeOnce()
    {
        Plan plan({}, now);
        QVERIFY(plan.createPractice(u"Riverside Surgery"_s).ok());
        QCOMPARE(plan.events().size(), size_t{2});
        QVERIFY(plan.after().everyoneConversation().isValid());
        QCOMPARE(plan.createPractice(u"Another"_s).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(plan.events().size(), size_t{2});
    }

    void idsFollowTheRecord()
    {
        protocol::PracticeState practice;
        practice.seq = Seq(41);
        Plan plan(practice, now);
        QCOMPARE(*plan.addRoom(u"Front desk"_s, protocol::RoomKind::Desk), RoomId(42));
        QCOMPARE(plan.base(), Seq(41));
        QCOMPARE(plan.after().seq, Seq(42));
    }

    void namesAreUniqueWithoutCase()
    {
        Riverside r;
        const auto events = r.plan.events().size();
        QCOMPARE(r.plan.addMember(u"carys EVANS"_s, u"GP"_s, {}).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(r.plan.addRoom(u"FRONT DESK"_s, protocol::RoomKind::Desk).error().code,
                 ErrorCode::AlreadyExists);
        QCOMPARE(r.plan.addWorkstation(u"front desk 1"_s, r.desk).error().code, ErrorCode::AlreadyExists);
        QVERIFY(r.plan.addGroup(u"Front desk"_s, {r.carys}).ok());
        QCOMPARE(r.plan.addGroup(u"front desk"_s, {}).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(r.plan.events().size(), events + 1);
    }

    void aRoleIsNeeded()
    {
        Riverside r;
        QCOMPARE(r.plan.addMember(u"Sam Reid"_s, u" "_s, {}).error().code, ErrorCode::InvalidArgument);
    }

    void lastAdministratorStays()
    {
        Riverside r;
        QVERIFY(!r.plan.disableMember(r.carys).ok());
        QVERIFY(!r.plan.setPermissions(r.carys, {Permission::Reviewer}).ok());
        const auto jo = r.plan.addMember(u"Jo Lewis"_s, u"Receptionist"_s, {Permission::Administrator});
        QVERIFY(jo.ok());
        QVERIFY(r.plan.disableMember(r.carys).ok());
        QVERIFY(!r.plan.disableMember(*jo).ok());
    }

    void everybodyIsAMember()
    {
        Riverside r;
        QVERIFY(r.plan.setPermissions(r.carys, {Permission::Administrator, Permission::Trainer}).ok());
        const std::vector expected{Permission::Member, Permission::Trainer, Permission::Administrator};
        QCOMPARE(r.plan.after().members.at(r.carys).permissions, expected);
    }

    void aNameComesFreeWhenItsMemberIsDisabled()
    {
        Riverside r;
        const auto sam = *r.plan.addMember(u"Sam Reid"_s, u"Receptionist"_s, {});
        QVERIFY(r.plan.disableMember(sam).ok());
        QVERIFY(r.plan.addMember(u"Sam Reid"_s, u"Nurse"_s, {}).ok());
        QCOMPARE(r.plan.enableMember(sam).error().code, ErrorCode::AlreadyExists);
    }

    void nothingToChangeAddsNothing()
    {
        Riverside r;
        const auto events = r.plan.events().size();
        QVERIFY(r.plan.setRole(r.carys, u"Practice manager"_s).ok());
        QVERIFY(r.plan.enableMember(r.carys).ok());
        QVERIFY(r.plan.moveWorkstation(r.workstation, r.desk).ok());
        QVERIFY(r.plan.renameRoom(r.desk, u"Front desk"_s).ok());
        QCOMPARE(r.plan.events().size(), events);
    }

    void invitationsEndWithWhatTheyAreFor()
    {
        Riverside r;
        const auto sam = *r.plan.addMember(u"Sam Reid"_s, u"Receptionist"_s, {});
        const auto first =
            *r.plan.invite({sam, r.workstation}, QByteArray(32, 'a'), defaultInvitationLifetime);
        QVERIFY(r.plan.resetPassword(sam).ok());
        QVERIFY(r.plan.after().invitations.at(first).cancelled);
        const auto second = *r.plan.invite({sam, {}}, QByteArray(32, 'b'), defaultInvitationLifetime);
        QVERIFY(r.plan.disableMember(sam).ok());
        QVERIFY(r.plan.after().invitations.at(second).cancelled);
        QVERIFY(!r.plan.invite({sam, {}}, QByteArray(32, 'c'), defaultInvitationLifetime).ok());
        const auto third =
            *r.plan.invite({{}, r.workstation}, QByteArray(32, 'd'), defaultInvitationLifetime);
        QVERIFY(r.plan.removeWorkstation(r.workstation).ok());
        QVERIFY(r.plan.after().invitations.at(third).cancelled);
    }

    void invitationsHaveBounds()
    {
        Riverside r;
        const QByteArray digest(32, 'a');
        QVERIFY(!r.plan.invite({}, digest, defaultInvitationLifetime).ok());
        QVERIFY(!r.plan.invite({r.carys, {}}, digest, std::chrono::hours{0}).ok());
        QVERIFY(!r.plan.invite({r.carys, {}}, digest, maxInvitationLifetime + std::chrono::hours{1}).ok());
        QVERIFY(!r.plan.invite({MemberId(999), {}}, digest, defaultInvitationLifetime).ok());
        QCOMPARE(r.plan.cancelInvitation(InvitationId(999)).error().code, ErrorCode::NotFound);
    }

    void theDeskKeepsTheDigestAlone()
    {
        Riverside r;
        SeededRandom random(7);
        const InvitationDesk desk({u"bell.riverside.example"_s, 22355, QByteArray(32, 'p')}, random);
        const auto issued = desk.issue(r.plan, {r.carys, r.workstation});
        QVERIFY2(issued.ok(), qPrintable(issued ? QString() : issued.error().detail));
        const auto text = transport::Invitation::parse(issued->text);
        QVERIFY(text.ok());
        QCOMPARE(text->host, u"bell.riverside.example"_s);
        QCOMPARE(text->port, quint16{22355});
        const auto &kept = r.plan.after().invitations.at(issued->id);
        QCOMPARE(kept.codeDigest.value, crypto::sha256(text->code));
        QVERIFY(kept.codeDigest.value != text->code);
        QCOMPARE(kept.expiresAt, now + defaultInvitationLifetime);
        QVERIFY(desk.issue(r.plan, {r.carys, {}})->text != issued->text);
    }

    void groupsChange()
    {
        Riverside r;
        const auto sam = *r.plan.addMember(u"Sam Reid"_s, u"Receptionist"_s, {});
        const auto group = *r.plan.addGroup(u"Rota swaps"_s, {sam, r.carys, sam});
        QCOMPARE(r.plan.after().conversations.at(group).members, (std::vector{r.carys, sam}));
        QVERIFY(r.plan.changeGroup(group, {}, {sam}).ok());
        QVERIFY(!r.plan.after().conversations.at(group).includes(sam));
        QVERIFY(!r.plan.changeGroup(r.plan.after().everyoneConversation(), {sam}, {}).ok());
        QVERIFY(!r.plan.addGroup(u"Ghosts"_s, {MemberId(999)}).ok());
    }

    void templatesAreReplacedByKey()
    {
        Riverside r;
        const auto first = r.plan.saveTemplate(delivery());
        QVERIFY2(first.ok(), qPrintable(first ? QString() : first.error().detail));
        const auto events = r.plan.events().size();
        QCOMPARE(*r.plan.saveTemplate(delivery()), *first);
        QCOMPARE(r.plan.events().size(), events);
        auto changed = delivery();
        changed.textEn = u"Parcel to sign for"_s;
        QCOMPARE(*r.plan.saveTemplate(changed), *first);
        QCOMPARE(r.plan.after().templates.size(), size_t{1});
        QCOMPARE(r.plan.after().templates.at(*first).textEn, u"Parcel to sign for"_s);
    }

    void templatesAreChecked_data()
    {
        QTest::addColumn<std::function<void(protocol::AlertTemplate &)>>("spoil");
        using Spoil = std::function<void(protocol::AlertTemplate &)>;
        const auto row = [](const char *name, const Spoil &spoil) {
            QTest::newRow(name) << spoil;
        };
        row("key", [](auto &t) { t.key = u"Not A Key"_s; });
        row("text", [](auto &t) { t.textEn.clear(); });
        row("welsh", [](auto &t) { t.textCy = u"a\u202eb"_s; });
        row("short life", [](auto &t) { t.lifetimeSeconds = 5; });
        row("long life", [](auto &t) { t.lifetimeSeconds = 200'000; });
        row("no replies", [](auto &t) { t.replies.clear(); });
        row("a reply twice", [](auto &t) { t.replies = {protocol::Reply::Done, protocol::Reply::Done}; });
        row("escalation after the end", [](auto &t) { t.escalation.front().afterSeconds = 600; });
        row("escalation at once", [](auto &t) { t.escalation.front().afterSeconds = 0; });
        row("escalation to nobody", [](auto &t) { t.escalation.front().to = protocol::Address::ofRole({}); });
        row("escalation to no room",
            [](auto &t) { t.escalation.front().to = protocol::Address::room(RoomId(999)); });
    }
    void templatesAreChecked()
    {
        QFETCH(std::function<void(protocol::AlertTemplate &)>, spoil);
        Riverside r;
        auto spoilt = delivery();
        spoil(spoilt);
        QCOMPARE(r.plan.saveTemplate(spoilt).error().code, ErrorCode::InvalidArgument);
    }

    void defaultTemplatesAreGood()
    {
        Riverside r;
        const auto templates = defaultTemplates();
        QVERIFY2(templates.ok(), qPrintable(templates ? QString() : templates.error().detail));
        QVERIFY(templates->size() >= 12);
        const auto saved = saveTemplates(r.plan, *templates);
        QVERIFY2(saved.ok(), qPrintable(saved ? QString() : saved.error().detail));
        QCOMPARE(r.plan.after().templates.size(), templates->size());
        for (const auto &[id, one] : r.plan.after().templates)
            QVERIFY2(!one.textCy.isEmpty(), qPrintable(one.key));
    }

    void guardSettingsGetAVersion()
    {
        Riverside r;
        const auto settings =
            readGuardFile(R"({"nation": "wales", "actions": [{"kind": "postcode", "action": "hint"}]})");
        QVERIFY2(settings.ok(), qPrintable(settings ? QString() : settings.error().detail));
        QVERIFY(r.plan.setGuard(*settings).ok());
        QCOMPARE(r.plan.after().guardSettings.version, 2);
        QVERIFY(r.plan.setGuard(*settings).ok());
        QCOMPARE(r.plan.after().guardSettings.version, 2);
        QVERIFY(!r.plan.after().guardSettings.tone);
        auto bad = *settings;
        bad.nation = u"atlantis"_s;
        QVERIFY(!r.plan.setGuard(bad).ok());
        bad = *settings;
        bad.actions.front().action = u"refuse"_s;
        QVERIFY(!r.plan.setGuard(bad).ok());
        QVERIFY(!readGuardFile(R"({"postcode": ["ZZ99 3VZ"]})").ok());
    }

    void theToneHintIsOffUntilAFileTurnsItOn()
    {
        Riverside r;
        QVERIFY(!r.plan.after().guardSettings.tone);
        const auto set = [&](const char *json) {
            const auto settings = readGuardFile(json);
            return settings.ok() && r.plan.setGuard(*settings).ok();
        };
        QVERIFY(set(R"({"tone": false})"));
        QCOMPARE(r.plan.after().guardSettings.version, 1); // as it was: no change to record
        QVERIFY(set(R"({"tone": true})"));
        QCOMPARE(r.plan.after().guardSettings.version, 2);
        QVERIFY(r.plan.after().guardSettings.tone == true);
        QVERIFY(set(R"({})"));
        QCOMPARE(r.plan.after().guardSettings.version, 3);
        QVERIFY(!r.plan.after().guardSettings.tone);
        QVERIFY(!set(R"({"tone": "on"})"));
    }

    void refusesNamesThatPointAtAPatient()
    {
        Riverside r;
        const auto events = r.plan.events().size();
        const QString name = u"Mrs Braithwaite 72F"_s;
        const auto room = r.plan.addRoom(name, protocol::RoomKind::Other);
        QCOMPARE(room.error().code, ErrorCode::GuardConfirmationRequired);
        QVERIFY2(room.error().detail.contains(u"person_name"), qPrintable(room.error().detail));
        QVERIFY2(!room.error().detail.contains(u"Braithwaite"), "an error holds no name");
        QCOMPARE(r.plan.renameRoom(r.desk, name).error().code, ErrorCode::GuardConfirmationRequired);
        QCOMPARE(r.plan.addWorkstation(name, r.desk).error().code, ErrorCode::GuardConfirmationRequired);
        QCOMPARE(r.plan.addGroup(name, {r.carys}).error().code, ErrorCode::GuardConfirmationRequired);
        auto alert = delivery();
        alert.textCy = name;
        QCOMPARE(r.plan.saveTemplate(alert).error().code, ErrorCode::GuardConfirmationRequired);
        QCOMPARE(r.plan.events().size(), events);
    }
    void keepsNamesWithAReason()
    {
        Riverside r;
        QCOMPARE(r.plan.confirmNames(u"  "_s).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(r.plan.confirmNames(QString(201, u'x')).error().code, ErrorCode::InvalidArgument);
        QVERIFY(r.plan.confirmNames(u"a memorial room"_s).ok());
        const auto group = r.plan.addGroup(u"Mrs Braithwaite 72F"_s, {r.carys});
        QVERIFY2(group.ok(), "a confirmed name is kept");
        const PlannedEvent &override = r.plan.events().back();
        const auto *overridden = std::get_if<protocol::GuardOverridden>(&override.payload);
        QVERIFY(overridden != nullptr);
        QCOMPARE(overridden->event.value, group->value);
        QVERIFY(overridden->findingKinds == std::vector<QString>({u"person_name"_s, u"age_sex"_s}));
        QCOMPARE(override.text, std::optional(u"a memorial room"_s));
        QVERIFY(!overridden->notPatient.value_or(false));
        QVERIFY(r.plan.confirmNames(u"our founder"_s, Plan::Claim::NotPatient).ok());
        QVERIFY(r.plan.addRoom(u"Mrs Braithwaite 73F"_s, protocol::RoomKind::Other).ok());
        QVERIFY(
            std::get<protocol::GuardOverridden>(r.plan.events().back().payload).notPatient.value_or(false));
        const auto events = r.plan.events().size();
        QVERIFY(r.plan.addRoom(u"Treatment room"_s, protocol::RoomKind::Other).ok());
        QCOMPARE(r.plan.events().size(), events + 1);
    }
};

HANDBELL_TEST(PlanTest)
#include "PlanTest.moc"
