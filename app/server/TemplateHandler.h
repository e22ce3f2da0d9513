// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Space.h"

namespace handbell::server {

//! Administrators change the alert templates from a workstation, by the rules that handbellctl has. Hub
//! thread only.
class TemplateHandler
{
public:
    explicit TemplateHandler(Space &space)
        : m_space(space)
    {
    }

    void handle(const Request &request, Session &session, const protocol::TemplateSave &message);

private:
    Space &m_space;
};

} // namespace handbell::server
