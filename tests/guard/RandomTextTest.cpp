// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"
#include "tests/support/TestProgram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

//! Texts made of the pieces rules care about, and of anything at all: whatever comes, the findings are
//! well-formed. HANDBELL_SEED repeats a run.
class RandomTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findingsAreWellFormed();
};

namespace {

QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"Mrs "_s,
                                    u"Jones"_s,
                                    u"485"_s,
                                    u"777 "_s,
                                    u"3457"_s,
                                    u"07700"_s,
                                    u"900123"_s,
                                    u" "_s,
                                    u"+44"_s,
                                    u"(0)"_s,
                                    u"DN31"_s,
                                    u"1AA"_s,
                                    u"12/05/"_s,
                                    u"48"_s,
                                    u"May"_s,
                                    u"dob "_s,
                                    u"NHS no "_s,
                                    u"pt "_s,
                                    u"results "_s,
                                    u"72F"_s,
                                    u"-"_s,
                                    u"."_s,
                                    u"/"_s,
                                    u"'"_s,
                                    u"\n"_s,
                                    u"\u00a0"_s,
                                    u"\u200b"_s,
                                    u"\u0301"_s,
                                    u"\uff14"_s,
                                    u"\u0664"_s,
                                    u"\ufb01"_s,
                                    u"\ufdfa"_s,
                                    u"\U0001D7D2"_s,
                                    u"\u20e3"_s,
                                    u"www."_s,
                                    u"@"_s,
                                    u"14 High St"_s,
                                    u"J. "_s,
                                    u"O'"_s,
                                    u"BFPO "_s,
                                    u"Mr Whippy"_s,
                                    u" 485 777 3457 "_s,
                                    u" 07700 900123 "_s,
                                    u" DN31 1AA "_s,
                                    u" 12/05/48 "_s,
                                    u" Mrs Jones "_s,
                                    u"ring "_s,
                                    u"order "_s,
                                    u"\U0001F600"_s};
    QString text;
    const int count = random.bounded(60);
    for (int i = 0; i < count; ++i) {
        if (random.bounded(5) == 0)
            text += QChar(static_cast<char16_t>(random.bounded(0x10000))); // lone surrogates included
        else
            text += pieces[random.bounded(pieces.size())];
    }
    return text;
}

} // namespace

void RandomTextTest::findingsAreWellFormed()
{
    bool given = false;
    quint32 seed = qEnvironmentVariableIntValue("HANDBELL_SEED", &given);
    if (!given)
        seed = QRandomGenerator::global()->generate() & 0x7FFFFFFFU;
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    PracticeData practice = riverside();
    practice.allow = {u"Mr Whippy"_s};
    const auto guard = guardOn24November2025(practice);
    qsizetype findings = 0;
    for (int round = 0; round < 4'000; ++round) {
        const QString text = randomText(random);
        const Assessment assessment = guard->assess(text);
        qsizetype previous = 0;
        Verdict highest = Verdict::Silent;
        for (const Finding &finding : assessment.findings) {
            QVERIFY(finding.span.length > 0);
            QVERIFY(finding.span.start >= 0 && finding.span.end() <= text.size());
            QVERIFY(finding.span.start >= previous);
            QVERIFY(finding.verdict != Verdict::Silent);
            QVERIFY(finding.rule.startsWith(kindName(finding.kind)));
            previous = finding.span.start;
            highest = std::max(highest, finding.verdict);
        }
        findings += static_cast<qsizetype>(assessment.findings.size());
        QCOMPARE(assessment.verdict, highest);
        QCOMPARE(guard->assess(text), assessment);
    }
    QVERIFY(findings > 1'000); // the pieces do make identifiers
}

HANDBELL_TEST(RandomTextTest)
#include "RandomTextTest.moc"
