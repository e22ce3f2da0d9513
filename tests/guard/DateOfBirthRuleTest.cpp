// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class DateOfBirthRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::DateOfBirth); }
};

void DateOfBirthRuleTest::finds_data()
{
    addRuleColumns();

    // Labelled: a warning, whatever the age.
    hit("dob", u"DOB 12/05/48"_s, u"12/05/48"_s, Verdict::Warn);
    hit("d.o.b.", u"d.o.b. is 4 June 1976"_s, u"4 June 1976"_s, Verdict::Warn);
    hit("date of birth", u"date of birth: 12.05.1948"_s, u"12.05.1948"_s, Verdict::Warn);
    hit("born", u"born in a land far away on 22/11/1972"_s, u"22/11/1972"_s, Verdict::Warn);
    hit("in Welsh", u"dyddiad geni 12 Mai 1948"_s, u"12 Mai 1948"_s, Verdict::Warn);
    hit("label after", u"12/05/48 (dob)"_s, u"12/05/48"_s, Verdict::Warn);
    hit("a child", u"dob 20/11/2025"_s, u"20/11/2025"_s, Verdict::Warn);
    hit("born today", u"dob 24/11/25"_s, u"24/11/25"_s, Verdict::Warn);
    hit("in one piece", u"dob 120548"_s, u"120548"_s, Verdict::Warn);
    hit("eight in one piece", u"DOB: 12051948"_s, u"12051948"_s, Verdict::Warn);
    hit("spaces", u"dob 12 05 1948"_s, u"12 05 1948"_s, Verdict::Warn);
    hit("month first", u"born 12/25/1990"_s, u"12/25/1990"_s, Verdict::Warn);
    hit("119 years", u"dob 12/05/1906"_s, u"12/05/1906"_s, Verdict::Warn);
    hit("eight digits beside a name", u"Mrs Adeyemi-Cole 06061949"_s, u"06061949"_s, Verdict::Warn);
    miss("eight digits", u"06061949 is on the box"_s);
    miss("eight digits that are no date", u"Mrs Adeyemi-Cole 46061949"_s);
    miss("a short year soon to come", u"rent from 01/04/27"_s);
    hit("a short year long past", u"seen with 01/04/29 on it"_s, u"01/04/29"_s, Verdict::Hint);
    miss("tomorrow", u"dob 25/11/2025"_s);
    miss("121 years", u"dob 12/05/1904"_s);
    miss("no such day", u"dob 31/02/1948"_s);
    miss("no leap year", u"dob 29/02/1947"_s);
    hit("leap year", u"dob 29/02/1948"_s, u"29/02/1948"_s, Verdict::Warn);
    miss("label without a date", u"DOB 12/05"_s);
    miss("birthday of a colleague", u"birthday cake on 12/05"_s);

    // Unlabelled: a hint for a full date of over a year ago.
    hit("slashes", u"12/05/1948"_s, u"12/05/1948"_s, Verdict::Hint);
    hit("short year", u"12/05/48"_s, u"12/05/48"_s, Verdict::Hint);
    hit("dots", u"12.05.48"_s, u"12.05.48"_s, Verdict::Hint);
    hit("dashes", u"12-05-1948"_s, u"12-05-1948"_s, Verdict::Hint);
    hit("month named", u"12 May 48"_s, u"12 May 48"_s, Verdict::Hint);
    hit("month named in full", u"the 12th of May, 1948"_s, u"12th of May, 1948"_s, Verdict::Hint);
    hit("month first by name", u"May 12th, 1948"_s, u"May 12th, 1948"_s, Verdict::Hint);
    hit("dashes and a name", u"22-nov-1972"_s, u"22-nov-1972"_s, Verdict::Hint);
    hit("ISO", u"1948-05-12"_s, u"1948-05-12"_s, Verdict::Hint);
    hit("a year and a day ago", u"23/11/2024"_s, u"23/11/2024"_s, Verdict::Hint);
    miss("exactly a year ago", u"24/11/2024"_s);
    miss("this year", u"12/05/2025"_s);
    miss("to come", u"12/05/2026"_s);
    miss("day and month", u"12/05 rota"_s);
    miss("month and year", u"May 2019"_s);
    miss("unlabelled digits", u"12051948"_s);
    miss("unlabelled spaces", u"12 05 48"_s);
    miss("unlabelled month first", u"12/25/1990"_s);
    hit("recent beside a patient word", u"pt seen 12/05/2021"_s, u"12/05/2021"_s, Verdict::Hint);
    hit("old beside a patient word", u"pt 12/05/1948"_s, u"12/05/1948"_s, Verdict::Warn);

    // Things that only look like one.
    miss("time of day", u"room 3 at 10.30"_s);
    miss("version", u"build 10.15.7"_s);
    miss("short version", u"now on 1.10.15"_s);
    miss("network address", u"server 10.12.19.48"_s);
    miss("time stamp", u"2024-03-15T14:30Z"_s);
    miss("count after a date", u"on 12 May 10 people booked"_s);
    miss("time after a date", u"meeting 12 May 10.30"_s);
    miss("paper", u"policy dated 12/05/2019"_s);
    miss("expiry", u"batch 7 expired 12/05/2020"_s);
    miss("web address", u"https://wiki.example/2019/05/12/news"_s);
    miss("reading", u"BP 140/90"_s);
    miss("out of hours", u"open 24/7/365"_s);
}

HANDBELL_TEST(DateOfBirthRuleTest)
#include "DateOfBirthRuleTest.moc"
