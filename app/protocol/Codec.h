// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Messages.h"

// Frames to messages and back. Nothing beyond this library handles raw JSON. Pure functions, callable from
// any thread.

namespace handbell::protocol {

//! A request's number, 1 to 2^53, chosen by the client and repeated in the answer. Whether it is unique
//! within its connection is the client's affair.
using RequestId = qint64;

//! A frame from a client.
struct ClientFrame
{
    std::optional<RequestId> id; //!< absent for Ack alone
    ClientMessage message;

    friend bool operator==(const ClientFrame &, const ClientFrame &) = default;
};

//! A frame from a server.
struct ServerFrame
{
    std::optional<RequestId> id; //!< absent for notices and for errors about frames that had none
    ServerMessage message;

    friend bool operator==(const ServerFrame &, const ServerFrame &) = default;
};

//! Why a frame could not be read, with its id where that much could be read, so that the answer finds its
//! request.
struct FrameError
{
    std::optional<RequestId> id;
    Error error;
    QLatin1String type{}; //!< where it is one there is
    QString field{};      //!< the path of the member that is wrong, where it is one: fit for a log
};

//! Either a frame or what is wrong with it.
template <class Frame>
using Parsed = std::variant<Frame, FrameError>;

//! What is said of a frame that broke a rule before it was read: FrameTooLarge, BinaryFrame.
[[nodiscard]] Error frameRuleError(ErrorCode code);

//! Reads what a client sent: MalformedFrame, FrameTooLarge, UnknownType or InvalidField otherwise.
[[nodiscard]] Parsed<ClientFrame> parseClientFrame(const QByteArray &frame);
//! Reads what a server sent, likewise.
[[nodiscard]] Parsed<ServerFrame> parseServerFrame(const QByteArray &frame);

[[nodiscard]] QByteArray encode(const ClientFrame &frame);
[[nodiscard]] QByteArray encode(const ServerFrame &frame);

//! The wire name of a message.
[[nodiscard]] QLatin1String typeOf(const ClientMessage &message);
[[nodiscard]] QLatin1String typeOf(const ServerMessage &message);
//! Whether the server takes \a message in \a state.
[[nodiscard]] bool acceptedIn(const ClientMessage &message, SessionState state);

//! Every type there is, in registry order.
[[nodiscard]] std::vector<QLatin1String> clientTypes();
[[nodiscard]] std::vector<QLatin1String> serverTypes();

//! What this build can do beyond the protocol version.
[[nodiscard]] std::vector<QString> ownAbilities();

} // namespace handbell::protocol
