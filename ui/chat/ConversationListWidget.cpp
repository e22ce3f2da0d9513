// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ConversationListWidget.h"

#include "client/Practice.h"
#include "client/models/ConversationListModel.h"
#include "ui/chat/ConversationListDelegate.h"
#include "ui/chat/ConversationListWords.h"
#include "ui/theme/Theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace handbell::ui {

ConversationListWidget::ConversationListWidget(const Theme &theme, client::ConversationListModel &model,
                                               const client::Practice &practice, QWidget *parent)
    : QListView(parent)
    , m_words(new ConversationListWords(model, practice, this))
    , m_delegate(new ConversationListDelegate(theme, this))
{
    setAccessibleName(tr("Conversations"));
    setAccessibleDescription(tr("Enter opens a conversation"));
    setModel(m_words);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setMouseTracking(true);
    connect(this, &QAbstractItemView::clicked, this, &ConversationListWidget::choose);
    connect(&theme, &Theme::changed, viewport(), QOverload<>::of(&QWidget::update));
    // A heading may have come or gone.
    connect(m_words, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
    connect(m_words, &QAbstractItemModel::modelReset, this,
            [this] { setCurrentIndex(m_words->find(m_words->open())); });
}

void ConversationListWidget::select(ConversationId conversation)
{
    m_words->setOpen(conversation);
    const QModelIndex index = m_words->find(conversation);
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
}

ConversationId ConversationListWidget::selected() const
{
    return m_words->open();
}

void ConversationListWidget::setToday(Today today)
{
    m_words->setToday(std::move(today));
}

void ConversationListWidget::choose(const QModelIndex &index)
{
    const ConversationId conversation =
        index.isValid() ? ConversationListWords::conversation(index) : ConversationId{};
    if (!conversation.isValid())
        return;
    m_words->setOpen(conversation);
    Q_EMIT conversationChosen(conversation);
}

void ConversationListWidget::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!event->isAutoRepeat())
            choose(currentIndex());
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

void ConversationListWidget::focusInEvent(QFocusEvent *event)
{
    // Where the keyboard is must show at once, also before the first arrow.
    if (!currentIndex().isValid() && m_words->rowCount() > 0)
        setCurrentIndex(m_words->index(0, 0));
    QListView::focusInEvent(event);
}

void ConversationListWidget::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
}

bool ConversationListWidget::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    if (!index.isValid()) {
        QToolTip::hideText();
        return true;
    }
    // Escaped: tool tips take what looks like markup for markup.
    const QString words = index.data(Qt::AccessibleTextRole).toString().toHtmlEscaped();
    QToolTip::showText(help->globalPos(), QStringLiteral("<qt>") + words + QStringLiteral("</qt>"), this,
                       visualRect(index));
    return true;
}

} // namespace handbell::ui
