// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "RawConnection.h"
#include "SmallPractice.h"
#include "Wire.h"

namespace handbell::test {

//! A whole server on loopback with one member at work on it, who is to notice nothing of what others do.
class WireServer
{
public:
    //! What start() is to start with may be changed before it.
    [[nodiscard]] server::ServerConfig &config() { return m_practice.config; }

    //! Whether the server runs and the member is in. Call once.
    bool start()
    {
        const protocol::ClientInfo info{protocol::protocolVersion, {}, QStringLiteral("test 1")};
        m_server = std::make_unique<server::Server>(m_practice.config, m_practice.clock, m_practice.random);
        if (!m_practice.problem().isEmpty() || !m_server->start())
            return false;
        m_member.emplace(m_server->port(), transport::Trust::authority(m_practice.authority));
        if (!m_member->opens())
            return false;
        m_member->send(
            {1, protocol::AuthJoin{info, {m_practice.code}, QStringLiteral("rainy tuesday desk")}});
        return m_member->nextOf<protocol::OkSession>().has_value();
    }

    //! Whether the member is still answered, on the connection they had from the first.
    bool servesOthers()
    {
        m_member->send({++m_id, protocol::Ping{}});
        return m_member->nextOf<protocol::Ok>().has_value();
    }

    [[nodiscard]] std::unique_ptr<RawConnection> connection() const
    {
        return std::make_unique<RawConnection>(m_server->port(), m_practice.authority);
    }
    [[nodiscard]] quint16 port() const { return m_server->port(); }

private:
    SmallPractice m_practice;
    std::unique_ptr<server::Server> m_server;
    std::optional<Wire> m_member;
    protocol::RequestId m_id = 1;
};

} // namespace handbell::test
