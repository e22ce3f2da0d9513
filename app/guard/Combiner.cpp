// SPDX-License-Identifier: Apache-2.0
#include "guard/Combiner.h"

#include <array>

namespace handbell::guard {

namespace {

//! One line of the table of combinations: \a kind becomes a warning, under \a rule, beside \a other or \a
//! topic.
struct Combination
{
    Kind kind;
    std::optional<Kind> other;
    Topic topic;
    QLatin1String rule;
};

// In order of what says most; the first that holds names the rule.
constexpr std::array combinations{
    Combination{Kind::PersonName, Kind::NhsNumber, Topic::None, QLatin1String("person_name.with_nhs_number")},
    Combination{Kind::PersonName, Kind::DateOfBirth, Topic::None,
                QLatin1String("person_name.with_date_of_birth")},
    Combination{Kind::PersonName, std::nullopt, Topic::Age, QLatin1String("person_name.with_age")},
    Combination{Kind::PersonName, std::nullopt, Topic::Clinical, QLatin1String("person_name.with_clinical")},
    Combination{Kind::PersonName, Kind::PhoneNumber, Topic::None,
                QLatin1String("person_name.with_phone_number")},
    Combination{Kind::PersonName, Kind::Postcode, Topic::None, QLatin1String("person_name.with_postcode")},
    Combination{Kind::PersonName, std::nullopt, Topic::StreetAddress,
                QLatin1String("person_name.with_address")},
    Combination{Kind::DateOfBirth, Kind::PersonName, Topic::None, QLatin1String("date_of_birth.with_name")},
    Combination{Kind::DateOfBirth, Kind::Postcode, Topic::None, QLatin1String("date_of_birth.with_postcode")},
    Combination{Kind::DateOfBirth, std::nullopt, Topic::Clinical,
                QLatin1String("date_of_birth.with_clinical")},
    Combination{Kind::DateOfBirth, std::nullopt, Topic::Patient,
                QLatin1String("date_of_birth.beside_patient")},
    Combination{Kind::Postcode, Kind::PersonName, Topic::None, QLatin1String("postcode.with_name")},
    Combination{Kind::Postcode, Kind::DateOfBirth, Topic::None, QLatin1String("postcode.with_date_of_birth")},
    Combination{Kind::Postcode, std::nullopt, Topic::StreetAddress, QLatin1String("postcode.with_address")},
    Combination{Kind::Postcode, std::nullopt, Topic::Clinical, QLatin1String("postcode.with_clinical")},
    Combination{Kind::PhoneNumber, Kind::PersonName, Topic::None, QLatin1String("phone_number.with_name")},
    Combination{Kind::PhoneNumber, std::nullopt, Topic::Clinical,
                QLatin1String("phone_number.with_clinical")},
    Combination{Kind::NhsNumber, Kind::PersonName, Topic::None, QLatin1String("nhs_number.with_name")},
    Combination{Kind::NhsNumber, std::nullopt, Topic::Age, QLatin1String("nhs_number.with_age")},
    Combination{Kind::NhsNumber, std::nullopt, Topic::Clinical, QLatin1String("nhs_number.with_clinical")},
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

bool holds(const RuleInput &input, const Candidate &candidate, const Combination &combination,
           const Seen &seen)
{
    if (combination.kind != candidate.kind || !allows(candidate.raisable, combination, seen))
        return false;
    if (combination.other)
        return seen.kinds[static_cast<size_t>(*combination.other)];
    // A patient word is about what it stands beside; the rest of the sentence may be about age and illness.
    if (combination.topic == Topic::Patient)
        return input.context.isBeside(combination.topic, candidate.firstToken, candidate.lastToken);
    return input.context.isWithin(combination.topic, candidate.firstToken, candidate.lastToken,
                                  combinedReach);
}

} // namespace

void combine(const RuleInput &input, Candidates &candidates)
{
    Seen seen;
    for (const Candidate &candidate : candidates) {
        const auto kind = static_cast<size_t>(candidate.kind);
        seen.kinds[kind] = seen.kinds[kind] || candidate.verdict != Verdict::Silent;
        seen.warned[kind] = seen.warned[kind] || candidate.verdict == Verdict::Warn;
    }
    for (Candidate &candidate : candidates) {
        if (candidate.verdict == Verdict::Warn)
            continue;
        for (const Combination &combination : combinations) {
            if (!holds(input, candidate, combination, seen))
                continue;
            candidate.verdict = Verdict::Warn;
            candidate.rule = combination.rule;
            break;
        }
    }
}

} // namespace handbell::guard
