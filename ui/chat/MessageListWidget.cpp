// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageListWidget.h"

#include "client/models/MessageListModel.h"
#include "ui/chat/MessageListDelegate.h"
#include "ui/chat/MessageListWords.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>

namespace handbell::ui {

using client::MessageListModel;

MessageListWidget::MessageListWidget(const Theme &theme, MessageListModel &model,
                                     const client::Practice &practice, QWidget *parent)
    : QListView(parent)
    , m_words(new MessageListWords(model, practice, this))
{
    setAccessibleName(tr("Messages"));
    setAccessibleDescription(tr("Ctrl+C copies a message, Delete withdraws one of your own"));
    setModel(m_words);
    setItemDelegate(new MessageListDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageListWidget::onScrolled);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
    // A bubble may need another line, or lose its author's line to a row above.
    connect(m_words, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
    connect(m_words, &QAbstractItemModel::modelReset, this, &MessageListWidget::goToEnd);
    connect(m_words, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int, int last) {
        if (m_atEnd && last == m_words->rowCount() - 1)
            Q_EMIT endReached();
    });
}

void MessageListWidget::setToday(Today today)
{
    m_words->setToday(std::move(today));
}

void MessageListWidget::goToEnd()
{
    m_atEnd = true;
    scheduleDelayedItemsLayout();
    Q_EMIT endReached();
}

void MessageListWidget::onScrolled(int value)
{
    if (m_settling > 0)
        return;
    const bool wasAtEnd = m_atEnd;
    remember();
    if (m_atEnd && !wasAtEnd)
        Q_EMIT endReached();
    if (value == verticalScrollBar()->minimum() && !m_atEnd)
        m_words->fetchOlder();
}

void MessageListWidget::remember()
{
    m_atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    m_place = m_atEnd ? QModelIndex() : indexAt({1, 1});
    m_placeTop = m_place.isValid() ? visualRect(m_place).top() : 0;
}

void MessageListWidget::restore()
{
    QScrollBar *bar = verticalScrollBar();
    if (m_atEnd)
        bar->setValue(bar->maximum());
    else if (m_place.isValid())
        bar->setValue(bar->value() + visualRect(m_place).top() - m_placeTop);
}

void MessageListWidget::doItemsLayout()
{
    ++m_settling;
    QListView::doItemsLayout();
    restore();
    --m_settling;
}

void MessageListWidget::updateGeometries()
{
    ++m_settling;
    QListView::updateGeometries();
    if (m_atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    --m_settling;
}

void MessageListWidget::resizeEvent(QResizeEvent *event)
{
    ++m_settling;
    QListView::resizeEvent(event);
    doItemsLayout();
    --m_settling;
}

void MessageListWidget::focusInEvent(QFocusEvent *event)
{
    // Where the keyboard is must show at once, also before the first arrow.
    if (!currentIndex().isValid() && m_words->rowCount() > 0)
        setCurrentIndex(m_words->index(m_words->rowCount() - 1, 0));
    QListView::focusInEvent(event);
}

void MessageListWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Delete)) {
        askToWithdraw(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Up && currentIndex().row() == 0)
        m_words->fetchOlder();
    QListView::keyPressEvent(event);
}

void MessageListWidget::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QPersistentModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"), this, [this, index] { copy(index); });
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setEnabled(!index.data(MessageListModel::WithdrawnRole).toBool());
    if (MessageListWords::canWithdraw(index)) {
        QAction *withdraw = menu->addAction(tr("Withdraw…"), this, [this, index] { askToWithdraw(index); });
        withdraw->setShortcut(QKeySequence::Delete);
    }
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center()));
}

void MessageListWidget::copy(const QModelIndex &index) const
{
    if (index.isValid() && !index.data(MessageListModel::WithdrawnRole).toBool())
        QGuiApplication::clipboard()->setText(index.data(MessageListModel::TextRole).toString());
}

void MessageListWidget::askToWithdraw(const QModelIndex &index)
{
    if (!MessageListWords::canWithdraw(index))
        return;
    const MessageId message{index.data(MessageListModel::IdRole).toLongLong()};
    auto *box = new QMessageBox(QMessageBox::Question, tr("Withdraw this message?"),
                                tr("Withdraw this message?"), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("It goes from everybody's screen; that you withdrew it stays. The record keeps "
           "the message, and it may be reviewed."));
    const QPushButton *withdraw = box->addButton(tr("Withdraw"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(withdraw, &QPushButton::clicked, this, [this, message] { Q_EMIT withdrawConfirmed(message); });
    box->open();
}

} // namespace handbell::ui
