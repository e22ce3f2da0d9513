// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "programs/console/CommandLine.h"

namespace handbell::programs {

// One family of commands a file.

[[nodiscard]] std::vector<Command> memberCommands();
[[nodiscard]] std::vector<Command> roomCommands();
[[nodiscard]] std::vector<Command> workstationCommands();
[[nodiscard]] std::vector<Command> groupCommands();
[[nodiscard]] std::vector<Command> templateCommands();
[[nodiscard]] std::vector<Command> invitationCommands();
[[nodiscard]] std::vector<Command> guardCommands();
[[nodiscard]] std::vector<Command> recordCommands();
[[nodiscard]] std::vector<Command> certificateCommands();
[[nodiscard]] std::vector<Command> ledgerCommands();
[[nodiscard]] std::vector<Command> seedCommands();

} // namespace handbell::programs
