// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>

#include <utility>
#include <vector>

namespace handbell::ui {

class CardDesktop;
class CardWindow;

//! Where each of \a windows, lowest first, belongs on the screens of \a desktop: a stack a screen, for one
//! may have come on another screen than those before it. While the pointer is in a stack nothing of it moves,
//! unless its screen is gone. Moves nothing itself. GUI thread only.
[[nodiscard]] std::vector<std::pair<CardWindow *, QRect>>
placeWindows(const CardDesktop &desktop, const std::vector<CardWindow *> &windows);

} // namespace handbell::ui
