// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace peerbench {

//! What every message carries: a number unique in the run and the time it was *due* to leave (CLOCK_MONOTONIC, ns).
//! Printable and free of XML and JSON specials, so that no protocol has to escape it.
struct Stamp
{
    std::uint32_t seq = 0;
    std::uint64_t dueNs = 0;
};

std::string makePayload(Stamp stamp, std::size_t size);
//! Finds a stamp anywhere in text; empty if there is none.
std::optional<Stamp> parsePayload(std::string_view text);

//! What an adapter tells the driver. One per client; the client outlives its adapter.
class Sink
{
public:
    virtual ~Sink() = default;
    virtual void write(std::string_view bytes) = 0;
    virtual void ready() = 0;
    virtual void joined() = 0;
    virtual void accepted(std::uint32_t seq) = 0;
    virtual void delivered(Stamp stamp) = 0;
    virtual void failed(std::string_view why) = 0;
};

struct AdapterOptions
{
    std::string user;
    std::string password;
    std::string host = "localhost";
    std::string room = "bench";
};

//! One protocol, seen from one client: it turns wishes into bytes and bytes into events, and owns no socket.
//! login -> ready(), join -> joined(), send -> accepted() where the protocol acknowledges.
class Adapter
{
public:
    virtual ~Adapter() = default;

    //! Some protocols talk in clear before TLS starts (NATS): true once `plain` holds all of that.
    virtual bool hasPrelude() const { return false; }
    virtual bool isPreludeComplete(std::string_view plain) const { return !plain.empty(); }

    //! False: the protocol has no acknowledgement to the sender, and none is counted.
    virtual bool acknowledges() const = 0;

    virtual void login() = 0;
    virtual void join() = 0;
    virtual void send(std::uint32_t seq, std::string_view payload) = 0;
    virtual void leave() {}
    //! Takes the unread bytes, answers how many it is done with; the rest is offered again with more behind it.
    virtual std::size_t parse(std::string_view unread) = 0;
};

//! protocol: mqtt0, mqtt1, xmpp, nats, wsfloor, handbell. Null for an unknown name.
std::unique_ptr<Adapter> makeAdapter(std::string_view protocol, AdapterOptions options, Sink &sink);

std::unique_ptr<Adapter> makeMqttAdapter(AdapterOptions options, Sink &sink, int qos);
std::unique_ptr<Adapter> makeXmppAdapter(AdapterOptions options, Sink &sink);
std::unique_ptr<Adapter> makeNatsAdapter(AdapterOptions options, Sink &sink);
std::unique_ptr<Adapter> makeWsFloorAdapter(AdapterOptions options, Sink &sink);
std::unique_ptr<Adapter> makeHandbellAdapter(AdapterOptions options, Sink &sink);

} // namespace peerbench
