// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "ui/chat/ChatWords.h"

#include <QIdentityProxyModel>

namespace handbell::ui {

//! A conversation's messages in words: each row has a sentence for the screen reader and the parts that the
//! delegate paints. Pages back only when asked, by fetchOlder(): a list view would fetch at its lower end.
class MessageListWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role {
        BodyRole = Qt::UserRole + 100, //!< QString: the text, or what stands for a withdrawn one
        DayHeadingRole,                //!< QString: above the row, or empty
        AuthorWordsRole,               //!< QString: name, or empty where the row carries no author's line
        AuthorDetailRole,              //!< QString: "Receptionist · Front desk 2 · 10:20"
        FootRole,                      //!< QString: "10:21", under own messages
        DeliveryWordsRole,             //!< QString: "read by 4", under own messages
    };

    //! Both must outlive this.
    MessageListWords(client::MessageListModel &model, const client::Practice &practice,
                     QObject *parent = nullptr);

    void setToday(Today today);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &) const override { return false; }
    //! Asks for an older page where there is one.
    void fetchOlder();
    //! A message of the member's own that is in the record and not withdrawn.
    [[nodiscard]] static bool canWithdraw(const QModelIndex &index);
    //! A message of the member's own that the server did not take.
    [[nodiscard]] static bool isRefused(const QModelIndex &index);

private:
    [[nodiscard]] QString body(const QModelIndex &index) const;
    [[nodiscard]] QString authorDetail(const QModelIndex &index) const;
    [[nodiscard]] QString delivery(const QModelIndex &index) const;
    [[nodiscard]] QString sentence(const QModelIndex &index) const;

    client::MessageListModel &m_model;
    const client::Practice &m_practice;
    Today m_today;
};

} // namespace handbell::ui
