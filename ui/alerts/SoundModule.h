// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sound/SoundPlayer.h"

#include <QPluginLoader>

namespace handbell::ui {

//! The module handbell_sound, loaded when it is first asked for something: it stands beside the program or
//! where Qt has its plugins. Without it the state is NoModule. GUI thread only.
class SoundModule final : public SoundPlayer
{
public:
    SoundModule();

    [[nodiscard]] SoundState state() override;
    SoundState play(const QUrl &sound, int volume) override;

private:
    [[nodiscard]] SoundPlayer *player();

    QPluginLoader m_loader;
    SoundPlayer *m_player = nullptr; //!< the loader's
    bool m_tried = false;
};

} // namespace handbell::ui
