// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Tokens.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>

#include <memory>

class QApplication;

namespace handbell::ui {

struct ThemeTokens;

//! The look of the whole client: colours, distances, text sizes and icons. Built once in main, before the
//! first widget, and handed on by constructor; it must outlive every widget that was given it. GUI thread
//! only. Widgets that keep a colour, pixmap or palette of their own renew it on changed(); QIcons from icon()
//! follow by themselves.
class Theme : public QObject
{
    Q_OBJECT

public:
    //! Reads the tokens of \a kind from ":/handbell/theme". The system's palette and font are taken from the
    //! application as it is now, so construct it after QApplication and before apply().
    explicit Theme(ThemeKind kind, QObject *parent = nullptr);
    ~Theme() override;

    //! Gives \a app Fusion, the palette, the body font and the style sheet, and keeps them right on later
    //! changes.
    void apply(QApplication &app);

    //! Switches the theme at once; emits changed() where anything looks different.
    void setKind(ThemeKind kind);
    //! What was asked for.
    [[nodiscard]] ThemeKind kind() const;
    //! What is shown: never ThemeKind::System.
    [[nodiscard]] ThemeKind effectiveKind() const;

    [[nodiscard]] QColor color(Token token) const;
    //! Device-independent pixels.
    [[nodiscard]] int spacing(Space space) const;
    //! Device-independent pixels.
    [[nodiscard]] int radius(Radius radius) const;
    [[nodiscard]] QFont font(TextSize size, Weight weight = Weight::Regular) const;

    //! \a icon in the colour \a token, sharp at any size and device pixel ratio. It follows theme changes at
    //! its next painting; in disabled mode it is drawn in Token::Muted at half strength.
    [[nodiscard]] QIcon icon(Icon icon, Token token = Token::Text) const;
    //! \a icon as a square pixmap of \a size device-independent pixels for a screen of \a devicePixelRatio.
    [[nodiscard]] QPixmap pixmap(Icon icon, Token token, int size, qreal devicePixelRatio) const;

    //! The palette that apply() sets.
    [[nodiscard]] QPalette palette() const;
    //! The style sheet that apply() sets: only what a palette cannot say.
    [[nodiscard]] QString styleSheet() const;

Q_SIGNALS:
    //! Colours are different from now on (the application's palette and style sheet already are).
    void changed();

private:
    void followSystem();
    void reload();
    [[nodiscard]] ThemeKind resolved() const;

    ThemeKind m_kind;
    ThemeKind m_effective;
    QPalette m_systemPalette;
    QString m_family;
    // Shared with the icon engines, which outlive this where a QIcon does.
    std::shared_ptr<ThemeTokens> m_tokens;
    QApplication *m_app = nullptr;
};

} // namespace handbell::ui
