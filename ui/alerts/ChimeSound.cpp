// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/ChimeSound.h"

#include <QDateTime>

#include <utility>

namespace handbell::ui {

using protocol::Importance;

namespace {

QUrl chimeOf(Importance importance)
{
    switch (importance) {
    case Importance::Routine:
        return QUrl(QStringLiteral("qrc:/handbell/sounds/routine.wav"));
    case Importance::Important:
        return QUrl(QStringLiteral("qrc:/handbell/sounds/important.wav"));
    case Importance::Urgent:
        break;
    }
    return QUrl(QStringLiteral("qrc:/handbell/sounds/urgent.wav"));
}

} // namespace

ChimeSound::ChimeSound(Parts parts)
    : m_parts(std::move(parts))
{
}

void ChimeSound::play(Importance importance, client::CardForm form)
{
    const qint64 now = m_parts.clock.wallNow().time_since_epoch().count();
    const QTime local = QDateTime::fromMSecsSinceEpoch(now).time();
    if (const int volume = soundVolume(importance, form, local, m_parts.settings()); volume > 0)
        preview(importance, volume);
}

void ChimeSound::preview(Importance importance, int volume)
{
    if (m_parts.player.play(chimeOf(importance), volume) != SoundState::Working)
        m_parts.beep();
}

} // namespace handbell::ui
