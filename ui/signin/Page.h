// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace handbell::ui {

class Theme;

//! A sheet of bounded width in the middle of the window, which scrolls where the window is too small for it.
class Page : public QScrollArea
{
    Q_OBJECT

public:
    explicit Page(const Theme &theme, QWidget *parent = nullptr);

protected:
    //! Where the page's own widgets go.
    [[nodiscard]] QVBoxLayout *sheet() const { return m_sheet; }
    //! The program's mark, a title and a muted line under it.
    void addHeader(const QString &title, QWidget *line);
    //! A label over its field.
    void addField(const QString &label, QWidget *field);

    const Theme &m_theme;

private:
    QVBoxLayout *m_sheet;
};

} // namespace handbell::ui
