// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class ChiNumberRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::ChiNumber); }
    void atHome_data();
    void atHome()
    {
        PracticeData practice = riverside();
        practice.nation = Nation::Scotland;
        checkRow(*guardOn24November2025(practice), Kind::ChiNumber);
    }
};

void ChiNumberRuleTest::finds_data()
{
    addRuleColumns();

    // Elsewhere only after its label.
    hit("labelled", u"CHI no 0101900015"_s, u"0101900015"_s, Verdict::Warn);
    hit("glued colon", u"CHI: 010 190 0015"_s, u"010 190 0015"_s, Verdict::Warn);
    hit("label after", u"010 190 0015 is the CHI number"_s, u"010 190 0015"_s, Verdict::Warn);
    hit("labelled, mistyped", u"CHI no 0101900016"_s, u"0101900016"_s, Verdict::Warn, Remark::CheckForTypo);
    miss("unlabelled in England", u"0101900015"_s);
    miss("filler", u"CHI no 1111111111"_s);
    miss("label of another number", u"need the CHI no for order 0101900015"_s);
    miss("eleven digits", u"CHI no 01019000157"_s);
    miss("nine digits", u"CHI no 010190001"_s);
}

void ChiNumberRuleTest::atHome_data()
{
    addRuleColumns();
    hit("by itself", u"0101900015"_s, u"0101900015"_s, Verdict::Warn);
    hit("grouped", u"pt 010 190 0015 rang"_s, u"010 190 0015"_s, Verdict::Warn);
    hit("beside an order", u"order 0101900015"_s, u"0101900015"_s, Verdict::Hint);
    hit("an order for a patient", u"order 0101900015 for the pt"_s, u"0101900015"_s, Verdict::Warn);
    miss("check fails", u"0101900016"_s);
    miss("not of this nation", u"3102300014"_s);
    miss("part of a longer number", u"010190001512"_s);
}

HANDBELL_TEST(ChiNumberRuleTest)
#include "ChiNumberRuleTest.moc"
