// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "ui/chat/ChatWords.h"

#include <QListView>

class QMenu;
class QMessageBox;

namespace handbell::ui {

class MessageListWords;
class Theme;

//! One conversation, oldest first. Stays at its lower end while it is there, keeps its place otherwise, and
//! asks for older messages on reaching its upper end. Arrows move, Ctrl+C copies, Delete withdraws. GUI
//! thread only.
class MessageListWidget : public QListView
{
    Q_OBJECT

public:
    //! All must outlive the widget.
    MessageListWidget(const Theme &theme, client::MessageListModel &model, const client::Practice &practice,
                      QWidget *parent = nullptr);

    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    //! Goes to the lower end and stays there.
    void goToEnd();
    //! What day is called today; the system's unless set.
    void setToday(Today today);

    void doItemsLayout() override;

Q_SIGNALS:
    //! The member confirmed that \a message, one of their own, is to be withdrawn.
    void withdrawConfirmed(handbell::MessageId message);
    //! The lower end came into view, by scrolling or because something was added there.
    void endReached();

protected:
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void onScrolled(int value);
    void remember();
    void restore();
    void copy(const QModelIndex &index) const;
    void askToWithdraw(const QModelIndex &index);

    MessageListWords *m_words;
    bool m_atEnd = true;
    int m_settling = 0;            //!< the scroll bar moves because rows do, not because somebody scrolls
    QPersistentModelIndex m_place; //!< the first row in view, while not at the end
    int m_placeTop = 0;            //!< where it stands in the viewport
};

} // namespace handbell::ui
