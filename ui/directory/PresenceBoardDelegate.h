// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace handbell::ui {

class Theme;

//! Paints a row of the presence board: section heading where one begins, state icon, room and person, state
//! in words, and a bell button. The rows need PresenceBoardWords.
class PresenceBoardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PresenceBoardDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    //! Where the bell button of a row stands that is painted in \a row; empty where it has none.
    [[nodiscard]] QRect bellRect(const QRect &row, const QModelIndex &index,
                                 Qt::LayoutDirection direction) const;
    //! How the bell of one row is drawn; the rest are at rest.
    enum class Bell { Rest, Hovered, Pressed };
    void setBell(const QModelIndex &index, Bell bell);

private:
    //! The heading's height over the row proper; 0 where there is none.
    [[nodiscard]] int headingHeight(const QModelIndex &index) const;
    [[nodiscard]] QStringList titleLines(const QModelIndex &index, int width) const;
    [[nodiscard]] int textWidth(int rowWidth) const;
    [[nodiscard]] QString stateLine(const QModelIndex &index, int width) const;
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row) const;
    void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row,
                    const QModelIndex &index) const;
    void paintBell(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
    QPersistentModelIndex m_bellIndex;
    Bell m_bell = Bell::Rest;
};

} // namespace handbell::ui
