// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertWords.h"

#include <QIdentityProxyModel>

namespace handbell::ui {

//! Puts words to a client::TargetModel: DisplayRole is the target's name, AccessibleTextRole the whole row.
class TargetWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role {
        SublineRole = Qt::UserRole + 100, //!< QString: "Dr Anna Patel, in consultation: routine alerts wait"
        IconRole,                         //!< int, Icon
        TokenRole,                        //!< int, Token of the icon
    };

    explicit TargetWords(QAbstractItemModel &targets, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    // Of a row of the source model.
    [[nodiscard]] static QString name(const QModelIndex &source);
    [[nodiscard]] static QString subline(const QModelIndex &source);
};

//! Puts words to a client::TemplateModel: DisplayRole is the text, AccessibleTextRole adds number and
//! importance.
class TemplateWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole + 100, //!< QString: its key, "1" to "9"; empty beyond
        IconRole,                        //!< int, Icon
        TokenRole,                       //!< int, Token of the icon
    };

    TemplateWords(QAbstractItemModel &templates, const AlertWords &words, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    const AlertWords &m_words;
};

} // namespace handbell::ui
