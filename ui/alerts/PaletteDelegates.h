// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QStyledItemDelegate>

namespace handbell::ui {

class Theme;

//! Draws a row of TargetWords: icon, name with a star where it is a favourite, and what its state means below
//! it.
class TargetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TargetDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QRect sublineRect(const QRect &row, const QModelIndex &index) const;

    const Theme &m_theme;
};

//! Draws a row of TemplateWords: number key, importance, text, and a star with its number where it is on the
//! speed dial.
class TemplateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! Whether a bare digit rings at once: then the key caps are drawn in the accent.
    enum class Digits { Filter, Ring };

    explicit TemplateDelegate(const Theme &theme, QObject *parent = nullptr);

    void setDigits(Digits digits) { m_digits = digits; }
    [[nodiscard]] Digits digits() const { return m_digits; }
    //! The speed dial numbers of templates, by TemplateId, for the target that is chosen.
    using SpeedDialNumbers = QHash<qint64, int>;
    void setSpeedDial(const SpeedDialNumbers &numbers) { m_speedDial = numbers; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    Digits m_digits = Digits::Filter;
    SpeedDialNumbers m_speedDial;
};

} // namespace handbell::ui
