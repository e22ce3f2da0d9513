// SPDX-License-Identifier: Apache-2.0
#include "ui/sound/QtSoundPlayer.h"

#include <QAudioDevice>
#include <QSoundEffect>

namespace handbell::ui {

QtSoundPlayer::QtSoundPlayer() = default;
QtSoundPlayer::~QtSoundPlayer() = default;

SoundState QtSoundPlayer::state()
{
    return QMediaDevices::defaultAudioOutput().isNull() ? SoundState::NoDevice : SoundState::Working;
}

SoundState QtSoundPlayer::play(const QUrl &sound, int volume)
{
    const QAudioDevice output = QMediaDevices::defaultAudioOutput();
    if (output.isNull())
        return SoundState::NoDevice;
    std::unique_ptr<QSoundEffect> &effect = m_sounds[sound];
    // Made anew where the output is another one: not every Qt lets an effect change it.
    if (!effect || effect->audioDevice() != output) {
        effect = std::make_unique<QSoundEffect>(output);
        effect->setSource(sound);
    }
    // Half as loud to the ear is about a quarter of the amplitude.
    const float part = static_cast<float>(volume) / 100;
    effect->setVolume(part * part);
    effect->stop();
    effect->play();
    return SoundState::Working;
}

} // namespace handbell::ui
