// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ledger/LedgerView.h"

#include <QWidget>

namespace handbell::ui {

class Theme;

//! A ledger as bars, a row a line, stacked by importance; behind each bar the number of its alerts, what
//! share was answered, and within what time half of them. The table beside it says the same to a screen
//! reader. GUI thread only.
class LedgerChart : public QWidget
{
    Q_OBJECT

public:
    //! \a theme outlives it.
    explicit LedgerChart(const Theme &theme, QWidget *parent = nullptr);

    void setLines(std::vector<protocol::LedgerLine> lines, LedgerWay way);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    //! The distance of the marks on an axis that reaches \a most, and where it ends: 1, 2 or 5 times a power
    //! of ten, five marks at most.
    struct Axis
    {
        int step = 1;
        int end = 1;
    };
    [[nodiscard]] static Axis axisFor(int most);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Columns;

    [[nodiscard]] Columns columns() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int headHeight() const;
    void paintHead(QPainter &painter, const Columns &columns) const;
    void paintRow(QPainter &painter, const Columns &columns, const protocol::LedgerLine &line,
                  const QRect &row) const;

    const Theme &m_theme;
    std::vector<protocol::LedgerLine> m_lines;
    LedgerWay m_way = LedgerWay::Room;
    Axis m_axis;
};

} // namespace handbell::ui
