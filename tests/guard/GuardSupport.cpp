// SPDX-License-Identifier: Apache-2.0
#include "GuardSupport.h"

#include <QTest>

namespace handbell::guard {

PracticeData riverside()
{
    PracticeData practice;
    practice.roster = {QStringLiteral("Priya Shah"),     QStringLiteral("Jo Lewis"),
                       QStringLiteral("Sam Reid"),       QStringLiteral("Lin Chen"),
                       QStringLiteral("Dr Anna Patel"),  QStringLiteral("Dr Ben Okafor"),
                       QStringLiteral("Mrs Carys Evans")};
    practice.addresses = {QStringLiteral("2 Riverside Walk, Grimsby")};
    practice.postcodes = {QStringLiteral("DN32 7XX")};
    practice.phoneNumbers = {QStringLiteral("01632 960100"), QStringLiteral("+44 (0)20 7946 0100")};
    practice.emails = {QStringLiteral("deliveries@gmail.com")};
    practice.domains = {QStringLiteral("riverside.example")};
    return practice;
}

std::unique_ptr<Guard> guardOn24November2025(const PracticeData &practice, const Policy &policy)
{
    static const VirtualClock clock;
    return std::make_unique<Guard>(practice, policy, clock);
}

void addRuleColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Remark>("remark");
}

void hit(const char *name, const QString &text, const QString &found, Verdict verdict, Remark remark)
{
    QTest::newRow(name) << text << found << verdict << remark;
}

void miss(const char *name, const QString &text)
{
    QTest::newRow(name) << text << QString() << Verdict::Silent << Remark::None;
}

void checkRow(const Guard &guard, Kind kind)
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    QFETCH(Verdict, verdict);
    QFETCH(Remark, remark);
    const Assessment assessment = guard.assess(text);
    std::vector<Finding> findings;
    for (const Finding &finding : assessment.findings) {
        if (finding.kind == kind)
            findings.push_back(finding);
    }
    if (found.isEmpty()) {
        QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().rule.data());
        return;
    }
    QCOMPARE(findings.size(), size_t{1});
    const Finding &finding = findings.front();
    QCOMPARE(text.mid(finding.span.start, finding.span.length), found);
    QCOMPARE(verdictName(finding.verdict), verdictName(verdict));
    QCOMPARE(finding.remark, remark);
    QVERIFY(finding.rule.startsWith(kindName(kind)));
}

} // namespace handbell::guard
