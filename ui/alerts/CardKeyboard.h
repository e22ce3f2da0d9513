// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QTimer>
#include <qwindowdefs.h>

#include <chrono>
#include <vector>

class QKeyEvent;

namespace handbell::ui {

class CardWindow;

//! Lends the keyboard to one card, because somebody asked for it with a key of their own, and gives it back
//! to the window that had it: on Escape, when the card goes, and after a while without a key, for whoever has
//! turned to the patient will type on where they were. A click on another window ends it too, and gives it
//! to that one. GUI thread only.
class CardKeyboard : public QObject
{
    Q_OBJECT

public:
    //! No key for this long, and the keyboard goes back.
    static constexpr std::chrono::milliseconds Patience{10000};

    explicit CardKeyboard(std::chrono::milliseconds patience = Patience);
    ~CardKeyboard() override;

    //! Lends it to the first of \a cards; where one of them has it, to the one after that; after the last,
    //! gives it back.
    void lendToNext(const std::vector<CardWindow *> &cards);
    //! At once, or when the key that is down is let go: held down it would repeat in the other program.
    void giveBack();
    //! The card that has it, or is about to; nullptr for none.
    [[nodiscard]] CardWindow *card() const { return m_card; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void lendTo(CardWindow &card);
    CardWindow *release();
    void returnIt();
    void keyEvent(const QKeyEvent &event);

    QPointer<CardWindow> m_card;
    WId m_before = 0; //!< the window that had it
    bool m_keyDown = false;
    bool m_over = false; //!< goes back once the key is up
    QTimer m_patience, m_keyUp;
};

} // namespace handbell::ui
