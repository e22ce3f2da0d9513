// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/GuardWords.h"

#include <QStringList>

#include <algorithm>

namespace handbell::ui {

using guard::Assessment;
using guard::Finding;
using guard::Kind;
using guard::Remark;
using guard::Verdict;

namespace {

bool hasRemark(const Assessment &assessment, Remark remark)
{
    return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                       [remark](const Finding &finding) { return finding.remark == remark; });
}

} // namespace

QString GuardWords::kind(Kind kind)
{
    switch (kind) {
    case Kind::NhsNumber:
        return tr("an NHS number");
    case Kind::DateOfBirth:
        return tr("a date of birth");
    case Kind::PersonName:
        return tr("a name");
    case Kind::Postcode:
        return tr("a postcode");
    case Kind::PhoneNumber:
        return tr("a phone number");
    case Kind::ChiNumber:
        return tr("a CHI number");
    case Kind::HscNumber:
        return tr("a Health and Care number");
    case Kind::AgeSex:
        return tr("an age");
    case Kind::Address:
        return tr("an address");
    case Kind::Email:
        return tr("an email address");
    case Kind::NationalInsurance:
        return tr("a National Insurance number");
    case Kind::RecordNumber:
        return tr("a record number");
    case Kind::Vehicle:
        return tr("a car's registration");
    case Kind::ClinicalContent:
        return tr("something about health");
    }
    return tr("something personal");
}

QString GuardWords::kinds(const Assessment &assessment)
{
    QStringList words;
    for (const Finding &finding : assessment.findings) {
        const QString word = kind(finding.kind);
        if (!words.contains(word))
            words << word;
    }
    if (words.size() < 2)
        return words.value(0);
    const QString last = words.takeLast();
    //: A list of what was seen: "a name, a postcode" and "a phone number"
    return tr("%1 and %2").arg(words.join(tr(", ", "between parts of a list")), last);
}

QString GuardWords::heading(const Assessment &assessment)
{
    return tr("This looks like a patient: %1.").arg(kinds(assessment));
}

QString GuardWords::advice(const Assessment &assessment)
{
    if (hasRemark(assessment, Remark::CheckForTypo))
        return tr("The NHS number does not add up: check for a typo. Even so it may point at somebody; the "
                  "clinical "
                  "system is the place for it.");
    if (hasRemark(assessment, Remark::TestNumber))
        return tr("It is a test number, but it is written as a patient's would be.");
    if (hasRemark(assessment, Remark::NhsNumberOrPhone))
        return tr("It could be an NHS number or a phone number. Safer: leave it out, and send a task in the "
                  "clinical "
                  "system.");
    return tr(
        "Anyone may ask to see what is written about them. Safer: say it without the person, “Your 10:40 has "
        "arrived”.");
}

QString GuardWords::hint(const Assessment &assessment)
{
    QString found = kinds(assessment);
    if (!found.isEmpty())
        found[0] = found.at(0).toUpper();
    return tr("%1 seen. Fine if it is not a patient's.").arg(found);
}

} // namespace handbell::ui
