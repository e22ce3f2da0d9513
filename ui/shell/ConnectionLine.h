// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/LinkWatch.h"

#include <QWidget>

namespace handbell::ui {

class ElidedLabel;
class IconLabel;
class Theme;

//! Whether alerts can reach this workstation, and when that was tested last, in one line. GUI thread only.
class ConnectionLine : public QWidget
{
    Q_OBJECT

public:
    //! Both must outlive the widget.
    ConnectionLine(const Theme &theme, const LinkWatch &link, QWidget *parent = nullptr);

    [[nodiscard]] QString words() const;

private:
    void show();

    const LinkWatch &m_link;
    IconLabel *m_icon;
    ElidedLabel *m_words;
};

} // namespace handbell::ui
