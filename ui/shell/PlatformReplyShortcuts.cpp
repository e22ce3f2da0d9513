// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/PlatformReplyShortcuts.h"

#include "client/AlertManager.h"
#include "platform/GlobalShortcuts.h"

#include <algorithm>
#include <array>

namespace handbell::ui {

namespace {

constexpr std::array replyKeys{Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_Space};

} // namespace

PlatformReplyShortcuts::PlatformReplyShortcuts(platform::GlobalShortcuts &shortcuts,
                                               const client::AlertManager &alerts, QObject *parent)
    : ReplyShortcuts(parent)
    , m_shortcuts(shortcuts)
    , m_alerts(alerts)
{
    connect(&shortcuts, &platform::GlobalShortcuts::pressed, this, &PlatformReplyShortcuts::pressed);
    connect(&alerts, &client::AlertManager::incomingChanged, this, &PlatformReplyShortcuts::follow);
    // A key that cannot be had is in the log; the window's own shortcut works all the same.
    (void)m_shortcuts.hold({Qt::Key_C});
    (void)m_shortcuts.hold({Qt::Key_H});
    follow();
}

void PlatformReplyShortcuts::follow()
{
    const auto incoming = m_alerts.incoming();
    const bool wanted = std::any_of(incoming.begin(), incoming.end(), [](const client::IncomingAlert &item) {
        return item.form != client::CardForm::Held && !item.answeredPassOn && !item.comes;
    });
    if (wanted == m_held)
        return;
    m_held = wanted;
    for (const Qt::Key key : replyKeys) {
        if (wanted)
            (void)m_shortcuts.hold({key});
        else
            m_shortcuts.release({key});
    }
}

void PlatformReplyShortcuts::setCardKey(Qt::Key key)
{
    if (key == m_cardKey)
        return;
    if (m_cardKey != Qt::Key_unknown)
        m_shortcuts.release({m_cardKey});
    m_cardKey = key;
    if (m_cardThere)
        (void)holdCardKey();
}

void PlatformReplyShortcuts::setCardThere(bool there)
{
    m_cardThere = there;
    if (there)
        (void)holdCardKey();
    else if (m_cardKey != Qt::Key_unknown)
        m_shortcuts.release({m_cardKey});
}

bool PlatformReplyShortcuts::holdCardKey()
{
    return m_cardKey == Qt::Key_unknown || m_shortcuts.hold({m_cardKey}).ok();
}

bool PlatformReplyShortcuts::isCardKeyTaken()
{
    const bool free = holdCardKey();
    setCardThere(m_cardThere);
    return !free;
}

void PlatformReplyShortcuts::pressed(const platform::GlobalShortcut &shortcut)
{
    if (shortcut.chord != platform::GlobalShortcut::Chord::CtrlAlt)
        return;
    const Qt::Key key = shortcut.key;
    if (key == m_cardKey)
        Q_EMIT keyboardAsked();
    else if (key == Qt::Key_C)
        Q_EMIT consultationToggled();
    else if (key == Qt::Key_H)
        Q_EMIT assistanceAsked();
    else if (key == Qt::Key_Space)
        Q_EMIT peeked();
    else if (key >= Qt::Key_1 && key <= Qt::Key_4)
        Q_EMIT replied(key - Qt::Key_0);
}

} // namespace handbell::ui
