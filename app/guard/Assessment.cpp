// SPDX-License-Identifier: Apache-2.0
#include "guard/Assessment.h"

namespace handbell::guard {

namespace {

constexpr std::array verdicts{Verdict::Silent, Verdict::Hint, Verdict::Warn};

} // namespace

QLatin1String kindName(Kind kind)
{
    switch (kind) {
    case Kind::NhsNumber:
        return QLatin1String("nhs_number");
    case Kind::DateOfBirth:
        return QLatin1String("date_of_birth");
    case Kind::PersonName:
        return QLatin1String("person_name");
    case Kind::Postcode:
        return QLatin1String("postcode");
    case Kind::PhoneNumber:
        return QLatin1String("phone_number");
    case Kind::ChiNumber:
        return QLatin1String("chi_number");
    case Kind::HscNumber:
        return QLatin1String("hsc_number");
    case Kind::AgeSex:
        return QLatin1String("age_sex");
    case Kind::Address:
        return QLatin1String("address");
    case Kind::Email:
        return QLatin1String("email");
    case Kind::NationalInsurance:
        return QLatin1String("national_insurance");
    case Kind::RecordNumber:
        return QLatin1String("record_number");
    case Kind::Vehicle:
        return QLatin1String("vehicle");
    case Kind::ClinicalContent:
        return QLatin1String("clinical_content");
    }
    return {};
}

std::optional<Kind> kindFromName(QStringView name)
{
    for (const Kind kind : allKinds) {
        if (name == kindName(kind))
            return kind;
    }
    return std::nullopt;
}

QLatin1String verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Silent:
        return QLatin1String("silent");
    case Verdict::Hint:
        return QLatin1String("hint");
    case Verdict::Warn:
        return QLatin1String("warn");
    }
    return {};
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    for (const Verdict verdict : verdicts) {
        if (name == verdictName(verdict))
            return verdict;
    }
    return std::nullopt;
}

} // namespace handbell::guard
