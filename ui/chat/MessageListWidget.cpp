// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageListWidget.h"

#include "client/models/MessageListModel.h"
#include "ui/chat/MessageListDelegate.h"
#include "ui/chat/MessageListWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>

#include <utility>

namespace handbell::ui {

using client::MessageListModel;

namespace {

//! How much is in view over the first unread message, so that what it follows can be seen.
constexpr int overUnread = 40;

} // namespace

MessageListWidget::MessageListWidget(const Theme &theme, MessageListModel &model,
                                     const client::Practice &practice, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_words(new MessageListWords(model, practice, this))
    , m_newerButton(new ActionButton(theme, ActionButton::Role::Plain, QString(), this))
    , m_nothing(new TextLabel(theme, TextSize::Body, Token::Muted, {}, this))
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
    m_newerButton->setObjectName(QStringLiteral("newer"));
    m_newerButton->setThemeIcon(Icon::ChevronDown, Token::Accent);
    m_newerButton->setFrameToken(Token::Accent);
    m_newerButton->setFocusPolicy(Qt::TabFocus); // a click leaves the cursor where one writes
    m_newerButton->hide();
    m_nothing->setObjectName(QStringLiteral("nothing"));
    m_nothing->setText(tr("No messages here yet.\nWrite the first one below."));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_newerButton, &QPushButton::clicked, this, [this] {
        if (m_newerButton->hasFocus())
            setFocus(Qt::OtherFocusReason);
        goToEnd();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageListWidget::onScrolled);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
    // A bubble may need another line, or lose its author's line to a row above.
    connect(m_words, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
    connect(m_words, &QAbstractItemModel::modelReset, this, &MessageListWidget::onReset);
    connect(m_words, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
}

void MessageListWidget::setToday(Today today)
{
    m_words->setToday(std::move(today));
}

void MessageListWidget::goToEnd()
{
    m_unread = QModelIndex();
    m_place = QModelIndex();
    scheduleDelayedItemsLayout();
    onEndShown();
}

void MessageListWidget::goToUnread()
{
    const QModelIndex unread = firstUnread();
    if (!unread.isValid()) {
        goToEnd();
        return;
    }
    setNewer(0);
    m_atEnd = false;
    m_unread = unread;
    m_place = QModelIndex();
    if (isVisible())
        doItemsLayout(); // whether the end is in view is known at once
    else
        scheduleDelayedItemsLayout();
}

QModelIndex MessageListWidget::firstUnread() const
{
    for (int row = m_words->rowCount() - 1; row >= 0; --row) {
        if (m_words->index(row, 0).data(MessageListModel::FirstUnreadRole).toBool())
            return m_words->index(row, 0);
    }
    return {};
}

void MessageListWidget::onReset()
{
    // Another conversation, or all of this one anew: whoever asked for it says where to go, and nothing of it
    // has been seen.
    m_atEnd = true;
    m_unread = QModelIndex();
    m_place = QModelIndex();
    setNewer(0);
}

void MessageListWidget::onInserted(int first, int last)
{
    m_nothing->hide();
    if (m_atEnd) {
        if (first > m_unread.row())
            m_unread = QModelIndex();
        Q_EMIT endReached();
        return;
    }
    const QModelIndex place = m_unread.isValid() ? m_unread : m_place;
    if (first <= place.row())
        return; // an older page
    int others = 0;
    for (int row = first; row <= last; ++row)
        others += m_words->index(row, 0).data(MessageListModel::OwnRole).toBool() ? 0 : 1;
    if (others > 0)
        setNewer(m_newer + others);
}

void MessageListWidget::onEndShown()
{
    m_atEnd = true;
    setNewer(0);
    Q_EMIT endReached();
}

void MessageListWidget::setNewer(int count)
{
    m_newer = count;
    m_newerButton->setVisible(count > 0);
    if (count == 0)
        return;
    m_newerButton->setText(tr("%n new message(s)", nullptr, count));
    placeOverlays();
    QAccessibleEvent event(m_newerButton, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageListWidget::placeOverlays()
{
    const QRect view = viewport()->geometry();
    const QSize button = m_newerButton->sizeHint().boundedTo(view.size());
    m_newerButton->setGeometry(view.center().x() - button.width() / 2,
                               view.bottom() + 1 - button.height() - m_theme.spacing(Space::Small),
                               button.width(), button.height());
    m_newerButton->raise();
    const int margin = m_theme.spacing(Space::Large);
    m_nothing->setGeometry(view.adjusted(margin, 0, -margin, 0));
    m_nothing->setVisible(m_words->rowCount() == 0);
}

void MessageListWidget::onScrolled()
{
    if (m_settling > 0)
        return;
    m_unread = QModelIndex();
    const bool wasAtEnd = m_atEnd;
    remember();
    if (m_atEnd && !wasAtEnd)
        onEndShown();
    if (verticalScrollBar()->value() == verticalScrollBar()->minimum())
        m_words->fetchOlder();
}

void MessageListWidget::remember()
{
    m_atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    m_place = m_atEnd ? QModelIndex() : indexAt({1, 1});
    m_placeBottom = m_place.isValid() ? visualRect(m_place).bottom() : 0;
}

void MessageListWidget::restore()
{
    QScrollBar *bar = verticalScrollBar();
    if (m_unread.isValid()) {
        // An older page may hold earlier ones.
        if (!m_unread.data(MessageListModel::FirstUnreadRole).toBool()) {
            if (const QModelIndex first = firstUnread(); first.isValid())
                m_unread = first;
        }
        bar->setValue(bar->value() + visualRect(m_unread).top() - overUnread);
    } else if (m_atEnd) {
        bar->setValue(bar->maximum());
    } else if (m_place.isValid()) {
        bar->setValue(bar->value() + visualRect(m_place).bottom() - m_placeBottom);
    }
}

void MessageListWidget::settled()
{
    placeOverlays();
    if (!isVisible())
        return;
    const QScrollBar *bar = verticalScrollBar();
    const bool wasAtEnd = std::exchange(m_atEnd, bar->value() >= bar->maximum());
    if (m_atEnd && !wasAtEnd)
        onEndShown();
    if (!m_atEnd && !m_unread.isValid() && !m_place.isValid())
        remember();
    // Nobody can scroll up from here to ask for more. Not now: rows must not come while they are laid out.
    if (bar->value() == bar->minimum())
        QTimer::singleShot(0, this, [this] { m_words->fetchOlder(); });
}

void MessageListWidget::doItemsLayout()
{
    ++m_settling;
    QListView::doItemsLayout();
    restore();
    --m_settling;
    if (m_settling == 0)
        settled();
}

void MessageListWidget::updateGeometries()
{
    ++m_settling;
    QListView::updateGeometries();
    if (m_atEnd && !m_unread.isValid())
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    --m_settling;
}

void MessageListWidget::resizeEvent(QResizeEvent *event)
{
    ++m_settling;
    QListView::resizeEvent(event);
    --m_settling;
    doItemsLayout();
}

void MessageListWidget::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    // What is in view is counted only from now on.
    scheduleDelayedItemsLayout();
}

void MessageListWidget::focusInEvent(QFocusEvent *event)
{
    // Where the keyboard is must show at once, also before the first arrow; what is read stays where it is.
    if (!currentIndex().isValid() && m_words->rowCount() > 0 && event->reason() != Qt::MouseFocusReason) {
        const QModelIndex lowest = indexAt({1, viewport()->height() - 1});
        setCurrentIndex(lowest.isValid() ? lowest : m_words->index(m_words->rowCount() - 1, 0));
    }
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
        askToRemove(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        writeAgain(currentIndex());
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
    if (MessageListWords::isRefused(index)) {
        QAction *again = menu->addAction(tr("Write again"), this, [this, index] { writeAgain(index); });
        again->setShortcut(Qt::Key_Return);
        QAction *remove = menu->addAction(tr("Remove…"), this, [this, index] { askToRemove(index); });
        remove->setShortcut(QKeySequence::Delete);
    }
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

void MessageListWidget::writeAgain(const QModelIndex &index)
{
    if (MessageListWords::isRefused(index))
        Q_EMIT writeAgainRequested(index.data(MessageListModel::TextRole).toString());
}

void MessageListWidget::askToWithdraw(const QModelIndex &index)
{
    if (!MessageListWords::canWithdraw(index))
        return;
    const MessageId message{index.data(MessageListModel::IdRole).toLongLong()};
    ask(tr("Withdraw this message?"),
        tr("It goes from everybody's screen; that you withdrew it stays. The record keeps "
           "the message, and it may be reviewed."),
        tr("Withdraw"), [this, message] { Q_EMIT withdrawConfirmed(message); });
}

void MessageListWidget::askToRemove(const QModelIndex &index)
{
    if (!MessageListWords::isRefused(index))
        return;
    const QByteArray waiting = index.data(MessageListModel::WaitingRole).toByteArray();
    ask(tr("Remove this message?"), tr("It was not sent, and nobody else has seen it. It cannot be brought back."),
        tr("Remove"), [this, waiting] { Q_EMIT removeConfirmed(waiting); });
}

void MessageListWidget::ask(const QString &question, const QString &explanation, const QString &answer,
                            const std::function<void()> &confirmed)
{
    auto *box = new QMessageBox(QMessageBox::Question, question, question, QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(explanation);
    const QPushButton *yes = box->addButton(answer, QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, confirmed);
    box->open();
}

} // namespace handbell::ui
