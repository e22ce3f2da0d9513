// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace handbell::ui {

//! A column of the palette: one row is chosen, and stays in view when the column is made lower.
class PaletteList : public QListView
{
    Q_OBJECT

public:
    explicit PaletteList(const QString &accessibleName, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace handbell::ui
