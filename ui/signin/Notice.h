// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Panel.h"

namespace handbell::ui {

class IconLabel;
class TextLabel;

//! A sentence that needs to be seen, with an icon, on its own ground; hidden while it has nothing to say. A
//! screen reader is told when it changes.
class Notice : public Panel
{
    Q_OBJECT

public:
    enum class Tone { Information, Warning, Problem };

    explicit Notice(const Theme &theme, QWidget *parent = nullptr);

    void tell(Tone tone, const QString &words);
    void clear();
    [[nodiscard]] QString words() const;

private:
    IconLabel *m_icon;
    TextLabel *m_words;
};

} // namespace handbell::ui
