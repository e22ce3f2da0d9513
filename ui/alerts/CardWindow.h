// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Tokens.h"

#include <QWidget>

class QVBoxLayout;

namespace handbell::ui {

class FlowLayout;
class Theme;

//! A window that informs and can be clicked, but never takes the keyboard: not when it appears, not when it
//! is clicked, not through any widget in it (consulting-room rule 1). Only CardKeyboard lends it, to a card
//! that was asked for. It stays above other windows, is not on the task bar, and has no frame of the window
//! manager. Base of every card of the stack.
class CardWindow : public QWidget
{
    Q_OBJECT

public:
    struct Look
    {
        Token fill = Token::Raised;
        Token stripe = Token::Routine;
    };

    CardWindow(const Theme &theme, const Look &look);

    void setLook(const Look &look);
    [[nodiscard]] const Look &look() const { return m_look; }
    //! The size that shows everything, at the width all cards have.
    [[nodiscard]] QSize fittingSize() const;
    //! The width of every card: 432 device-independent pixels, more where the text is scaled.
    [[nodiscard]] int cardWidth() const;
    //! Tells assistive technology that something important appeared here.
    void announce();
    //! Whether the window may have the keyboard, with Tab from button to button. Does not ask for it.
    enum class Keyboard { Never, Lent };
    virtual void setKeyboard(Keyboard keyboard);
    [[nodiscard]] Keyboard keyboard() const { return m_keyboard; }

Q_SIGNALS:
    //! The card was painted for the first time while on screen; emitted once.
    void becameVisible();
    //! The content needs another height: place the cards anew.
    void sizeWanted();
    void pointerLeft();

protected:
    //! What has to be read from two metres away, standing: 16 pt. At 96 dpi that is 21.3 px of 0.265 mm, 5.6
    //! mm; in Segoe UI and Noto Sans small letters are half as high, 2.8 mm, and capitals 0.7 of it, 3.9
    //! mm: 4.9 and 6.8 minutes of arc at 2 m. The letters of 6/6 vision have 5 (ISO 8596), and adults with
    //! healthy eyes read 3.7 when young and 4.8 past 75 (Elliott, Yang and Whitaker, Optom. Vis. Sci. 72,
    //! 1995). With 12 pt small letters would have 3.6. Reading with ease takes 12 (Legge and Bigelow, Journal
    //! of Vision 11(5):8, 2011), which 16 pt has up to 0.8 m.
    static constexpr TextSize FarSize = TextSize::Title;
    //! Of the icon in a card's first line, in device-independent pixels.
    static constexpr int HeaderIconSize = 20;

    //! The layout of a card whose content stands in a column; the stack sizes cards, see fittingSize().
    [[nodiscard]] QVBoxLayout *makeColumn(int spacing);
    //! A place at the end of \a column for buttons, which go on in a second line where they do not fit in
    //! one.
    static FlowLayout *addButtons(QVBoxLayout &column);
    //! Sets on everything in the card what keyboard() allows. Call after adding widgets.
    void guardFocus();
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    const Theme &m_theme;
    Look m_look;
    Keyboard m_keyboard = Keyboard::Never;
    bool m_wasVisible = false;
};

} // namespace handbell::ui
