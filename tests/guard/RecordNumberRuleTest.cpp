// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class RecordNumberRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::RecordNumber); }
};

void RecordNumberRuleTest::finds_data()
{
    addRuleColumns();

    hit("EMIS", u"EMIS no 48213"_s, u"48213"_s, Verdict::Warn);
    hit("EMIS number is", u"EMIS number is 48213"_s, u"48213"_s, Verdict::Warn);
    hit("SystmOne", u"SystmOne no: 991203"_s, u"991203"_s, Verdict::Warn);
    hit("S1", u"S1 no 991203"_s, u"991203"_s, Verdict::Warn);
    hit("hospital", u"hosp no RXX12345"_s, u"RXX12345"_s, Verdict::Warn);
    hit("a code and a number", u"hosp no RWK 440217"_s, u"RWK 440217"_s, Verdict::Warn);
    hit("hospital number", u"hospital number 123456"_s, u"123456"_s, Verdict::Warn);
    hit("MRN", u"MRN 00481516"_s, u"00481516"_s, Verdict::Warn);
    hit("MRN colon", u"mrn: A12-4456"_s, u"A12-4456"_s, Verdict::Warn);
    hit("K", u"K number K123456"_s, u"K123456"_s, Verdict::Warn);
    hit("mixed", u"RXX no RXX12"_s, u"RXX12"_s, Verdict::Warn);
    hit("Welsh", u"rhif ysbyty 445566"_s, u"445566"_s, Verdict::Warn);
    hit("spaced", u"hospital no 482 913"_s, u"482 913"_s, Verdict::Warn);
    hit("hash", u"EMIS no #48213"_s, u"48213"_s, Verdict::Warn);
    hit("patient id", u"patient ID 774512"_s, u"774512"_s, Verdict::Warn);
    miss("no label", u"48213"_s);
    miss("EMIS down", u"EMIS is down, 3rd time"_s);
    miss("three digits", u"EMIS no 482"_s);
    miss("a task", u"JB, task sent in EMIS"_s);
    miss("no longer", u"EMIS no longer opens, call 4821"_s);
    miss("version", u"EMIS 10.5.2024"_s);
    miss("not next", u"EMIS no and the form 48213"_s);
    miss("too long", u"MRN 123456789012345"_s);
    miss("a word", u"hospital no idea"_s);
    miss("label last", u"48213 EMIS no"_s);
}

HANDBELL_TEST(RecordNumberRuleTest)
#include "RecordNumberRuleTest.moc"
