// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class PhoneNumberRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::PhoneNumber); }
};

void PhoneNumberRuleTest::finds_data()
{
    addRuleColumns();

    // Mobile and geographic, as people write them.
    hit("mobile", u"07700 900123"_s, u"07700 900123"_s, Verdict::Hint);
    hit("mobile in one piece", u"07700900123"_s, u"07700900123"_s, Verdict::Hint);
    hit("mobile in threes", u"07700 900 123"_s, u"07700 900 123"_s, Verdict::Hint);
    hit("hyphens", u"07700-900-123"_s, u"07700-900-123"_s, Verdict::Hint);
    hit("geographic", u"01632 960001"_s, u"01632 960001"_s, Verdict::Hint);
    hit("brackets", u"(01632) 960001"_s, u"(01632) 960001"_s, Verdict::Hint);
    hit("London", u"020 7946 0123"_s, u"020 7946 0123"_s, Verdict::Hint);
    hit("city", u"0117 496 0860"_s, u"0117 496 0860"_s, Verdict::Hint);
    hit("nine digits", u"016977 2345"_s, u"016977 2345"_s, Verdict::Hint);
    hit("+44", u"+44 7700 900123"_s, u"+44 7700 900123"_s, Verdict::Hint);
    hit("+44 (0)", u"+44 (0)7700 900123"_s, u"+44 (0)7700 900123"_s, Verdict::Hint);
    hit("+44 in one piece", u"+447700900123"_s, u"+447700900123"_s, Verdict::Hint);
    hit("0044", u"0044 7700 900123"_s, u"0044 7700 900123"_s, Verdict::Hint);
    hit("00 44", u"00 44 7700900123"_s, u"00 44 7700900123"_s, Verdict::Hint);
    hit("44", u"44 7700 900123"_s, u"44 7700 900123"_s, Verdict::Hint);
    hit("extension after", u"07700900123x12"_s, u"07700900123"_s, Verdict::Hint);
    hit("before a date", u"07700 900123 12/05/25"_s, u"07700 900123"_s, Verdict::Hint);
    hit("before a time", u"07700 900123 2pm"_s, u"07700 900123"_s, Verdict::Hint);
    hit("after a number", u"room 3 07700 900123"_s, u"07700 900123"_s, Verdict::Hint);
    hit("without its 0, beside a call", u"mob 7700900123"_s, u"7700900123"_s, Verdict::Hint);
    hit("full-width", u"\uff10\uff17\uff17\uff10\uff10 900123"_s, u"\uff10\uff17\uff17\uff10\uff10 900123"_s,
        Verdict::Hint);

    // Not a number of a person.
    miss("extension alone", u"try 01472 ext 245"_s);
    hit("freephone", u"0800 123 4567"_s, u"0800 123 4567"_s, Verdict::Hint);
    hit("short freephone", u"0800 1111 22"_s, u"0800 1111 22"_s, Verdict::Hint);
    hit("national rate", u"0300 123 4567"_s, u"0300 123 4567"_s, Verdict::Hint);
    hit("personal", u"070 1234 5678"_s, u"070 1234 5678"_s, Verdict::Hint);
    hit("digit by digit", u"mob 0 7 7 0 0 9 0 0 1 2 3 ok"_s, u"0 7 7 0 0 9 0 0 1 2 3"_s, Verdict::Hint);
    hit("in pairs", u"07 70 09 00 12 3"_s, u"07 70 09 00 12 3"_s, Verdict::Hint);
    miss("scores", u"0 1 2 0 3 4 1 1 2 0 5"_s);
    hit("laboratory, results", u"the path lab is 01632 960111 for the blood results"_s, u"01632 960111"_s,
        Verdict::Hint);
    hit("mobile, results", u"07700 900123 wants the blood results"_s, u"07700 900123"_s, Verdict::Warn);
    hit("pager", u"07640 123456"_s, u"07640 123456"_s, Verdict::Hint);
    miss("too short", u"0770090012"_s);
    miss("too long", u"0770090012345"_s);
    miss("letter after", u"07700900123b"_s);
    miss("letter before", u"A07700900123"_s);
    miss("web address", u"https://x.example/07700900123"_s);
    miss("without its 0", u"7700900123"_s);
    miss("date and time", u"2014-04-12 04:04"_s);
    miss("small numbers", u"01 02 2024 11 12"_s);
    miss("computer", u"server at 192.168.1.1"_s);
    miss("pharmacy", u"pharmacy is 01632 960001"_s);
    miss("extension of a number", u"01632 960001 ext 245"_s);
    miss("own", u"ring us on 01632 960100"_s);
    miss("own, written otherwise", u"ring us on +44 1632 960100 or 02079460100"_s);

    // Raised.
    hit("patient", u"ring pt back 07911 123456"_s, u"07911 123456"_s, Verdict::Warn);
    hit("next of kin", u"07700 900123 is her NOK"_s, u"07700 900123"_s, Verdict::Warn);
    hit("name", u"Mrs Jones, 07700 900123"_s, u"07700 900123"_s, Verdict::Warn);
    hit("clinical words", u"07700 900123 wants her results"_s, u"07700 900123"_s, Verdict::Warn);
    hit("a pharmacy for a patient", u"pt wants the pharmacy, 01632 960001"_s, u"01632 960001"_s,
        Verdict::Hint);
    hit("plural patients are nobody", u"give patients 01632 960001"_s, u"01632 960001"_s, Verdict::Hint);
}

HANDBELL_TEST(PhoneNumberRuleTest)
#include "PhoneNumberRuleTest.moc"
