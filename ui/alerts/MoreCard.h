// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/CardWindow.h"

namespace handbell::ui {

class ActionButton;

//! The slim card on top of a full stack: "and 3 more". Clicking it shows them.
class MoreCard : public CardWindow
{
    Q_OBJECT

public:
    explicit MoreCard(const Theme &theme);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void showRequested();

private:
    ActionButton *m_button = nullptr;
    int m_count = 0;
};

} // namespace handbell::ui
