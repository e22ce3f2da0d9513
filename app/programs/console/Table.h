// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace handbell::programs {

//! \a text fit for a terminal: whatever would move the cursor, colour the line or turn it around becomes "?".
[[nodiscard]] QString forTerminal(const QString &text);

//! Rows under headings, each column as wide as its widest cell, for people to read.
class Table
{
public:
    explicit Table(QStringList headings)
        : m_rows{std::move(headings)}
    {
    }

    //! Adds a row with as many cells as there are headings.
    void add(QStringList cells);
    //! The table with a line break after each row; \a whenEmpty where it has none.
    [[nodiscard]] QString toText(const QString &whenEmpty) const;

private:
    std::vector<QStringList> m_rows;
};

} // namespace handbell::programs
