// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/AlertSound.h"

#include <QApplication>

namespace handbell::ui {

void BeepSound::play(protocol::Importance)
{
    QApplication::beep();
}

} // namespace handbell::ui
