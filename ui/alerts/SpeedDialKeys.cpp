// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/SpeedDialKeys.h"

#include "client/AlertManager.h"
#include "client/Practice.h"
#include "client/PresenceManager.h"
#include "platform/GlobalShortcuts.h"
#include "ui/alerts/AlertWords.h"

#include <QKeySequence>

#include <algorithm>

namespace handbell::ui {

using client::SpeedDialEntry;
using platform::GlobalShortcut;

namespace {

GlobalShortcut shortcutOf(int number)
{
    return {Qt::Key(Qt::Key_0 + number), GlobalShortcut::Chord::CtrlShiftAlt};
}

} // namespace

SpeedDialKeys::SpeedDialKeys(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.shortcuts, &platform::GlobalShortcuts::pressed, this, &SpeedDialKeys::pressed);
    connect(&parts.dial, &client::SpeedDial::changed, this, [this] { follow(Taken::TryAgain); });
    connect(&parts.practice, &client::Practice::wasReset, this, [this] {
        m_waiting.clear();
        follow(Taken::TryAgain);
    });
    connect(&parts.practice, &client::Practice::changed, this, [this] { follow(Taken::Remember); });
    connect(&parts.alerts, &client::AlertManager::outgoingChanged, this, &SpeedDialKeys::look);
    follow(Taken::TryAgain);
}

QString SpeedDialKeys::keyName(int number)
{
    const auto modifiers = Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier;
    const QKeySequence keys(QKeyCombination(modifiers, Qt::Key(Qt::Key_0 + number)));
    return keys.toString(QKeySequence::NativeText);
}

void SpeedDialKeys::follow(Taken taken)
{
    const std::set<int> before = m_taken;
    const auto &entries = m_parts.dial.entries();
    const protocol::PracticeState &state = m_parts.practice.state();
    for (int number = 1; number <= int(client::SpeedDial::Limit); ++number) {
        const bool wanted = m_parts.practice.self().isValid() && size_t(number) <= entries.size() &&
                            templateOf(entries[size_t(number) - 1], state) &&
                            targetExists(entries[size_t(number) - 1], state);
        if (!wanted) {
            if (m_held.erase(number) > 0)
                m_parts.shortcuts.release(shortcutOf(number));
            m_taken.erase(number);
            continue;
        }
        if (m_held.contains(number) || (m_taken.contains(number) && taken == Taken::Remember))
            continue;
        if (m_parts.shortcuts.hold(shortcutOf(number))) {
            m_held.insert(number);
            m_taken.erase(number);
        } else {
            m_taken.insert(number);
        }
    }
    if (m_taken != before)
        Q_EMIT takenChanged();
}

void SpeedDialKeys::pressed(const GlobalShortcut &shortcut)
{
    const int number = shortcut.key - Qt::Key_0;
    if (shortcut == shortcutOf(number) && m_held.contains(number))
        ring(m_parts.dial.entries()[size_t(number) - 1]);
}

void SpeedDialKeys::ring(const SpeedDialEntry &entry)
{
    const SteadyTime now = m_parts.clock.steadyNow();
    std::erase_if(m_rung, [&](const auto &each) { return now - each.second >= Again; });
    if (std::any_of(m_rung.begin(), m_rung.end(), [&](const auto &each) { return each.first == entry; }))
        return;
    const TemplateId alertTemplate = templateOf(entry, m_parts.practice.state())->id;
    const auto reached = m_parts.practice.resolve(entry.to);
    const bool anybody = std::any_of(reached.begin(), reached.end(), [this](MemberId member) {
        return m_parts.practice.presence(member).state != protocol::PresenceState::Offline;
    });
    if (!anybody) {
        Q_EMIT paletteWanted(entry.to, alertTemplate);
        return;
    }
    m_rung.emplace_back(entry, now);
    m_waiting.insert(m_parts.alerts.raise(alertTemplate, entry.to, {}));
    look();
}

//! Says what became of it once the server has taken or refused it.
void SpeedDialKeys::look()
{
    if (m_waiting.empty())
        return;
    for (const client::OutgoingAlert &alert : m_parts.alerts.outgoing()) {
        if ((alert.refusal || alert.alert.isValid()) && m_waiting.erase(alert.localId) > 0)
            tell(alert);
    }
}

void SpeedDialKeys::tell(const client::OutgoingAlert &alert)
{
    const QString target = m_parts.words.address(alert.address);
    if (alert.refusal) {
        Q_EMIT told(NoticeCard::Kind::Warning, tr("Not rung: %1", "address").arg(target),
                    AlertWords::failure(alert.refusal->code));
        return;
    }
    const bool discreet = m_parts.presence.state() == protocol::PresenceState::InConsultation;
    Q_EMIT told(NoticeCard::Kind::Told, tr("Rung: %1", "address").arg(target),
                discreet ? tr("Handbell shows who has seen it.")
                         : m_parts.words.templateText(alert.alertTemplate));
}

} // namespace handbell::ui
