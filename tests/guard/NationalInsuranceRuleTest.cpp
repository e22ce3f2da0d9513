// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class NationalInsuranceRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::NationalInsurance); }
};

void NationalInsuranceRuleTest::finds_data()
{
    addRuleColumns();

    hit("AB 12 34 56 C", u"it is AB 12 34 56 C ok"_s, u"AB 12 34 56 C"_s, Verdict::Hint);
    hit("AB123456C", u"it is AB123456C ok"_s, u"AB123456C"_s, Verdict::Hint);
    hit("AB 123 456 C", u"it is AB 123 456 C ok"_s, u"AB 123 456 C"_s, Verdict::Hint);
    hit("AB-12-34-56-C", u"it is AB-12-34-56-C ok"_s, u"AB-12-34-56-C"_s, Verdict::Hint);
    hit("ab123456c", u"it is ab123456c ok"_s, u"ab123456c"_s, Verdict::Hint);
    hit("CE 11 22 33 A", u"it is CE 11 22 33 A ok"_s, u"CE 11 22 33 A"_s, Verdict::Hint);
    hit("ce 11 22 33 a", u"it is ce 11 22 33 a ok"_s, u"ce 11 22 33 a"_s, Verdict::Hint);
    hit("labelled", u"NI no AB123456C"_s, u"AB123456C"_s, Verdict::Warn);
    hit("labelled in Welsh", u"rhif yswiriant gwladol AB123456C"_s, u"AB123456C"_s, Verdict::Warn);
    hit("NINO", u"nino: jk 98 76 54 a"_s, u"jk 98 76 54 a"_s, Verdict::Warn);
    hit("labelled, no last letter", u"national insurance AB 12 34 56"_s, u"AB 12 34 56"_s, Verdict::Warn);
    hit("with a name", u"Mrs Jones AB123456C"_s, u"AB123456C"_s, Verdict::Warn);
    miss("prefix DA", u"DA 12 34 56 C"_s);
    miss("prefix FA", u"FA 12 34 56 C"_s);
    miss("prefix IA", u"IA 12 34 56 C"_s);
    miss("prefix QA", u"QA 12 34 56 C"_s);
    miss("prefix UA", u"UA 12 34 56 C"_s);
    miss("prefix VA", u"VA 12 34 56 C"_s);
    miss("prefix AO", u"AO 12 34 56 C"_s);
    miss("prefix AD", u"AD 12 34 56 C"_s);
    miss("prefix BG", u"BG 12 34 56 C"_s);
    miss("prefix GB", u"GB 12 34 56 C"_s);
    miss("prefix KN", u"KN 12 34 56 C"_s);
    miss("prefix NK", u"NK 12 34 56 C"_s);
    miss("prefix NT", u"NT 12 34 56 C"_s);
    miss("prefix TN", u"TN 12 34 56 C"_s);
    miss("prefix ZZ", u"ZZ 12 34 56 C"_s);
    miss("suffix E", u"AB123456E"_s);
    miss("no suffix", u"AB123456"_s);
    miss("five digits", u"AB12345C"_s);
    miss("seven digits", u"AB1234567C"_s);
    miss("a phrase", u"at 10 20 30 a"_s);
    miss("longer word", u"XAB123456C"_s);
    miss("runs on", u"AB123456CD"_s);
}

HANDBELL_TEST(NationalInsuranceRuleTest)
#include "NationalInsuranceRuleTest.moc"
