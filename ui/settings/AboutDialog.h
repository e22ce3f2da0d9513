// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace handbell::ui {

class Theme;

//! Which Handbell this is, and what everybody should know of it. GUI thread only.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a practice is the practice's name, empty before joining.
    AboutDialog(const Theme &theme, const QString &practice, QWidget *parent = nullptr);
};

} // namespace handbell::ui
