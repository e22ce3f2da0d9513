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

bool hasKind(const Assessment &assessment, Kind kind)
{
    return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                       [kind](const Finding &finding) { return finding.kind == kind; });
}

int digitsFrom(QStringView text, qsizetype position)
{
    int count = 0;
    while (position + count < text.size() && text[position + count] >= u'0' && text[position + count] <= u'9')
        ++count;
    return count;
}

//! The first time of day in \a text that is no part of a finding, as typed: "10:40", "9.15"; or nothing.
QString timeIn(QStringView text, const Assessment &assessment)
{
    for (qsizetype start = 0; start < text.size(); ++start) {
        const int hours = digitsFrom(text, start);
        if (hours == 0)
            continue;
        const qsizetype colon = start + hours;
        const bool parted = colon < text.size() && (text[colon] == u':' || text[colon] == u'.');
        const int minutes = parted ? digitsFrom(text, colon + 1) : 0;
        const qsizetype end = colon + 1 + minutes;
        const bool stands = (start == 0 || text[start - 1].isSpace() || text[start - 1].isPunct()) &&
                            (end >= text.size() || !text[end].isLetterOrNumber());
        const bool found =
            std::any_of(assessment.findings.begin(), assessment.findings.end(), [&](const Finding &finding) {
                return finding.span.start < end && start < finding.span.end();
            });
        if (parted && hours <= 2 && minutes == 2 && stands && !found &&
            text.sliced(start, hours).toInt() < 24 && text.sliced(colon + 1, minutes).toInt() < 60)
            return text.sliced(start, end - start).toString();
        start = colon;
    }
    return {};
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
    if (!assessment.clinical.empty())
        //: %1: a list such as "a name and a date of birth"
        return tr("This looks like a patient: %1, with something about health.").arg(kinds(assessment));
    return tr("This looks like a patient: %1.").arg(kinds(assessment));
}

QString GuardWords::remark(const Assessment &assessment)
{
    if (hasRemark(assessment, Remark::CheckForTypo))
        return tr("The number does not add up: check for a typo.");
    if (hasRemark(assessment, Remark::TestNumber))
        return tr("It is a test number, but written as a patient's would be.");
    if (hasRemark(assessment, Remark::NhsNumberOrPhone))
        return tr("It could be an NHS number or a phone number.");
    return {};
}

QString GuardWords::saferForm(const Assessment &assessment, QStringView text)
{
    if (!assessment.clinical.empty())
        return tr("Safer: a task in the clinical system, where it reaches the patient's record.");
    const bool several = assessment.findings.size() > 1;
    if (hasKind(assessment, Kind::PersonName)) {
        const QString time = timeIn(text, assessment);
        if (!time.isEmpty())
            //: %1: a time of day, as typed: "10:40"
            return tr("Safer: “Your %1 has arrived”.").arg(time);
        if (!several)
            return tr("Safer: initials, or the time: “Your 10:40 has arrived”.");
    }
    return several ? tr("Safer: leave them out, and send a task in the clinical system.")
                   : tr("Safer: leave it out, and send a task in the clinical system.");
}

QString GuardWords::advice(const Assessment &assessment, QStringView text, Medium medium)
{
    QString why = remark(assessment);
    if (why.isEmpty())
        why = medium == Medium::AlertNote
                  ? tr("Alerts stand on screens in the room, and the record keeps them.")
                  : tr("Anyone may ask to see what is written about them.");
    return why + u' ' + saferForm(assessment, text);
}

QString GuardWords::hint(const Assessment &assessment)
{
    QString found = kinds(assessment);
    if (!found.isEmpty())
        found[0] = found.at(0).toUpper();
    return tr("%1 seen. Fine if not a patient's.").arg(found);
}

QString GuardWords::toneHint()
{
    return tr("This can be read out: patients may ask for what is written about them.");
}

QString GuardWords::toneDescription(QStringView text, const std::vector<guard::ToneHint> &hints)
{
    QStringList words;
    for (const guard::ToneHint &hint : hints) {
        const QString word = text.sliced(hint.span.start, hint.span.length).toString();
        if (!words.contains(word))
            words << word;
    }
    //: For a screen reader. %1: words the sender typed, such as "lazy cow, time-waster"
    return tr("About these words: %1").arg(words.join(tr(", ", "between parts of a list")));
}

} // namespace handbell::ui
