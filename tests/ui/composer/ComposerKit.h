// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/composer/GuardedKit.h"
#include "ui/composer/ComposerWidget.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <memory>
#include <vector>

namespace handbell::testing {

//! A composer in a window of its own, with the guard as it is on 24 November 2025 and a post() that records.
class ComposerKit : public GuardedKit
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

    [[nodiscard]] QWidget &window() const override { return m_window; }
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
    [[nodiscard]] QAbstractButton &send() const { return *composer.findChild<ui::PrimaryButton *>(); }

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

private:
    QWidget &m_window = composer;
};

} // namespace handbell::testing
