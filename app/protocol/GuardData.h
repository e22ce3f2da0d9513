// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Guard.h"
#include "guard/Tone.h"
#include "protocol/Events.h"
#include "protocol/Messages.h"
#include "protocol/PracticeState.h"

#include <memory>

namespace handbell::protocol {

// What makes the client's guard and the server's the same: both are made of the record's state.

//! What the guard is to know of the practice: its settings, and the members' names as its roster, of those
//! who have left too: their names go on being staff's. A nation this build does not know is England.
[[nodiscard]] guard::PracticeData guardDataOf(const PracticeState &state);
//! The practice's decisions. Kinds and actions this build does not know are left out: they warn.
[[nodiscard]] guard::Policy guardPolicyOf(const PracticeState &state);
//! What hints at the tone of a text while it is typed; nullptr where the practice has not turned it on. For
//! the client alone.
[[nodiscard]] std::shared_ptr<const guard::Tone> toneOf(const PracticeState &state);

//! A sender's confirmation as it travels; and the way back.
[[nodiscard]] GuardConfirmation wireForm(const guard::Confirmation &confirmation);
[[nodiscard]] guard::Confirmation confirmationFrom(const GuardConfirmation &confirmation);

//! The kinds, or the rules, that warn in \a assessment, each once, in the order found.
[[nodiscard]] std::vector<QString> warnedKinds(const guard::Assessment &assessment);
[[nodiscard]] std::vector<QString> warnedRules(const guard::Assessment &assessment);
//! What goes into the record beside a text that was sent all the same; names no event yet. \a screened must
//! carry a confirmation.
[[nodiscard]] GuardOverridden overrideOf(const guard::ScreenedText &screened);

} // namespace handbell::protocol
