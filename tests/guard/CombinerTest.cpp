// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

//! What raises what: each text with the rules that fired, in order.
class CombinerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raises_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rules");
        const auto row = [](const char *name, const QString &text, const QString &rules) {
            QTest::newRow(name) << text << rules;
        };
        row("name and number", u"Mrs Jones 999 000 0018"_s,
            u"person_name.with_nhs_number nhs_number.test_range"_s);
        row("name and birth date", u"Mrs Jones dob 12/05/48"_s,
            u"person_name.with_date_of_birth date_of_birth.labelled"_s);
        row("name and bare date", u"Mrs Jones 12/05/48"_s,
            u"person_name.with_date_of_birth date_of_birth.with_name"_s);
        row("name and phone", u"Mrs Jones 07700 900123"_s,
            u"person_name.with_phone_number phone_number.with_name"_s);
        row("name and postcode", u"Mrs Jones DN31 1AA"_s, u"person_name.with_postcode postcode.with_name"_s);
        row("name and address", u"Mrs Jones of 14 Weelsby St"_s,
            u"person_name.with_address address.with_name"_s);
        row("name and illness", u"Mrs Jones has chest pain"_s, u"person_name.with_clinical"_s);
        row("order of a named patient", u"order 4857773457 for Mrs Jones"_s,
            u"nhs_number.with_name person_name.with_nhs_number"_s);
        row("apart in one text",
            u"Mrs Jones came in this morning and asked when somebody could ring. I told her that it would be "
            u"after lunch "
            "if the morning list is over by then, or else tomorrow. She left 07700 900123"_s,
            u"person_name.with_phone_number phone_number.with_name"_s);
        row("far from illness",
            u"Mrs Jones is here. The kettle in the staff kitchen is broken again and somebody should look "
            u"for a new one "
            "before the practice meeting on Thursday afternoon. Bloods fridge is fine"_s,
            u"person_name.titled"_s);
        row("old date and illness", u"12/05/1948, chest pain"_s, u"date_of_birth.with_clinical"_s);
        row("date of a test", u"bloods 12/05/2021"_s, u"date_of_birth.past_date"_s);
        row("a pharmacy is nobody's number", u"Mrs Jones, pharmacy 01632 960001"_s, u"person_name.titled"_s);
        row("a member raises nothing", u"Mrs Evans 07700 900123"_s, u"phone_number.mobile"_s);
        row("a member's surname beside an unlabelled date", u"Mrs Shah, 12/05/2021"_s,
            u"date_of_birth.past_date"_s);
        row("a date since when", u"Mrs Shah since 12/05/2021"_s, {});
        row("age and name", u"Mrs Jones, 72F"_s, u"person_name.with_age age_sex.with_name"_s);
        row("age and illness", u"72F chest pain"_s, u"age_sex.with_clinical"_s);
        row("age alone", u"72F in room 2"_s, {});
        row("address and postcode", u"14 Weelsby St, DN31 1AA"_s,
            u"address.with_postcode postcode.with_address"_s);
        row("address and birth date", u"14 Weelsby St, dob 12/05/48"_s,
            u"address.with_date_of_birth date_of_birth.labelled"_s);
        row("address and illness", u"fallen again at 14 Weelsby St"_s, u"address.with_clinical"_s);
        row("private mail and name", u"Mrs Jones, pat.jones@gmail.com"_s,
            u"person_name.with_email email.with_name"_s);
        row("private mail and illness", u"blood results to pat.jones@gmail.com"_s, u"email.with_clinical"_s);
        row("insurance number and name", u"Mrs Jones AB 12 34 56 C"_s,
            u"person_name.with_national_insurance national_insurance.with_name"_s);
        row("insurance number and birth date", u"AB 12 34 56 C, dob 12/05/48"_s,
            u"national_insurance.with_date_of_birth date_of_birth.labelled"_s);
        row("record number and name", u"Mrs Jones, EMIS no 48213"_s,
            u"person_name.with_record_number record_number.labelled"_s);
        row("a car is nobody's illness", u"AB51 ABC, chest pain"_s, u"vehicle.current"_s);
        row("a member's surname beside a birth date", u"Mrs Shah dob 12/05/1948"_s,
            u"person_name.with_date_of_birth date_of_birth.labelled"_s);
        row("two numbers", u"07700 900123 DN31 1AA"_s, u"phone_number.mobile postcode.full"_s);
        row("one number, one finding", u"call 700 000 0015"_s, u"nhs_number.issued"_s);
    }
    void raises()
    {
        QFETCH(QString, text);
        QFETCH(QString, rules);
        QStringList fired;
        for (const Finding &finding : guardOn24November2025()->assess(text).findings)
            fired += QString(finding.rule);
        QCOMPARE(fired.join(u' '), rules);
    }
};

HANDBELL_TEST(CombinerTest)
#include "CombinerTest.moc"
