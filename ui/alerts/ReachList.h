// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Practice.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace handbell::ui {

class AlertWords;
class Theme;

//! Whom an address means, one a line: name, job role, room and state, first those who can see an alert now. A
//! long list is cut, and says how many more there are. Follows the practice. A screen reader finds all of the
//! lines in its accessible name.
class ReachList : public QWidget
{
    Q_OBJECT

public:
    //! All must outlive the list.
    ReachList(const Theme &theme, const client::Practice &practice, const AlertWords &words,
              QWidget *parent = nullptr);

    void setAddress(const std::optional<protocol::Address> &address);
    //! The address means nobody.
    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }

Q_SIGNALS:
    //! Somebody came, went or is in another state.
    void changed();

private:
    struct Line
    {
        Icon icon{};
        Token token{};
        QString words;

        friend bool operator==(const Line &, const Line &) = default;
    };

    void renew();
    [[nodiscard]] std::vector<Line> linesOf(const protocol::Address &address) const;

    const Theme &m_theme;
    const client::Practice &m_practice;
    const AlertWords &m_words;
    std::optional<protocol::Address> m_address;
    std::vector<Line> m_lines;
    QVBoxLayout *m_column = nullptr;
};

} // namespace handbell::ui
