// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "guard/PracticeData.h"

#include <QByteArray>

namespace handbell::programs {

//! What a JSON file says of a practice: nation ("england", "wales", "scotland", "northern_ireland"), roster,
//! addresses, postcodes, phone_numbers, emails, domains, allow; each may be left out. InvalidArgument names a
//! member that means nothing.
[[nodiscard]] Result<guard::PracticeData> readPracticeFile(const QByteArray &json);

} // namespace handbell::programs
