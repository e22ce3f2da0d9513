// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>

namespace handbell::fuzz {

//! What a fuzzer holds to be true whatever it is fed.
inline void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace handbell::fuzz
