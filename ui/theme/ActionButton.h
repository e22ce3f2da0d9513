// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Tokens.h"

#include <QPushButton>

#include <optional>

namespace handbell::ui {

class Theme;

//! A push button with an optional icon before its words and an optional key cap behind them ("Coming [1]").
//! A key cap only names the key: whoever owns the shortcut wires it, if not addShortcut(). The accessible
//! name is the text unless set otherwise; the key is in the accessible description. Keyboard focus shows as a
//! 2 px ring. Space and Enter press it; an Enter that is held down does not, for it may be the one that
//! brought the button up.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    enum class Role {
        Plain,   //!< framed, on Token::Surface
        Primary, //!< filled with the accent: at most one in view
        Quiet,   //!< no frame until hovered: secondary links and icon buttons in dense rows
    };

    ActionButton(const Theme &theme, Role role, const QString &text, QWidget *parent = nullptr);
    //! A square button that shows only \a icon; \a accessibleName is also its tool tip.
    ActionButton(const Theme &theme, Role role, Icon icon, const QString &accessibleName,
                 QWidget *parent = nullptr);

    //! The icon before the words; without \a token it has the colour of the words.
    void setThemeIcon(Icon icon, std::optional<Token> token = std::nullopt);
    void clearThemeIcon();
    //! The words on the key cap, for example "1", "Ctrl+R"; empty takes it away.
    void setKeyCap(const QString &keyCap);
    //! Puts \a key, such as "Alt+R", on the key cap, and has it press the button wherever in the window the
    //! keyboard is, while the button is in view.
    void addShortcut(const QString &key);
    [[nodiscard]] QString keyCap() const { return m_keyCap; }
    //! The colour of the frame where it says something (the state that is set now).
    void setFrameToken(Token token);
    void setRole(Role role);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Look;
    [[nodiscard]] Look look() const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] int keyCapWidth() const;
    [[nodiscard]] bool iconOnly() const;
    void themeChanged();
    void paintKeyCap(QPainter &painter, const QRect &rect, const Look &look) const;

    const Theme &m_theme;
    Role m_role;
    QString m_keyCap;
    std::optional<Icon> m_icon;
    std::optional<Token> m_iconToken;
    std::optional<Token> m_frameToken;
    bool m_ring = false;
};

//! The one action a view is for.
class PrimaryButton : public ActionButton
{
    Q_OBJECT

public:
    PrimaryButton(const Theme &theme, const QString &text, QWidget *parent = nullptr)
        : ActionButton(theme, Role::Primary, text, parent)
    {
    }
};

} // namespace handbell::ui
