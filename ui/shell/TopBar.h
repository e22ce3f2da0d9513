// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"

#include <QWidget>

class QAction;

namespace handbell::client {
class AssistanceManager;
class Practice;
class PresenceManager;
class Session;
} // namespace handbell::client

namespace handbell::protocol {
struct StateChange;
}

namespace handbell::ui {

class ActionButton;
class ElidedLabel;
class IconLabel;
class Theme;

//! Who one is and where, one's state, and the bell. GUI thread only.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    //! All must outlive the bar.
    TopBar(const Theme &theme, const client::Session &session, const client::Practice &practice,
           client::PresenceManager &presence, const client::AssistanceManager &assistance, const Clock &clock,
           QWidget *parent = nullptr);

Q_SIGNALS:
    void ringRequested();
    void assistanceRequested();
    void selfTestRequested();
    void switchUserRequested();
    void ledgerRequested();
    void templatesRequested();
    void settingsRequested();
    void aboutRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showSelf();
    void showAssistance();
    void buildMenu();

    const Theme &m_theme;
    const client::Practice &m_practice;
    client::PresenceManager &m_presence;
    const client::Session &m_session;
    const client::AssistanceManager &m_assistance;
    IconLabel *m_icon;
    ElidedLabel *m_name;
    ElidedLabel *m_where;
    ActionButton *m_switchUser;
    ActionButton *m_assist;
    QAction *m_assistAction = nullptr;
    ActionButton *m_more;
    QAction *m_ledger = nullptr;
    QAction *m_templates = nullptr;
    ActionButton *m_ring;
};

} // namespace handbell::ui
