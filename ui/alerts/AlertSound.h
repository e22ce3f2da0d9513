// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"

namespace handbell::ui {

//! What an alert sounds like. A seam, so that tests hear nothing.
class AlertSound
{
public:
    virtual ~AlertSound() = default;
    //! An alert of \a importance calls, on a card of \a form: plays once, or not at all where it is to be
    //! silent, and returns at once. GUI thread only.
    virtual void play(protocol::Importance importance, client::CardForm form) = 0;
};

} // namespace handbell::ui
