// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Tokens.h"

class QWidget;

namespace handbell::ui {

class Theme;

//! Cuts the corners off \a window. By shape, not by translucency: many practice desktops and all remote ones
//! have no compositor. Call on every resize.
void roundCorners(QWidget &window, const Theme &theme);

//! Fills \a window and frames it, to go with roundCorners(). Call from paintEvent().
void paintRoundFrame(QWidget &window, const Theme &theme, Token fill);

} // namespace handbell::ui
