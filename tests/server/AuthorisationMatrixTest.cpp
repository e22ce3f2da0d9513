// SPDX-License-Identifier: Apache-2.0
#include "server/AuthorisationTable.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;

// Deny by default: every type a client can say, in every session state, with every set of permissions,
// against the table beside this file.

namespace {

//! Every set of permissions there can be: to be a member is in all of them.
std::vector<std::vector<Permission>> permissionSets()
{
    std::vector<std::vector<Permission>> sets{{Permission::Member}};
    for (const auto &[permission, name] : EnumNames<Permission>::names) {
        if (permission == Permission::Member)
            continue;
        const auto soFar = sets;
        for (auto set : soFar) {
            set.push_back(permission);
            sets.push_back(std::move(set));
        }
    }
    return sets;
}

QByteArray nameOf(const std::vector<Permission> &permissions)
{
    QByteArrayList names;
    for (const Permission permission : permissions)
        names.append(enumName(permission).data());
    return names.join(" + ");
}

bool holds(const std::vector<Permission> &permissions, Permission wanted)
{
    return std::find(permissions.begin(), permissions.end(), wanted) != permissions.end();
}

} // namespace

class AuthorisationMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeHasItsRow()
    {
        std::vector<QLatin1String> rows;
        for (const Right &right : rights())
            rows.emplace_back(right.type);
        QCOMPARE(rows, clientTypes());
        Surgery surgery({Permission::Member});
        for (const Right &right : rights())
            QCOMPARE(typeOf(right.example(surgery)), QLatin1String(right.type));
    }

    void everyTypeBeforeSigningIn_data()
    {
        QTest::addColumn<size_t>("row");
        QTest::addColumn<bool>("enrolled");
        for (size_t row = 0; row < rights().size(); ++row) {
            QTest::addRow("%s while connected", rights()[row].type) << row << false;
            QTest::addRow("%s while enrolled", rights()[row].type) << row << true;
        }
    }

    void everyTypeBeforeSigningIn()
    {
        QFETCH(size_t, row);
        QFETCH(bool, enrolled);
        const Right &right = rights()[row];
        Surgery surgery({Permission::Member, Permission::Administrator});
        const ClientMessage message = right.example(surgery);
        std::unique_ptr<TestPeer> newcomer = surgery.kit.connectPeer();
        TestPeer &peer = enrolled ? *surgery.priya : *newcomer;
        if (enrolled)
            QVERIFY(std::holds_alternative<OkWorkstation>(peer.ask(SignOut{})));
        const auto state = enrolled ? SessionState::Enrolled : SessionState::Connected;
        expect(surgery, peer, message, right.states.count(state) != 0 ? "" : "unexpected_message");
    }

    void everyTypeWithEveryPermission_data()
    {
        QTest::addColumn<size_t>("row");
        QTest::addColumn<size_t>("set");
        const auto sets = permissionSets();
        for (size_t row = 0; row < rights().size(); ++row) {
            for (size_t set = 0; set < sets.size(); ++set)
                QTest::addRow("%s as %s", rights()[row].type, nameOf(sets[set]).constData()) << row << set;
        }
    }

    void everyTypeWithEveryPermission()
    {
        QFETCH(size_t, row);
        QFETCH(size_t, set);
        const Right &right = rights()[row];
        const auto permissions = permissionSets()[set];
        Surgery surgery(permissions);
        const ClientMessage message = right.example(surgery);
        const char *code = "";
        if (right.states.count(SessionState::Active) == 0)
            code = "unexpected_message";
        else if (right.needs && !holds(permissions, *right.needs))
            code = "forbidden";
        expect(surgery, *surgery.priya, message, code);
    }

    void noPermissionReachesWhatIsOthers_data()
    {
        QTest::addColumn<size_t>("row");
        for (size_t row = 0; row < limits().size(); ++row)
            QTest::newRow(limits()[row].what) << row;
    }

    void noPermissionReachesWhatIsOthers()
    {
        QFETCH(size_t, row);
        Surgery surgery({Permission::Member});
        for (const auto &permissions : permissionSets()) {
            surgery.permit(permissions);
            expect(surgery, *surgery.priya, limits()[row].attempt(surgery), limits()[row].code);
        }
    }

    void noPermissionIsSentWhatIsOthers()
    {
        Surgery surgery({Permission::Member});
        const auto lin = surgery.kit.signIn("Lin Chen");
        const ConversationId place = surgery.othersPlace();
        const AlertId others = surgery.othersAlert();
        const AlertId hers = surgery.alertForHer();
        int round = 0;
        for (const auto &permissions : permissionSets()) {
            surgery.permit(permissions);
            const auto before = surgery.priya->cursor();
            const auto synced = surgery.priya->askFor<OkSync>(Sync{});
            QVERIFY(synced.snapshot->conversation(surgery.othersGroup())); // groups are known to all
            QVERIFY(!synced.snapshot->conversation(place));
            QVERIFY(synced.snapshot->alert(hers));
            QVERIFY(!synced.snapshot->alert(others));
            QVERIFY(synced.snapshot->invitations.empty());

            // Live, and again to one who was away.
            const QByteArray words = "Between us " + QByteArray::number(++round);
            const auto heard = [&words](const TestPeer &peer) {
                return std::any_of(peer.events().begin(), peer.events().end(), [&words](const Event &event) {
                    return event.text == text(words.constData());
                });
            };
            surgery.anna->ask(post(surgery.kit, place, words.constData()));
            QVERIFY(heard(*lin));
            QVERIFY(!heard(*surgery.priya));
            const auto again = surgery.kit.resume(*surgery.priya);
            again->syncFrom(before, surgery.priya->epoch);
            QVERIFY(again->cursor() > before);
            QVERIFY(!heard(*again));
            surgery.priya = surgery.kit.resume(*surgery.priya);
        }
    }

    void aReceiptForWhatIsOthersLeavesNoTrace()
    {
        Surgery surgery({Permission::Member});
        const Seq message = surgery.said(*surgery.anna, surgery.othersPlace());
        const Seq alert(surgery.othersAlert().value);
        surgery.anna->forget();
        for (const auto &permissions : permissionSets()) {
            surgery.permit(permissions);
            const auto id = surgery.priya->send(ReceiptsPost{ReceiptState::Shown, {message, alert}});
            surgery.kit.settle();
            surgery.kit.advance(std::chrono::milliseconds(50));
            QVERIFY(std::holds_alternative<Ok>(*surgery.priya->answer(id)));
            QVERIFY(surgery.anna->notices<ReceiptsNotice>().empty());
        }
    }

    void whoLosesAPermissionHasLostIt()
    {
        Surgery surgery({Permission::Member, Permission::Administrator});
        MemberChanged changed;
        changed.member = surgery.priya->member;
        changed.permissions = std::vector{Permission::Member};
        surgery.kit.append(changed);
        for (const Right &right : rights()) {
            if (right.needs == Permission::Administrator)
                expect(surgery, *surgery.priya, right.example(surgery), "forbidden");
        }
    }

private:
    //! Has \a peer say \a message and looks at the answer: \a code, or "" for one that is no error. What was
    //! refused must have left the record as it was, and the connection.
    static void expect(Surgery &surgery, TestPeer &peer, const ClientMessage &message, const char *code)
    {
        const Seq before = surgery.kit.record().head()->seq;
        if (std::holds_alternative<Ack>(message)) { // has no answer, wherever it is said
            peer.tell(message);
            surgery.kit.settle();
            QVERIFY(peer.isOpen());
            QVERIFY(peer.notices<ErrorAnswer>().empty());
            return;
        }
        const auto id = peer.send(message);
        surgery.kit.settle();
        surgery.kit.advance(std::chrono::milliseconds(50)); // receipts are gathered for a while
        QCOMPARE(peer.answerCount(id), 1);
        QCOMPARE(TestPeer::codeOf(*peer.answer(id)), text(code));
        if (*code != '\0') {
            QCOMPARE(surgery.kit.record().head()->seq, before);
            QVERIFY(peer.isOpen());
        }
    }
};

HANDBELL_TEST(AuthorisationMatrixTest)
#include "AuthorisationMatrixTest.moc"
