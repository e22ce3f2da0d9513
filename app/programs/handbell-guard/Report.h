// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"

#include <QByteArray>
#include <QString>

namespace handbell::programs {

//! What was found in a line, as one line of JSON. Holds nothing of the text.
[[nodiscard]] QByteArray jsonReport(const guard::Assessment &assessment);

//! Why line \a number could not be looked at, as one line of JSON; \a code is for scripts.
[[nodiscard]] QByteArray jsonError(qint64 number, QLatin1String code, const QString &message);

//! What was found in line \a number, \a text, in sentences: for somebody who sits before their own file.
[[nodiscard]] QString explanation(qint64 number, const QString &text, const guard::Assessment &assessment);

} // namespace handbell::programs
