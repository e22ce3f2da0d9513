// SPDX-License-Identifier: Apache-2.0
#include "Client.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <cstring>

namespace peerbench {

Client::Client(std::size_t index, const ClientPlan &plan, Progress &progress, Tally &tally)
    : m_index(index), m_plan(plan), m_progress(progress), m_tally(tally)
{
}

void Client::connect()
{
    AdapterOptions options;
    options.user = "u" + std::to_string(m_index + 1);
    options.password = "p" + std::to_string(m_index + 1);
    options.room = m_plan.room;
    m_adapter = makeAdapter(m_plan.protocol, options, *this);
    m_in.clear();
    m_corkedOut.clear();
    m_broken = false;
    m_watched = 0;
    m_startedNs = monotonicNs();
    const int fd = connectLoopback(m_plan.port);
    m_socket = std::make_unique<TlsSocket>(fd);
    m_state = State::Connecting;
    if (fd < 0)
        return failed("connect");
    watch();
}

void Client::disconnect()
{
    if (m_state == State::Open && !m_broken)
        m_adapter->leave();
    if (m_socket)
        m_socket->close();
    m_state = State::Closed;
}

void Client::handleEvents()
{
    if (m_state == State::Closed)
        return;
    if (m_state == State::Connecting) {
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(m_socket->fd(), SOL_SOCKET, SO_ERROR, &error, &size);
        if (error)
            return failed(std::string("connect: ") + std::strerror(error));
        if (m_adapter->hasPrelude())
            m_state = State::Prelude;
        else
            startTls();
    } else if (m_state == State::Prelude) {
        readPrelude();
    }
    if (m_state == State::Handshaking) {
        m_socket->continueHandshake();
        if (m_socket->state() == TlsSocket::State::Open) {
            m_state = State::Open;
            if (m_progress.cipher.empty())
                m_progress.cipher = m_socket->cipher();
            m_adapter->login();
        }
    }
    if (m_state == State::Open) {
        m_socket->flush();
        readAndParse();
    }
    if (m_socket->state() == TlsSocket::State::Closed && !m_broken)
        failed(m_socket->error());
    if (!m_broken)
        watch();
}

void Client::startTls()
{
    m_socket->start(m_plan.context, TlsSocket::Role::Client, "localhost");
    m_state = State::Handshaking;
}

void Client::readPrelude()
{
    char buffer[4096];
    const auto n = recv(m_socket->fd(), buffer, sizeof buffer, 0);
    if (n == 0)
        return failed("closed before TLS");
    if (n > 0)
        m_in.append(buffer, static_cast<std::size_t>(n));
    if (m_adapter->isPreludeComplete(m_in)) {
        m_in.clear();
        startTls();
    }
}

void Client::readAndParse()
{
    m_socket->read(m_in);
    if (m_in.empty())
        return;
    m_corked = true; // answers to one batch leave as one record
    const std::size_t done = m_adapter->parse(m_in);
    m_corked = false;
    m_in.erase(0, done);
    if (!m_corkedOut.empty()) {
        m_socket->write(m_corkedOut);
        m_corkedOut.clear();
    }
}

void Client::write(std::string_view bytes)
{
    if (m_corked) {
        m_corkedOut.append(bytes);
        return;
    }
    m_socket->write(bytes);
    if (m_socket->wantsWrite())
        watch();
}

void Client::watch()
{
    const bool writes = m_state == State::Connecting || m_socket->wantsWrite();
    const unsigned wanted = EPOLLIN | (writes ? static_cast<unsigned>(EPOLLOUT) : 0u);
    if (wanted == m_watched)
        return;
    epoll_event event{};
    event.events = wanted;
    event.data.ptr = this;
    epoll_ctl(m_plan.poll, m_watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, m_socket->fd(), &event);
    m_watched = wanted;
}

void Client::ready()
{
    ++m_progress.ready;
    m_progress.connectMs.add(static_cast<double>(monotonicNs() - m_startedNs) / 1e6);
}

void Client::joined()
{
    ++m_progress.joined;
}

void Client::failed(std::string_view why)
{
    if (m_broken)
        return;
    m_broken = true;
    ++m_progress.failed;
    if (m_progress.firstError.empty())
        m_progress.firstError = "client " + std::to_string(m_index + 1) + ": " + std::string(why.substr(0, 300));
    if (m_socket && m_socket->fd() >= 0)
        epoll_ctl(m_plan.poll, EPOLL_CTL_DEL, m_socket->fd(), nullptr);
}

} // namespace peerbench
