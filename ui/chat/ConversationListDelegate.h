// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace handbell::ui {

class Theme;

//! Paints a conversation: section heading where one begins, the state of a person, name, time, last message
//! and how many are unread. The rows need ConversationListWords.
class ConversationListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ConversationListDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    //! The heading's height over the row proper; 0 where there is none.
    [[nodiscard]] int headingHeight(const QModelIndex &index) const;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row,
                         const QModelIndex &index) const;
    void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row,
                    const QModelIndex &index) const;
    //! Returns how wide the badge is, 0 where nothing is unread. \a line is the preview's line.
    int paintBadge(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row, const QRect &line,
                   const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace handbell::ui
