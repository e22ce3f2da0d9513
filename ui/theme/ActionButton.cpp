// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/ActionButton.h"

#include "ui/theme/KeyCap.h"
#include "ui/theme/Theme.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QStyle>
#include <QStyleOptionButton>

namespace handbell::ui {

namespace {

constexpr int IconSize = 16;
constexpr int Gap = 6;
constexpr int SidePadding = 10;
constexpr int IconOnlyPadding = 7;
constexpr int VerticalPadding = 5;
constexpr qreal RingWidth = 2;

} // namespace

struct ActionButton::Look
{
    QColor fill = Qt::transparent;
    QColor frame = Qt::transparent;
    QColor words;
    QColor keyCapLine;
    QColor keyCapFill = Qt::transparent;
    QColor keyCapWords;
};

ActionButton::ActionButton(const Theme &theme, Role role, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_role(role)
{
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &ActionButton::themeChanged);
    themeChanged();
}

ActionButton::ActionButton(const Theme &theme, Role role, Icon icon, const QString &accessibleName,
                           QWidget *parent)
    : ActionButton(theme, role, QString(), parent)
{
    m_icon = icon;
    setAccessibleName(accessibleName);
    setToolTip(accessibleName);
}

void ActionButton::setThemeIcon(Icon icon, std::optional<Token> token)
{
    m_icon = icon;
    m_iconToken = token;
    updateGeometry();
    update();
}

void ActionButton::clearThemeIcon()
{
    m_icon.reset();
    updateGeometry();
    update();
}

void ActionButton::setKeyCap(const QString &keyCap)
{
    m_keyCap = keyCap;
    setAccessibleDescription(keyCap.isEmpty() ? QString() : tr("Key: %1").arg(keyCap));
    updateGeometry();
    update();
}

void ActionButton::addShortcut(const QString &key)
{
    const QKeySequence sequence(key, QKeySequence::PortableText);
    setKeyCap(sequence.toString(QKeySequence::NativeText));
    auto *shortcut = new QShortcut(sequence, this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, &QAbstractButton::click);
}

void ActionButton::setFrameToken(Token token)
{
    m_frameToken = token;
    update();
}

void ActionButton::setRole(Role role)
{
    m_role = role;
    themeChanged();
}

QSize ActionButton::sizeHint() const
{
    const int height = qMax(fontMetrics().height(), IconSize) + 2 * VerticalPadding;
    if (iconOnly())
        return {qMax(IconSize + 2 * IconOnlyPadding, height), height};
    return {contentWidth() + 2 * SidePadding, height};
}

QSize ActionButton::minimumSizeHint() const
{
    return sizeHint();
}

bool ActionButton::iconOnly() const
{
    return m_icon && text().isEmpty() && m_keyCap.isEmpty();
}

int ActionButton::contentWidth() const
{
    int width = text().isEmpty() ? 0 : fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    if (m_icon)
        width += IconSize + (width > 0 ? Gap : 0);
    if (!m_keyCap.isEmpty())
        width += keyCapWidth() + (width > 0 ? Gap : 0);
    return width;
}

int ActionButton::keyCapWidth() const
{
    return keycap::size(m_theme, m_keyCap).width();
}

void ActionButton::themeChanged()
{
    // The style sheet must not paint under this, nor choose the weight.
    setFont(m_theme.font(TextSize::Body, m_role == Role::Primary ? Weight::Semibold : Weight::Regular));
    updateGeometry();
    update();
}

ActionButton::Look ActionButton::look() const
{
    const bool hovered = isEnabled() && underMouse();
    const bool down = isDown() || isChecked();
    Look look;
    look.words = m_theme.color(Token::Text);
    look.keyCapLine = m_theme.color(Token::Line);
    look.keyCapFill = m_theme.color(Token::Bg);
    look.keyCapWords = m_theme.color(Token::Muted);
    if (!isEnabled()) {
        look.words = m_theme.palette().color(QPalette::Disabled, QPalette::ButtonText);
        look.keyCapWords = look.words;
        look.frame = m_theme.color(Token::Line);
        look.fill = m_role == Role::Quiet ? QColor(Qt::transparent) : m_theme.color(Token::Bg);
        if (m_role == Role::Quiet)
            look.frame = Qt::transparent;
        return look;
    }
    if (m_role == Role::Primary) {
        look.fill = m_theme.color(down ? Token::AccentPressed : hovered ? Token::AccentHover : Token::Accent);
        look.frame = look.fill;
        look.words = m_theme.color(Token::OnAccent);
        look.keyCapLine = look.words;
        look.keyCapFill = Qt::transparent;
        look.keyCapWords = look.words;
        return look;
    }
    if (down)
        look.fill = m_theme.color(Token::Pressed);
    else if (hovered)
        look.fill = m_theme.color(Token::Hover);
    else if (m_role == Role::Plain)
        look.fill = m_theme.color(Token::Surface);
    if (m_role == Role::Plain)
        look.frame = m_theme.color(m_frameToken.value_or(Token::Line));
    return look;
}

void ActionButton::paintEvent(QPaintEvent *)
{
    const Look look = this->look();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = m_theme.radius(Radius::Control);
    const QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(look.frame, 1));
    painter.setBrush(look.fill);
    painter.drawRoundedRect(body, radius, radius);
    if (m_ring && hasFocus()) {
        // On the accent fill the ring stands inside, in the colour of the words; elsewhere it is the frame
        // itself.
        const bool filled = m_role == Role::Primary;
        const qreal inset = filled ? 3 : RingWidth / 2;
        painter.setPen(QPen(m_theme.color(filled ? Token::OnAccent : Token::Accent), RingWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius - 1,
                                radius - 1);
    }

    const int content = contentWidth();
    int x = (width() - content) / 2;
    const auto place = [&](int itemWidth, int itemHeight) {
        const QRect item(x, (height() - itemHeight) / 2, itemWidth, itemHeight);
        x += itemWidth;
        return QStyle::visualRect(layoutDirection(), rect(), item);
    };
    if (m_icon) {
        const QRect target = place(IconSize, IconSize);
        const bool tinted = m_iconToken && isEnabled() && m_role != Role::Primary;
        const Token token = m_role == Role::Primary ? Token::OnAccent : tinted ? *m_iconToken : Token::Text;
        painter.setOpacity(isEnabled() ? 1.0 : 0.4);
        painter.drawPixmap(target.topLeft(), m_theme.pixmap(*m_icon, isEnabled() ? token : Token::Muted,
                                                            IconSize, devicePixelRatioF()));
        painter.setOpacity(1.0);
        x += Gap;
    }
    if (!text().isEmpty()) {
        const QRect target = place(fontMetrics().size(Qt::TextShowMnemonic, text()).width(), height());
        painter.setPen(look.words);
        painter.drawText(target, Qt::AlignCenter | Qt::TextShowMnemonic, text());
        x += Gap;
    }
    if (!m_keyCap.isEmpty()) {
        const QSize cap = keycap::size(m_theme, m_keyCap);
        paintKeyCap(painter, place(cap.width(), cap.height()), look);
    }
}

void ActionButton::paintKeyCap(QPainter &painter, const QRect &rect, const Look &look) const
{
    keycap::paint(painter, m_theme, rect, m_keyCap, {look.keyCapLine, look.keyCapFill, look.keyCapWords});
}

void ActionButton::focusInEvent(QFocusEvent *event)
{
    m_ring = event->reason() != Qt::MouseFocusReason;
    QPushButton::focusInEvent(event);
}

void ActionButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QPushButton::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat())
        click();
}

void ActionButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        updateGeometry();
    QPushButton::changeEvent(event);
}

} // namespace handbell::ui
