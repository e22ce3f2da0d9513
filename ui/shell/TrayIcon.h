// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/StatusWords.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <memory>

namespace handbell::ui {

//! Handbell's place in the notification area: state as one overlay, a click for the flyout, a double click
//! for the window, a menu with its default bold, Settings and Quit last. Acts on mouse-up. GUI thread only.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    //! Appears where the desktop has a tray, also one that comes later.
    void show();
    void setStatus(const StatusWords::Status &status);
    //! A quiet message at the tray; must not hold anybody's words.
    void notify(const QString &title, const QString &words);

    //! Empty where the desktop does not tell.
    [[nodiscard]] QRect geometry() const { return m_icon.geometry(); }
    [[nodiscard]] QIcon icon() const { return m_icon.icon(); }
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }
    [[nodiscard]] QMenu &menu() { return *m_menu; }

Q_SIGNALS:
    void flyoutRequested();
    void windowRequested();
    void ringRequested();
    void assistanceRequested();
    void stateRequested(handbell::protocol::PresenceState state);
    void selfTestRequested();
    void switchUserRequested();
    void aboutRequested();
    void settingsRequested();
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildMenu();
    void activated(QSystemTrayIcon::ActivationReason reason);

    QSystemTrayIcon m_icon;
    std::unique_ptr<QMenu> m_menu;
    QList<QAction *> m_memberActions; //!< make sense only while somebody is signed in
    QAction *m_open = nullptr;
    bool m_waitsForRelease = false;
};

} // namespace handbell::ui
