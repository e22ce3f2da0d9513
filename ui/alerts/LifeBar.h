// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Tokens.h"

#include <QWidget>

namespace handbell::ui {

class Theme;

//! A 3 px bar that shows how much of an alert's life is left. It repeats what the words say, so assistive
//! technology is not told about it.
class LifeBar : public QWidget
{
    Q_OBJECT

public:
    LifeBar(const Theme &theme, Token token, QWidget *parent = nullptr);

    //! From 0 to 1.
    void setShare(double share);
    [[nodiscard]] double share() const { return m_share; }
    void setToken(Token token);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Token m_token;
    double m_share = 1;
};

} // namespace handbell::ui
