// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <QRectF>
#include <QWidget>

class QPainter;

namespace handbell::ui {

class Theme;

//! Fills \a area as alerts of \a importance look in a chart: the colour, and a pattern that tells it without
//! colour. Routine is plain, important is striped, urgent is dotted.
void paintImportance(QPainter &painter, const QRectF &area, protocol::Importance importance,
                     const Theme &theme);

//! What the colours and patterns of the chart mean. GUI thread only.
class ImportanceKey : public QWidget
{
    Q_OBJECT

public:
    //! \a theme outlives it.
    explicit ImportanceKey(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace handbell::ui
