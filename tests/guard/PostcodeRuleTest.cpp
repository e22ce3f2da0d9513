// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class PostcodeRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::Postcode); }
    void everyAreaCounts();
};

void PostcodeRuleTest::finds_data()
{
    addRuleColumns();

    // The grammar.
    hit("A9", u"M1 1AE"_s, u"M1 1AE"_s, Verdict::Hint);
    hit("A99 again", u"B33 8TG"_s, u"B33 8TG"_s, Verdict::Hint);
    hit("A9A", u"W1A 0AX"_s, u"W1A 0AX"_s, Verdict::Hint);
    hit("AA9", u"CR2 6XH"_s, u"CR2 6XH"_s, Verdict::Hint);
    hit("AA99", u"DN55 1PT"_s, u"DN55 1PT"_s, Verdict::Hint);
    hit("AA9A", u"EC1A 1BB"_s, u"EC1A 1BB"_s, Verdict::Hint);
    hit("joined", u"DN551PT"_s, u"DN551PT"_s, Verdict::Hint);
    hit("small", u"g42 9ba"_s, u"g42 9ba"_s, Verdict::Hint);
    hit("joined A9A", u"e1w3tj"_s, u"e1w3tj"_s, Verdict::Hint);
    hit("no-break space", u"so14\u00a06wb"_s, u"so14\u00a06wb"_s, Verdict::Hint);
    hit("end of a sentence", u"It is SW1A 1AA."_s, u"SW1A 1AA"_s, Verdict::Hint);
    hit("Giro", u"GIR 0AA"_s, u"GIR 0AA"_s, Verdict::Hint);
    hit("forces", u"BFPO 57"_s, u"BFPO 57"_s, Verdict::Hint);
    hit("Jersey", u"JE2 3AB"_s, u"JE2 3AB"_s, Verdict::Hint);
    hit("Guernsey", u"GY1 1AA"_s, u"GY1 1AA"_s, Verdict::Hint);
    hit("Man", u"IM1 1AE"_s, u"IM1 1AE"_s, Verdict::Hint);
    hit("Falklands", u"FIQQ 1ZZ"_s, u"FIQQ 1ZZ"_s, Verdict::Hint);
    hit("Gibraltar", u"GX11 1AA"_s, u"GX11 1AA"_s, Verdict::Hint);
    hit("no fixed abode", u"ZZ99 3VZ"_s, u"ZZ99 3VZ"_s, Verdict::Hint);

    // What the grammar and the list of areas reject.
    miss("no such area", u"NF1 1AA, VA1 1AA, XA1 1AA, QA1 1AA, MA1 1AA"_s);
    miss("inward letter", u"M1 1CA, M1 1AI, M1 1AK, M1 1AM, M1 1AO, M1 1AV"_s);
    miss("third letter", u"W1I 0AX"_s);
    miss("fourth letter", u"EC1I 1BB"_s);
    miss("outward alone", u"SW1 NW1 E1 E2"_s);
    miss("too long", u"SO14 6WBA, SO144 6WB, ABCM11AADEF"_s);
    miss("no digit", u"EH1 JS, EH 1JS"_s);
    miss("forces without a number", u"BFPO today"_s);

    // Traps.
    miss("vitamin", u"B12 3rd dose due, B12 jab 2pm"_s);
    miss("ordinals", u"E1 4th, M1 2nd, SE1 1st, N1 3RD, b12 4TH"_s);
    miss("measures", u"B12 4hr, L2 6yr, M1 2PM, N1 5ml"_s);
    miss("web address", u"https://find.example/SW1A1AA"_s);
    miss("own", u"post to us at DN32 7XX or dn327xx"_s);

    // Raised.
    hit("address", u"14 Weelsby St DN31 1AA"_s, u"DN31 1AA"_s, Verdict::Warn);
    hit("address of a neighbour", u"14 Weelsby St DN32 7XX"_s, u"DN32 7XX"_s, Verdict::Warn);
    miss("own address", u"we are at 2 Riverside Walk, DN32 7XX"_s);
    hit("name", u"Mrs Jones DN31 1AA"_s, u"DN31 1AA"_s, Verdict::Warn);
    hit("date of birth", u"12/05/1948 DN31 1AA"_s, u"DN31 1AA"_s, Verdict::Warn);
    hit("clinical words", u"bloods for DN31 1AA"_s, u"DN31 1AA"_s, Verdict::Warn);
    hit("a room is no address", u"room 14 Riverside st DN31 1AA"_s, u"DN31 1AA"_s, Verdict::Hint);
}

void PostcodeRuleTest::everyAreaCounts()
{
    const QStringList areas = u"AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG "
                              u"DH DL DN DT DY E EC EH EN EX FK "
                              "FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE "
                              "LL LN LS LU M ME MK ML N NE NG NN "
                              "NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS "
                              "ST SW SY TA TD TF TN TQ TR TS TW "
                              "UB W WA WC WD WF WN WR WS WV YO ZE"_s.split(u' ');
    QCOMPARE(areas.size(), 124);
    const auto guard = guardOn24November2025();
    int found = 0;
    for (char16_t first = u'A'; first <= u'Z'; ++first) {
        found += guard->assess(QString(QChar(first) + u"1 1AA"_s)).findings.size() == 1 ? 1 : 0;
        for (char16_t second = u'A'; second <= u'Z'; ++second) {
            const QString area = QString(QChar(first)) + QChar(second);
            const bool hits = !guard->assess(QString(area + u"1 1AA"_s)).findings.empty();
            const bool known = areas.contains(area) || area == u"BF" || area == u"BX";
            QVERIFY2(hits == known, qPrintable(area));
            found += hits ? 1 : 0;
        }
    }
    QCOMPARE(found, 126);
}

HANDBELL_TEST(PostcodeRuleTest)
#include "PostcodeRuleTest.moc"
