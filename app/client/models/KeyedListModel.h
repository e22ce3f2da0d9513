// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace handbell::client {

//! A list model over value rows. setRows() takes the rows as they should be and says what differs in the
//! smallest steps (remove, move, insert, change), so that a view keeps its selection and its scroll position.
//! \a Row has a `key()` that is hashable and unique among the rows, and `==`. \a Model is one of the abstract
//! models beside this.
template <class Model, class Row>
class KeyedListModel : public Model
{
public:
    explicit KeyedListModel(QObject *parent = nullptr)
        : Model(parent)
    {
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!this->checkIndex(index, QAbstractItemModel::CheckIndexOption::IndexIsValid))
            return {};
        return value(m_rows[static_cast<size_t>(index.row())], role);
    }

protected:
    using Key = std::decay_t<decltype(std::declval<const Row &>().key())>;

    //! What \a row says in \a role; invalid for roles the model does not have.
    [[nodiscard]] virtual QVariant value(const Row &row, int role) const = 0;

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    void setRows(std::vector<Row> wanted)
    {
        removeMissing(wanted);
        arrange(wanted);
        reportChanges(std::move(wanted));
    }

private:
    void removeMissing(const std::vector<Row> &wanted)
    {
        QSet<Key> keys;
        for (const Row &row : wanted)
            keys.insert(row.key());
        for (size_t last = m_rows.size(); last > 0;) {
            if (keys.contains(m_rows[last - 1].key())) {
                --last;
                continue;
            }
            size_t first = last - 1;
            while (first > 0 && !keys.contains(m_rows[first - 1].key()))
                --first;
            this->beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last) - 1);
            m_rows.erase(at(first), at(last));
            this->endRemoveRows();
            last = first;
        }
    }

    void arrange(const std::vector<Row> &wanted)
    {
        QSet<Key> present;
        for (const Row &row : m_rows)
            present.insert(row.key());
        for (size_t i = 0; i < wanted.size(); ++i) {
            if (i < m_rows.size() && m_rows[i].key() == wanted[i].key())
                continue;
            if (present.contains(wanted[i].key())) {
                moveHere(i, wanted[i].key());
                continue;
            }
            size_t end = i + 1;
            while (end < wanted.size() && !present.contains(wanted[end].key()))
                ++end;
            this->beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
            m_rows.insert(at(i), wanted.begin() + static_cast<std::ptrdiff_t>(i),
                          wanted.begin() + static_cast<std::ptrdiff_t>(end));
            this->endInsertRows();
            i = end - 1;
        }
    }

    //! Rows before \a to are in place, so the row of \a key stands after it.
    void moveHere(size_t to, const Key &key)
    {
        size_t from = to + 1;
        while (from < m_rows.size() && !(m_rows[from].key() == key))
            ++from;
        Q_ASSERT(from < m_rows.size());
        this->beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, static_cast<int>(to));
        std::rotate(at(to), at(from), at(from + 1));
        this->endMoveRows();
    }

    void reportChanges(std::vector<Row> wanted)
    {
        Q_ASSERT(wanted.size() == m_rows.size());
        for (size_t first = 0; first < wanted.size();) {
            if (m_rows[first] == wanted[first]) {
                ++first;
                continue;
            }
            size_t end = first;
            for (; end < wanted.size() && !(m_rows[end] == wanted[end]); ++end)
                m_rows[end] = std::move(wanted[end]);
            Q_EMIT this->dataChanged(this->index(static_cast<int>(first), 0),
                                     this->index(static_cast<int>(end) - 1, 0));
            first = end;
        }
    }

    typename std::vector<Row>::iterator at(size_t index)
    {
        return m_rows.begin() + static_cast<std::ptrdiff_t>(index);
    }

    std::vector<Row> m_rows;
};

} // namespace handbell::client
