// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace handbell::transport {

//! The server's answer to what a client says before it speaks WebSocket (RFC 6455, section 4).
struct WebSocketUpgrade
{
    QByteArray answer;           //!< HTTP, to be sent as it is
    bool isUpgraded = false;     //!< WebSocket follows; otherwise the connection ends after the answer
    bool speaksHandbell = false; //!< the client offered subprotocolName, and the answer takes it
    qsizetype requestSize = 0;   //!< bytes of the request
};

//! A request of more than this is refused, complete or not.
inline constexpr qsizetype maxUpgradeRequest = 8 * 1024;

//! Reads the request at the beginning of \a received. Nothing while it is incomplete and may still become
//! one. Requests of other origins than Handbell's own are refused with 403, other versions with 426, whatever
//! is no request for WebSocket with 400.
[[nodiscard]] std::optional<WebSocketUpgrade> answerUpgrade(const QByteArray &received);

} // namespace handbell::transport
