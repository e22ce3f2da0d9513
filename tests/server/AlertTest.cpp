// SPDX-License-Identifier: Apache-2.0
#include "support/ServerKit.h"

#include <QTest>

using namespace handbell;
using namespace handbell::protocol;
using handbell::test::ServerKit;
using handbell::test::TestPeer;

class AlertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBellIsRungAndAnswered()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        const auto rung = priya->askFor<Accepted>(AlertRaise{kit.nonce(),
                                                             kit.alertTemplate("interpreter_here"),
                                                             Address::person(anna->member),
                                                             QStringLiteral("at the desk"),
                                                             {}});
        QVERIFY2(rung.seq.isValid(), qPrintable(priya->surprise()));
        QCOMPARE(anna->view().alerts.size(), size_t{1});
        const Alert &alert = anna->view().alerts.begin()->second;
        QCOMPARE(alert.id.value, rung.seq.value);
        QCOMPARE(alert.note, QStringLiteral("at the desk"));
        const auto answered = anna->askFor<Accepted>(AlertReply{kit.nonce(), alert.id, Reply::Coming});
        QVERIFY(answered.seq.isValid());
        QCOMPARE(priya->payloads<AlertAnswered>().size(), size_t{1});
        QVERIFY(priya->view().alerts.empty());
        QVERIFY(anna->view().alerts.empty());
    }
};

QTEST_GUILESS_MAIN(AlertTest)
#include "AlertTest.moc"
