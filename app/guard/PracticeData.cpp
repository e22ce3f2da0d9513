// SPDX-License-Identifier: Apache-2.0
#include "guard/PracticeData.h"

namespace handbell::guard {

QLatin1String nationName(Nation nation)
{
    switch (nation) {
    case Nation::England:
        return QLatin1String("england");
    case Nation::Wales:
        return QLatin1String("wales");
    case Nation::Scotland:
        return QLatin1String("scotland");
    case Nation::NorthernIreland:
        return QLatin1String("northern_ireland");
    }
    return {};
}

std::optional<Nation> nationFromName(QStringView name)
{
    for (const Nation nation : {Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland}) {
        if (name == nationName(nation))
            return nation;
    }
    return std::nullopt;
}

} // namespace handbell::guard
