// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

//! Clinical words are no finding themselves; beside one they say why the clinical system is the place for it.
class ClinicalContentRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatStandsBesideAFinding_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("results") << u"Mrs Jones wants her results"_s << QStringList{u"results"_s};
        QTest::newRow("two") << u"Mrs Jones 72F: chest pain, on warfarin"_s
                             << QStringList{u"chest pain"_s, u"warfarin"_s};
        QTest::newRow("reading") << u"Mrs Jones BP 140/90"_s << QStringList{u"BP 140/90"_s};
        QTest::newRow("weeks of a pregnancy") << u"Mrs Jones is 33/40"_s << QStringList{u"33/40"_s};
        QTest::newRow("a score") << u"Mrs Jones got 45/40"_s << QStringList();
        QTest::newRow("a date") << u"Mrs Jones 3/40/12"_s << QStringList();
        QTest::newRow("by its ending") << u"Mrs Jones has sialadenitis"_s << QStringList{u"sialadenitis"_s};
        QTest::newRow("a medicine by its ending") << u"Mrs Jones on velmeprazole and two cefocillins"_s
                                                  << QStringList{u"velmeprazole"_s, u"cefocillins"_s};
        QTest::newRow("an ordinary word with such an ending")
            << u"Mrs Jones has my sympathy"_s << QStringList();
        QTest::newRow("the longest phrase")
            << u"Mr Jones, two week wait"_s << QStringList{u"two week wait"_s};
        QTest::newRow("dotted") << u"Mr Jones for 2.W.W"_s << QStringList{u"2.W.W"_s};
        QTest::newRow("Welsh, mutated")
            << u"Mrs Jones yn holi am ei chanlyniadau"_s << QStringList{u"chanlyniadau"_s};
        QTest::newRow("Welsh, soft") << u"Mrs Jones a'i phresgripsiwn"_s << QStringList{u"phresgripsiwn"_s};
        QTest::newRow("no clinical words") << u"Mrs Jones is here"_s << QStringList();
        QTest::newRow("a phrase that means nothing") << u"Mrs Jones is a pain in the neck"_s << QStringList();
        QTest::newRow("part of a word") << u"Mrs Jones, the flumoxed one"_s << QStringList();
        QTest::newRow("nobody in it") << u"bloods fridge alarm, chest freezer too"_s << QStringList();
    }
    void saysWhatStandsBesideAFinding()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        const Assessment assessment = guardOn24November2025()->assess(text);
        QStringList said;
        for (const Finding &finding : assessment.clinical) {
            said += text.mid(finding.span.start, finding.span.length);
            QCOMPARE(finding.kind, Kind::ClinicalContent);
            QCOMPARE(finding.verdict, Verdict::Silent);
        }
        QCOMPARE(said, words);
        for (const Finding &finding : assessment.findings)
            QVERIFY(finding.kind != Kind::ClinicalContent);
    }

    void policyTurnsItOff()
    {
        const auto guard = guardOn24November2025(riverside(), {2, {{Kind::ClinicalContent, Action::Off}}});
        const Assessment assessment = guard->assess(u"Mrs Jones wants her results");
        QVERIFY(assessment.clinical.empty());
        QCOMPARE(assessment.verdict, Verdict::Warn); // what it raises is a matter of the name
    }
};

HANDBELL_TEST(ClinicalContentRuleTest)
#include "ClinicalContentRuleTest.moc"
