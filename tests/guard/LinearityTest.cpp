// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "guard/Examination.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

//! Twice the text is at most twice the work, whatever the text: counted in characters, tokens and marks
//! looked at.
class LinearityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doubling_data()
    {
        QTest::addColumn<QString>("unit");
        for (const QString &unit : {u"1"_s,
                                    u"1 "_s,
                                    u"a"_s,
                                    u"a "_s,
                                    u" "_s,
                                    u"\n"_s,
                                    u"0"_s,
                                    u"07"_s,
                                    u"0-"_s,
                                    u"("_s,
                                    u"1/"_s,
                                    u"1.1."_s,
                                    u"+44"_s,
                                    u"+44 (0)"_s,
                                    u"485 777 3457 "_s,
                                    u"485 777 "_s,
                                    u"07700 900123 "_s,
                                    u"07700 90012 "_s,
                                    u"DN31 "_s,
                                    u"DN31 1AA "_s,
                                    u"A1"_s,
                                    u"Mrs "_s,
                                    u"Mrs Jones "_s,
                                    u"Mrs J. "_s,
                                    u"Mr van "_s,
                                    u"J. "_s,
                                    u"O'"_s,
                                    u"a-"_s,
                                    u"12/05/48 "_s,
                                    u"12/"_s,
                                    u"12 May "_s,
                                    u"May "_s,
                                    u"dob "_s,
                                    u"pt pt "_s,
                                    u"nhs no "_s,
                                    u"results "_s,
                                    u"72F "_s,
                                    u"14 Weelsby "_s,
                                    u"d.o."_s,
                                    u"next of "_s,
                                    u"@"_s,
                                    u"://"_s,
                                    u"www."_s,
                                    u"Mrs Jones 72F results dob 12/05/48 07700 900123 DN31 1AA "_s,
                                    u"\u0301"_s,
                                    u"\u200b"_s,
                                    u"\ufdfa"_s,
                                    u"4\u20e3"_s,
                                    QString(QChar(0xD800)),
                                    u"mr whippy "_s,
                                    u"results 07700 900123 "_s,
                                    u"lot 12/05/48 "_s,
                                    u"lot Mrs Jones "_s,
                                    u"lot J. Jones "_s,
                                    u"mr "_s})
            QTest::addRow("%s", qPrintable(unit.simplified())) << unit;
    }
    void doubling()
    {
        QFETCH(QString, unit);
        PracticeData practice = riverside();
        practice.allow = {u"mr whippy"_s, u"mr mr mr mr"_s, u"1 1 1 1 1 1"_s};
        const PracticeIndex index(practice);
        const Lexicon lexicon;
        const auto steps = [&](qsizetype length) {
            QString text = unit.repeated(length / unit.size() + 1);
            text.truncate(length);
            return examine(text, lexicon, index, {}, std::chrono::sys_days{std::chrono::days{20'416}}).steps;
        };
        constexpr qsizetype length = 8'000;
        // A fixed allowance for the ends of the text, where a look-ahead stops short.
        constexpr qint64 ends = 4'000;
        const qint64 once = steps(length);
        QVERIFY(once >= 1);
        QVERIFY2(steps(2 * length) <= 2 * once + ends, qPrintable(QString::number(once)));
        QVERIFY2(steps(4 * length) <= 4 * once + 4 * ends, qPrintable(QString::number(once)));
    }
};

HANDBELL_TEST(LinearityTest)
#include "LinearityTest.moc"
