// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Tokens.h"

#include <QWidget>

#include <optional>

namespace handbell::ui {

class Theme;

//! A filled, rounded, framed surface to lay widgets out on: alert card, guard banner, ladder box, seat.
class Panel : public QWidget
{
    Q_OBJECT

public:
    enum class Frame { None, Solid, Dashed };

    struct Style
    {
        Token fill = Token::Surface;
        Token line = Token::Line;
        Frame frame = Frame::Solid;
        Radius radius = Radius::Panel;
        //! A coloured edge at the leading side that tells importance, \a stripeWidth pixels wide.
        std::optional<Token> stripe = {};
        int stripeWidth = 4;
    };

    Panel(const Theme &theme, const Style &style, QWidget *parent = nullptr);

    void setPanelStyle(const Style &style);
    [[nodiscard]] const Style &panelStyle() const { return m_style; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Style m_style;
};

//! A hairline in Token::Line.
class Separator : public QWidget
{
    Q_OBJECT

public:
    Separator(const Theme &theme, Qt::Orientation orientation, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace handbell::ui
