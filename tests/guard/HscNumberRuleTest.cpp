// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class HscNumberRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::HscNumber); }
    void atHome_data();
    void atHome()
    {
        PracticeData practice = riverside();
        practice.nation = Nation::NorthernIreland;
        checkRow(*guardOn24November2025(practice), Kind::HscNumber);
    }
};

void HscNumberRuleTest::finds_data()
{
    addRuleColumns();

    // Elsewhere only after its label.
    hit("labelled", u"HSC no 3200000015"_s, u"3200000015"_s, Verdict::Warn);
    hit("glued colon", u"HSC: 320 000 0015"_s, u"320 000 0015"_s, Verdict::Warn);
    hit("label after", u"320 000 0015 is the HSC number"_s, u"320 000 0015"_s, Verdict::Warn);
    hit("labelled, mistyped", u"HSC no 3200000016"_s, u"3200000016"_s, Verdict::Warn, Remark::CheckForTypo);
    miss("unlabelled in England", u"3200000015"_s);
    miss("filler", u"HSC no 1111111111"_s);
    miss("label of another number", u"need the HSC no for order 3200000015"_s);
    miss("eleven digits", u"HSC no 32000000157"_s);
    miss("nine digits", u"HSC no 320000001"_s);
}

void HscNumberRuleTest::atHome_data()
{
    addRuleColumns();
    hit("by itself", u"3200000015"_s, u"3200000015"_s, Verdict::Warn);
    hit("grouped", u"pt 320 000 0015 rang"_s, u"320 000 0015"_s, Verdict::Warn);
    hit("beside an order", u"order 3200000015"_s, u"3200000015"_s, Verdict::Hint);
    hit("an order for a patient", u"order 3200000015 for the pt"_s, u"3200000015"_s, Verdict::Warn);
    miss("check fails", u"3200000016"_s);
    miss("not of this nation", u"3100000013"_s);
    miss("part of a longer number", u"320000001512"_s);
}

HANDBELL_TEST(HscNumberRuleTest)
#include "HscNumberRuleTest.moc"
