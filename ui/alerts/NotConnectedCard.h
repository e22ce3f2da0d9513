// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "ui/alerts/CardWindow.h"

namespace handbell::ui {

class ActionButton;
class TextLabel;

//! "Alerts can't reach you": stands until the line is back (consulting-room rule 6).
class NotConnectedCard : public CardWindow
{
    Q_OBJECT

public:
    NotConnectedCard(const Theme &theme, WallTime since);

    void setSince(WallTime since);
    //! What "What to tell IT" shows and copies: host, error, times; no name, no text.
    void setDetails(const QString &details);

Q_SIGNALS:
    void retryRequested();

private:
    void showDetails();

    TextLabel *m_since = nullptr;
    TextLabel *m_details = nullptr;
    ActionButton *m_tell = nullptr;
};

} // namespace handbell::ui
