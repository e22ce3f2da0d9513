// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Policy.h"
#include "guard/PracticeData.h"
#include "protocol/PracticeState.h"

namespace handbell::server {

//! What the guard is to know of the practice: its settings, and the members' names as its roster.
[[nodiscard]] guard::PracticeData guardDataOf(const protocol::PracticeState &state);
//! The practice's decisions. Kinds and actions this build does not know are left out: they warn.
[[nodiscard]] guard::Policy guardPolicyOf(const protocol::PracticeState &state);

} // namespace handbell::server
