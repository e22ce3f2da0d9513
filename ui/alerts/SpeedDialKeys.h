// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "client/SpeedDial.h"
#include "ui/alerts/NoticeCard.h"

#include <set>
#include <utility>
#include <vector>

namespace handbell::client {
class AlertManager;
class Practice;
class PresenceManager;
struct OutgoingAlert;
} // namespace handbell::client

namespace handbell::platform {
class GlobalShortcuts;
struct GlobalShortcut;
} // namespace handbell::platform

namespace handbell::ui {

class AlertWords;

//! Ctrl+Shift+Alt+1 to 9 ring the entries of the speed dial from any program. Held only while somebody is
//! signed in, and only for entries whose template and target exist. Where nobody can be reached nothing is
//! rung and the palette is asked for. GUI thread only.
class SpeedDialKeys : public QObject
{
    Q_OBJECT

public:
    //! All must outlive this.
    struct Parts
    {
        platform::GlobalShortcuts &shortcuts;
        const client::SpeedDial &dial;
        const client::Practice &practice;
        client::AlertManager &alerts;
        const client::PresenceManager &presence;
        const AlertWords &words;
        const Clock &clock;
    };
    //! A second press of the same key this soon is a slip of the same finger.
    static constexpr std::chrono::seconds Again{3};

    explicit SpeedDialKeys(const Parts &parts, QObject *parent = nullptr);

    //! Whether \a number, from 1, has an entry whose key another program has.
    [[nodiscard]] bool isTaken(int number) const { return m_taken.contains(number); }
    //! As on the keyboard: "Ctrl+Shift+Alt+3".
    [[nodiscard]] static QString keyName(int number);

Q_SIGNALS:
    void takenChanged();
    //! What became of a key that was pressed. In consultation it does not say which alert: a patient may be
    //! looking at the screen.
    void told(handbell::ui::NoticeCard::Kind kind, const QString &title, const QString &words);
    //! Nobody can be reached: the palette says so, and whom to try.
    void paletteWanted(const handbell::protocol::Address &target, handbell::TemplateId alertTemplate);

private:
    enum class Taken { Remember, TryAgain };
    void follow(Taken taken);
    void pressed(const platform::GlobalShortcut &shortcut);
    void ring(const client::SpeedDialEntry &entry);
    void look();
    void tell(const client::OutgoingAlert &alert);

    Parts m_parts;
    std::set<int> m_held, m_taken;
    std::vector<std::pair<client::SpeedDialEntry, SteadyTime>> m_rung; //!< within Again
    std::set<quint64> m_waiting;                                       //!< whose outcome is not told yet
};

} // namespace handbell::ui
