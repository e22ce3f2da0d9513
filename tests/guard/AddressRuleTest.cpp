// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class AddressRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::Address); }
};

void AddressRuleTest::finds_data()
{
    addRuleColumns();

    hit("small", u"go to 3 orchard mill lane now"_s, u"3 orchard mill lane"_s, Verdict::Hint);
    hit("small, a street word first", u"go to 31 wharf terr now"_s, u"31 wharf terr"_s, Verdict::Hint);
    miss("lanes are counted", u"down to 1 lane on Castle St"_s);
    miss("a sentence that ends in a street", u"2 trees down on mill lane"_s);
    miss("a list of counts", u"Laurels 44, Beech House 28, Fernlea 19"_s);
    hit("14 Weelsby St", u"go to 14 Weelsby St now"_s, u"14 Weelsby St"_s, Verdict::Hint);
    hit("14a Weelsby Street", u"go to 14a Weelsby Street now"_s, u"14a Weelsby Street"_s, Verdict::Hint);
    hit("14, Weelsby Road", u"go to 14, Weelsby Road now"_s, u"14, Weelsby Road"_s, Verdict::Hint);
    hit("7 St Mary's Lane", u"go to 7 St Mary's Lane now"_s, u"7 St Mary's Lane"_s, Verdict::Hint);
    hit("22 High Street", u"go to 22 High Street now"_s, u"22 High Street"_s, Verdict::Hint);
    hit("3 Old Mill Close", u"go to 3 Old Mill Close now"_s, u"3 Old Mill Close"_s, Verdict::Hint);
    hit("101 Quarry Rd", u"go to 101 Quarry Rd now"_s, u"101 Quarry Rd"_s, Verdict::Hint);
    hit("9 The Avenue", u"go to 9 The Avenue now"_s, u"9 The Avenue"_s, Verdict::Hint);
    hit("12 Heol y Felin", u"go to 12 Heol y Felin now"_s, u"12 Heol y Felin"_s, Verdict::Hint);
    hit("4 Ffordd Caerdydd", u"go to 4 Ffordd Caerdydd now"_s, u"4 Ffordd Caerdydd"_s, Verdict::Hint);
    hit("5 Stryd Fawr", u"go to 5 Stryd Fawr now"_s, u"5 Stryd Fawr"_s, Verdict::Hint);
    hit("16-18 Park Road", u"go to 16-18 Park Road now"_s, u"16-18 Park Road"_s, Verdict::Hint);
    hit("14 weelsby street", u"go to 14 weelsby street now"_s, u"14 weelsby street"_s, Verdict::Hint);
    hit("announced, no street word", u"lives at 5 The Maltings"_s, u"5 The Maltings"_s, Verdict::Hint);
    hit("announced in Welsh", u"yn byw yn 7 Tan y Bryn"_s, u"7 Tan y Bryn"_s, Verdict::Hint);
    hit("with a postcode", u"4 Long Meadow, DN31 1AA"_s, u"4 Long Meadow"_s, Verdict::Warn);
    hit("with town and postcode", u"4 Long Meadow, Grimsby, DN31 1AA"_s, u"4 Long Meadow"_s, Verdict::Warn);
    hit("with a name", u"Mrs Jones, 14 Weelsby St"_s, u"14 Weelsby St"_s, Verdict::Warn);
    hit("flat", u"flat 3, 14 Weelsby St"_s, u"14 Weelsby St"_s, Verdict::Hint);
    miss("own", u"2 Riverside Walk"_s);
    miss("room", u"room 3 High Street"_s);
    miss("bed", u"bed 4 Park Road side"_s);
    miss("walk", u"5 minute walk"_s);
    miss("in a row", u"2 in a row"_s);
    miss("drive", u"10 min drive"_s);
    miss("way", u"3 way call"_s);
    miss("court", u"2 days in court"_s);
    miss("time", u"10:30 High Street"_s);
    miss("count", u"4 patients from Park Road"_s);
    miss("no number", u"High Street"_s);
    miss("five digits", u"12345 High Street"_s);
    miss("close", u"2 more to close"_s);
    miss("calls", u"20 calls waiting from the Old Mill Road site"_s);
}

HANDBELL_TEST(AddressRuleTest)
#include "AddressRuleTest.moc"
