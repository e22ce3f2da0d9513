// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"
#include "ui/shell/LinkWatch.h"

#include <QWidget>

#include <optional>

class QScrollArea;
class QSplitter;

namespace handbell::client {
class AlertManager;
class AssistanceManager;
class Practice;
class PresenceBoardModel;
class PresenceManager;
} // namespace handbell::client

namespace handbell::ui {

class OfflineBanner;
class Preferences;
class PresenceBoardWidget;
class Theme;
class TopBar;

//! What a signed-in member works with: the top bar over conversations, chat and the presence board. It is
//! made for one member and destroyed when they leave, so that nothing of theirs is left on the screen. GUI
//! thread only.
class DeskWidget : public QWidget
{
    Q_OBJECT

public:
    //! All must outlive the desk.
    struct Parts
    {
        const Theme &theme;
        Preferences &preferences;
        const client::Session &session;
        const client::Practice &practice;
        client::PresenceManager &presence;
        client::AlertManager &alerts;
        const client::AssistanceManager &assistance;
        client::PresenceBoardModel &board;
        const LinkWatch &link;
        const Clock &clock;
    };
    //! Made elsewhere; the desk takes them over.
    struct Panes
    {
        QWidget *conversations;
        QWidget *chat;
        QWidget *ladder;
        QWidget *reminder;
    };

    DeskWidget(const Parts &parts, const Panes &panes, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The palette is wanted, for \a target where the board had the keyboard or a bell was clicked.
    void ringRequested(const std::optional<handbell::protocol::Address> &target);
    void personActivated(handbell::MemberId member);
    void switchUserRequested();
    void ledgerRequested();
    void templatesRequested();
    void settingsRequested();
    void aboutRequested();
    void retryRequested();
    void assistanceRequested();
    void selfTestRequested();

protected:
    //! Keeps the sizes of the panes: a desk that was taken off the screen may outlive its parts by a turn of
    //! the event loop, so that its destructor is too late.
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *left(const Panes &panes);
    [[nodiscard]] QWidget *right(const Panes &panes);
    void connectParts();
    void showLadder();
    void restoreSizes();

    Parts m_parts;
    TopBar *m_top;
    OfflineBanner *m_banner;
    QSplitter *m_splitter;
    QSplitter *m_side;
    PresenceBoardWidget *m_board;
    QScrollArea *m_ladder = nullptr;
};

} // namespace handbell::ui
