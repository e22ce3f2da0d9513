// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Tokens.h"

#include <QColor>
#include <QIconEngine>
#include <QImage>
#include <QString>

#include <memory>

namespace handbell::ui {

struct ThemeTokens;

//! The file in resources/icons/ of \a icon, without folder and ending.
[[nodiscard]] QLatin1String iconName(Icon icon);

//! Draws the SVG \a resource into a square of \a pixels device pixels in one colour. The drawings are masks:
//! black is ink, white cuts it out to transparency, so one drawing stands on any background in any theme.
[[nodiscard]] QImage tintedImage(const QString &resource, const QColor &ink, int pixels);

//! Draws an icon of the theme at whatever size is asked for, in the colours the theme has at that moment.
class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(std::shared_ptr<const ThemeTokens> tokens, Icon icon, Token token);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;

private:
    [[nodiscard]] QPixmap render(int pixels, QIcon::Mode mode) const;

    std::shared_ptr<const ThemeTokens> m_tokens;
    Icon m_icon;
    Token m_token;
};

//! \a icon in \a ink as a square of \a pixels device pixels, from QPixmapCache where it was drawn before.
[[nodiscard]] QPixmap tintedPixmap(Icon icon, const QColor &ink, int pixels);

} // namespace handbell::ui
