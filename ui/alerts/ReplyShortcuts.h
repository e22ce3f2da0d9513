// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace handbell::ui {

//! Keys that work from any program: Ctrl+Alt+1 to 4 answer the alert card that names them, Ctrl+Alt+Space
//! shows a hidden text, and one that can be chosen lends the keyboard to a card. A seam: the platform grabs
//! the keys, tests emit the signals. GUI thread only.
class ReplyShortcuts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    //! \a number is the key, 1 to 4 (AlertWords::replyKey).
    void replied(int number);
    void peeked();
    void keyboardAsked();
};

} // namespace handbell::ui
