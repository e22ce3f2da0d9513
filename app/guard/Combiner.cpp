// SPDX-License-Identifier: Apache-2.0
#include "guard/Combiner.h"

#include <array>

namespace handbell::guard {

namespace {

//! One line of the table of combinations: \a kind becomes \a verdict, under \a rule, beside \a other or \a
//! topic.
struct Combination
{
    Kind kind;
    std::optional<Kind> other;
    Topic topic;
    Verdict verdict;
    QLatin1String rule;
};

constexpr Combination beside(Kind kind, Kind other, const char *rule)
{
    return {kind, other, Topic::None, Verdict::Warn, QLatin1String(rule)};
}
constexpr Combination beside(Kind kind, Topic topic, const char *rule)
{
    return {kind, std::nullopt, topic, Verdict::Warn, QLatin1String(rule)};
}

// In order of what says most; the first that holds names the rule.
constexpr std::array combinations{
    beside(Kind::PersonName, Kind::NhsNumber, "person_name.with_nhs_number"),
    beside(Kind::PersonName, Kind::ChiNumber, "person_name.with_chi_number"),
    beside(Kind::PersonName, Kind::HscNumber, "person_name.with_hsc_number"),
    beside(Kind::PersonName, Kind::RecordNumber, "person_name.with_record_number"),
    beside(Kind::PersonName, Kind::NationalInsurance, "person_name.with_national_insurance"),
    beside(Kind::PersonName, Kind::DateOfBirth, "person_name.with_date_of_birth"),
    beside(Kind::PersonName, Topic::Age, "person_name.with_age"),
    beside(Kind::PersonName, Topic::Clinical, "person_name.with_clinical"),
    beside(Kind::PersonName, Kind::PhoneNumber, "person_name.with_phone_number"),
    beside(Kind::PersonName, Kind::Email, "person_name.with_email"),
    beside(Kind::PersonName, Kind::Postcode, "person_name.with_postcode"),
    beside(Kind::PersonName, Kind::Address, "person_name.with_address"),
    beside(Kind::DateOfBirth, Kind::PersonName, "date_of_birth.with_name"),
    beside(Kind::DateOfBirth, Kind::Postcode, "date_of_birth.with_postcode"),
    beside(Kind::DateOfBirth, Topic::Clinical, "date_of_birth.with_clinical"),
    beside(Kind::DateOfBirth, Topic::Patient, "date_of_birth.beside_patient"),
    beside(Kind::Postcode, Kind::PersonName, "postcode.with_name"),
    beside(Kind::Postcode, Kind::DateOfBirth, "postcode.with_date_of_birth"),
    beside(Kind::Postcode, Topic::StreetAddress, "postcode.with_address"),
    beside(Kind::Postcode, Topic::Clinical, "postcode.with_clinical"),
    beside(Kind::Address, Kind::Postcode, "address.with_postcode"),
    beside(Kind::Address, Kind::PersonName, "address.with_name"),
    beside(Kind::Address, Kind::DateOfBirth, "address.with_date_of_birth"),
    beside(Kind::Address, Topic::Clinical, "address.with_clinical"),
    beside(Kind::PhoneNumber, Kind::PersonName, "phone_number.with_name"),
    beside(Kind::PhoneNumber, Topic::Clinical, "phone_number.with_clinical"),
    beside(Kind::Email, Kind::PersonName, "email.with_name"),
    beside(Kind::Email, Topic::Clinical, "email.with_clinical"),
    beside(Kind::NationalInsurance, Kind::PersonName, "national_insurance.with_name"),
    beside(Kind::NationalInsurance, Kind::DateOfBirth, "national_insurance.with_date_of_birth"),
    beside(Kind::NationalInsurance, Topic::Clinical, "national_insurance.with_clinical"),
    beside(Kind::NhsNumber, Kind::PersonName, "nhs_number.with_name"),
    beside(Kind::NhsNumber, Topic::Age, "nhs_number.with_age"),
    beside(Kind::NhsNumber, Topic::Clinical, "nhs_number.with_clinical"),
    beside(Kind::ChiNumber, Kind::PersonName, "chi_number.with_name"),
    beside(Kind::ChiNumber, Topic::Clinical, "chi_number.with_clinical"),
    beside(Kind::HscNumber, Kind::PersonName, "hsc_number.with_name"),
    beside(Kind::HscNumber, Topic::Clinical, "hsc_number.with_clinical"),
    beside(Kind::AgeSex, Kind::PersonName, "age_sex.with_name"),
    Combination{Kind::AgeSex, std::nullopt, Topic::Clinical, Verdict::Hint,
                QLatin1String("age_sex.with_clinical")},
};

//! Which kinds a text holds, and how surely.
struct Seen
{
    std::array<bool, allKinds.size()> kinds{};
    std::array<bool, allKinds.size()> warned{};
};

bool allows(Raisable raisable, const Combination &combination, const Seen &seen)
{
    switch (raisable) {
    case Raisable::ByAnything:
        return true;
    case Raisable::ByIdentifiers:
        return combination.other.has_value();
    case Raisable::ByPatientIdentity:
        return combination.topic == Topic::Age || combination.other == Kind::NhsNumber ||
               (combination.other == Kind::DateOfBirth &&
                seen.warned[static_cast<size_t>(Kind::DateOfBirth)]);
    case Raisable::ByStreetAddress:
        return combination.topic == Topic::StreetAddress;
    case Raisable::Never:
        return false;
    }
    return false;
}

bool holds(const Sighting &candidate, const Combination &combination, const Seen &seen)
{
    if (combination.kind != candidate.kind || !allows(candidate.raisable, combination, seen))
        return false;
    if (combination.other)
        return seen.kinds[static_cast<size_t>(*combination.other)];
    // A patient word is about what it stands beside; the rest of the sentence may be about age and illness.
    return sharesTopic(combination.topic == Topic::Patient ? candidate.beside : candidate.within,
                       combination.topic);
}

} // namespace

void combine(std::vector<Sighting> &candidates)
{
    Seen seen;
    for (const Sighting &candidate : candidates) {
        const auto kind = static_cast<size_t>(candidate.kind);
        seen.kinds[kind] = seen.kinds[kind] || candidate.verdict != Verdict::Silent;
        seen.warned[kind] = seen.warned[kind] || candidate.verdict == Verdict::Warn;
    }
    for (Sighting &candidate : candidates) {
        if (candidate.verdict == Verdict::Warn)
            continue;
        for (const Combination &combination : combinations) {
            if (!holds(candidate, combination, seen))
                continue;
            candidate.verdict = combination.verdict;
            candidate.rule = combination.rule;
            break;
        }
    }
}

} // namespace handbell::guard
