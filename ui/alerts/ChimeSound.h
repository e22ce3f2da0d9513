// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "ui/alerts/AlertSound.h"
#include "ui/alerts/SoundPolicy.h"
#include "ui/sound/SoundPlayer.h"

#include <functional>

namespace handbell::ui {

//! Handbell's own sounds, one an importance (resources/sounds), as loud as SoundPolicy says; where the PC
//! cannot play them, its beep. GUI thread only.
class ChimeSound final : public AlertSound
{
public:
    struct Parts
    {
        const Clock &clock;                      //!< must outlive this
        SoundPlayer &player;                     //!< must outlive this
        std::function<SoundSettings()> settings; //!< asked each time
        std::function<void()> beep;              //!< the PC's own sound
    };

    explicit ChimeSound(Parts parts);

    void play(protocol::Importance importance, client::CardForm form) override;
    //! Lets somebody hear the sound of \a importance at \a volume, 1 to 100, whatever the hour.
    void preview(protocol::Importance importance, int volume);
    //! Whether this PC plays them; loads what it takes to tell.
    [[nodiscard]] SoundState state() { return m_parts.player.state(); }

private:
    Parts m_parts;
};

} // namespace handbell::ui
