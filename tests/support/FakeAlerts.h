// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertSound.h"
#include "ui/alerts/CardDesktop.h"

#include <vector>

namespace handbell::testing {

//! A screen of 1600×964 with the pointer where the test puts it: at the top left unless set.
class FakeDesktop : public ui::CardDesktop
{
public:
    using ui::CardDesktop::CardDesktop;

    QRect areaFor(const std::optional<QRect> &standing) const override
    {
        return screens[chosenScreen(choice, screens, at, standing)].available;
    }
    QPoint pointer() const override { return at; }

    ui::ScreenChoice choice;
    std::vector<ui::DesktopScreen> screens{{{}, {}, QRect(0, 0, 1600, 1000), QRect(0, 0, 1600, 964)}};
    QPoint at{10, 10};
};

//! Keeps what was to be heard.
class FakeSound : public ui::AlertSound
{
public:
    void play(protocol::Importance importance, client::CardForm form) override
    {
        played.push_back(importance);
        forms.push_back(form);
    }

    std::vector<protocol::Importance> played;
    std::vector<client::CardForm> forms; //!< of the same
};

} // namespace handbell::testing
