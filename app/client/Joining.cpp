// SPDX-License-Identifier: Apache-2.0
#include "client/Joining.h"

#include "transport/AuthorityProbe.h"

#include <QPointer>

#include <utility>

namespace handbell::client {

protocol::ClientInfo ownClientInfo()
{
    return {protocol::protocolVersion, protocol::ownAbilities(),
            QStringLiteral("handbell " HANDBELL_VERSION)};
}

transport::Trust trustOf(const Profile::Server &server)
{
    if (server.authorityDer.isEmpty())
        return transport::Trust::publicCertificates();
    return transport::Trust::authority(QSslCertificate(server.authorityDer, QSsl::Der));
}

Joining::Joining(Request request, ChannelFactory channels, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_channels(std::move(channels))
{
    m_server.address = {m_request.invitation.host, m_request.invitation.port};
}

Joining::~Joining()
{
    if (m_connection)
        m_connection->disconnect(this);
}

void Joining::start(std::function<void(Result<std::shared_ptr<Outcome>>)> done)
{
    m_done = std::move(done);
    if (m_request.invitation.usesPublicCertificate()) {
        openChannel();
        return;
    }
    if (isKnownServer()) {
        m_server.authorityDer = m_request.known->authorityDer;
        openChannel();
        return;
    }
    auto *probe = new transport::AuthorityProbe(m_server.address, m_request.invitation.pin, {}, this);
    connect(probe, &transport::AuthorityProbe::found, this, [this, probe](const QSslCertificate &authority) {
        probe->deleteLater();
        m_server.authorityDer = authority.toDer();
        openChannel();
    });
    connect(probe, &transport::AuthorityProbe::failed, this, &Joining::fail);
    probe->start();
}

bool Joining::isKnownServer() const
{
    if (!m_request.known || m_request.known->address != m_server.address)
        return false;
    if (m_request.known->authorityDer.isEmpty())
        return m_request.invitation.usesPublicCertificate();
    return transport::spkiPin(QSslCertificate(m_request.known->authorityDer, QSsl::Der)) ==
           m_request.invitation.pin;
}

void Joining::openChannel()
{
    m_connection =
        std::make_unique<Connection>(m_channels(m_server.address, trustOf(m_server)), m_request.patience);
    connect(m_connection.get(), &Connection::opened, this, [this] {
        if (m_request.workstationToken && isKnownServer())
            showWorkstation();
        else
            useCode();
    });
    connect(m_connection.get(), &Connection::closed, this, [this](const transport::CloseReason &reason) {
        fail({reason.code.value_or(ErrorCode::Unreachable), reason.detail});
    });
    m_connection->open();
}

void Joining::showWorkstation()
{
    const protocol::AuthWorkstation message{ownClientInfo(), {*m_request.workstationToken}};
    m_connection->request(message, [self = QPointer(this)](const Result<protocol::ServerMessage> &answer) {
        if (!self || !self->m_done)
            return;
        if (answer) {
            self->useCode();
        } else if (answer.error().code == ErrorCode::TokenRevoked) {
            // This PC is not enrolled any more: the invitation may enrol it anew, on another connection.
            self->m_request.workstationToken.reset();
            self->m_connection->disconnect(self);
            self->m_connection.release()->deleteLater();
            self->openChannel();
        } else {
            self->fail(answer.error());
        }
    });
}

void Joining::useCode()
{
    protocol::AuthJoin message{ownClientInfo(), {m_request.invitation.code}, std::nullopt};
    if (!m_request.password.isEmpty())
        message.password = m_request.password;
    m_connection->request(message, [self = QPointer(this)](const Result<protocol::ServerMessage> &answer) {
        if (!self || !self->m_done)
            return;
        if (answer)
            self->onCodeAnswered(*answer);
        else
            self->fail(answer.error());
    });
}

void Joining::onCodeAnswered(const protocol::ServerMessage &message)
{
    auto outcome = std::make_shared<Outcome>();
    if (const auto *workstation = std::get_if<protocol::OkWorkstation>(&message))
        outcome->answer = *workstation;
    else if (const auto *session = std::get_if<protocol::OkSession>(&message))
        outcome->answer = *session;
    else
        return fail(
            {ErrorCode::UnexpectedMessage, QStringLiteral("the server answered with something else")});
    m_connection->disconnect(this);
    outcome->server = m_server;
    outcome->connection = std::move(m_connection);
    std::exchange(m_done, nullptr)(outcome);
}

void Joining::fail(const Error &error)
{
    if (!m_done)
        return;
    if (m_connection) {
        m_connection->disconnect(this);
        m_connection.release()->deleteLater();
    }
    std::exchange(m_done, nullptr)(error);
}

} // namespace handbell::client
