// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/AlertRinging.h"

#include "ui/alerts/AlertSound.h"

#include <algorithm>
#include <utility>

namespace handbell::ui {

using client::IncomingAlert;
using protocol::Importance;

AlertRinging::AlertRinging(AlertSound &sound, std::chrono::milliseconds repeat)
    : m_sound(sound)
{
    m_repeat.setInterval(repeat);
    connect(&m_repeat, &QTimer::timeout, this, [this] { ring(Occasion::Repeat); });
}

void AlertRinging::follow(std::vector<IncomingAlert> standing)
{
    m_standing = std::move(standing);
    std::erase_if(m_heard, [this](AlertId heard) {
        return std::none_of(m_standing.begin(), m_standing.end(),
                            [&](const IncomingAlert &item) { return item.alert.id == heard; });
    });
    ring(Occasion::Change);
}

void AlertRinging::ring(Occasion occasion)
{
    bool urgent = false;
    const IncomingAlert *loudest = nullptr;
    for (const IncomingAlert &item : m_standing) {
        const bool first = m_heard.insert(item.alert.id).second;
        if (item.alert.hasComers())
            continue; // it goes on, but somebody has heard it
        const bool repeats = item.alert.importance == Importance::Urgent;
        urgent = urgent || repeats;
        if (!first && !(repeats && occasion == Occasion::Repeat))
            continue;
        if (!loudest || item.alert.importance > loudest->alert.importance)
            loudest = &item;
    }
    if (loudest)
        m_sound.play(loudest->alert.importance, loudest->form);
    if (!urgent)
        m_repeat.stop();
    else if (!m_repeat.isActive())
        m_repeat.start();
}

} // namespace handbell::ui
