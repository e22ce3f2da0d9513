// SPDX-License-Identifier: Apache-2.0
#include "programs/handbell-guard/PracticeFile.h"

#include "protocol/StrictJson.h"

namespace handbell::programs {

namespace {

constexpr protocol::MaxCount mostEntries{100'000};

struct PracticeEntry
{
    using Texts = std::optional<std::vector<QString>>;

    std::optional<QString> nation;
    Texts roster, addresses, postcodes, phoneNumbers, emails, domains, allow;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.optional("nation", self.nation, protocol::MaxLength{40});
        visit.optional("roster", self.roster, mostEntries);
        visit.optional("addresses", self.addresses, mostEntries);
        visit.optional("postcodes", self.postcodes, mostEntries);
        visit.optional("phone_numbers", self.phoneNumbers, mostEntries);
        visit.optional("emails", self.emails, mostEntries);
        visit.optional("domains", self.domains, mostEntries);
        visit.optional("allow", self.allow, mostEntries);
    }
};

QStringList listOf(const PracticeEntry::Texts &texts)
{
    return texts ? QStringList(texts->begin(), texts->end()) : QStringList();
}

} // namespace

Result<guard::PracticeData> readPracticeFile(const QByteArray &json)
{
    const auto entry = protocol::readStrictly<PracticeEntry>(json);
    if (!entry)
        return entry.error();
    guard::PracticeData practice;
    if (entry->nation) {
        const auto nation = guard::nationFromName(*entry->nation);
        if (!nation)
            return Error{
                ErrorCode::InvalidArgument,
                QStringLiteral("\"nation\" is none of england, wales, scotland and northern_ireland")};
        practice.nation = *nation;
    }
    practice.roster = listOf(entry->roster);
    practice.addresses = listOf(entry->addresses);
    practice.postcodes = listOf(entry->postcodes);
    practice.phoneNumbers = listOf(entry->phoneNumbers);
    practice.emails = listOf(entry->emails);
    practice.domains = listOf(entry->domains);
    practice.allow = listOf(entry->allow);
    return practice;
}

} // namespace handbell::programs
