// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1String>
#include <QtGlobal>

#include <chrono>

namespace handbell::transport {

//! The WebSocket subprotocol; a peer that does not speak it is turned away.
inline constexpr QLatin1String subprotocolName("handbell.v1");
//! The one Origin a client may send. Handbell's own clients send none; a browser always sends its page's and
//! is refused, so that no web page can talk to the practice's server through a workstation's browser.
inline constexpr QLatin1String clientOrigin("handbell://client");

//! The most a frame may hold, in bytes of UTF-8 (architecture.md, Protocol).
inline constexpr qsizetype maxFrameSize = 256 * 1024;
//! Frames up to this are still read, so that "too large" can be answered in words; beyond it the WebSocket
//! itself closes with 1009.
inline constexpr qsizetype maxReadFrameSize = 1024 * 1024;

//! Waiting times of a connection; tests shorten them.
struct Timings
{
    //! From connecting (or being accepted) until the WebSocket is open.
    std::chrono::milliseconds handshake{5000};
    //! Between pings.
    std::chrono::milliseconds pingInterval{3000};
    //! Nothing heard for this long, pongs included: the link is dead. Two pings without an answer, and time
    //! for the second one's. Staff must know within 10 s (product.md, consulting-room rule 6), which leaves
    //! three for the graces that follow: LinkWatch::usualGrace here, HubLimits::presenceGrace with the
    //! others.
    std::chrono::milliseconds silence{7000};
    //! After close(), how long the peer may take before the socket is cut.
    std::chrono::milliseconds closing{2000};
};

//! How much one server accepts.
struct ConnectionLimits
{
    int perAddress = 64; //!< a terminal server is one address with many workstations
    int total = 1024;
    //! Unsent bytes a connection may pile up before it is dropped to resume later.
    qint64 maxUnsentBytes = 4 * 1024 * 1024;
};

} // namespace handbell::transport
