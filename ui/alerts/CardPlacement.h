// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <optional>
#include <vector>

namespace handbell::ui {

//! A card to be placed.
struct CardToPlace
{
    QSize size;
    //! Where it stands already and has to stay: the pointer rests in the stack, and nothing may move under
    //! it.
    std::optional<QRect> pinned;
};

//! Distances of the stack, in device-independent pixels.
inline constexpr int CardMargin = 12;    //!< to the edges of the screen
inline constexpr int CardGap = 8;        //!< between cards
inline constexpr int CardClearance = 24; //!< at least this far from the pointer

//! Where cards go: from the bottom right of \a available upwards, then in a further column to the left. No
//! card that is not pinned comes under \a pointer or nearer than CardClearance to it: it goes above the
//! pointer instead (consulting-room rule 1). Pinned cards must come first. A pure function.
[[nodiscard]] std::vector<QRect> placeCards(const QRect &available, const QPoint &pointer,
                                            const std::vector<CardToPlace> &cards);

} // namespace handbell::ui
