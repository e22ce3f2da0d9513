// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ledger/LedgerView.h"

#include <QAbstractTableModel>

namespace handbell::ui {

//! A ledger laid out one way, a row a line: what the chart shows, for a screen reader and a spreadsheet. GUI
//! thread only.
class LedgerTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Alerts,
        Routine,
        Important,
        Urgent,
        Answered,
        Share,
        HalfWithin,
        WentOn,
        RanOut,
        TakenBack,
        Open,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(std::vector<protocol::LedgerLine> lines, LedgerWay way);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    //! All of it as comma-separated values with a header row, RFC 4180; times in seconds, shares in percent,
    //! nothing where a number is held back.
    [[nodiscard]] QString csv() const;
    //! Whether anything is held back because too few people are behind it.
    [[nodiscard]] bool holdsBack() const;

private:
    //! The number a cell holds; nothing where there is none or it is held back.
    [[nodiscard]] std::optional<int> number(const protocol::LedgerLine &line, int column) const;
    [[nodiscard]] QString cell(const protocol::LedgerLine &line, int column) const;

    std::vector<protocol::LedgerLine> m_lines;
    LedgerWay m_way = LedgerWay::Room;
};

} // namespace handbell::ui
