// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Row.h"

#include <vector>

namespace handbell::client {
class Client;
}

namespace handbell::test {

//! What \a client shows of \a conversation, paged back to its first message; those waiting in the outbox come
//! last, without a seq. Lets the event loop run meanwhile.
[[nodiscard]] std::vector<Row> rowsOf(client::Client &client, ConversationId conversation);

} // namespace handbell::test
