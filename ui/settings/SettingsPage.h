// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QAbstractButton;
class QVBoxLayout;

namespace handbell::ui {

class TextLabel;
class Theme;

//! One tab of the settings: a column of headed sections that scrolls where the screen is small. GUI thread
//! only.
class SettingsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit SettingsPage(const Theme &theme, QWidget *parent = nullptr);

    //! A width that is easy to read, and the height it takes then.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

    //! Starts a section, with more air above it unless it is the first.
    void addHeading(const QString &text);
    //! A field under the words that name it.
    void addField(const QString &label, QWidget *field);
    //! Small words under what they explain.
    TextLabel *addNote(const QString &text);

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
};

} // namespace handbell::ui
