// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/CardWindow.h"

namespace handbell::ui {

//! "Still in consultation?", quietly, after a long one: routine alerts are waiting for its end, which is
//! easily forgotten. Takes no focus and makes no sound.
class ConsultationCheckCard : public CardWindow
{
    Q_OBJECT

public:
    explicit ConsultationCheckCard(const Theme &theme);

Q_SIGNALS:
    void goesOn();
    void over();
};

} // namespace handbell::ui
