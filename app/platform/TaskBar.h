// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qwindowdefs.h>

namespace handbell::platform {

//! Asks the desktop not to list \a window, a top-level one that is not shown yet, on its task bar and in its
//! pager. The desktop forgets it when the window is hidden, so this is asked before every show. Does nothing
//! where the window's type says it already (Windows: a tool window). GUI thread only.
void keepOffTaskBar(WId window);

} // namespace handbell::platform
