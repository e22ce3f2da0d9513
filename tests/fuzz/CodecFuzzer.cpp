// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes at all as a frame from a client, as one from a server, and what a client makes of it.
#include "protocol/Codec.h"
#include "protocol/PracticeState.h"
#include "tests/fuzz/Require.h"

using namespace handbell;
using namespace handbell::protocol;
using handbell::fuzz::require;

namespace {

//! An answer repeats little of what was wrong.
constexpr qsizetype longestDetail = 500;

//! What can be read is written again, and read as the same.
template <class Frame>
std::optional<Frame> readTwice(const QByteArray &bytes, Parsed<Frame> (*parse)(const QByteArray &))
{
    const auto parsed = parse(bytes);
    if (const auto *wrong = std::get_if<FrameError>(&parsed)) {
        require(!wrong->error.detail.isEmpty() && wrong->error.detail.size() <= longestDetail);
        require(!wrong->id || *wrong->id >= 1);
        return std::nullopt;
    }
    const auto &frame = std::get<Frame>(parsed);
    const QByteArray written = encode(frame);
    const auto again = parse(written);
    require(std::holds_alternative<Frame>(again) && std::get<Frame>(again) == frame);
    require(encode(std::get<Frame>(again)) == written);
    return frame;
}

//! A server's events and snapshots through the reducer that every client has.
void follow(const ServerFrame &frame)
{
    PracticeState state;
    if (const auto *synced = std::get_if<OkSync>(&frame.message); synced && synced->snapshot)
        state = *synced->snapshot;
    const auto *notice = std::get_if<EventsNotice>(&frame.message);
    if (!notice)
        return;
    for (const Event &event : notice->events) {
        const PracticeState before = state;
        if (!state.apply(event))
            require(state == before);
        (void)visibleTo(event, MemberId(1), state);
    }
    (void)viewFor(state, MemberId(1));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    (void)readTwice<ClientFrame>(bytes, parseClientFrame);
    if (const auto frame = readTwice<ServerFrame>(bytes, parseServerFrame))
        follow(*frame);
    return 0;
}
