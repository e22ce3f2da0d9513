// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/PaletteList.h"

namespace handbell::ui {

PaletteList::PaletteList(const QString &accessibleName, QWidget *parent)
    : QListView(parent)
{
    setAccessibleName(accessibleName);
    setUniformItemSizes(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
}

void PaletteList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scrollTo(currentIndex());
}

} // namespace handbell::ui
