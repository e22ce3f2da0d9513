// SPDX-License-Identifier: Apache-2.0
#include "platform/WorkArea.h"

#include <QScreen>

namespace handbell::platform {

QRect workArea(const QScreen &screen)
{
    return screen.availableGeometry();
}

} // namespace handbell::platform
