// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace handbell {

//! \a cells as one line of comma-separated values after RFC 4180, with its line break. A cell that a
//! spreadsheet would take for a formula (it begins with = + - @, a tab or a line break) gets an apostrophe
//! before it: names are typed by people, and a file is opened by others.
[[nodiscard]] QString csvLine(const QStringList &cells);

} // namespace handbell
