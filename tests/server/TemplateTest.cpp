// SPDX-License-Identifier: Apache-2.0
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;

namespace {

AlertTemplate keysLost()
{
    AlertTemplate made;
    made.key = text("keys_lost");
    made.textEn = text("  Cupboard keys   wanted ");
    made.textCy = text("Eisiau allweddi'r cwpwrdd");
    made.lifetimeSeconds = 900;
    made.escalation = {{120, Address::ofRole(text("Practice manager"))}};
    made.senders = std::vector{text("Receptionist")};
    return made;
}

} // namespace

class TemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAdministratorAddsChangesAndRemoves()
    {
        ServerKit kit;
        auto carys = kit.signIn("Carys Evans");
        auto priya = kit.signIn("Priya Shah");
        const TemplateSave add{kit.nonce(), keysLost()};
        const auto added = carys->askFor<Accepted>(add);
        QVERIFY2(added.seq.isValid(), qPrintable(carys->surprise()));
        QCOMPARE(carys->askFor<Accepted>(add), added);
        const TemplateId id(added.seq.value);
        QCOMPARE(priya->view().alertTemplate(id)->textEn, text("Cupboard keys wanted"));
        QCOMPARE(kit.record().event(added.seq)->actor, carys->member);

        AlertTemplate changed = *priya->view().alertTemplate(id);
        changed.importance = Importance::Important;
        QVERIFY(carys->askFor<Accepted>(TemplateSave{kit.nonce(), changed}).seq.isValid());
        QCOMPARE(priya->view().alertTemplate(id)->importance, Importance::Important);
        const Seq head = kit.record().head()->seq;
        QCOMPARE(carys->askFor<Accepted>(TemplateSave{kit.nonce(), changed}).seq, added.seq);
        QCOMPARE(kit.record().head()->seq, head); // nothing changed, nothing kept

        changed.removed = true;
        QVERIFY(carys->askFor<Accepted>(TemplateSave{kit.nonce(), changed}).seq.isValid());
        QVERIFY(priya->view().alertTemplate(id)->removed);
    }

    void itIsRefused_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("from anybody else") << 0 << "forbidden";
        QTest::newRow("a key of another shape") << 1 << "invalid_field";
        QTest::newRow("no text") << 2 << "invalid_field";
        QTest::newRow("no reply") << 3 << "invalid_field";
        QTest::newRow("an escalation after the end") << 4 << "invalid_field";
        QTest::newRow("nobody may send it") << 5 << "invalid_field";
        QTest::newRow("it gathers without a reply to come") << 6 << "invalid_field";
        QTest::newRow("a text about a patient") << 7 << "guard_confirmation_required";
        QTest::newRow("an escalation to nobody there is") << 8 << "invalid_field";
    }

    void itIsRefused()
    {
        QFETCH(int, what);
        ServerKit kit;
        auto carys = kit.signIn("Carys Evans");
        auto priya = kit.signIn("Priya Shah");
        AlertTemplate bad = keysLost();
        switch (what) {
        case 1:
            bad.key = text("Keys lost!");
            break;
        case 2:
            bad.textEn = text("   ");
            break;
        case 3:
            bad.replies.clear();
            break;
        case 4:
            bad.lifetimeSeconds = 100;
            break;
        case 5:
            bad.senders = std::vector<QString>();
            break;
        case 6:
            bad.gathers = true;
            bad.replies = {Reply::Done};
            break;
        case 7:
            bad.textEn = text("NHS number 999 123 4560");
            break;
        case 8:
            bad.escalation = {{60, Address::person(MemberId(999'999))}};
            break;
        default:
            break;
        }
        const Seq before = kit.record().head()->seq;
        TestPeer &from = what == 0 ? *priya : *carys;
        QTEST(from.askForError(TemplateSave{kit.nonce(), bad}), "code");
        QCOMPARE(kit.record().head()->seq, before);
    }
};

HANDBELL_TEST(TemplateTest)
#include "TemplateTest.moc"
