// SPDX-License-Identifier: Apache-2.0
#include "ClientKit.h"
#include "tests/support/TestProgram.h"

#include <QAbstractItemModelTester>

using namespace handbell;
using namespace handbell::testing;
using client::ConversationListModel;
using client::PresenceBoardModel;
using client::TargetModel;
using client::TemplateModel;
using protocol::Address;
using protocol::AddressKind;

namespace {

QStringList column(const QAbstractItemModel &model, int role)
{
    QStringList values;
    for (int row = 0; row < model.rowCount(); ++row)
        values << model.index(row, 0).data(role).toString();
    return values;
}

int rowOf(const QAbstractItemModel &model, int role, const QVariant &value)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data(role) == value)
            return row;
    }
    return -1;
}

} // namespace

// The conversation list, the presence board, the targets and the templates, each over a whole client.
class ListModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversationsStandByTheirNewestMessage()
    {
        ClientKit kit;
        auto &model = kit.client->conversations();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(kit.join());
        QCOMPARE(model.rowCount(), 6);
        kit.say(demo::sam, demo::rota, QStringLiteral("swap?"));
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        QCOMPARE(model.index(0).data(ConversationListModel::IdRole).toLongLong(), demo::rota.value);
        kit.say(demo::patel, demo::withPatel, QStringLiteral("newest, but direct"));
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        QCOMPARE(model.index(0).data(ConversationListModel::IdRole).toLongLong(), demo::rota.value);
        const QModelIndex direct = model.index(4);
        QCOMPARE(direct.data(ConversationListModel::IdRole).toLongLong(), demo::withPatel.value);
        QCOMPARE(direct.data(ConversationListModel::NameRole).toString(), QStringLiteral("Dr Anna Patel"));
        QCOMPARE(direct.data(ConversationListModel::OtherMemberRole).toLongLong(), demo::patel.value);
        QCOMPARE(direct.data(ConversationListModel::PresenceRole).toInt(),
                 static_cast<int>(protocol::PresenceState::InConsultation));
        QCOMPARE(direct.data(ConversationListModel::UnreadRole).toInt(), 1);
        QCOMPARE(direct.data(ConversationListModel::PreviewTextRole).toString(),
                 QStringLiteral("newest, but direct"));
        QCOMPARE(direct.data(ConversationListModel::PreviewAuthorRole).toLongLong(), demo::patel.value);
        QVERIFY(direct.data(ConversationListModel::LastAtRole).toDateTime().isValid());
        const QModelIndex all =
            model.index(rowOf(model, ConversationListModel::IdRole, demo::everyone.value));
        QCOMPARE(all.data(ConversationListModel::MemberCountRole).toInt(), 7);
        QCOMPARE(all.data(ConversationListModel::OnlineCountRole).toInt(), 7);
        QVERIFY(!all.data(ConversationListModel::LastAtRole).toDateTime().isValid());
        kit.client->messages().markRead(demo::withPatel);
        ClientKit::settle();
        QCOMPARE(model.index(4).data(ConversationListModel::UnreadRole).toInt(), 0);
    }

    void groupsOfOthersAreNotListed()
    {
        ClientKit kit;
        kit.server.member = demo::okafor;
        QVERIFY(kit.join());
        const QStringList ids = column(kit.client->conversations(), ConversationListModel::NameRole);
        QVERIFY(ids.contains(QStringLiteral("Clinicians")));
        QVERIFY(!ids.contains(QStringLiteral("Rota swaps")));
        QCOMPARE(ids.size(), 2);
    }

    void theBoardShowsPeopleInRoomsThenEmptyRoomsThenOthers()
    {
        ClientKit kit;
        auto &model = kit.client->board();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        kit.server.record(
            protocol::RoomAdded{QStringLiteral("Consulting room 10"), protocol::RoomKind::Consulting},
            MemberId{}, WorkstationId{});
        QVERIFY(kit.join());
        QCOMPARE(column(model, PresenceBoardModel::RoomNameRole).mid(0, 5),
                 QStringList({QStringLiteral("Consulting room 3"), QStringLiteral("Consulting room 5"),
                              QStringLiteral("Consulting room 6"), QStringLiteral("Consulting room 7"),
                              QStringLiteral("Consulting room 10")}));
        const QModelIndex room3 = model.index(0);
        QCOMPARE(room3.data(PresenceBoardModel::MemberNameRole).toString(), QStringLiteral("Dr Anna Patel"));
        QCOMPARE(room3.data(PresenceBoardModel::JobRole).toString(), QStringLiteral("GP"));
        QCOMPARE(room3.data(PresenceBoardModel::WorkstationNameRole).toString(),
                 QStringLiteral("Consulting room 3"));
        QVERIFY(room3.data(PresenceBoardModel::SinceRole).toDateTime().isValid());
        QCOMPARE(model.index(3).data(PresenceBoardModel::MemberIdRole).toLongLong(), 0); // nobody in room 7
        const int self = rowOf(model, PresenceBoardModel::MemberIdRole, demo::priya.value);
        QVERIFY(model.index(self).data(PresenceBoardModel::SelfRole).toBool());
        QCOMPARE(model.index(self).data(PresenceBoardModel::SectionRole).toInt(),
                 static_cast<int>(PresenceBoardModel::Section::DeskAndOffice));

        kit.server.notify(protocol::PresenceNotice{
            {{demo::patel, protocol::PresenceState::Offline, {}, kit.clock.wallNow(), {}}}});
        QTRY_COMPARE(model.index(0).data(PresenceBoardModel::MemberIdRole).toLongLong(), 0);
        const QModelIndex gone = model.index(model.rowCount() - 1);
        QCOMPARE(gone.data(PresenceBoardModel::MemberNameRole).toString(), QStringLiteral("Dr Anna Patel"));
        QCOMPARE(gone.data(PresenceBoardModel::SectionRole).toInt(),
                 static_cast<int>(PresenceBoardModel::Section::NotIn));
        QCOMPARE(gone.data(PresenceBoardModel::RoomIdRole).toLongLong(), 0);
    }

    void aFewLettersFindATarget_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *typed, AddressKind kind, const char *name) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << static_cast<int>(kind)
                                 << QString::fromUtf8(name);
        };
        row("c3", AddressKind::Room, "Consulting room 3");
        row("nur", AddressKind::Role, "Nurse");
        row("any n", AddressKind::Role, "Nurse");
        row("patel", AddressKind::Person, "Dr Anna Patel");
        row("rota", AddressKind::Group, "Rota swaps");
        row("every", AddressKind::Everyone, "");
        row("pawb", AddressKind::Everyone, "");
        row("fd2", AddressKind::Room, "Front desk 2");
    }
    void aFewLettersFindATarget()
    {
        QFETCH(QString, typed);
        QFETCH(int, kind);
        QFETCH(QString, name);
        ClientKit kit;
        auto &model = kit.client->targets();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(kit.join());
        const int all = model.rowCount();
        model.setFilter(typed);
        QVERIFY(model.rowCount() > 0);
        QCOMPARE(model.index(0).data(TargetModel::KindRole).toInt(), kind);
        QCOMPARE(model.index(0).data(TargetModel::NameRole).toString(), name);
        model.setFilter(QStringLiteral("zzzz"));
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QCOMPARE(model.rowCount(), all);
    }

    void aTargetSaysWhoCanSeeItNow()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto &model = kit.client->targets();
        model.setFilter(QStringLiteral("c3"));
        QModelIndex first = model.index(0);
        QCOMPARE(first.data(TargetModel::PersonNameRole).toString(), QStringLiteral("Dr Anna Patel"));
        QCOMPARE(first.data(TargetModel::ReachNowRole).toInt(), 1);
        QCOMPARE(first.data(TargetModel::StateRole).toInt(),
                 static_cast<int>(protocol::PresenceState::InConsultation));
        QVERIFY(model.address(first) == Address::room(demo::room3));
        model.setFilter(QStringLiteral("c7"));
        QCOMPARE(model.index(0).data(TargetModel::ReachNowRole).toInt(), 0);
        QCOMPARE(model.index(0).data(TargetModel::StateRole).toInt(), -1);
        model.setFilter(QStringLiteral("gp"));
        first = model.index(0);
        QVERIFY(model.address(first) == Address::ofRole(QStringLiteral("GP")));
        QCOMPARE(first.data(TargetModel::ReachTotalRole).toInt(), 2);
        kit.server.notify(protocol::PresenceNotice{
            {{demo::okafor, protocol::PresenceState::Offline, {}, kit.clock.wallNow(), {}}}});
        QTRY_COMPARE(model.index(0).data(TargetModel::ReachNowRole).toInt(), 1);
    }

    void whatWasRungComesFirst()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto &model = kit.client->targets();
        kit.client->alerts().raise(demo::delivery, Address::person(demo::carys), {});
        kit.client->alerts().raise(demo::delivery, Address::room(demo::room5), {});
        ClientKit::settle();
        QVERIFY(model.address(model.index(0)) == Address::room(demo::room5));
        QVERIFY(model.address(model.index(1)) == Address::person(demo::carys));
    }

    void favouritesComeAfterWhatWasRung()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto &model = kit.client->targets();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Address nurse = Address::ofRole(QStringLiteral("Nurse"));
        QVERIFY(model.address(model.index(0)) != nurse);
        model.setFavourites({nurse});
        QVERIFY(model.address(model.index(0)) == nurse);
        QVERIFY(model.index(0).data(TargetModel::FavouriteRole).toBool());
        QVERIFY(!model.index(1).data(TargetModel::FavouriteRole).toBool());
        kit.client->alerts().raise(demo::delivery, Address::room(demo::room5), {});
        ClientKit::settle();
        QVERIFY(model.address(model.index(0)) == Address::room(demo::room5));
        QVERIFY(model.address(model.index(1)) == nurse);
        model.setFavourites({});
        QVERIFY(model.address(model.index(1)) != nurse);
    }

    void templatesStandInTheOrderTheyCame()
    {
        ClientKit kit;
        auto &model = kit.client->templates();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(kit.join());
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.index(0).data(TemplateModel::KeyRole).toString(), QStringLiteral("next_is_here"));
        QCOMPARE(model.index(1).data(TemplateModel::TextCyRole).toString(),
                 QStringLiteral("Mae'r cyfieithydd yma"));
        QCOMPARE(model.index(6).data(TemplateModel::ImportanceRole).toInt(),
                 static_cast<int>(protocol::Importance::Urgent));
        auto changed = kit.server.state.templates.at(demo::delivery);
        changed.removed = true;
        kit.server.publish(protocol::TemplateSaved{changed, demo::delivery}, MemberId{}, WorkstationId{});
        QTRY_COMPARE(model.rowCount(), 6);
    }
};

HANDBELL_TEST(ListModelsTest)
#include "ListModelsTest.moc"
