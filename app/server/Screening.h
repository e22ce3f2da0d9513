// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Space.h"

namespace handbell::server {

//! Has the practice's guard look at \a text, which \a request wants others to see. Where it warns and \a
//! confirmation does not hold, \a request has been answered (or was accepted before) and nothing is given
//! back.
[[nodiscard]] std::optional<guard::ScreenedText>
screen(Space &space, const Request &request, const record::EventDraft &draft, const QString &text,
       const std::optional<protocol::GuardConfirmation> &confirmation);

//! \a draft alone, or with the guard_overridden event where \a screened was confirmed.
[[nodiscard]] record::EventGroup withOverride(record::EventDraft draft, const guard::ScreenedText &screened);

} // namespace handbell::server
