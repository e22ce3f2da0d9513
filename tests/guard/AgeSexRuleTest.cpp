// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class AgeSexRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::AgeSex); }
};

void AgeSexRuleTest::finds_data()
{
    addRuleColumns();

    // With clinical words a hint, with a name a warning; alone nothing.
    hit("72F", u"72F chest pain"_s, u"72F"_s, Verdict::Hint);
    hit("72 F", u"72 F chest pain"_s, u"72 F"_s, Verdict::Hint);
    hit("72 yo", u"72 yo chest pain"_s, u"72 yo"_s, Verdict::Hint);
    hit("72yo", u"72yo chest pain"_s, u"72yo"_s, Verdict::Hint);
    hit("72 y/o", u"72 y/o chest pain"_s, u"72 y/o"_s, Verdict::Hint);
    hit("72-year-old", u"72-year-old chest pain"_s, u"72-year-old"_s, Verdict::Hint);
    hit("72 yrs old", u"72 yrs old chest pain"_s, u"72 yrs old"_s, Verdict::Hint);
    hit("M 45", u"M 45 chest pain"_s, u"M 45"_s, Verdict::Hint);
    hit("F 29", u"F 29 chest pain"_s, u"F 29"_s, Verdict::Hint);
    hit("aged 72", u"aged 72 chest pain"_s, u"aged 72"_s, Verdict::Hint);
    hit("female 34", u"female 34 chest pain"_s, u"female 34"_s, Verdict::Hint);
    hit("34 female", u"34 female chest pain"_s, u"34 female"_s, Verdict::Hint);
    hit("6/12 old", u"6/12 old chest pain"_s, u"6/12 old"_s, Verdict::Hint);
    hit("3 weeks old", u"3 weeks old chest pain"_s, u"3 weeks old"_s, Verdict::Hint);
    hit("9 month old", u"9 month old chest pain"_s, u"9 month old"_s, Verdict::Hint);
    hit("81 oed", u"81 oed chest pain"_s, u"81 oed"_s, Verdict::Hint);
    hit("81 mlwydd oed", u"81 mlwydd oed chest pain"_s, u"81 mlwydd oed"_s, Verdict::Hint);
    hit("99F", u"99F chest pain"_s, u"99F"_s, Verdict::Hint);
    hit("0/12 old", u"0/12 old chest pain"_s, u"0/12 old"_s, Verdict::Hint);
    hit("age with colon", u"age: 72 chest pain"_s, u"age: 72"_s, Verdict::Hint);
    hit("small letter", u"67m, chest pain"_s, u"67m"_s, Verdict::Hint);
    hit("small letter, young", u"19f suicidal"_s, u"19f"_s, Verdict::Hint);
    hit("sex first, glued", u"m77 catheter blocked"_s, u"m77"_s, Verdict::Hint);
    hit("with a name", u"Mrs Jones 72F"_s, u"72F"_s, Verdict::Warn);
    hit("after a name", u"Mrs Jones (72 yo)"_s, u"72 yo"_s, Verdict::Warn);
    miss("alone", u"72F in room 2"_s);
    miss("motorway", u"M25 shut, bloods late"_s);
    miss("motorway, small", u"stuck on the m62"_s);
    miss("minutes", u"bloods in 45m"_s);
    miss("minutes before illness of nobody", u"45m wait, then the chest clinic"_s);
    miss("cohort over", u"over 65 yo flu jabs"_s);
    miss("cohort and over", u"75 yo and over shingles"_s);
    miss("cohort plus", u"65 yo+ flu jab"_s);
    miss("cohort range", u"aged 12 to 15 HPV vaccine"_s);
    miss("2 year olds", u"2 year olds flu vaccine"_s);
    miss("aged range", u"aged 25-49 smears"_s);
    miss("months ahead", u"bloods in 3M"_s);
    miss("gauge", u"16F catheters"_s);
    miss("size", u"catheter size 16F"_s);
    miss("fridge", u"vaccine fridge at 46F"_s);
    miss("too old", u"121 yo chest pain"_s);
    miss("decimal", u"2.5F chest pain"_s);
    miss("date", u"12/05/72F"_s);
    miss("part of a word", u"x72F chest pain"_s);
    miss("three digits", u"aged 721 chest pain"_s);
    miss("a name begins", u"45 Mrs chest pain"_s);
}

HANDBELL_TEST(AgeSexRuleTest)
#include "AgeSexRuleTest.moc"
