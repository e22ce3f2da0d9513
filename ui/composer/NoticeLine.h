// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace handbell::ui {

class IconLabel;
class TextLabel;
class Theme;

//! A line beside a field with an icon before it: a hint, what was done to the text, or why something did not
//! happen. Out of view while it has nothing to say; a screen reader hears it once.
class NoticeLine : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Remark, Warning };

    explicit NoticeLine(const Theme &theme, QWidget *parent = nullptr);

    //! \a description says to a screen reader what cannot be seen in \a words alone.
    void say(const QString &words, Kind kind, const QString &description = {});
    void sayNothing();

private:
    IconLabel *m_icon;
    TextLabel *m_text;
};

} // namespace handbell::ui
