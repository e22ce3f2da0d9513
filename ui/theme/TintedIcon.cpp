// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/TintedIcon.h"

#include "ui/theme/ThemeTokens.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

constexpr std::array<QLatin1String, static_cast<size_t>(Icon::StarFull) + 1> IconNames{
    "bell"_L1,      "available"_L1,  "consultation"_L1,  "busy"_L1,          "away"_L1,
    "on-break"_L1,  "offline"_L1,    "routine"_L1,       "important"_L1,     "urgent"_L1,
    "eye"_L1,       "lock"_L1,       "tick"_L1,          "double-tick"_L1,   "pending"_L1,
    "held"_L1,      "escalate"_L1,   "chevron-down"_L1,  "chevron-right"_L1, "search"_L1,
    "send"_L1,      "close"_L1,      "person"_L1,        "people"_L1,        "everyone"_L1,
    "warning"_L1,   "info"_L1,       "not-connected"_L1, "check"_L1,         "settings"_L1,
    "sign-out"_L1,  "room"_L1,       "flag"_L1,          "add"_L1,           "more"_L1,
    "clipboard"_L1, "assistance"_L1, "star"_L1,          "star-full"_L1,
};

QString resourcePath(Icon icon)
{
    return u":/handbell/icons/"_s + iconName(icon) + u".svg"_s;
}

} // namespace

QLatin1String iconName(Icon icon)
{
    return IconNames[static_cast<size_t>(icon)];
}

QImage tintedImage(const QString &resource, const QColor &ink, int pixels)
{
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(resource);
    if (!renderer.isValid())
        return image;
    {
        QPainter painter(&image);
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    for (int y = 0; y < pixels; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < pixels; ++x) {
            // Premultiplied: what is opaque and not white is ink.
            const int coverage = (qAlpha(line[x]) - qRed(line[x])) * ink.alpha() / 255;
            line[x] = qPremultiply(qRgba(ink.red(), ink.green(), ink.blue(), coverage));
        }
    }
    return image;
}

QPixmap tintedPixmap(Icon icon, const QColor &ink, int pixels)
{
    const QString key = u"handbell/"_s + iconName(icon) + u'/' + QString::number(ink.rgba(), 16) + u'/' +
                        QString::number(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap::fromImage(tintedImage(resourcePath(icon), ink, pixels));
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

TintedIconEngine::TintedIconEngine(std::shared_ptr<const ThemeTokens> tokens, Icon icon, Token token)
    : m_tokens(std::move(tokens))
    , m_icon(icon)
    , m_token(token)
{
}

void TintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    const int edge = qMin(rect.width(), rect.height());
    QPixmap drawn = render(qRound(edge * ratio), mode);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.x() + (rect.width() - edge) / 2, rect.y() + (rect.height() - edge) / 2, drawn);
}

QPixmap TintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    return render(qMin(size.width(), size.height()), mode);
}

QPixmap TintedIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // From here on QIcon asks in device-independent pixels, before in device pixels.
    return pixmap((QSizeF(size) * scale).toSize(), mode, state);
#else
    Q_UNUSED(scale)
    return pixmap(size, mode, state);
#endif
}

QIconEngine *TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

QPixmap TintedIconEngine::render(int pixels, QIcon::Mode mode) const
{
    if (pixels <= 0)
        return {};
    QColor ink = m_tokens->color(m_token);
    if (mode == QIcon::Disabled) {
        ink = m_tokens->color(Token::Muted);
        ink.setAlpha(128);
    }
    return tintedPixmap(m_icon, ink, pixels);
}

} // namespace handbell::ui
