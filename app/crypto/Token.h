// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/Secret.h"

namespace handbell::crypto {

//! A 256-bit bearer token of a workstation or a signed-in member. The holder keeps the text form in its
//! keychain; the server stores digest() alone and looks it up by that.
using Token = Secret<struct TokenTag, 32>;

//! The single-use 128-bit code of an invitation; the server stores digest() alone.
using InvitationCode = Secret<struct InvitationCodeTag, 16>;

} // namespace handbell::crypto
