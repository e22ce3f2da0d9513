// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/SoundModule.h"

#include "base/Log.h"

namespace handbell::ui {

SoundModule::SoundModule()
    : m_loader(QStringLiteral("handbell_sound"))
{
}

SoundPlayer *SoundModule::player()
{
    if (!m_tried) {
        m_tried = true;
        m_player = qobject_cast<SoundPlayer *>(m_loader.instance());
        if (!m_player)
            qCInfo(logUi) << "no sounds, the PC's beep instead:" << m_loader.errorString();
    }
    return m_player;
}

SoundState SoundModule::state()
{
    SoundPlayer *loaded = player();
    return loaded ? loaded->state() : SoundState::NoModule;
}

SoundState SoundModule::play(const QUrl &sound, int volume)
{
    SoundPlayer *loaded = player();
    return loaded ? loaded->play(sound, volume) : SoundState::NoModule;
}

} // namespace handbell::ui
