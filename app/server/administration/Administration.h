// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Random.h"
#include "record/Record.h"
#include "server/administration/DataDirectory.h"
#include "server/administration/InvitationDesk.h"
#include "server/administration/Plan.h"

#include <functional>

namespace handbell::administration {

//! A practice's data opened to look at it or to change it, beside a running server or without one. Bound to
//! the thread that opened it.
class Administration
{
public:
    //! Opens the data in \a directory. \a clock and \a random must outlive it. Errors of
    //! record::Record::open().
    [[nodiscard]] static Result<Administration>
    open(const DataDirectory &directory, record::Record::Access access, const Clock &clock, Random &random);
    //! The same for data that was just made: see SetUp.h.
    [[nodiscard]] static Result<Administration> create(const DataDirectory &directory, const Clock &clock,
                                                       Random &random);

    [[nodiscard]] const DataDirectory &directory() const { return m_directory; }
    [[nodiscard]] const record::Record &record() const { return m_record; }
    [[nodiscard]] record::Record &record() { return m_record; }

    //! The practice as it stands at the head of the record.
    [[nodiscard]] Result<protocol::PracticeState> practice() const { return m_record.loadState(); }
    //! Where invitations lead: the first host and the port of the settings, and the authority's pin.
    [[nodiscard]] Result<ServerPlace> place() const;

    //! Asks \a decide to put changes into a plan while nobody else can write, and appends what it planned,
    //! all or nothing. The actor is nobody (protocol::noMember): whoever may run this program is the
    //! machine's administrator. \a decide's error, and every refusal, is the call's error; nothing is kept
    //! then.
    [[nodiscard]] Result<void> change(const std::function<Result<void>(Plan &)> &decide);

private:
    Administration(DataDirectory directory, record::Record record, const Clock &clock)
        : m_directory(std::move(directory))
        , m_record(std::move(record))
        , m_clock(&clock)
    {
    }

    DataDirectory m_directory;
    record::Record m_record;
    const Clock *m_clock;
};

} // namespace handbell::administration
