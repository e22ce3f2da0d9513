// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

#include <type_traits>

using namespace handbell;
using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

//! The guard as a whole: what a practice manager would want, policy, practice data, confirmations.
class GuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hardCases_data();
    void hardCases();
    void policyCaps_data();
    void policyCaps();
    void offStillSupports();
    void reasonOnlyWhereAsked();
    void allowList();
    void everyNameComesBack();
    void findingsAreSortedAndApart();
    void screenLetsSilentAndHintPass();
    void screenAsksForConfirmation();
    void screenChecksTheConfirmation();
    void screenAsksForAReason();
    void onlyTheGuardMakesScreenedText();
};

void GuardTest::hardCases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, const QString &text, Verdict verdict) {
        QTest::newRow(name) << text << verdict;
    };
    row("time", u"room 3 at 10.30"_s, Verdict::Silent);
    row("extension", u"try 01472 ext 245"_s, Verdict::Silent);
    row("rota", u"12/05 rota"_s, Verdict::Silent);
    row("dob", u"DOB 12/05/48"_s, Verdict::Warn);
    row("date", u"12/05/1948"_s, Verdict::Hint);
    row("order, invalid", u"order 4857773456"_s, Verdict::Silent);
    row("order, valid", u"order 4857773457"_s, Verdict::Hint);
    row("NHS number", u"485 777 3457"_s, Verdict::Warn);
    row("NHS number, typo", u"NHS no 485 777 3456"_s, Verdict::Warn);
    row("test number", u"999 000 0018"_s, Verdict::Warn);
    row("filler", u"9999999999"_s, Verdict::Silent);
    row("GMC", u"Dr Patel GMC 7012345"_s, Verdict::Silent);
    row("smartcard", u"smartcard 555021935107"_s, Verdict::Silent);
    row("own postcode", u"post to us at DN32 7XX"_s, Verdict::Silent);
    row("somebody's address", u"14 Weelsby St DN32 7XX"_s, Verdict::Warn);
    row("vitamin, third", u"B12 3rd dose"_s, Verdict::Silent);
    row("vitamin, two", u"B12 jab 2pm"_s, Verdict::Silent);
    row("measures", u"500mg, bed 12, BP 140/90"_s, Verdict::Silent);
    row("name, age, results", u"Mrs Jones 72F wants her results"_s, Verdict::Warn);
    row("name", u"Mrs Jones is here"_s, Verdict::Hint);
    row("member", u"Mrs Evans is here"_s, Verdict::Silent);
    row("first names", u"Will, can Rose cover? Mark's off"_s, Verdict::Silent);
    row("crash call", u"crash call room 2, chest pain, not breathing"_s, Verdict::Silent);
    row("age and symptom", u"72F chest pain, room 2, since 9"_s, Verdict::Hint);
    row("EMIS number", u"EMIS no 48213"_s, Verdict::Warn);
    row("ring back", u"ring pt back 07911 123456"_s, Verdict::Warn);
    row("EMIS is down", u"EMIS is down, 3rd time"_s, Verdict::Silent);
    row("EMIS task", u"JB, task sent in EMIS"_s, Verdict::Silent);
    // Traps that catch others.
    row("dose due", u"B12 3rd dose due"_s, Verdict::Silent);
    row("E1", u"E1 4th"_s, Verdict::Silent);
    row("M1", u"M1 2nd"_s, Verdict::Silent);
    row("SE1", u"SE1 1st"_s, Verdict::Silent);
    row("bed", u"bed 12a"_s, Verdict::Silent);
    row("B12 jab", u"B12 jab"_s, Verdict::Silent);
    row("for two hours", u"for 2 h"_s, Verdict::Silent);
    row("tail of a number", u"+44 121 234 5678"_s, Verdict::Hint);
    row("web address", u"https://wiki.example/pages/4010232137/Runbook"_s, Verdict::Silent);
    row("computer time", u"1764000000"_s, Verdict::Silent);
    row("a child", u"dob 12/05/2021"_s, Verdict::Warn);
    row("nothing", QString(), Verdict::Silent);
}

void GuardTest::hardCases()
{
    QFETCH(QString, text);
    QFETCH(Verdict, verdict);
    const Assessment assessment = guardOn24November2025()->assess(text);
    QCOMPARE(verdictName(assessment.verdict), verdictName(verdict));
    QCOMPARE(assessment.findings.empty(), verdict == Verdict::Silent);
    QVERIFY(!assessment.reasonRequired);
}

void GuardTest::policyCaps_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<Verdict>("warned");
    QTest::addColumn<Verdict>("hinted");
    QTest::addColumn<bool>("reason");
    QTest::newRow("off") << Action::Off << Verdict::Silent << Verdict::Silent << false;
    QTest::newRow("hint") << Action::Hint << Verdict::Hint << Verdict::Hint << false;
    QTest::newRow("warn") << Action::Warn << Verdict::Warn << Verdict::Hint << false;
    QTest::newRow("reason") << Action::WarnWithReason << Verdict::Warn << Verdict::Hint << true;
}

void GuardTest::policyCaps()
{
    QFETCH(Action, action);
    QFETCH(Verdict, warned);
    QFETCH(Verdict, hinted);
    QFETCH(bool, reason);
    const auto guard = guardOn24November2025(riverside(), {2, {{Kind::NhsNumber, action}}});
    const Assessment high = guard->assess(u"485 777 3457");
    QCOMPARE(high.verdict, warned);
    QCOMPARE(high.reasonRequired, reason);
    QCOMPARE(high.findings.empty(), warned == Verdict::Silent);
    const Assessment low = guard->assess(u"order 4857773457");
    QCOMPARE(low.verdict, hinted);
    QVERIFY(!low.reasonRequired);
}

void GuardTest::offStillSupports()
{
    const auto guard = guardOn24November2025(riverside(), {2, {{Kind::PhoneNumber, Action::Off}}});
    const Assessment assessment = guard->assess(u"Mrs Jones 07700 900123");
    QCOMPARE(assessment.findings.size(), size_t{1});
    QCOMPARE(assessment.findings.front().kind, Kind::PersonName);
    QCOMPARE(assessment.verdict, Verdict::Warn);
}

void GuardTest::reasonOnlyWhereAsked()
{
    const auto guard = guardOn24November2025(
        riverside(), {2, {{Kind::NhsNumber, Action::WarnWithReason}, {Kind::DateOfBirth, Action::Warn}}});
    QVERIFY(!guard->assess(u"dob 12/05/48").reasonRequired);
    QVERIFY(guard->assess(u"dob 12/05/48, 485 777 3457").reasonRequired);
}

void GuardTest::allowList()
{
    PracticeData practice = riverside();
    practice.allow = {u"Mr Whippy"_s, u"07700 900999"_s, u"the Mrs Beeton ward"_s};
    const auto guard = guardOn24November2025(practice);
    QCOMPARE(guard->assess(u"mr  whippy is outside").verdict, Verdict::Silent);
    QCOMPARE(guard->assess(u"ring pt on 07700900999").verdict, Verdict::Silent);
    QCOMPARE(guard->assess(u"to the Mrs Beeton Ward").verdict, Verdict::Silent);
    QCOMPARE(guard->assess(u"Mrs Beeton is here").verdict, Verdict::Hint);
    QCOMPARE(guard->assess(u"Mr Whippyson is here").verdict, Verdict::Hint);
    // What is allowed raises nothing either.
    QCOMPARE(guard->assess(u"Mr Whippy, 07700 900123").verdict, Verdict::Hint);
}

void GuardTest::everyNameComesBack()
{
    for (const Kind kind : allKinds)
        QCOMPARE(kindFromName(QString(kindName(kind))), kind);
    for (const Verdict verdict : {Verdict::Silent, Verdict::Hint, Verdict::Warn})
        QCOMPARE(verdictFromName(QString(verdictName(verdict))), verdict);
    for (const Action action : {Action::Off, Action::Hint, Action::Warn, Action::WarnWithReason})
        QCOMPARE(actionFromName(QString(actionName(action))), action);
    QVERIFY(!kindFromName(u"unheard_of"));
    QVERIFY(!verdictFromName(u""));
    QVERIFY(!actionFromName(u"Warn"));
}

void GuardTest::findingsAreSortedAndApart()
{
    const QString text = u"DN31 1AA, Mrs Jones, dob 12/05/48, 07700 900123, 485 777 3457"_s;
    const Assessment assessment = guardOn24November2025()->assess(text);
    QCOMPARE(assessment.findings.size(), size_t{5});
    for (size_t i = 1; i < assessment.findings.size(); ++i)
        QVERIFY(assessment.findings[i - 1].span.end() <= assessment.findings[i].span.start);
}

void GuardTest::screenLetsSilentAndHintPass()
{
    const auto guard = guardOn24November2025();
    const auto silent = guard->screen(u"lunch?"_s);
    QVERIFY(silent.ok());
    QCOMPARE(silent->text(), u"lunch?"_s);
    QVERIFY(!silent->confirmation());
    const auto hinted = guard->screen(u"Mrs Jones is here"_s, Confirmation{QByteArray(32, 'x'), 0, {}});
    QVERIFY(hinted.ok());
    QCOMPARE(hinted->assessment().verdict, Verdict::Hint);
    QVERIFY(!hinted->confirmation());
}

void GuardTest::screenAsksForConfirmation()
{
    const auto refused = guardOn24November2025()->screen(u"485 777 3457"_s);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::GuardConfirmationRequired);
    QVERIFY(!refused.error().detail.contains(u"485"));
}

void GuardTest::screenChecksTheConfirmation()
{
    const auto guard = guardOn24November2025();
    const QString text = u"485 777 3457"_s;
    const Confirmation good{digestOf(text), rulesVersion, {}};
    QCOMPARE(good.textDigest.size(), 32);
    const auto passed = guard->screen(text, good);
    QVERIFY(passed.ok());
    QCOMPARE(passed->confirmation(), std::optional(good));
    const auto refused = [&](const Confirmation &confirmation) {
        const auto result = guard->screen(text, confirmation);
        return !result.ok() && result.error().code == ErrorCode::GuardConfirmationRequired;
    };
    QVERIFY(refused({digestOf(u"485 777 3457 "), rulesVersion, {}}));
    QVERIFY(refused({{}, rulesVersion, {}}));
    QVERIFY(refused({digestOf(text), rulesVersion + 1, {}}));
    QVERIFY(refused({digestOf(text), 0, {}}));
    QVERIFY(refused({digestOf(text), rulesVersion, QString(maxReasonLength + 1, u'x')}));
}

void GuardTest::screenAsksForAReason()
{
    const auto guard = guardOn24November2025(riverside(), {2, {{Kind::NhsNumber, Action::WarnWithReason}}});
    const QString text = u"485 777 3457"_s;
    QVERIFY(!guard->screen(text, Confirmation{digestOf(text), rulesVersion, {}}).ok());
    QVERIFY(!guard->screen(text, Confirmation{digestOf(text), rulesVersion, u"  \n"_s}).ok());
    const auto passed =
        guard->screen(text, Confirmation{digestOf(text), rulesVersion, u"on the ward round"_s});
    QVERIFY(passed.ok());
    QCOMPARE(passed->confirmation()->reason, u"on the ward round"_s);
}

void GuardTest::onlyTheGuardMakesScreenedText()
{
    static_assert(!std::is_default_constructible_v<ScreenedText>);
    static_assert(!std::is_constructible_v<ScreenedText, QString>);
    static_assert(!std::is_constructible_v<ScreenedText, QString, Assessment, std::optional<Confirmation>>);
}

HANDBELL_TEST(GuardTest)
#include "GuardTest.moc"
