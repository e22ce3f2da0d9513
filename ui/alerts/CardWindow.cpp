// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/CardWindow.h"

#include "platform/TaskBar.h"
#include "ui/alerts/RoundCorners.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QWindow>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

constexpr int StripeWidth = 6;
constexpr int RingWidth = 3;
constexpr int CardWidth = 432;
constexpr int CardWidthInLetters = 54; // wide enough for three replies at any text size

QAccessibleInterface *alertInterface(const QString &className, QObject *object)
{
    Q_UNUSED(className);
    // The factory is asked for each class of the inheritance chain; the card is the one that knows itself.
    auto *card = qobject_cast<CardWindow *>(object);
    return card ? new QAccessibleWidget(card, QAccessible::AlertMessage) : nullptr;
}

} // namespace

CardWindow::CardWindow(const Theme &theme, const Look &look)
    : QWidget(nullptr, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint |
                           Qt::WindowDoesNotAcceptFocus | Qt::NoDropShadowWindowHint)
    , m_theme(theme)
    , m_look(look)
{
    static const bool installed = [] {
        QAccessible::installFactory(alertInterface);
        return true;
    }();
    Q_UNUSED(installed);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_AlwaysShowToolTips);
    setAttribute(Qt::WA_QuitOnClose, false);
    setFocusPolicy(Qt::NoFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    // The window type is only taken over by a window that exists already (Qt 6.4).
    create();
    setAttribute(Qt::WA_X11NetWmWindowTypeNotification);
}

void CardWindow::setLook(const Look &look)
{
    m_look = look;
    update();
}

int CardWindow::cardWidth() const
{
    const QFontMetrics metrics(m_theme.font(TextSize::Body));
    return qMax(CardWidth, metrics.averageCharWidth() * CardWidthInLetters);
}

QSize CardWindow::fittingSize() const
{
    const int width = cardWidth();
    if (!layout())
        return {width, 0};
    layout()->activate();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : layout()->totalSizeHint().height();
    return {width, height};
}

QVBoxLayout *CardWindow::makeColumn(int spacing)
{
    auto *column = new QVBoxLayout(this);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->setContentsMargins(StripeWidth + 14, 12, 14, 12);
    column->setSpacing(spacing);
    return column;
}

FlowLayout *CardWindow::addButtons(QVBoxLayout &column)
{
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(6, buttons);
    buttons->setContentsMargins(0, 6, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    buttons->setSizePolicy(policy);
    column.addWidget(buttons);
    return flow;
}

void CardWindow::announce()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void CardWindow::setKeyboard(Keyboard keyboard)
{
    if (keyboard == m_keyboard)
        return;
    m_keyboard = keyboard;
    // On the window itself: QWidget would take it off the screen and put it there anew.
    windowHandle()->setFlag(Qt::WindowDoesNotAcceptFocus, keyboard == Keyboard::Never);
    guardFocus();
    if (keyboard == Keyboard::Lent)
        setFocus(Qt::OtherFocusReason);
    else if (QWidget *focused = focusWidget())
        focused->clearFocus();
    update();
}

void CardWindow::guardFocus()
{
    const bool lent = m_keyboard == Keyboard::Lent;
    setFocusPolicy(lent ? Qt::StrongFocus : Qt::NoFocus);
    const QList<QWidget *> inner = findChildren<QWidget *>();
    for (QWidget *child : inner) {
        const bool button = qobject_cast<QAbstractButton *>(child);
        child->setFocusPolicy(lent && button ? Qt::TabFocus : Qt::NoFocus);
    }
}

void CardWindow::paintEvent(QPaintEvent *)
{
    paintRoundFrame(*this, m_theme, m_look.fill);
    QPainter painter(this);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), {0, 0, StripeWidth, height()}),
                     m_theme.color(m_look.stripe));
    if (m_keyboard == Keyboard::Lent && isActiveWindow()) {
        // All around, stripe included: whatever is typed now goes here.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Token::Accent), RingWidth));
        const qreal radius = m_theme.radius(Radius::Panel);
        constexpr qreal inset = RingWidth / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
    }
    if (m_wasVisible || !isVisible())
        return;
    m_wasVisible = true;
    // After this paint event the backing store goes to the screen; only then is it seen.
    QMetaObject::invokeMethod(this, &CardWindow::becameVisible, Qt::QueuedConnection);
}

void CardWindow::resizeEvent(QResizeEvent *event)
{
    roundCorners(*this, m_theme);
    QWidget::resizeEvent(event);
}

void CardWindow::showEvent(QShowEvent *event)
{
    platform::keepOffTaskBar(winId());
    QWidget::showEvent(event);
}

void CardWindow::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    Q_EMIT pointerLeft();
}

bool CardWindow::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::ActivationChange)
        update();
    if (event->type() == QEvent::LayoutRequest && isVisible() && fittingSize() != size())
        Q_EMIT sizeWanted();
    return handled;
}

} // namespace handbell::ui
