// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Labels.h"

#include <QMouseEvent>

namespace handbell::ui {

//! The words over a field; a click on them goes into the field.
class FieldLabel final : public TextLabel
{
    Q_OBJECT

public:
    FieldLabel(const Theme &theme, const QString &text, QWidget &field, QWidget *parent = nullptr)
        : TextLabel(theme, TextSize::Body, Token::Text, text, parent)
    {
        setTextSize(TextSize::Body, Weight::Semibold);
        setBuddy(&field);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        buddy()->setFocus(Qt::MouseFocusReason);
        event->accept();
    }
};

} // namespace handbell::ui
