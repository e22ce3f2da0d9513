// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Administration.h"

namespace handbell::administration {

using record::Record;

Result<Administration> Administration::open(const DataDirectory &directory, Record::Access access,
                                            const Clock &clock, Random &random)
{
    auto record = Record::open(directory.recordFile(), random, access);
    if (!record)
        return record.error();
    return Administration(directory, *std::move(record), clock);
}

Result<Administration> Administration::create(const DataDirectory &directory, const Clock &clock,
                                              Random &random)
{
    auto record = Record::create(directory.recordFile(), random);
    if (!record)
        return record.error();
    return Administration(directory, *std::move(record), clock);
}

Result<ServerPlace> Administration::place() const
{
    const auto settings = m_directory.settings();
    if (!settings)
        return settings.error();
    const auto authority = m_directory.authority();
    if (!authority)
        return authority.error();
    return ServerPlace{settings->hosts.front(), static_cast<quint16>(settings->port), authority->pin()};
}

Result<void> Administration::change(const std::function<Result<void>(Plan &)> &decide)
{
    const WallTime now = m_clock->wallNow();
    const auto decision = [&](const protocol::PracticeState &practice) -> Result<record::EventGroup> {
        Plan plan(practice, now);
        if (const auto decided = decide(plan); !decided)
            return decided.error();
        record::EventGroup group;
        for (const PlannedEvent &event : plan.events()) {
            record::EventDraft draft;
            draft.payload = event.payload;
            draft.text = event.text;
            group.drafts.push_back(std::move(draft));
        }
        return group;
    };
    const auto outcome = m_record.appendDecided(decision, now);
    if (!outcome)
        return outcome.error();
    const auto *refused = std::get_if<Error>(&*outcome);
    return refused ? Result<void>(*refused) : Result<void>();
}

} // namespace handbell::administration
