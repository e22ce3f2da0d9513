// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Tokens.h"

#include <QLabel>

namespace handbell::ui {

class Theme;

//! A plain-text QLabel in a text size and colour of the theme. It never interprets markup: names and messages
//! come from other people.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    TextLabel(const Theme &theme, TextSize size, Token token, const QString &text = {},
              QWidget *parent = nullptr);

    void setTextSize(TextSize size, Weight weight = Weight::Regular);
    void setToken(Token token);

private:
    void themeChanged();

    const Theme &m_theme;
    TextSize m_size;
    Weight m_weight = Weight::Regular;
    Token m_token;
};

//! An icon of the theme. It says something (a state, an importance), so it has an accessible name, which is
//! its tool tip too; an icon that merely repeats the words beside it is given an empty one.
class IconLabel : public QLabel
{
    Q_OBJECT

public:
    IconLabel(const Theme &theme, Icon icon, Token token, const QString &accessibleName,
              QWidget *parent = nullptr);

    void setThemeIcon(Icon icon, Token token, const QString &accessibleName);
    //! Edge length in device-independent pixels; 16 unless set.
    void setIconSize(int size);

protected:
    bool event(QEvent *event) override;

private:
    void renew();

    const Theme &m_theme;
    Icon m_icon;
    Token m_token;
    int m_size = 16;
};

//! The name of a key, drawn as a small key cap.
class KeyCapLabel : public QLabel
{
    Q_OBJECT

public:
    KeyCapLabel(const Theme &theme, const QString &key, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

//! A count in an accent pill, hidden at nought, "99+" above 99. The accessible name is given by the owner, in
//! words.
class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(const Theme &theme, QWidget *parent = nullptr);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    //! Accent unless set; a token that carries Token::OnAccent or Token::Surface as text.
    void setToken(Token token);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString label() const;

    const Theme &m_theme;
    int m_count = 0;
    Token m_token = Token::Accent;
};

//! One line of plain text that ends in "…" where it does not fit; the whole of it is the accessible name and,
//! only while it is cut, the tool tip.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    ElidedLabel(const Theme &theme, TextSize size, Token token, const QString &text = {},
                QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isElided() const;
    void setTextSize(TextSize size, Weight weight = Weight::Regular);
    void setToken(Token token);
    void setAlignment(Qt::Alignment alignment);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
    TextSize m_size;
    Weight m_weight = Weight::Regular;
    Token m_token;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

} // namespace handbell::ui
