// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "ui/chat/ChatWords.h"

#include <QIdentityProxyModel>

namespace handbell::client {
class ConversationListModel;
}

namespace handbell::ui {

//! The list of conversations in words: each row has a sentence for the screen reader and the parts that the
//! delegate paints. What it is made of must outlive it.
class ConversationListWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role {
        NameWordsRole = Qt::UserRole + 100, //!< QString
        PreviewWordsRole,                   //!< QString: "Sam: swapping with Jo"
        WhenWordsRole,                      //!< QString: "10:42", "Fri"
        HeadingRole,                        //!< QString: section heading above this row, or empty
        OpenRole,                           //!< bool: the conversation that is shown
        DirectRole,                         //!< bool
    };

    ConversationListWords(client::ConversationListModel &model, const client::Practice &practice,
                          QObject *parent = nullptr);

    void setToday(Today today);
    void setOpen(ConversationId conversation);
    [[nodiscard]] ConversationId open() const { return m_open; }
    //! The row of \a conversation, or an invalid index.
    [[nodiscard]] QModelIndex find(ConversationId conversation) const;
    [[nodiscard]] static ConversationId conversation(const QModelIndex &index);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    //! Letters find the words that are shown; the proxy's own would ask the model below.
    [[nodiscard]] QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                        Qt::MatchFlags flags) const override
    {
        return QAbstractItemModel::match(start, role, value, hits, flags);
    }

private:
    [[nodiscard]] QString name(const QModelIndex &index) const;
    [[nodiscard]] QString preview(const QModelIndex &index) const;
    [[nodiscard]] QString heading(const QModelIndex &index) const;
    [[nodiscard]] QString sentence(const QModelIndex &index) const;
    void renew();

    const client::Practice &m_practice;
    Today m_today;
    ConversationId m_open;
};

} // namespace handbell::ui
