// SPDX-License-Identifier: Apache-2.0
#include "WsAdapter.h"

#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace peerbench {

namespace {

constexpr std::string_view stampMark = "PB1 ";
constexpr std::size_t stampEnd = stampMark.size() + 31; //!< two numbers and a space, see makePayload()

std::string base64Url(std::string_view bytes)
{
    std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    out.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char *>(out.data()),
                                                        reinterpret_cast<const unsigned char *>(bytes.data()),
                                                        static_cast<int>(bytes.size()))));
    std::replace(out.begin(), out.end(), '+', '-');
    std::replace(out.begin(), out.end(), '/', '_');
    while (out.ends_with('='))
        out.pop_back();
    return out;
}

//! The token handbell-load --prepare gave to this user: SHA-256 of "user:password".
std::string tokenOf(const AdapterOptions &options)
{
    const std::string text = options.user + ":" + options.password;
    std::string digest(32, '\0');
    EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char *>(digest.data()), nullptr, EVP_sha256(), nullptr);
    return base64Url(digest);
}

//! The guard reads every message, and a number of ten digits is a patient's or a telephone's now and then: the
//! stamp travels as letters.
std::string toLetters(std::string_view payload)
{
    std::string text(payload);
    std::for_each(text.begin() + stampMark.size(), text.begin() + static_cast<std::ptrdiff_t>(std::min(stampEnd, text.size())), [](char &c) {
        if (c >= '0' && c <= '9')
            c = static_cast<char>('a' + (c - '0'));
    });
    return text;
}

std::optional<Stamp> fromLetters(std::string_view text)
{
    std::string stamp(text.substr(0, stampEnd));
    for (std::size_t i = stampMark.size(); i < stamp.size(); ++i) {
        if (stamp[i] >= 'a' && stamp[i] <= 'j')
            stamp[i] = static_cast<char>('0' + (stamp[i] - 'a'));
    }
    return parsePayload(stamp);
}

std::uint64_t numberIn(std::string_view text)
{
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::uint64_t numberAfter(std::string_view text, std::string_view key)
{
    const auto at = text.find(key);
    return at == std::string_view::npos ? 0 : numberIn(text.substr(at + key.size()));
}

//! handbell.v1 as far as a member in one group needs it (app/protocol/PROTOCOL.md). AdapterOptions::room is what
//! handbell-load --prepare printed: the group's id, the record's epoch, the seq it ends at and how many of the users
//! are members, with colons between. Members come back to where they were; users after the last of them are
//! enrolled PCs with nobody signed in.
class HandbellAdapter final : public WsAdapter
{
public:
    HandbellAdapter(AdapterOptions options, Sink &sink) : WsAdapter(std::move(options), sink, "/", "handbell.v1")
    {
        std::string_view rest = m_options.room;
        for (std::string *part : {&m_group, &m_epoch, &m_cursor}) {
            *part = rest.substr(0, rest.find(':'));
            rest.remove_prefix(std::min(part->size() + 1, rest.size()));
        }
        m_isMember = numberIn(m_options.user.substr(1)) <= numberIn(rest);
    }

    bool acknowledges() const override { return true; }

    void join() override { sendText(R"({"type":"sync","id":2,"cursor":)" + m_cursor + R"(,"epoch":")" + m_epoch + "\"}"); }

    void send(std::uint32_t seq, std::string_view payload) override
    {
        std::string nonce = ws::randomKey();
        nonce.resize(nonce.find('='));
        std::replace(nonce.begin(), nonce.end(), '+', '-');
        std::replace(nonce.begin(), nonce.end(), '/', '_');
        sendText(R"({"type":"message.post","id":)" + std::to_string(seq + firstPostId) + R"(,"nonce":")" + nonce
                 + R"(","conversation":)" + m_group + R"(,"text":")" + toLetters(payload) + "\"}");
    }

protected:
    void opened() override
    {
        sendText(std::string(R"({"type":")") + (m_isMember ? "auth.token" : "auth.workstation")
                 + R"(","id":1,"client":{"protocol":1,"abilities":[],"program":"peerbench"},"token":")" + tokenOf(m_options) + "\"}");
    }

    void textReceived(std::string_view text) override
    {
        if (text.find(R"("type":"events")") != std::string_view::npos) {
            for (auto at = text.find(stampMark); at != std::string_view::npos; at = text.find(stampMark, at + stampMark.size())) {
                if (const auto stamp = fromLetters(text.substr(at)))
                    m_sink.delivered(*stamp);
            }
            sendText(R"({"type":"ack","cursor":)" + std::to_string(numberAfter(text, R"("cursor":)")) + "}");
        } else if (text.find(R"("type":"ok.accepted")") != std::string_view::npos) {
            m_sink.accepted(static_cast<std::uint32_t>(numberAfter(text, R"("id":)") - firstPostId));
        } else if (text.find(R"("type":"ok.session")") != std::string_view::npos
                   || text.find(R"("type":"ok.workstation")") != std::string_view::npos) {
            m_sink.ready();
        } else if (text.find(R"("type":"ok.sync")") != std::string_view::npos) {
            m_sink.joined();
        } else if (text.find(R"("type":"error")") != std::string_view::npos) {
            m_sink.failed(text);
        }
    }

private:
    static constexpr std::uint64_t firstPostId = 100;

    std::string m_group;
    std::string m_epoch;
    std::string m_cursor;
    bool m_isMember = false;
};

} // namespace

std::unique_ptr<Adapter> makeHandbellAdapter(AdapterOptions options, Sink &sink)
{
    return std::make_unique<HandbellAdapter>(std::move(options), sink);
}

} // namespace peerbench
