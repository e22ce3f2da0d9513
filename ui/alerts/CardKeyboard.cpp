// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/CardKeyboard.h"

#include "platform/KeyboardFocus.h"
#include "ui/alerts/CardWindow.h"

#include <QKeyEvent>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace handbell::ui {

namespace {

//! A key that is held down lets go and presses again in one and the same moment, which Qt cannot always tell
//! from one that is let go (X11). Shorter than it takes a finger to press again.
constexpr std::chrono::milliseconds UpForGood{40};

} // namespace

CardKeyboard::CardKeyboard(std::chrono::milliseconds patience)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    m_keyUp.setSingleShot(true);
    m_keyUp.setInterval(UpForGood);
    connect(&m_keyUp, &QTimer::timeout, this, &CardKeyboard::returnIt);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        // Where the desktop did not give it to the card, there is nothing to give back.
        if (m_card && m_card->isActiveWindow())
            returnIt();
        else if (release())
            Q_EMIT changed();
    });
}

CardKeyboard::~CardKeyboard()
{
    blockSignals(true); // whoever listens is on the way out
    returnIt();
}

void CardKeyboard::lendToNext(const std::vector<CardWindow *> &cards)
{
    const auto now = std::find(cards.begin(), cards.end(), m_card.data());
    const auto next = now == cards.end() ? cards.begin() : std::next(now);
    if (next == cards.end())
        giveBack();
    else
        lendTo(**next);
}

void CardKeyboard::lendTo(CardWindow &card)
{
    // From card to card it is still the first one's to go back to.
    if (!release())
        m_before = platform::windowWithKeyboard();
    m_card = &card;
    card.setKeyboard(CardWindow::Keyboard::Lent);
    card.installEventFilter(this);
    card.windowHandle()->installEventFilter(this);
    m_patience.start();
    if (!platform::giveKeyboardTo(card.winId()))
        card.activateWindow();
    Q_EMIT changed();
}

//! The card without the keyboard, which is nobody's for the moment.
CardWindow *CardKeyboard::release()
{
    m_patience.stop();
    m_keyUp.stop();
    m_keyDown = m_over = false;
    CardWindow *card = std::exchange(m_card, nullptr);
    if (!card)
        return nullptr;
    card->removeEventFilter(this);
    if (QWindow *window = card->windowHandle())
        window->removeEventFilter(this);
    card->setKeyboard(CardWindow::Keyboard::Never);
    return card;
}

void CardKeyboard::giveBack()
{
    if (m_keyDown)
        m_over = true;
    else
        returnIt();
}

void CardKeyboard::returnIt()
{
    CardWindow *card = release();
    if (!card)
        return;
    // Also where the card does not have it yet: the desktop may be about to give it.
    const bool given = platform::giveKeyboardTo(std::exchange(m_before, 0));
    if (!given && card->isActiveWindow() && card->isVisible()) {
        // That window is gone: the desktop finds another one when the card goes, if only for a moment.
        card->hide();
        card->show();
    }
    Q_EMIT changed();
}

void CardKeyboard::keyEvent(const QKeyEvent &event)
{
    m_patience.start();
    m_keyUp.stop();
    m_keyDown = event.type() == QEvent::KeyPress || event.isAutoRepeat();
    if (m_keyDown && event.key() == Qt::Key_Escape)
        m_over = true;
    else if (!m_keyDown && m_over)
        m_keyUp.start();
}

bool CardKeyboard::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched != m_card) { // its window: every key comes there first
        if (type != QEvent::KeyPress && type != QEvent::KeyRelease)
            return false;
        keyEvent(*static_cast<QKeyEvent *>(event));
        return m_over;
    }
    if (type == QEvent::Hide)
        returnIt();
    else if (type == QEvent::WindowDeactivate && release())
        Q_EMIT changed();
    return false;
}

} // namespace handbell::ui
