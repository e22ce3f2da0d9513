// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "ui/chat/ChatWords.h"

#include <QListView>

#include <functional>

namespace handbell::ui {

class ActionButton;
class MessageListWords;
class TextLabel;
class Theme;

//! One conversation, oldest first. Stays at its lower end while it is there; otherwise it keeps its place and
//! counts what comes below on a button that leads there. Asks for older messages when its upper end is in
//! view. Arrows move, Ctrl+C copies, Delete withdraws, or removes what was refused; Enter takes that up
//! again. GUI thread only.
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
    //! Goes to where the unread messages begin, or to the lower end where there are none.
    void goToUnread();
    //! What day is called today; the system's unless set.
    void setToday(Today today);

    void doItemsLayout() override;

Q_SIGNALS:
    //! The member confirmed that \a message, one of their own, is to be withdrawn.
    void withdrawConfirmed(handbell::MessageId message);
    //! The member confirmed that a message the server refused, named by its WaitingRole, is to be removed.
    void removeConfirmed(const QByteArray &waiting);
    //! The member wants to write \a text again, which the server did not take.
    void writeAgainRequested(const QString &text);
    //! The lower end came into view, by scrolling or because something was added there.
    void endReached();

protected:
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void onScrolled();
    void onReset();
    void onInserted(int first, int last);
    void onEndShown();
    void remember();
    void restore();
    void settled();
    [[nodiscard]] QModelIndex firstUnread() const;
    void setNewer(int count);
    void placeOverlays();
    void writeAgain(const QModelIndex &index);
    void copy(const QModelIndex &index) const;
    void askToWithdraw(const QModelIndex &index);
    void askToRemove(const QModelIndex &index);
    void ask(const QString &question, const QString &explanation, const QString &answer,
             const std::function<void()> &confirmed);

    const Theme &m_theme;
    MessageListWords *m_words;
    ActionButton *m_newerButton;
    TextLabel *m_nothing;
    bool m_atEnd = true;
    int m_settling = 0;             //!< the scroll bar moves because rows do, not because somebody scrolls
    int m_newer = 0;                //!< messages of others that came below while the end was out of view
    QPersistentModelIndex m_unread; //!< where to be, until somebody scrolls or something is added
    QPersistentModelIndex m_place;  //!< the first row in view, while not at the end
    int m_placeBottom = 0;          //!< where it ends in the viewport: a heading over it may come or go
};

} // namespace handbell::ui
