// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

class QTextLayout;

namespace handbell::ui {

class Theme;

//! Paints a message: day and "new" separators, the author's line, the bubble with plain text and how far an
//! own message got. The rows need MessageListWords.
class MessageListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MessageListDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    //! Where the parts of a row stand, from its top left corner, left to right; null where there is none.
    struct Parts
    {
        QRect day, fresh, author, bubble, foot;
        int height = 0;
    };
    [[nodiscard]] Parts parts(const QModelIndex &index, int width, QTextLayout &text) const;
    void layOut(const QModelIndex &index, int width, QTextLayout &text) const;
    void paintFresh(QPainter &painter, const QRect &rect) const;
    void paintAuthor(QPainter &painter, const QRect &rect, Qt::LayoutDirection direction,
                     const QModelIndex &index) const;
    void paintBubble(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    void paintFoot(QPainter &painter, const QRect &rect, Qt::LayoutDirection direction,
                   const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace handbell::ui
