// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace handbell::client {

//! How the workstation is used at this moment, as far as its system tells.
struct DeskUse
{
    bool locked = false;    //!< the desktop session is locked, or its screen saver runs
    bool presented = false; //!< a program fills the screen, or says that it presents: others may be looking
    bool idle = false;      //!< nobody has touched keyboard or mouse for a while

    friend bool operator==(const DeskUse &, const DeskUse &) = default;
};

} // namespace handbell::client
