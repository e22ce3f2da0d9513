// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/SaferText.h"

#include "guard/Guard.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

//! An assessment that found the stretches of \a text in «…», which it takes out, of the kinds given.
guard::Assessment marked(QString &text, const QList<guard::Kind> &kinds)
{
    guard::Assessment assessment;
    for (const guard::Kind kind : kinds) {
        const qsizetype start = text.indexOf(u'«');
        text.remove(start, 1);
        const qsizetype end = text.indexOf(u'»');
        text.remove(end, 1);
        assessment.findings.push_back({kind, {start, end - start}, guard::Verdict::Warn, {}, {}});
    }
    assessment.verdict = guard::Verdict::Warn;
    return assessment;
}

using enum guard::Kind;
using Kinds = QList<guard::Kind>;

} // namespace

//! The edits that "Remove it" and "Use initials" stand for.
class SaferTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kinds>("kinds");
        QTest::addColumn<QString>("left");
        const auto row = [](const char *name, const QString &text, const Kinds &kinds, const QString &left) {
            QTest::newRow(name) << text << kinds << left;
        };
        const Kinds name{PersonName};
        row("in the middle", u"please ask «Mrs Jones» to wait"_s, name, u"please ask to wait"_s);
        row("first", u"«Mrs Jones» is here"_s, name, u"is here"_s);
        row("last", u"your next is «Mrs Jones»"_s, name, u"your next is"_s);
        row("all of it", u"«Mrs Jones»"_s, name, QString());
        row("twice", u"«Mrs Jones» rang, then «Mr Smith»"_s, {PersonName, PersonName}, u"rang, then"_s);
        row("other spaces stay", u"one  two «Mrs Jones» three"_s, name, u"one  two three"_s);
        row("glued to a word", u"results/«Mrs Jones» today"_s, name, u"results/ today"_s);
        row("slash at the end", u"results/«Mrs Jones»"_s, name, u"results"_s);
        row("between slashes", u"room 3/«Mrs Jones»/results"_s, name, u"room 3/results"_s);
        row("possessive", u"it is «Mrs Jones»'s turn"_s, name, u"it is turn"_s);
        row("curly possessive", u"it is «Mrs Jones»’s turn"_s, name, u"it is turn"_s);
        row("possessive of s", u"it is «Mr James»' turn"_s, name, u"it is turn"_s);
        row("no possessive", u"it is «Mrs Jones»'sx"_s, name, u"it is 'sx"_s);

        row("full stop", u"here is «Mrs Jones»."_s, name, u"here is."_s);
        row("question", u"where is «Mrs Jones» ?"_s, name, u"where is?"_s);
        row("comma after the first", u"«Mrs Jones», she is here"_s, name, u"she is here"_s);
        row("colon after the first", u"«Mrs Jones»: ring back"_s, name, u"ring back"_s);
        row("dots stay", u"«Mrs Jones»... again"_s, name, u"... again"_s);
        row("one of a list", u"see Sam, «Mrs Jones», Jo"_s, name, u"see Sam, Jo"_s);
        row("last of a list", u"see Sam, «Mrs Jones»."_s, name, u"see Sam."_s);
        row("comma before the end", u"see Sam, «Mrs Jones»"_s, name, u"see Sam"_s);
        row("between dashes", u"next - «Mrs Jones» - room 3"_s, name, u"next - room 3"_s);
        row("dash before the end", u"next – «Mrs Jones»"_s, name, u"next"_s);
        row("hyphen of a word", u"re-«Mrs Jones» x"_s, name, u"re- x"_s);

        row("brackets", u"next («Mrs Jones») is here"_s, name, u"next is here"_s);
        row("brackets with spaces", u"next ( «Mrs Jones» ) is here"_s, name, u"next is here"_s);
        row("square brackets", u"next [«Mrs Jones»]"_s, name, u"next"_s);
        row("quotes", u"“«Mrs Jones»” is here"_s, name, u"is here"_s);
        row("two kinds of brackets", u"next (“«Mrs Jones»”), ok"_s, name, u"next, ok"_s);
        row("more in the brackets", u"next («Mrs Jones», early) is here"_s, name, u"next (early) is here"_s);
        row("before the bracket shuts", u"next (early, «Mrs Jones») is"_s, name, u"next (early) is"_s);
        row("unpaired bracket", u"next («Mrs Jones» is here"_s, name, u"next (is here"_s);
        row("age in brackets", u"ask «Mrs Jones» («72F») in"_s, {PersonName, AgeSex}, u"ask in"_s);

        const Kinds birth{DateOfBirth};
        row("dob", u"pt dob «12/05/48» waiting"_s, birth, u"pt waiting"_s);
        row("dob with colon", u"pt dob : «12/05/48» waiting"_s, birth, u"pt waiting"_s);
        row("capitals", u"pt DOB:«12/05/48» waiting"_s, birth, u"pt waiting"_s);
        row("with stops", u"pt d.o.b. «12/05/48» waiting"_s, birth, u"pt waiting"_s);
        row("spaced letters", u"pt d o b «12/05/48» waiting"_s, birth, u"pt waiting"_s);
        row("longest label", u"date of birth: «12/05/48»"_s, birth, QString());
        row("in Welsh", u"claf, dyddiad geni «12/05/48»"_s, birth, u"claf"_s);
        row("label in brackets", u"pt (dob «12/05/48») waiting"_s, birth, u"pt waiting"_s);
        row("brackets after the label", u"pt dob («12/05/48») waiting"_s, birth, u"pt waiting"_s);
        row("end of a word", u"adob «12/05/48» x"_s, birth, u"adob x"_s);
        row("of another kind", u"tel «12/05/48» x"_s, birth, u"tel x"_s);
        row("whose", u"his dob «12/05/48» x"_s, birth, u"his dob x"_s);
        row("a sentence", u"his dob is «12/05/48»"_s, birth, u"his dob is"_s);
        row("number", u"NHS no. «999 000 0018» please"_s, {NhsNumber}, u"please"_s);
        row("verb", u"please phone «07700 900123» back"_s, {PhoneNumber}, u"please phone back"_s);
        row("no verb", u"pt, phone: «07700 900123», wants to talk"_s, {PhoneNumber}, u"pt, wants to talk"_s);
        row("another word with a colon", u"ring: «07700 900123»"_s, {PhoneNumber}, u"ring:"_s);
        row("name and label", u"ask «Mrs Jones» dob «12/05/48» in"_s, {PersonName, DateOfBirth}, u"ask in"_s);

        row("joined by a comma", u"ask «Mrs Jones», «12/05/48» in"_s, {PersonName, DateOfBirth}, u"ask in"_s);
        row("joined by and", u"«Mrs Jones» and «Mr Smith» are here"_s, {PersonName, PersonName},
            u"are here"_s);
        row("not joined", u"«Mrs Jones» sees «Mr Smith»"_s, {PersonName, PersonName}, u"sees"_s);
        row("sentences", u"«Mrs Jones». «Mr Smith»."_s, {PersonName, PersonName}, u"."_s);

        row("line of its own", u"one\n«Mrs Jones»\ntwo"_s, name, u"one\ntwo"_s);
        row("last line", u"one\n«Mrs Jones»"_s, name, u"one"_s);
        row("first line", u"«Mrs Jones» \ntwo"_s, name, u"two"_s);
        row("lines do not join", u"«Mrs Jones»\n«Mr Smith» two"_s, {PersonName, PersonName}, u"two"_s);
        row("end of a line", u"see «Mrs Jones»\nthen lunch"_s, name, u"see\nthen lunch"_s);
        row("no-break space", u"ask\u00a0«Mrs Jones» in"_s, name, u"ask\u00a0in"_s);
        row("beyond the first plane", u"👍 «Mrs Jones» 👍"_s, name, u"👍 👍"_s);
    }
    void removes()
    {
        QFETCH(QString, text);
        QFETCH(Kinds, kinds);
        QFETCH(QString, left);
        const guard::Assessment assessment = marked(text, kinds);
        QCOMPARE(SaferText::applied(text, SaferText::removal(text, assessment)), left);
    }

    void whatOverlapsIsCutOnce()
    {
        const QString text = u"see 14 Weelsby St DN32 7XX now"_s;
        guard::Assessment assessment;
        assessment.findings = {{Address, {4, 22}, guard::Verdict::Warn, {}, {}},
                               {Postcode, {18, 8}, guard::Verdict::Warn, {}, {}}};
        const SaferText::Edits edits = SaferText::removal(text, assessment);
        QCOMPARE(edits.size(), size_t(1));
        QCOMPARE(SaferText::applied(text, edits), u"see now"_s);
    }

    void whatIsSilentStays()
    {
        QString text = u"«Mrs Jones» wants her results"_s;
        guard::Assessment assessment = marked(text, {PersonName});
        assessment.clinical.push_back({ClinicalContent, {20, 7}, guard::Verdict::Silent, {}, {}});
        assessment.findings[0].verdict = guard::Verdict::Silent;
        QVERIFY(SaferText::removal(text, assessment).empty());
        QVERIFY(SaferText::initials(text, assessment).empty());
        assessment.findings[0].verdict = guard::Verdict::Hint;
        QCOMPARE(SaferText::applied(text, SaferText::removal(text, assessment)), u"wants her results"_s);
    }

    void usesInitials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        const auto row = [](const QString &name, const QString &initials) {
            QTest::newRow(qPrintable(name)) << name << initials;
        };
        row(u"Mrs Jones"_s, u"Mrs J"_s);
        row(u"mrs jones"_s, u"mrs J"_s);
        row(u"MRS JONES"_s, u"MRS J"_s);
        row(u"Mr. Jones"_s, u"Mr. J"_s);
        row(u"MrsJones"_s, u"Mrs J"_s);
        row(u"Mr.Jones"_s, u"Mr. J"_s);
        row(u"Mrs Ann Jones"_s, u"Mrs J"_s);
        row(u"Mr J. P. Smith"_s, u"Mr S"_s);
        row(u"Mr van der Berg"_s, u"Mr B"_s);
        row(u"Ms O'Neill-Smith"_s, u"Ms O-S"_s);
        row(u"Ms O’Neill"_s, u"Ms O"_s);
        row(u"Miss Ôl"_s, u"Miss Ô"_s);
        row(u"Baby Jones"_s, u"Baby J"_s);
        row(u"Baby boy Jones"_s, u"Baby boy J"_s);
        row(u"Master  Tom   Smith"_s, u"Master S"_s);
        row(u"Dafydd Rowlands"_s, u"DR"_s);
        row(u"dafydd rowlands"_s, u"DR"_s);
        row(u"J Smith"_s, u"JS"_s);
        row(u"J.P. Smith"_s, u"JPS"_s);
        row(u"Siân O'Neill-Smith"_s, u"SO-S"_s);
        row(u"Mary-Ann Lee"_s, u"M-AL"_s);
        row(u"Missy Msimang"_s, u"MM"_s); // no titles
        // Already so: what follows is no surname.
        row(u"Mrs J collapsed"_s, u"Mrs J collapsed"_s);
        row(u"Mrs J"_s, u"Mrs J"_s);
    }
    void usesInitials()
    {
        QFETCH(QString, name);
        QFETCH(QString, initials);
        QString text = u"is «"_s + name + u"»'s turn"_s;
        const guard::Assessment assessment = marked(text, {PersonName});
        const SaferText::Edits edits = SaferText::initials(text, assessment);
        QCOMPARE(SaferText::applied(text, edits), u"is "_s + initials + u"'s turn"_s);
        QCOMPARE(edits.empty(), initials == name);
    }

    void initialsAreForNamesAlone()
    {
        QString text = u"«Mrs Jones» «14 Weelsby St», «Mr Smith»"_s;
        const guard::Assessment assessment = marked(text, {PersonName, Address, PersonName});
        QCOMPARE(SaferText::applied(text, SaferText::initials(text, assessment)),
                 u"Mrs J 14 Weelsby St, Mr S"_s);
    }

    //! With the spans that the guard gives.
    void leavesNothingToWarnAbout_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("left");
        QTest::newRow("hard case") << u"Mrs Jones 72F wants her results"_s << u"wants her results"_s;
        QTest::newRow("labelled") << u"pt waiting, DOB 12/05/48"_s << u"pt waiting"_s;
        QTest::newRow("number") << u"please check NHS no 999 000 0018, thanks"_s << u"please check, thanks"_s;
        QTest::newRow("address") << u"visit 14 Weelsby St DN32 7XX today"_s << u"visit today"_s;
        QTest::newRow("phone") << u"ring pt back 07700 900123"_s << u"ring pt back"_s;
        QTest::newRow("area in brackets") << u"ring pt back (01632) 960123 pls"_s << u"ring pt back pls"_s;
        QTest::newRow("record") << u"EMIS no 48213 needs a call"_s << u"needs a call"_s;
        QTest::newRow("born") << u"Your 10:40 Mrs Jones born 3/4/1954 is here"_s << u"Your 10:40 is here"_s;
    }
    void leavesNothingToWarnAbout()
    {
        QFETCH(QString, text);
        QFETCH(QString, left);
        VirtualClock clock;
        const guard::Guard guard({}, {}, clock);
        const guard::Assessment assessment = guard.assess(text);
        QCOMPARE(assessment.verdict, guard::Verdict::Warn);
        const QString safer = SaferText::applied(text, SaferText::removal(text, assessment));
        QCOMPARE(safer, left);
        QCOMPARE(guard.assess(safer).verdict, guard::Verdict::Silent);
    }
};

HANDBELL_TEST(SaferTextTest)
#include "SaferTextTest.moc"
