// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "ui/chat/ChatWords.h"

#include <QListView>

namespace handbell::client {
class ConversationListModel;
}

namespace handbell::ui {

class ConversationListDelegate;
class ConversationListWords;
class Theme;

//! The member's conversations, then people. Arrows move, Enter, Space or a click opens, letters find: moving
//! alone opens nothing, for what is open counts as read. GUI thread only.
class ConversationListWidget : public QListView
{
    Q_OBJECT

public:
    //! All must outlive the widget.
    ConversationListWidget(const Theme &theme, client::ConversationListModel &model,
                           const client::Practice &practice, QWidget *parent = nullptr);

    //! Marks \a conversation as the one that is shown, once it is in the list; none marks nothing. Emits
    //! nothing.
    void select(ConversationId conversation);
    [[nodiscard]] ConversationId selected() const;
    //! What day is called today; the system's unless set.
    void setToday(Today today);

    [[nodiscard]] QSize sizeHint() const override { return {270, 400}; }

Q_SIGNALS:
    void conversationChosen(handbell::ConversationId conversation);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void choose(const QModelIndex &index);

    ConversationListWords *m_words;
    ConversationListDelegate *m_delegate;
};

} // namespace handbell::ui
