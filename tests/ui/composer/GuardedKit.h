// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"
#include "ui/theme/Labels.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace handbell::testing {

//! What a test does with a window that has a guarded text field in it: the composer, the note of an alert.
class GuardedKit
{
public:
    virtual ~GuardedKit() = default;

    [[nodiscard]] virtual QWidget &window() const = 0;

    [[nodiscard]] QPlainTextEdit &edit() const { return *window().findChild<QPlainTextEdit *>(); }
    //! The button that shows \a words, also while it is hidden.
    [[nodiscard]] QAbstractButton *button(const QString &words) const
    {
        const auto buttons = window().findChildren<QAbstractButton *>();
        const auto found =
            std::find_if(buttons.begin(), buttons.end(), [&](auto *item) { return item->text() == words; });
        return found == buttons.end() ? nullptr : *found;
    }

    //! All words that are in view, apart from what was typed.
    [[nodiscard]] QString said() const
    {
        QStringList words;
        for (const auto *label : window().findChildren<QLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        for (const auto *label : window().findChildren<ui::ElidedLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        return words.join(QLatin1Char('\n'));
    }
    //! Whether a screen reader finds \a words in view, as the name of what raises the alert.
    [[nodiscard]] bool isReadOut(const QString &words) const
    {
        const auto widgets = window().findChildren<QWidget *>();
        return std::any_of(widgets.begin(), widgets.end(), [&](const QWidget *widget) {
            return widget->isVisible() && widget->accessibleName() == words;
        });
    }
    //! The stretches of the field's text that are underlined, as the guard does it or in \a style.
    [[nodiscard]] QStringList
    underlined(QTextCharFormat::UnderlineStyle style = QTextCharFormat::WaveUnderline) const
    {
        QStringList found;
        for (QTextBlock block = edit().document()->begin(); block.isValid(); block = block.next()) {
            for (const auto &range : block.layout()->formats()) {
                if (range.format.underlineStyle() == style)
                    found << block.text().mid(range.start, range.length);
            }
        }
        return found;
    }

    //! The keyboard goes where it goes on a desk: to what has the focus.
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::keyClicks(focus(), letter);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
    }
    //! An Enter that is held down, as it comes after the first.
    void holdEnter()
    {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true);
        QApplication::sendEvent(focus(), &held);
    }
    //! Goes to \a button with the Tab key, and presses \a key there.
    void choose(QAbstractButton *button, int key = Qt::Key_Space)
    {
        for (int tabs = 0; tabs < 7 && focus() != button; ++tabs)
            press(Qt::Key_Tab);
        QCOMPARE(focus(), button);
        press(Qt::Key(key));
    }
    [[nodiscard]] static QWidget *focus() { return QApplication::focusWidget(); }
};

} // namespace handbell::testing
