// SPDX-License-Identifier: Apache-2.0
// libFuzzer: what a client sends over TLS before it is a frame of ours: an upgrade request, or frames of
// WebSocket.
#include "tests/fuzz/Require.h"
#include "transport/WebSocketFrames.h"
#include "transport/WebSocketUpgrade.h"

#include <QUtf8StringView>

#include <algorithm>
#include <vector>

using namespace handbell::transport;
using handbell::fuzz::require;

namespace {

constexpr qsizetype maxMessage = 300;

struct Reading
{
    std::vector<std::pair<int, QByteArray>> messages;
    std::optional<WebSocketClose> violation;

    friend bool operator==(const Reading &, const Reading &) = default;
};

//! \a bytes as they are read when they come \a step at a time.
Reading readIn(const QByteArray &bytes, qsizetype step)
{
    WebSocketReader reader(maxMessage);
    Reading reading;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        reader.add(bytes.constData() + at, std::min(step, bytes.size() - at));
        while (const auto message = reader.next())
            reading.messages.emplace_back(static_cast<int>(message->kind), message->payload);
    }
    reading.violation = reader.violation();
    return reading;
}

void readFrames(const QByteArray &bytes)
{
    using Kind = WebSocketReader::Message::Kind;
    const Reading whole = readIn(bytes, std::max<qsizetype>(bytes.size(), 1));
    require(whole == readIn(bytes, 1));
    require(whole == readIn(bytes, 7));
    for (size_t i = 0; i < whole.messages.size(); ++i) {
        const auto &[kind, payload] = whole.messages[i];
        require(payload.size() <= maxMessage);
        require(kind != static_cast<int>(Kind::Text) ||
                QUtf8StringView(payload.constData(), payload.size()).isValidUtf8());
        require(kind != static_cast<int>(Kind::Close) || i + 1 == whole.messages.size());
    }
}

void readRequest(const QByteArray &bytes)
{
    const auto answer = answerUpgrade(bytes);
    if (!answer) {
        require(bytes.size() < maxUpgradeRequest);
        return;
    }
    require(answer->answer.startsWith("HTTP/1.1 ") && answer->answer.endsWith("\r\n\r\n"));
    require(answer->answer.count("\r\n\r\n") == 1); // nothing of the request splits the answer
    if (!answer->isUpgraded)
        return;
    require(answer->requestSize <= bytes.size());
    // What it says does not depend on what follows it.
    const auto alone = answerUpgrade(bytes.first(answer->requestSize));
    require(alone && alone->answer == answer->answer);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    readRequest(bytes);
    readFrames(bytes);
    return 0;
}
