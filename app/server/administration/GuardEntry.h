// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

namespace handbell::administration {

//! GuardSettings as people write them: everything optional, no version.
struct GuardEntry
{
    using Texts = std::optional<std::vector<QString>>;

    std::optional<QString> nation;
    Texts addresses, postcodes, phoneNumbers, emails, domains, allow;
    std::optional<std::vector<protocol::GuardAction>> actions;
    std::optional<bool> tone;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.optional("nation", self.nation, protocol::MaxLength{40});
        visit.optional("addresses", self.addresses, protocol::MaxCount{200});
        visit.optional("postcodes", self.postcodes, protocol::MaxCount{200});
        visit.optional("phone_numbers", self.phoneNumbers, protocol::MaxCount{2000});
        visit.optional("emails", self.emails, protocol::MaxCount{2000});
        visit.optional("domains", self.domains, protocol::MaxCount{200});
        visit.optional("allow", self.allow, protocol::MaxCount{2000});
        visit.optional("actions", self.actions, protocol::MaxCount{100});
        visit.optional("tone", self.tone);
    }
};

[[nodiscard]] inline protocol::GuardSettings toSettings(GuardEntry entry)
{
    const auto texts = [](GuardEntry::Texts &given) {
        return std::move(given).value_or(std::vector<QString>());
    };
    protocol::GuardSettings settings;
    settings.nation = std::move(entry.nation).value_or(settings.nation);
    settings.addresses = texts(entry.addresses);
    settings.postcodes = texts(entry.postcodes);
    settings.phoneNumbers = texts(entry.phoneNumbers);
    settings.emails = texts(entry.emails);
    settings.domains = texts(entry.domains);
    settings.allow = texts(entry.allow);
    settings.actions = std::move(entry.actions).value_or(std::vector<protocol::GuardAction>());
    if (entry.tone.value_or(false))
        settings.tone = true; // no stays absent: two ways to say it would be two versions
    return settings;
}

} // namespace handbell::administration
