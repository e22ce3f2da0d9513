// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>
#include <QtPlugin>

namespace handbell::ui {

//! Whether a sound can be heard on this PC.
enum class SoundState {
    Working,
    NoDevice, //!< no speaker, or none that this user may use
    NoModule, //!< the part that plays sounds is not installed
};

//! Plays sound files: a seam over the sound of the PC, and the interface of the module handbell_sound (why it
//! is one: app/docs/decisions/0008). GUI thread only.
class SoundPlayer
{
public:
    virtual ~SoundPlayer() = default;

    //! As it is now: a headset may be plugged in at any time.
    [[nodiscard]] virtual SoundState state() = 0;
    //! Plays \a sound, a WAV file, at \a volume, 1 to 100 as people hear it, and returns at once. From the
    //! start where it is playing already. Plays nothing unless Working is returned.
    virtual SoundState play(const QUrl &sound, int volume) = 0;
};

} // namespace handbell::ui

Q_DECLARE_INTERFACE(handbell::ui::SoundPlayer, "org.handbell.SoundPlayer/1")
