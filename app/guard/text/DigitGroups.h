// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Tokens.h"

#include <vector>

namespace handbell::guard {

//! What stands between two groups of digits that may be one number.
enum class Join : quint8 { None, Space, Hyphen, Dot, Slash };

struct DigitGroup
{
    qint32 token = 0;
    qint32 length = 0;
    Join before = Join::None; //!< to the group before
};

//! Groups that are joined and have ten digits together, by their numbers.
struct TenDigitGroups
{
    qint32 first = 0;
    qint32 last = 0;
};

//! Every run of digits of a text in order, and how each is joined to the next, found in one pass. A join is a
//! space of at most two units, or one of "-./" with or without a space beside it. Groups in web and mail
//! addresses are left out.
class DigitGroups
{
public:
    explicit DigitGroups(const Tokens &tokens);

    //! Groups the digits again, after the tokens were read again, in the memory of those before.
    void read();

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_groups.size()); }
    [[nodiscard]] const DigitGroup &at(qsizetype index) const { return m_groups[static_cast<size_t>(index)]; }
    //! How group \a index is joined to the one before it; None at the ends and past them.
    [[nodiscard]] Join joinBefore(qsizetype index) const
    {
        return index < 0 || index >= size() ? Join::None : at(index).before;
    }
    //! Every ten digits, by the first of their groups.
    [[nodiscard]] const std::vector<TenDigitGroups> &tens() const { return m_tens; }

private:
    void findTens();

    const Tokens &m_tokens;
    std::vector<DigitGroup> m_groups;
    std::vector<TenDigitGroups> m_tens;
};

} // namespace handbell::guard
