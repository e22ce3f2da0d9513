// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/Panel.h"

namespace handbell::client {
class Session;
}

namespace handbell::ui {

class TextLabel;

//! Across the window after a member came here from another PC: where they were, and that they are not there
//! any more. Until they close it. GUI thread only.
class MovedBanner : public Panel
{
    Q_OBJECT

public:
    //! Both must outlive the banner.
    MovedBanner(const Theme &theme, const client::Session &session, QWidget *parent = nullptr);

private:
    TextLabel *m_words;
};

} // namespace handbell::ui
