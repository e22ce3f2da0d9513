// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/Labels.h"

#include "ui/theme/KeyCap.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

TextLabel::TextLabel(const Theme &theme, TextSize size, Token token, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_size(size)
    , m_token(token)
{
    setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, &TextLabel::themeChanged);
    themeChanged();
}

void TextLabel::setTextSize(TextSize size, Weight weight)
{
    m_size = size;
    m_weight = weight;
    themeChanged();
}

void TextLabel::setToken(Token token)
{
    m_token = token;
    themeChanged();
}

void TextLabel::themeChanged()
{
    setFont(m_theme.font(m_size, m_weight));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(m_token));
    setPalette(colors);
}

IconLabel::IconLabel(const Theme &theme, Icon icon, Token token, const QString &accessibleName,
                     QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_token(token)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &IconLabel::renew);
    setThemeIcon(icon, token, accessibleName);
}

void IconLabel::setThemeIcon(Icon icon, Token token, const QString &accessibleName)
{
    m_icon = icon;
    m_token = token;
    setAccessibleName(accessibleName);
    setToolTip(accessibleName);
    renew();
}

void IconLabel::setIconSize(int size)
{
    m_size = size;
    renew();
}

bool IconLabel::event(QEvent *event)
{
    // Shown on, or moved to, a screen of another scale.
    if (event->type() == QEvent::Show || event->type() == QEvent::ScreenChangeInternal)
        renew();
    return QLabel::event(event);
}

void IconLabel::renew()
{
    setPixmap(m_theme.pixmap(m_icon, m_token, m_size, devicePixelRatioF()));
}

KeyCapLabel::KeyCapLabel(const Theme &theme, const QString &key, QWidget *parent)
    : QLabel(key, parent)
    , m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Key: %1").arg(key));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize KeyCapLabel::sizeHint() const
{
    return keycap::size(m_theme, text());
}

void KeyCapLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    keycap::paint(painter, m_theme, rect(), text(), keycap::defaultColors(m_theme));
}

Badge::Badge(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Badge::setCount(int count)
{
    m_count = qMax(0, count);
    if (m_count == 0)
        hide();
    else if (parentWidget())
        show();
    else // Not yet laid out: be shown together with the parent, not as a window.
        setAttribute(Qt::WA_WState_ExplicitShowHide, false);
    updateGeometry();
    update();
}

void Badge::setToken(Token token)
{
    m_token = token;
    update();
}

QString Badge::label() const
{
    return m_count > 99 ? u"99+"_s : QString::number(m_count);
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextSize::Small, Weight::Semibold));
    const int height = metrics.ascent() + metrics.descent();
    return {qMax(height, metrics.horizontalAdvance(label()) + 12), height};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_token));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(m_theme.color(m_token == Token::Accent ? Token::OnAccent : Token::Surface));
    painter.setFont(m_theme.font(TextSize::Small, Weight::Semibold));
    painter.drawText(rect(), Qt::AlignCenter, label());
}

ElidedLabel::ElidedLabel(const Theme &theme, TextSize size, Token token, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size)
    , m_token(token)
{
    setFont(theme.font(size));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text.simplified();
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(m_text) > contentsRect().width();
}

void ElidedLabel::setTextSize(TextSize size, Weight weight)
{
    m_size = size;
    m_weight = weight;
    setFont(m_theme.font(size, weight));
    updateGeometry();
}

void ElidedLabel::setToken(Token token)
{
    m_token = token;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(m_text) + margins.left() + margins.right() + 1,
            fontMetrics().height() + margins.top() + margins.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    // Room for a few letters: less is no label any more.
    return {qMin(sizeHint().width(), fontMetrics().averageCharWidth() * 5), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(isEnabled() ? m_theme.color(m_token)
                               : m_theme.palette().color(QPalette::Disabled, QPalette::WindowText));
    const QRect area = contentsRect();
    painter.drawText(area, int(QStyle::visualAlignment(layoutDirection(), m_alignment)) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, area.width()));
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (isElided())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_text.toHtmlEscaped(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace handbell::ui
