// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Adapter.h"
#include "Tally.h"
#include "Tls.h"

#include <memory>
#include <string>

namespace peerbench {

//! What all clients of one run report into.
struct Progress
{
    int ready = 0;
    int joined = 0;
    int failed = 0;
    std::string firstError;
    Samples connectMs;
    std::string cipher;
};

struct ClientPlan
{
    std::string protocol;
    std::string room;
    int port = 0;
    SSL_CTX *context = nullptr;
    int poll = -1;
};

//! One connection: socket, TLS and adapter. Its epoll data pointer is itself, so it must not move.
class Client final : public Sink
{
public:
    Client(std::size_t index, const ClientPlan &plan, Progress &progress, Tally &tally);

    void connect();
    void join() { m_adapter->join(); }
    void send(std::uint32_t seq, std::string_view payload) { m_adapter->send(seq, payload); }
    bool acknowledges() const { return m_adapter->acknowledges(); }
    void disconnect();
    void handleEvents();

    void write(std::string_view bytes) override;
    void ready() override;
    void joined() override;
    void accepted(std::uint32_t seq) override { m_tally.accepted(seq); }
    void delivered(Stamp stamp) override { m_tally.delivered(m_index, stamp); }
    void failed(std::string_view why) override;

private:
    enum class State { Closed, Connecting, Prelude, Handshaking, Open };

    void startTls();
    void readPrelude();
    void readAndParse();
    void watch();

    const std::size_t m_index;
    const ClientPlan &m_plan;
    Progress &m_progress;
    Tally &m_tally;
    State m_state = State::Closed;
    std::unique_ptr<TlsSocket> m_socket;
    std::unique_ptr<Adapter> m_adapter;
    std::string m_in;
    std::string m_corkedOut;
    bool m_corked = false;
    bool m_broken = false;
    unsigned m_watched = 0;
    std::uint64_t m_startedNs = 0;
};

} // namespace peerbench
