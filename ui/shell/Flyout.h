// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Session.h"
#include "protocol/Entities.h"
#include "ui/shell/LinkWatch.h"

#include <QElapsedTimer>
#include <QWidget>

#include <vector>

namespace handbell::client {
class AlertManager;
class MessageManager;
class Practice;
class PresenceManager;
} // namespace handbell::client

namespace handbell::ui {

class ActionButton;
class AlertWords;
class ElidedLabel;
class IconLabel;
class Theme;

//! What a click on the tray icon opens: one's state, what one rang last, and whether alerts come through.
//! Keys while it is open: 1 and 2 ring again, R opens the palette, Esc closes. GUI thread only.
class Flyout : public QWidget
{
    Q_OBJECT

public:
    //! All must outlive the flyout.
    struct Parts
    {
        const Theme &theme;
        const AlertWords &words;
        const client::Session &session;
        const client::Practice &practice;
        client::PresenceManager &presence;
        client::AlertManager &alerts;
        const client::MessageManager &messages;
        const LinkWatch &link;
    };

    explicit Flyout(const Parts &parts, QWidget *parent = nullptr);

    //! Opens beside \a icon, or closes where it is open, also where this very click has just closed it.
    void toggleBeside(const QRect &icon);

Q_SIGNALS:
    void ringRequested();
    void windowRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Again
    {
        TemplateId alertTemplate;
        protocol::Address address;
    };

    [[nodiscard]] QWidget *header();
    [[nodiscard]] QWidget *stateButtons();
    [[nodiscard]] QWidget *ringButtons();
    [[nodiscard]] QWidget *footer();
    void refresh();
    void showStates();
    void showRings();
    void ringAgain(size_t index);
    [[nodiscard]] std::vector<Again> lastRung() const;
    void fit();

    Parts m_parts;
    IconLabel *m_icon = nullptr;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_room = nullptr;
    QWidget *m_states = nullptr;
    QWidget *m_rings = nullptr;
    ActionButton *m_signIn = nullptr;
    ActionButton *m_unread = nullptr;
    std::vector<std::pair<protocol::PresenceState, ActionButton *>> m_stateButtons;
    std::vector<ActionButton *> m_againButtons;
    std::vector<Again> m_again;
    QElapsedTimer m_closed;
};

} // namespace handbell::ui
