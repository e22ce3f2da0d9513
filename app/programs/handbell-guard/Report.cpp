// SPDX-License-Identifier: Apache-2.0
#include "programs/handbell-guard/Report.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace handbell::programs {

using guard::Assessment;
using guard::Finding;
using guard::Kind;
using guard::Remark;
using guard::Verdict;

namespace {

std::vector<Finding> allOf(const Assessment &assessment)
{
    std::vector<Finding> all = assessment.findings;
    all.insert(all.end(), assessment.clinical.begin(), assessment.clinical.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const Finding &a, const Finding &b) { return a.span.start < b.span.start; });
    return all;
}

//! Every member is one of our own identifiers or a number, so nothing needs an escape.
QString toJson(const Finding &finding)
{
    return u"{\"kind\":\"" + guard::kindName(finding.kind) + u"\",\"start\":" +
           QString::number(finding.span.start) + u",\"length\":" + QString::number(finding.span.length) +
           u",\"verdict\":\"" + guard::verdictName(finding.verdict) + u"\",\"rule\":\"" + finding.rule +
           u"\"}";
}

QString nounOf(Kind kind)
{
    switch (kind) {
    case Kind::NhsNumber:
        return QStringLiteral("an NHS number");
    case Kind::DateOfBirth:
        return QStringLiteral("a date of birth");
    case Kind::PersonName:
        return QStringLiteral("a name");
    case Kind::Postcode:
        return QStringLiteral("a postcode");
    case Kind::PhoneNumber:
        return QStringLiteral("a telephone number");
    case Kind::ChiNumber:
        return QStringLiteral("a CHI number");
    case Kind::HscNumber:
        return QStringLiteral("a Health and Care number");
    case Kind::AgeSex:
        return QStringLiteral("an age");
    case Kind::Address:
        return QStringLiteral("a street address");
    case Kind::Email:
        return QStringLiteral("a mail address");
    case Kind::NationalInsurance:
        return QStringLiteral("a National Insurance number");
    case Kind::RecordNumber:
        return QStringLiteral("a record number");
    case Kind::Vehicle:
        return QStringLiteral("a vehicle registration");
    case Kind::ClinicalContent:
        return QStringLiteral("clinical content");
    }
    return {};
}

//! What a rule's id says after its kind, in words.
QString reasonOf(const Finding &finding)
{
    static constexpr std::array<std::pair<QStringView, QStringView>, 20> reasons{{
        {u"labelled", u"after its label"},
        {u"labelled_invalid", u"after its label, though it does not add up: check for a typo"},
        {u"issued", u"its check digit is right and such numbers are issued"},
        {u"test_range", u"in the range kept for tests"},
        {u"beside_order", u"beside words of an order"},
        {u"beside_calling", u"beside words of a call"},
        {u"beside_patient", u"beside a patient word"},
        {u"other_beside_patient", u"beside a patient word"},
        {u"with_name", u"beside a name"},
        {u"with_age", u"beside an age"},
        {u"with_clinical", u"beside clinical words"},
        {u"with_date_of_birth", u"beside a date of birth"},
        {u"with_nhs_number", u"beside an NHS number"},
        {u"with_phone_number", u"beside a telephone number"},
        {u"with_postcode", u"beside a postcode"},
        {u"with_address", u"beside a street address"},
        {u"with_email", u"beside a mail address"},
        {u"consumer", u"at a service for private mail"},
        {u"past_date", u"a date of over a year ago"},
        {u"word", u"why the clinical system is the place for it"},
    }};
    const QString rule = finding.rule;
    const QString ending = rule.section(QLatin1Char('.'), 1);
    for (const auto &[id, words] : reasons) {
        if (ending == id)
            return words.toString();
    }
    return {};
}

} // namespace

QByteArray jsonReport(const Assessment &assessment)
{
    QStringList findings;
    for (const Finding &finding : allOf(assessment))
        findings.append(toJson(finding));
    const QString report = u"{\"verdict\":\"" + guard::verdictName(assessment.verdict) +
                           u"\",\"findings\":[" + findings.join(u',') + u"]}\n";
    return report.toLatin1();
}

QByteArray jsonError(qint64 number, QLatin1String code, const QString &message)
{
    const QJsonObject error{{QStringLiteral("error"), message},
                            {QStringLiteral("code"), QString(code)},
                            {QStringLiteral("line"), number}};
    return QJsonDocument(error).toJson(QJsonDocument::Compact) + '\n';
}

QString explanation(qint64 number, const QString &text, const Assessment &assessment)
{
    QString said =
        QStringLiteral("%1: %2\n").arg(number).arg(QString(guard::verdictName(assessment.verdict)));
    for (const Finding &finding : allOf(assessment)) {
        const QString reason = reasonOf(finding);
        said += QStringLiteral("    \"%1\": %2%3  [%4, %5]\n")
                    .arg(text.mid(finding.span.start, finding.span.length).simplified(), nounOf(finding.kind),
                         reason.isEmpty() ? QString() : QStringLiteral(", ") + reason,
                         QString(guard::verdictName(finding.verdict)), QString(finding.rule));
    }
    return said;
}

} // namespace handbell::programs
