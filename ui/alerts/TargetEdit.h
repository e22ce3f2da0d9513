// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace handbell::ui {

class Theme;

//! A line edit that writes, muted, behind what was typed, which target it means: "c3  Consulting room 3".
class TargetEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit TargetEdit(const Theme &theme, QWidget *parent = nullptr);

    void setMeaning(const QString &meaning);
    [[nodiscard]] QString meaning() const { return m_meaning; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_meaning;
};

} // namespace handbell::ui
