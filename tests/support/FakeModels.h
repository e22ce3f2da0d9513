// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/models/ConversationListModel.h"
#include "client/models/MessageListModel.h"
#include "client/models/PresenceBoardModel.h"
#include "client/models/TargetModel.h"
#include "client/models/TemplateModel.h"

#include <QHash>

#include <algorithm>
#include <utility>
#include <vector>

namespace handbell::testing {

//! One row: role -> value.
using FakeRow = QHash<int, QVariant>;

//! Any of the client's list models, with rows that the test puts in. The five below are ready-made.
template <class Model>
class FakeListModel : public Model
{
public:
    explicit FakeListModel(QObject *parent = nullptr)
        : Model(parent)
    {
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        return this->checkIndex(index, QAbstractItemModel::CheckIndexOption::IndexIsValid)
                   ? m_rows[size_t(index.row())].value(role)
                   : QVariant();
    }

    void setRows(std::vector<FakeRow> rows)
    {
        this->beginResetModel();
        m_rows = std::move(rows);
        this->endResetModel();
    }
    void appendRow(FakeRow row)
    {
        this->beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
        m_rows.push_back(std::move(row));
        this->endInsertRows();
    }
    //! Puts rows before those there are, in one step.
    void prependRows(const std::vector<FakeRow> &rows)
    {
        this->beginInsertRows({}, 0, int(rows.size()) - 1);
        m_rows.insert(m_rows.begin(), rows.begin(), rows.end());
        this->endInsertRows();
    }
    void removeRow(int row)
    {
        this->beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        this->endRemoveRows();
    }
    //! Changes some roles of a row.
    void changeRow(int row, const FakeRow &values)
    {
        for (auto value = values.cbegin(); value != values.cend(); ++value)
            m_rows[size_t(row)].insert(value.key(), value.value());
        Q_EMIT this->dataChanged(this->index(row, 0), this->index(row, 0));
    }

private:
    std::vector<FakeRow> m_rows;
};

using FakeConversationListModel = FakeListModel<client::ConversationListModel>;
using FakePresenceBoardModel = FakeListModel<client::PresenceBoardModel>;
using FakeTemplateModel = FakeListModel<client::TemplateModel>;

//! Messages; setConversation() is only recorded.
class FakeMessageListModel : public FakeListModel<client::MessageListModel>
{
public:
    using FakeListModel::FakeListModel;

    void setConversation(ConversationId conversation) override { m_conversation = conversation; }
    ConversationId conversation() const override { return m_conversation; }

private:
    ConversationId m_conversation;
};

//! Targets with their addresses and the words a filter finds them by: a row stays while any of its words
//! begins with what was typed.
class FakeTargetModel : public FakeListModel<client::TargetModel>
{
public:
    struct Target
    {
        protocol::Address address;
        QStringList found; //!< what finds it, in small letters: "c3", "consulting room 3"
        FakeRow row;
    };

    using FakeListModel::FakeListModel;

    void setTargets(std::vector<Target> targets)
    {
        m_all = std::move(targets);
        setFilter(m_filter);
    }
    void setFilter(const QString &typed) override
    {
        m_filter = typed;
        m_addresses.clear();
        std::vector<FakeRow> rows;
        for (const Target &target : m_all) {
            const auto matches = [&](const QString &word) {
                return word.startsWith(typed.trimmed().toLower());
            };
            if (!typed.trimmed().isEmpty() && std::none_of(target.found.begin(), target.found.end(), matches))
                continue;
            m_addresses.push_back(target.address);
            rows.push_back(target.row);
        }
        setRows(std::move(rows));
    }
    protocol::Address address(const QModelIndex &index) const override
    {
        return m_addresses.at(size_t(index.row()));
    }
    void setFavourites(const std::vector<protocol::Address> &favourites) override
    {
        for (Target &target : m_all) {
            const bool favourite =
                std::find(favourites.begin(), favourites.end(), target.address) != favourites.end();
            target.row.insert(client::TargetModel::FavouriteRole, favourite);
        }
        setFilter(m_filter);
    }
    QString filter() const { return m_filter; }

private:
    std::vector<Target> m_all;
    std::vector<protocol::Address> m_addresses;
    QString m_filter;
};

} // namespace handbell::testing
