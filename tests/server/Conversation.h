// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/ServerKit.h"

#include <QTest>

// What the conversation tests of this folder share.

namespace handbell::test {

inline QString text(const char *words)
{
    return QString::fromUtf8(words);
}

//! A message without confirmation.
inline protocol::MessagePost post(ServerKit &kit, ConversationId conversation, const char *words)
{
    return {kit.nonce(), conversation, text(words), {}};
}

//! An alert by the template \a key, without a note.
inline protocol::AlertRaise ring(ServerKit &kit, const char *key, protocol::Address address)
{
    return {kit.nonce(), kit.alertTemplate(key), std::move(address), {}, {}};
}

} // namespace handbell::test
