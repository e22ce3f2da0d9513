// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <QListView>

#include <optional>

namespace handbell::client {
class PresenceBoardModel;
}

namespace handbell::ui {

class PresenceBoardDelegate;
class PresenceBoardWords;
class Theme;

//! Who is in and where, with a bell for each room. Enter or a double click writes to the person, the bell or
//! Shift+Enter rings, the Menu key offers both. GUI thread only.
class PresenceBoardWidget : public QListView
{
    Q_OBJECT

public:
    //! All must outlive the widget.
    PresenceBoardWidget(const Theme &theme, client::PresenceBoardModel &board, QWidget *parent = nullptr);

    //! Whom the row with the keyboard means for ringing; none while the keyboard is elsewhere.
    [[nodiscard]] std::optional<protocol::Address> focusedTarget() const;
    //! Where the bell of \a row stands in the viewport; empty where it has none.
    [[nodiscard]] QRect bellRect(int row) const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    //! Somebody wants to write to \a member.
    void personActivated(handbell::MemberId member);
    //! Somebody wants to ring at \a address.
    void ringRequested(const handbell::protocol::Address &address);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] QModelIndex bellAt(const QPoint &position) const;
    void write(const QModelIndex &index);
    void ring(const QModelIndex &index);
    void showBell(const QPoint &position);

    PresenceBoardWords *m_words;
    PresenceBoardDelegate *m_delegate;
    QPersistentModelIndex m_pressedBell;
};

} // namespace handbell::ui
