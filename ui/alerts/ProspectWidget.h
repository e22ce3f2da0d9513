// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertWords.h"

#include <QWidget>

#include <optional>

namespace handbell::ui {

class ActionButton;
class ReachList;
class TextLabel;
class Theme;

//! What will happen when an alert is rung, before it is: how many can see it now and what follows; who they
//! are, at a key; and where nobody can, whom to try instead, at another.
class ProspectWidget : public QWidget
{
    Q_OBJECT

public:
    //! All must outlive the widget.
    ProspectWidget(const Theme &theme, const client::Practice &practice, const AlertWords &words,
                   QWidget *parent = nullptr);

    void setAlert(const protocol::AlertTemplate &alertTemplate, const protocol::Address &address,
                  const AlertWords::Reach &reach);
    //! Neither target nor template: there is nothing to tell.
    void setNothing();
    //! As when it was made: without the names.
    void hideNames();
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    //! Ring there instead.
    void alternativeChosen(const handbell::protocol::Address &address);

private:
    void showOrHideNames();
    void showState();

    const AlertWords &m_words;
    std::optional<protocol::Address> m_alternative;
    TextLabel *m_text = nullptr;
    ActionButton *m_who = nullptr;
    ActionButton *m_try = nullptr;
    ReachList *m_names = nullptr;
    bool m_namesWanted = false;
};

} // namespace handbell::ui
