// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class NhsNumberRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::NhsNumber); }
};

void NhsNumberRuleTest::finds_data()
{
    addRuleColumns();

    // Written every way.
    hit("3-3-4", u"485 777 3457"_s, u"485 777 3457"_s, Verdict::Warn);
    hit("one piece", u"4857773457"_s, u"4857773457"_s, Verdict::Warn);
    hit("hyphens", u"485-777-3457"_s, u"485-777-3457"_s, Verdict::Warn);
    hit("dots", u"see 485.777.3457."_s, u"485.777.3457"_s, Verdict::Warn);
    hit("slashes", u"485/777/3457"_s, u"485/777/3457"_s, Verdict::Warn);
    hit("pairs", u"48 57 77 34 57"_s, u"48 57 77 34 57"_s, Verdict::Warn);
    hit("in brackets", u"(485 777 3457)"_s, u"485 777 3457"_s, Verdict::Warn);

    // Check digit and range.
    miss("check fails", u"485 777 3456"_s);
    miss("range 1", u"1234567881"_s);
    miss("range 2, valid, never issued", u"221 395 1837"_s);
    hit("range 6", u"600 000 0006"_s, u"600 000 0006"_s, Verdict::Warn);
    hit("range 7 may be a mobile", u"700 000 0015"_s, u"700 000 0015"_s, Verdict::Warn,
        Remark::NhsNumberOrPhone);
    miss("fillers", u"9999999999 4444444444"_s);
    miss("labelled filler", u"NHS no 9999999999"_s);
    hit("test number", u"999 000 0018"_s, u"999 000 0018"_s, Verdict::Warn, Remark::TestNumber);
    miss("an American telephone number", u"call me on 999-000-0018"_s);
    hit("beside a call", u"999 000 0018 rang, call back"_s, u"999 000 0018"_s, Verdict::Warn,
        Remark::TestNumber);
    hit("goods beside clinical words", u"order 9990000018, catheters"_s, u"9990000018"_s, Verdict::Hint,
        Remark::TestNumber);

    // Labels beat validity.
    hit("typo", u"NHS no 485 777 3456"_s, u"485 777 3456"_s, Verdict::Warn, Remark::CheckForTypo);
    hit("label, valid", u"nhs number: 4857773457"_s, u"4857773457"_s, Verdict::Warn);
    hit("label, colon only", u"NHS: 4857773456"_s, u"4857773456"_s, Verdict::Warn, Remark::CheckForTypo);
    hit("label glued on", u"NHS4857773457"_s, u"4857773457"_s, Verdict::Warn);
    hit("label after", u"485 777 3456 is her NHS no"_s, u"485 777 3456"_s, Verdict::Warn,
        Remark::CheckForTypo);
    hit("label in Welsh", u"rhif GIG 485 777 3456"_s, u"485 777 3456"_s, Verdict::Warn, Remark::CheckForTypo);
    hit("labelled test number", u"NHS no 999 000 0018"_s, u"999 000 0018"_s, Verdict::Warn,
        Remark::TestNumber);
    hit("labelled, not issued", u"NHS no 221 395 1837"_s, u"221 395 1837"_s, Verdict::Warn);
    miss("NHS alone is no label", u"NHS 4857773456"_s);
    miss("no longer", u"the nhs no longer takes 4857773456"_s);
    miss("label out of reach", u"NHS no, which I will look for as soon as the phones stop, 4857773456"_s);
    miss("the label is for something else", u"need NHS no for order 4857773456"_s);

    // Counter-words.
    miss("order, check fails", u"order 4857773456"_s);
    hit("order", u"order 4857773457"_s, u"4857773457"_s, Verdict::Hint);
    hit("invoice after", u"4857773457 is the invoice"_s, u"4857773457"_s, Verdict::Hint);
    hit("ticket mark", u"#4857773457"_s, u"4857773457"_s, Verdict::Hint);
    hit("order for a patient", u"order for pt 4857773457"_s, u"4857773457"_s, Verdict::Warn);
    hit("a lot of is no lot", u"a lot of calls for 485 777 3457"_s, u"485 777 3457"_s, Verdict::Warn);

    // What is not ten digits, and what stands beside them.
    miss("twelve digits", u"smartcard 555021935107"_s);
    miss("twelve in groups", u"485 777 3457 12"_s);
    miss("twelve in groups, before", u"12 485 777 3457"_s);
    miss("nine", u"485 777 345"_s);
    miss("tail of a telephone number", u"+44 121 234 5678"_s);
    miss("plus", u"+4857773457"_s);
    miss("letter before", u"A4857773457"_s);
    miss("letter after", u"4857773457B"_s);
    miss("slash", u"pages/4857773457/edit"_s);
    miss("web address", u"https://wiki.example/pages?id=4857773457"_s);
    miss("mail address", u"4857773457@example.org"_s);
    miss("money", u"\u00a34857773457"_s);
    miss("decimal", u"4857773457.00"_s);
    miss("time of a computer", u"1764000000"_s);
    miss("GMC", u"Dr Patel GMC 7012345"_s);
    hit("beside a birth date", u"485 777 3457 12/05/1948"_s, u"485 777 3457"_s, Verdict::Warn);
    hit("beside a telephone number", u"07700 900123 485 777 3457"_s, u"485 777 3457"_s, Verdict::Warn);
    hit("beside a room", u"room 3 485 777 3457"_s, u"485 777 3457"_s, Verdict::Warn);
    hit("beside a time", u"10:30 485 777 3457"_s, u"485 777 3457"_s, Verdict::Warn);

    // Disguised by the keyboard or by copying.
    hit("full-width", u"\uff14\uff18\uff15 \uff17\uff17\uff17 \uff13\uff14\uff15\uff17"_s,
        u"\uff14\uff18\uff15 \uff17\uff17\uff17 \uff13\uff14\uff15\uff17"_s, Verdict::Warn);
    hit("no-break space and hyphen", u"485\u00a0777\u20113457"_s, u"485\u00a0777\u20113457"_s, Verdict::Warn);
    hit("zero width", u"485\u200b777\u200b3457"_s, u"485\u200b777\u200b3457"_s, Verdict::Warn);
    hit("Arabic-Indic", u"\u0664\u0668\u0665\u0667\u0667\u0667\u0663\u0664\u0665\u0667"_s,
        u"\u0664\u0668\u0665\u0667\u0667\u0667\u0663\u0664\u0665\u0667"_s, Verdict::Warn);
}

HANDBELL_TEST(NhsNumberRuleTest)
#include "NhsNumberRuleTest.moc"
