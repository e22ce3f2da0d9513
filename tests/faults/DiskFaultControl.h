// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace handbell::test {

//! What a DiskFault is to do from now on; all zero for a disk in order. Lies in a file that is mapped by
//! both.
struct DiskFaultControl
{
    int writeError = 0; //!< errno of writes, which get half done
    int syncError = 0;  //!< errno of syncs
    int period = 0;     //!< one call of so many fails; 0 and 1: each
};

} // namespace handbell::test
