// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class PersonNameRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::PersonName); }
};

void PersonNameRuleTest::finds_data()
{
    addRuleColumns();

    // A title and a name.
    hit("Mrs", u"Mrs Jones is here"_s, u"Mrs Jones"_s, Verdict::Hint);
    hit("Mr with a dot", u"Mr. Jones is here"_s, u"Mr. Jones"_s, Verdict::Hint);
    hit("small", u"mrs jones is here"_s, u"mrs jones"_s, Verdict::Hint);
    hit("loud", u"MRS JONES IS HERE"_s, u"MRS JONES"_s, Verdict::Hint);
    hit("Ms", u"Ms Jones is here"_s, u"Ms Jones"_s, Verdict::Hint);
    hit("Miss", u"Miss Jones is here"_s, u"Miss Jones"_s, Verdict::Hint);
    hit("Mx", u"Mx Jones is here"_s, u"Mx Jones"_s, Verdict::Hint);
    hit("Master", u"Master Jones is here"_s, u"Master Jones"_s, Verdict::Hint);
    hit("baby", u"baby Jones is here"_s, u"baby Jones"_s, Verdict::Hint);
    hit("baby boy", u"Baby boy Jones is here"_s, u"Baby boy Jones"_s, Verdict::Hint);
    hit("first name", u"Mrs Mary Jones is here"_s, u"Mrs Mary Jones"_s, Verdict::Hint);
    hit("initial", u"Mr J. P. Jones is here"_s, u"Mr J. P. Jones"_s, Verdict::Hint);
    hit("apostrophe", u"Mrs O\u2019Brien is here"_s, u"Mrs O\u2019Brien"_s, Verdict::Hint);
    hit("two names", u"Mrs Smith-Jones is here"_s, u"Mrs Smith-Jones"_s, Verdict::Hint);
    hit("particles", u"Mr van der Berg is here"_s, u"Mr van der Berg"_s, Verdict::Hint);
    hit("Welsh", u"Mr ap Rhys is here"_s, u"Mr ap Rhys"_s, Verdict::Hint);
    hit("accents", u"Mrs N\u00fa\u00f1ez is here"_s, u"Mrs N\u00fa\u00f1ez"_s, Verdict::Hint);
    hit("accents apart", u"Mrs Nun\u0303ez is here"_s, u"Mrs Nun\u0303ez"_s, Verdict::Hint);
    hit("possessive", u"Mrs Jones\u2019s coat"_s, u"Mrs Jones"_s, Verdict::Hint);
    hit("couple", u"Mr and Mrs Jones"_s, u"Mrs Jones"_s, Verdict::Hint);

    // Words that are no name.
    miss("initials alone", u"Mrs R wont answer"_s);
    miss("initials alone, then capitals", u"Mr A INR 5.2"_s);
    hit("small initial", u"mrs j smith is here"_s, u"mrs j smith"_s, Verdict::Hint);
    hit("initial and surname", u"Mrs J Smith is here"_s, u"Mrs J Smith"_s, Verdict::Hint);
    hit("all in capitals", u"MRS J SMITH IS HERE"_s, u"MRS J SMITH"_s, Verdict::Hint);
    hit("beside a patient word", u"pt Gwyn Rees-Thomas is here"_s, u"Gwyn Rees-Thomas"_s, Verdict::Hint);
    hit("in capitals beside one", u"Keep this for pt ROBERT LOMAS till seen"_s, u"ROBERT LOMAS"_s,
        Verdict::Hint);
    miss("a whole text in capitals", u"PT CHAIRS MOVED TODAY AGAIN"_s);
    hit("before a patient word", u"note for Hope Featherstone, pt at the desk"_s, u"Hope Featherstone"_s,
        Verdict::Hint);
    hit("somewhere after it", u"the pt at the desk is Owain Prosser"_s, u"Owain Prosser"_s, Verdict::Hint);
    miss("a place", u"Field House, pt at the desk"_s);
    miss("a first name that is a word, further away", u"the pt at the desk said Hope Springs"_s);
    hit("small after a patient word", u"pt sarah whitcombe at the desk"_s, u"sarah whitcombe"_s,
        Verdict::Hint);
    miss("small, a first name alone", u"pt sarah rang at nine"_s);
    miss("small, further away", u"pt at the desk sarah whitcombe"_s);
    miss("a doctor beside a patient word", u"the pt at the desk is for Dr Owain Prosser"_s);
    miss("a member beside a patient word", u"pt at the desk, Carys Evans has it"_s);
    miss("no patient word", u"Owain Prosser has the key"_s);
    miss("a thing for babies", u"Baby Friendly assessor"_s);
    hit("glued", u"MrAbernathy is here"_s, u"MrAbernathy"_s, Verdict::Hint);
    hit("a first name that is a word", u"Mr Will Young is here"_s, u"Mr Will Young"_s, Verdict::Hint);
    hit("title in brackets", u"(mr) H. Strachan is here"_s, u"mr) H. Strachan"_s, Verdict::Hint);
    miss("a brand", u"mr kipling cakes"_s);
    miss("patients in general", u"patient Access Portal down"_s);
    miss("a member without the apostrophe", u"mrs evanss drawer"_s);
    miss("software", u"MS Teams is down"_s);
    miss("software, other case", u"Ms Teams and Ms Office"_s);
    miss("illness", u"MS clinic, MS nurse"_s);
    miss("milliseconds", u"ping is 5 ms again"_s);
    miss("imaging", u"MR scan, mr scanner"_s);
    miss("verb", u"you will miss lunch, do not miss Friday"_s);
    miss("verb first", u"Miss you all"_s);
    miss("master", u"Master file, master Copy, Master List"_s);
    miss("clinic", u"Baby clinic at 2, Baby Clinic, baby room"_s);
    miss("title alone", u"ask Mrs. Then go"_s);
    miss("numbered", u"Mr Whiteboard3"_s);
    miss("doctor", u"Dr Jones is here"_s);
    miss("bare first names", u"Will, can Rose cover? Mark\u2019s off"_s);
    miss("mail address", u"mr.jones@example.org"_s);

    // The roster.
    miss("member", u"Mrs Evans is here"_s);
    miss("member, other title of the same person", u"Ms Evans is here"_s);
    miss("member by full name", u"Mrs Priya Shah is here, 42F"_s);
    miss("member by initial", u"Mr S Reid is here"_s);
    miss("member loud", u"MRS EVANS IS HERE"_s);
    hit("another first name", u"Mrs Dilys Shah is here, 72F"_s, u"Mrs Dilys Shah"_s, Verdict::Warn);
    hit("a colleague\u2019s surname and an age", u"Mrs Shah 72F is here"_s, u"Mrs Shah"_s, Verdict::Warn);
    hit("title contradicts", u"Mr Evans is here"_s, u"Mr Evans"_s, Verdict::Hint);

    // An initial and a surname beside a patient word.
    hit("pt", u"pt J Jones is here"_s, u"J Jones"_s, Verdict::Hint);
    hit("patient with a dot", u"patient is J. Jones"_s, u"J. Jones"_s, Verdict::Hint);
    hit("pt after", u"ring J Jones, pt of room 3"_s, u"J Jones"_s, Verdict::Hint);
    miss("no patient word", u"ring J Jones"_s);
    miss("vitamin", u"pt asks about vitamin D Tablets"_s);
    miss("roster", u"pt for J Lewis"_s);

    // Raised by what stands beside.
    hit("age and sex", u"Mrs Jones 72F wants her letter"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("aged", u"Mrs Jones aged 72"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("years old", u"Mrs Jones, a 72-year-old"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("yo", u"Mrs Jones 72 yo"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("sex first", u"Mrs Jones F 72"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("in brackets", u"Mrs Jones (72) is here"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("results", u"Mrs Jones wants her results"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("next sentence", u"Mrs Jones rang again. She asks about the smear."_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("two week wait", u"Mrs Jones, 2WW"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("HbA1c", u"Mrs Jones HbA1c back"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("blood pressure", u"Mrs Jones BP 140/90"_s, u"Mrs Jones"_s, Verdict::Warn);
    hit("minutes are no age", u"Mrs Jones is 10m late"_s, u"Mrs Jones"_s, Verdict::Hint);
    hit("a room is no age", u"Mrs Jones room 3"_s, u"Mrs Jones"_s, Verdict::Hint);
}

HANDBELL_TEST(PersonNameRuleTest)
#include "PersonNameRuleTest.moc"
