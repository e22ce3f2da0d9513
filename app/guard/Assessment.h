// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1String>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>
#include <vector>

namespace handbell::guard {

//! What follows for the sender: nothing, an underline, or a bar that asks for a second, deliberate act.
enum class Verdict { Silent, Hint, Warn };

//! What a finding is of. Spelled on the wire and in policy by kindName(). Append only.
enum class Kind {
    NhsNumber,
    DateOfBirth,
    PersonName,
    Postcode,
    PhoneNumber,
    ChiNumber,
    HscNumber,
    AgeSex,
    Address,
    Email,
    NationalInsurance,
    RecordNumber,
    Vehicle,
    ClinicalContent, //!< never an identifier by itself: supports others
};
inline constexpr std::array allKinds{
    Kind::NhsNumber,         Kind::DateOfBirth,  Kind::PersonName, Kind::Postcode,       Kind::PhoneNumber,
    Kind::ChiNumber,         Kind::HscNumber,    Kind::AgeSex,     Kind::Address,        Kind::Email,
    Kind::NationalInsurance, Kind::RecordNumber, Kind::Vehicle,    Kind::ClinicalContent};

//! What else to tell the sender about a finding.
enum class Remark {
    None,
    CheckForTypo,     //!< labelled as a patient's number, but its check digit fails
    TestNumber,       //!< in the 9xx range that is never issued to a patient
    NhsNumberOrPhone, //!< ten digits that could be either
};

//! A stretch of the original text, in UTF-16 units.
struct Span
{
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
    friend bool operator==(Span, Span) = default;
};

//! One hit. Never holds the text it is about.
struct Finding
{
    Kind kind{};
    Span span;
    Verdict verdict = Verdict::Silent;
    QLatin1String rule; //!< a stable id of static storage, such as "nhs_number.labelled"
    Remark remark = Remark::None;

    friend bool operator==(const Finding &, const Finding &) = default;
};

//! Everything the guard has to say of one text.
struct Assessment
{
    Verdict verdict = Verdict::Silent;
    std::vector<Finding> findings; //!< sorted by span start; silent ones are left out
    //! Clinical content near the findings, itself silent, sorted by span start: why the clinical system is
    //! the place for it. Empty where there are no findings.
    std::vector<Finding> clinical;
    bool reasonRequired = false; //!< the policy asks for a reason before a text with these findings is sent

    friend bool operator==(const Assessment &, const Assessment &) = default;
};

//! The snake_case name of a kind or verdict, as policy, protocol and record spell it; and the way back, which
//! is empty where this build does not know the name.
[[nodiscard]] QLatin1String kindName(Kind kind);
[[nodiscard]] std::optional<Kind> kindFromName(QStringView name);
[[nodiscard]] QLatin1String verdictName(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdictFromName(QStringView name);

} // namespace handbell::guard
