// SPDX-License-Identifier: Apache-2.0
#include "Adapter.h"

#include <charconv>
#include <cstdio>

namespace peerbench {

namespace {
constexpr std::string_view magic = "PB1 ";
constexpr std::size_t seqDigits = 10;
constexpr std::size_t nsDigits = 20;
}

std::string makePayload(Stamp stamp, std::size_t size)
{
    char head[64];
    const int length = std::snprintf(head, sizeof head, "PB1 %010u %020llu ", stamp.seq,
                                     static_cast<unsigned long long>(stamp.dueNs));
    std::string payload(head, static_cast<std::size_t>(length));
    if (payload.size() < size)
        payload.append(size - payload.size(), 'x');
    return payload;
}

std::optional<Stamp> parsePayload(std::string_view text)
{
    const auto at = text.find(magic);
    if (at == std::string_view::npos || text.size() - at < magic.size() + seqDigits + 1 + nsDigits)
        return std::nullopt;
    const char *seq = text.data() + at + magic.size();
    const char *ns = seq + seqDigits + 1;
    Stamp stamp;
    if (std::from_chars(seq, seq + seqDigits, stamp.seq).ec != std::errc{}
        || std::from_chars(ns, ns + nsDigits, stamp.dueNs).ec != std::errc{})
        return std::nullopt;
    return stamp;
}

std::unique_ptr<Adapter> makeAdapter(std::string_view protocol, AdapterOptions options, Sink &sink)
{
    if (protocol == "mqtt0")
        return makeMqttAdapter(std::move(options), sink, 0);
    if (protocol == "mqtt1")
        return makeMqttAdapter(std::move(options), sink, 1);
    if (protocol == "xmpp")
        return makeXmppAdapter(std::move(options), sink);
    if (protocol == "nats")
        return makeNatsAdapter(std::move(options), sink);
    if (protocol == "wsfloor")
        return makeWsFloorAdapter(std::move(options), sink);
    if (protocol == "handbell")
        return makeHandbellAdapter(std::move(options), sink);
    return nullptr;
}

} // namespace peerbench
