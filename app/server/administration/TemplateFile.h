// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/administration/Plan.h"

#include <QByteArray>

namespace handbell::administration {

//! The alert templates in a file as people write it (resources/alerts/templates.json is the example). A step
//! of the escalation names a role; the rest is AlertTemplate. InvalidArgument says which entry is wrong.
[[nodiscard]] Result<std::vector<protocol::AlertTemplate>> readTemplateFile(const QByteArray &json);

//! The templates a new practice begins with.
[[nodiscard]] Result<std::vector<protocol::AlertTemplate>> defaultTemplates();

//! Adds or replaces each by its key; the error says which entry was refused.
[[nodiscard]] Result<void> saveTemplates(Plan &plan, const std::vector<protocol::AlertTemplate> &templates);

//! The guard settings in a file as people write it: the members of GuardSettings, each optional, without the
//! version. What is left out is empty, or "england".
[[nodiscard]] Result<protocol::GuardSettings> readGuardFile(const QByteArray &json);

} // namespace handbell::administration
