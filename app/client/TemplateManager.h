// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Random.h"
#include "client/Session.h"

namespace handbell::client {

//! Changes the practice's alert templates, for administrators. What they are is Practice's to say. Main
//! thread only.
class TemplateManager final
{
public:
    //! Both must outlive the manager.
    TemplateManager(Session &session, Random &random)
        : m_session(session)
        , m_random(random)
    {
    }

    //! Adds \a alertTemplate, or changes the one with its key; removed takes it away. Gives the event after which
    //! the practice has it. Forbidden where the
    //! member is no administrator, InvalidField where it breaks a rule, GuardConfirmationRequired where a
    //! text of it may identify a patient, Unreachable.
    [[nodiscard]] QFuture<Result<Seq>> save(const protocol::AlertTemplate &alertTemplate);

private:
    Session &m_session;
    Random &m_random;
};

} // namespace handbell::client
