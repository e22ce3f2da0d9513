// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sound/SoundPlayer.h"

#include <QMediaDevices>
#include <QObject>

#include <map>
#include <memory>

class QSoundEffect;

namespace handbell::ui {

//! Sounds through Qt Multimedia, on the PC's default output, whichever that is at the time.
class QtSoundPlayer : public QObject, public SoundPlayer
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.handbell.SoundPlayer/1")
    Q_INTERFACES(handbell::ui::SoundPlayer)

public:
    QtSoundPlayer();
    ~QtSoundPlayer() override;

    [[nodiscard]] SoundState state() override;
    SoundState play(const QUrl &sound, int volume) override;

private:
    QMediaDevices m_devices; //!< while one lives, the list of devices is kept up to date
    std::map<QUrl, std::unique_ptr<QSoundEffect>> m_sounds;
};

} // namespace handbell::ui
