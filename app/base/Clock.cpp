// SPDX-License-Identifier: Apache-2.0
#include "base/Clock.h"

namespace handbell {

using std::chrono::milliseconds;
using std::chrono::time_point_cast;

WallTime SystemClock::wallNow() const
{
    return time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

SteadyTime SystemClock::steadyNow() const
{
    return time_point_cast<milliseconds>(std::chrono::steady_clock::now());
}

} // namespace handbell
