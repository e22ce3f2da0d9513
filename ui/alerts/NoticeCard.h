// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/CardWindow.h"

namespace handbell::ui {

//! A short word among the cards, where no bubble of the tray can lie over an alert: an alert went out by a
//! key from another program, a message came. Says what it is given and asks nothing.
class NoticeCard : public CardWindow
{
    Q_OBJECT

public:
    enum class Kind {
        Told,    //!< good to know
        Warning, //!< something did not happen that was asked for
    };

    //! \a action names what opened() will do; where it is empty there is nothing to open.
    NoticeCard(const Theme &theme, Kind kind, const QString &title, const QString &words,
               const QString &action = {});

    [[nodiscard]] Kind kind() const { return m_kind; }

Q_SIGNALS:
    void opened();
    void closeRequested();

private:
    Kind m_kind;
};

} // namespace handbell::ui
