// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class VehicleRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::Vehicle); }
};

void VehicleRuleTest::finds_data()
{
    addRuleColumns();

    hit("AB51 ABC", u"blue Fiesta AB51 ABC blocking us in"_s, u"AB51 ABC"_s, Verdict::Hint);
    hit("AB51ABC", u"blue Fiesta AB51ABC blocking us in"_s, u"AB51ABC"_s, Verdict::Hint);
    hit("LK02 XYZ", u"blue Fiesta LK02 XYZ blocking us in"_s, u"LK02 XYZ"_s, Verdict::Hint);
    hit("YD79 OOP", u"blue Fiesta YD79 OOP blocking us in"_s, u"YD79 OOP"_s, Verdict::Hint);
    hit("BD62XYZ", u"blue Fiesta BD62XYZ blocking us in"_s, u"BD62XYZ"_s, Verdict::Hint);
    miss("small", u"ab51 abc"_s);
    miss("age 30", u"AB30 ABC"_s);
    miss("age 01", u"AB01 ABC"_s);
    miss("age 80", u"AB80 ABC"_s);
    miss("I", u"IB51 ABC"_s);
    miss("Z in place", u"AZ51 ABC"_s);
    miss("Q at the end", u"AB51 ABQ"_s);
    miss("prescription form", u"FP10 PAD"_s);
    miss("postcode", u"SW12 9AB"_s);
    miss("two letters", u"AB51 AB"_s);
    miss("four letters", u"AB51 ABCD"_s);
    miss("for two hours", u"for 2 h"_s);
    miss("bed", u"bed 12a"_s);
}

HANDBELL_TEST(VehicleRuleTest)
#include "VehicleRuleTest.moc"
