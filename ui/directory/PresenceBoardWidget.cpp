// SPDX-License-Identifier: Apache-2.0
#include "ui/directory/PresenceBoardWidget.h"

#include "client/models/PresenceBoardModel.h"
#include "ui/directory/PresenceBoardDelegate.h"
#include "ui/directory/PresenceBoardWords.h"
#include "ui/theme/Theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

namespace handbell::ui {

PresenceBoardWidget::PresenceBoardWidget(const Theme &theme, client::PresenceBoardModel &board,
                                         QWidget *parent)
    : QListView(parent)
    , m_words(new PresenceBoardWords(board, this))
    , m_delegate(new PresenceBoardDelegate(theme, this))
{
    setAccessibleName(tr("Who is in"));
    setAccessibleDescription(tr("Enter writes to the person, Shift+Enter rings the room"));
    setModel(m_words);
    setItemDelegate(m_delegate);
    setUniformItemSizes(false);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, [this] {
        doItemsLayout();
        viewport()->update();
    });
    // A changed name or state may need another line.
    connect(m_words, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
}

std::optional<protocol::Address> PresenceBoardWidget::focusedTarget() const
{
    return hasFocus() && currentIndex().isValid() ? m_words->address(currentIndex()) : std::nullopt;
}

QRect PresenceBoardWidget::bellRect(int row) const
{
    const QModelIndex index = m_words->index(row, 0);
    return m_delegate->bellRect(visualRect(index), index, layoutDirection());
}

QSize PresenceBoardWidget::sizeHint() const
{
    return {300, 320};
}

QModelIndex PresenceBoardWidget::bellAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (index.isValid() &&
        m_delegate->bellRect(visualRect(index), index, layoutDirection()).contains(position))
        return index;
    return {};
}

void PresenceBoardWidget::write(const QModelIndex &index)
{
    const MemberId member = index.isValid() ? m_words->person(index) : MemberId{};
    if (member.isValid())
        Q_EMIT personActivated(member);
}

void PresenceBoardWidget::ring(const QModelIndex &index)
{
    const auto address = index.isValid() ? m_words->address(index) : std::nullopt;
    if (address)
        Q_EMIT ringRequested(*address);
}

void PresenceBoardWidget::showBell(const QPoint &position)
{
    const QModelIndex index = bellAt(position);
    using Bell = PresenceBoardDelegate::Bell;
    if (m_pressedBell.isValid())
        m_delegate->setBell(m_pressedBell, index == m_pressedBell ? Bell::Pressed : Bell::Rest);
    else
        m_delegate->setBell(index, Bell::Hovered);
    viewport()->update();
}

void PresenceBoardWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->modifiers() & Qt::ShiftModifier ? ring(currentIndex()) : write(currentIndex());
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

void PresenceBoardWidget::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex bell = event->button() == Qt::LeftButton ? bellAt(event->pos()) : QModelIndex();
    if (!bell.isValid()) {
        QListView::mousePressEvent(event);
        return;
    }
    m_pressedBell = bell;
    showBell(event->pos());
}

void PresenceBoardWidget::mouseMoveEvent(QMouseEvent *event)
{
    showBell(event->pos());
    QListView::mouseMoveEvent(event);
}

void PresenceBoardWidget::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressedBell.isValid()) {
        QListView::mouseReleaseEvent(event);
        return;
    }
    const QModelIndex pressed = m_pressedBell;
    m_pressedBell = QModelIndex();
    showBell(event->pos());
    if (bellAt(event->pos()) == pressed)
        ring(pressed);
}

void PresenceBoardWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (bellAt(event->pos()).isValid())
        mousePressEvent(event);
    else if (event->button() == Qt::LeftButton)
        write(indexAt(event->pos()));
}

void PresenceBoardWidget::leaveEvent(QEvent *event)
{
    showBell(QPoint(-1, -1));
    QListView::leaveEvent(event);
}

void PresenceBoardWidget::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || (!m_words->person(index).isValid() && !m_words->address(index)))
        return;
    QMenu menu(this);
    QAction *message = menu.addAction(tr("Write a message"), this, [this, index] { write(index); });
    message->setEnabled(m_words->person(index).isValid());
    menu.setDefaultAction(message);
    menu.addAction(tr("Ring this room…"), this, [this, index] { ring(index); })
        ->setEnabled(m_words->address(index).has_value());
    menu.exec(keyboard ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void PresenceBoardWidget::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
}

bool PresenceBoardWidget::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex bell = bellAt(help->pos());
        if (bell.isValid()) {
            QToolTip::showText(help->globalPos(),
                               tr("Ring %1").arg(bell.data(PresenceBoardWords::PlaceRole).toString()),
                               viewport());
            return true;
        }
    }
    return QListView::viewportEvent(event);
}

} // namespace handbell::ui
