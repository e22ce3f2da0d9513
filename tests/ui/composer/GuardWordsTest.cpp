// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/GuardWords.h"

#include "guard/Guard.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

using enum guard::Kind;

guard::Assessment found(const std::vector<guard::Kind> &kinds)
{
    guard::Assessment assessment;
    for (const guard::Kind kind : kinds)
        assessment.findings.push_back({kind, {}, guard::Verdict::Warn, {}, {}});
    return assessment;
}

} // namespace

class GuardWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasAPhrase()
    {
        QStringList phrases;
        for (const guard::Kind kind : guard::allKinds) {
            const QString phrase = GuardWords::kind(kind);
            QVERIFY2(phrase != u"something personal"_s, guard::kindName(kind).data());
            QVERIFY(phrase.startsWith(u"a "_s) || phrase.startsWith(u"an "_s) ||
                    phrase.startsWith(u"some"_s));
            QVERIFY(!phrases.contains(phrase));
            phrases << phrase;
        }
    }

    void namesWhatWasSeen()
    {
        QCOMPARE(GuardWords::heading(found({PersonName})), u"This looks like a patient: a name."_s);
        QCOMPARE(GuardWords::heading(found({PersonName, AgeSex})),
                 u"This looks like a patient: a name and an age."_s);
        QCOMPARE(GuardWords::heading(found({PersonName, DateOfBirth, PersonName, PhoneNumber, Postcode})),
                 u"This looks like a patient: a name, a date of birth, a phone number and a postcode."_s);
        guard::Assessment assessment = found({PersonName});
        assessment.clinical.push_back({ClinicalContent, {}, guard::Verdict::Silent, {}, {}});
        QCOMPARE(GuardWords::heading(assessment),
                 u"This looks like a patient: a name, with something about health."_s);
    }

    void hintsInOneLine()
    {
        QCOMPARE(GuardWords::hint(found({PersonName})), u"A name seen. Fine if not a patient's."_s);
        QCOMPARE(GuardWords::hint(found({Address, PhoneNumber})),
                 u"An address and a phone number seen. Fine if not a patient's."_s);
    }

    void givesASaferForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safer");
        const QString person = u"Safer: “Your %1 has arrived”."_s;
        const QString several = u"Safer: leave them out, and send a task in the clinical system."_s;
        const QString one = u"Safer: leave it out, and send a task in the clinical system."_s;
        QTest::newRow("name") << u"Mrs Jones is here"_s
                              << u"Safer: initials, or the time: “Your 10:40 has arrived”."_s;
        QTest::newRow("name and time") << u"Your 9:15 Mrs Jones is here"_s << person.arg(u"9:15"_s);
        QTest::newRow("stop in the time") << u"Mrs Jones, 10.30, is here"_s << person.arg(u"10.30"_s);
        QTest::newRow("no time") << u"Mrs Jones dob 12.05.48 is here"_s << several;
        QTest::newRow("no hour") << u"Mrs Jones dob 12/05/1948 paid 25.50"_s << several;
        QTest::newRow("first of two times") << u"Mrs Jones 10:40 not 11:40"_s << person.arg(u"10:40"_s);
        QTest::newRow("number") << u"NHS no 485 777 3457, 10:40"_s << one;
        QTest::newRow("two numbers") << u"NHS no 485 777 3457, tel 07700 900123"_s << several;
        QTest::newRow("health") << u"Mrs Jones 10:40 wants her results"_s
                                << u"Safer: a task in the clinical system, where it reaches the "
                                   u"patient's record."_s;
    }
    void givesASaferForm()
    {
        QFETCH(QString, text);
        QFETCH(QString, safer);
        VirtualClock clock;
        const guard::Guard guard({}, {}, clock);
        const guard::Assessment assessment = guard.assess(text);
        QVERIFY(!assessment.findings.empty());
        const QString advice = GuardWords::advice(assessment, text);
        QVERIFY2(advice.endsWith(u". "_s + safer), qPrintable(advice));
    }

    void saysWhyFirst_data()
    {
        QTest::addColumn<int>("remark");
        QTest::addColumn<QString>("why");
        QTest::newRow("as a rule") << int(guard::Remark::None)
                                   << u"Anyone may ask to see what is written about them."_s;
        QTest::newRow("typo") << int(guard::Remark::CheckForTypo)
                              << u"The number does not add up: check for a typo."_s;
        QTest::newRow("test") << int(guard::Remark::TestNumber)
                              << u"It is a test number, but written as a patient's would be."_s;
        QTest::newRow("either") << int(guard::Remark::NhsNumberOrPhone)
                                << u"It could be an NHS number or a phone number."_s;
    }
    void saysWhyFirst()
    {
        QFETCH(int, remark);
        QFETCH(QString, why);
        guard::Assessment assessment = found({NhsNumber});
        assessment.findings[0].remark = guard::Remark(remark);
        QVERIFY(GuardWords::advice(assessment).startsWith(why + u" Safer: "_s));
    }
};

HANDBELL_TEST(GuardWordsTest)
#include "GuardWordsTest.moc"
