// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/composer/ComposerWidget.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <memory>
#include <vector>

namespace handbell::testing {

//! A composer in a window of its own, with the guard as it is on 24 November 2025 and a post() that records.
class ComposerKit
{
public:
    ComposerKit()
        : composer(
              theme,
              [this](const guard::ScreenedText &text) {
                  if (outcome.ok())
                      posted.push_back(text);
                  return outcome;
              },
              [this] { return guard; }, [this] { return tone; })
    {
        useGuard({});
        composer.setRecipient({QStringLiteral("Dr Anna Patel"), QStringLiteral("GP · Consulting room 3")});
        composer.resize(640, 240);
        composer.show();
    }

    //! To be called once: whether the window has the keyboard.
    [[nodiscard]] bool isReady()
    {
        composer.focusField();
        return QTest::qWaitForWindowActive(&composer) && edit().hasFocus();
    }

    void useGuard(const guard::Policy &policy)
    {
        guard = std::make_shared<guard::Guard>(guard::PracticeData(), policy, m_clock);
    }
    [[nodiscard]] QPlainTextEdit &edit() const { return *composer.findChild<QPlainTextEdit *>(); }
    [[nodiscard]] QAbstractButton &send() const { return *composer.findChild<ui::PrimaryButton *>(); }
    //! The button that shows \a words, also while it is hidden.
    [[nodiscard]] QAbstractButton *button(const QString &words) const
    {
        const auto buttons = composer.findChildren<QAbstractButton *>();
        const auto found =
            std::find_if(buttons.begin(), buttons.end(), [&](auto *item) { return item->text() == words; });
        return found == buttons.end() ? nullptr : *found;
    }

    //! All words that are in view, apart from what was typed.
    [[nodiscard]] QString said() const
    {
        QStringList words;
        for (const auto *label : composer.findChildren<QLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        for (const auto *label : composer.findChildren<ui::ElidedLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        return words.join(QLatin1Char('\n'));
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
    void type(const QString &text) { QTest::keyClicks(focus(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
    }
    [[nodiscard]] static QWidget *focus() { return QApplication::focusWidget(); }

    ui::Theme theme{ui::ThemeKind::Light};
    //! What post() gives back.
    Result<void> outcome;
    std::vector<guard::ScreenedText> posted;
    std::shared_ptr<const guard::Guard> guard;
    //! Off, as a practice has it at first.
    std::shared_ptr<const guard::Tone> tone;

private:
    VirtualClock m_clock;

public:
    ui::ComposerWidget composer;
};

} // namespace handbell::testing
