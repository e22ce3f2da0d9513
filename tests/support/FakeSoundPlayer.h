// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sound/SoundPlayer.h"

#include <utility>
#include <vector>

namespace handbell::testing {

//! Keeps what was to be played: the file's name and the volume.
class FakeSoundPlayer : public ui::SoundPlayer
{
public:
    ui::SoundState state() override { return now; }
    ui::SoundState play(const QUrl &sound, int volume) override
    {
        if (now == ui::SoundState::Working)
            played.emplace_back(sound.fileName(), volume);
        return now;
    }

    ui::SoundState now = ui::SoundState::Working;
    std::vector<std::pair<QString, int>> played;
};

} // namespace handbell::testing
