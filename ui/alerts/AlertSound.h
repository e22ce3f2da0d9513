// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

namespace handbell::ui {

//! What an alert sounds like. A seam, so that tests hear nothing and a later release may play real sounds.
class AlertSound
{
public:
    virtual ~AlertSound() = default;
    //! Plays once and returns at once. GUI thread only.
    virtual void play(protocol::Importance importance) = 0;
};

//! The desktop's own bell.
class BeepSound final : public AlertSound
{
public:
    void play(protocol::Importance importance) override;
};

} // namespace handbell::ui
