// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace handbell::ui {

//! Who will read what is typed; stands beside the send button, so that nothing goes to the wrong person
//! unseen.
struct Recipient
{
    QString name;   //!< "Front desk", "Dr Anna Patel"
    QString detail; //!< "6 people", "GP · Consulting room 3"

    friend bool operator==(const Recipient &, const Recipient &) = default;
};

} // namespace handbell::ui
