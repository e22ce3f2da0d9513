// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace handbell {

#ifdef HANDBELL_FAILPOINTS
//! A named place at which a test can end the program as a power cut would: nothing is flushed, said or tidied
//! up. The environment variable HANDBELL_FAILPOINT, "NAME:COUNT", ends it at the COUNTth passing of NAME,
//! with exit code 86. Callable from any thread. Only in builds with HANDBELL_FAILPOINTS, which no release is.
void passFailpoint(const char *name);
#else
inline void passFailpoint(const char *) {}
#endif

} // namespace handbell
