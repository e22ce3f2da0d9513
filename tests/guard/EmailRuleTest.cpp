// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class EmailRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds() { checkRow(*guardOn24November2025(), Kind::Email); }
};

void EmailRuleTest::finds_data()
{
    addRuleColumns();

    hit("pat.jones@gmail.com", u"mail pat.jones@gmail.com pls"_s, u"pat.jones@gmail.com"_s, Verdict::Hint);
    hit("p_jones-1+x@hotmail.co.uk", u"mail p_jones-1+x@hotmail.co.uk pls"_s, u"p_jones-1+x@hotmail.co.uk"_s,
        Verdict::Hint);
    hit("PAT@BTInternet.com", u"mail PAT@BTInternet.com pls"_s, u"PAT@BTInternet.com"_s, Verdict::Hint);
    hit("o'neill@icloud.com", u"mail o'neill@icloud.com pls"_s, u"o'neill@icloud.com"_s, Verdict::Hint);
    hit("in brackets", u"Pat <pat@yahoo.co.uk>"_s, u"pat@yahoo.co.uk"_s, Verdict::Hint);
    hit("end of sentence", u"it is pat@gmail.com."_s, u"pat@gmail.com"_s, Verdict::Hint);
    hit("patient word", u"pt is pat@gmail.com"_s, u"pat@gmail.com"_s, Verdict::Warn);
    hit("firm beside a patient word", u"pt works at pat@mill.example"_s, u"pat@mill.example"_s,
        Verdict::Hint);
    hit("name", u"Mrs Jones pat@gmail.com"_s, u"pat@gmail.com"_s, Verdict::Warn);
    miss("NHS", u"a.patel@nhs.net"_s);
    miss("NHS trust", u"x@trust.nhs.uk"_s);
    miss("council", u"x@council.gov.uk"_s);
    miss("firm", u"orders@supplier.example"_s);
    miss("no domain", u"pat@gmail"_s);
    miss("handle", u"@pat"_s);
    miss("lone sign", u"a @ b.com"_s);
    miss("own domain", u"reception@riverside.example"_s);
    miss("own subdomain", u"x@mail.riverside.example"_s);
    miss("directory", u"Deliveries@Gmail.com"_s);
    hit("look-alike of an NHS domain", u"pt is x@notnhs.uk"_s, u"x@notnhs.uk"_s, Verdict::Hint);
}

HANDBELL_TEST(EmailRuleTest)
#include "EmailRuleTest.moc"
