// SPDX-License-Identifier: Apache-2.0
#include "LadderDesk.h"

#include "transport/Invitation.h"

#include <QCoreApplication>

namespace handbell::testing {

using client::CardForm;
using client::Session;
using transport::Delivery;
using transport::LoopbackChannel;

void letHappen(test::ServerKit &kit)
{
    for (int quiet = 0; quiet < 2; ++quiet) {
        if (kit.settle())
            quiet = 0;
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void DeskSecrets::reset(const std::map<QString, QByteArray> &values, bool keeps) // NOLINT: see header
{
    m_keeps = keeps;
    m_kept = std::make_unique<client::MemorySecretStore>();
    for (const auto &[name, value] : values) {
        if (!name.contains(QStringLiteral("cache-key")))
            m_kept->write(name, value);
    }
}

LadderDesk::LadderDesk()
    : m_profile(*client::Profile::open(QStringLiteral("test"), QDir(m_folder.path())))
{
}

void LadderDesk::reset(const std::map<QString, QByteArray> &secrets, bool keeps) // NOLINT: see header
{
    quit();
    m_secrets.reset(secrets, keeps);
    m_whole = true;
    m_served = true;
    m_complaint.clear();
    const QStringList kept = m_profile->folder().entryList({QStringLiteral("member-*")}, QDir::Files);
    for (const QString &name : kept)
        QFile::remove(m_profile->folder().filePath(name));
}

void LadderDesk::open(test::ServerKit &kit, Random &random)
{
    m_kit = &kit;
    ++m_life;
    // No waiting: a line that breaks is tried again at once, and never given up by the real clock.
    client::Pacing pacing;
    pacing.retryBase = pacing.retryCap = pacing.settled = std::chrono::milliseconds(0);
    pacing.patience = std::chrono::hours(24);
    const client::ChannelFactory channels = [this](const transport::ServerAddress &,
                                                   const transport::Trust &) {
        return makeChannel();
    };
    m_client = std::make_unique<client::Client>(
        client::Client::Parts{*m_profile, m_secrets, channels, kit.clock, random, pacing});
    client::AlertManager &alerts = m_client->alerts();
    QObject::connect(&alerts, &client::AlertManager::incomingChanged, &m_context, [this] { onIncoming(); });
    QObject::connect(&alerts, &client::AlertManager::incomingEnded, &m_context,
                     [this](const client::AlertEnding &ending) { onEnded(ending); });
    QObject::connect(&m_client->practice(), &client::Practice::wasReset, &m_context, [this] {
        if (!m_client || m_client->practice().self().isValid())
            return;
        ++m_life; // somebody left
        m_ended.clear();
    });
    m_client->start();
}

bool LadderDesk::join(const QByteArray &code, const QString &password)
{
    transport::Invitation invitation;
    invitation.host = QStringLiteral("handbell.example");
    invitation.port = 8443;
    invitation.pin = QByteArray(32, '\0');
    invitation.code = code;
    invitation.expiry = WallTime(std::chrono::seconds(1'900'000'000));
    const auto joined = m_client->session().join(invitation.toText(), password);
    for (int i = 0; i < 20 && !joined.isFinished(); ++i)
        letHappen(*m_kit);
    return joined.isFinished() && joined.result().ok();
}

void LadderDesk::quit()
{
    m_client.reset();
    m_deadEnd.reset();
    m_cards.clear();
    m_ended.clear();
    m_asked.clear();
}

std::unique_ptr<transport::Channel> LadderDesk::makeChannel()
{
    if (m_whole && m_served) {
        auto channel = m_kit->makeChannel();
        m_line = channel.get();
        return channel;
    }
    auto [far, near] = LoopbackChannel::makePair(Delivery::EventLoop);
    m_deadEnd = std::move(far);
    return std::move(near);
}

void LadderDesk::cut()
{
    m_whole = false;
    if (m_line)
        m_line->cut();
}

void LadderDesk::mend()
{
    m_whole = true;
    retry();
}

void LadderDesk::setServed(bool served) // NOLINT: see header
{
    m_served = served;
    retry();
}

void LadderDesk::retry()
{
    if (m_whole && m_served && m_deadEnd)
        m_deadEnd->cut();
}

MemberId LadderDesk::follower() const
{
    if (!m_client || !m_whole || !m_served)
        return {};
    const Session &session = m_client->session();
    const bool follows = session.state() == Session::State::SignedIn &&
                         session.link() == Session::Link::Online &&
                         m_client->practice().self() == session.member();
    return follows ? session.member() : MemberId{};
}

void LadderDesk::onIncoming()
{
    std::set<AlertId> wanted;
    for (const client::IncomingAlert &item : m_client->alerts().incoming()) {
        if (item.answeredPassOn || item.form == CardForm::Held)
            continue;
        wanted.insert(item.alert.id);
        if (m_cards.contains(item.alert.id))
            continue;
        m_asked.push_back(item.alert.id);
        if (m_ended.contains(item.alert.id))
            m_complaint = QStringLiteral("a card is put up for alert %1, which was said to have ended")
                              .arg(item.alert.id.value);
    }
    const std::set<AlertId> before = std::exchange(m_cards, std::move(wanted));
    for (const AlertId alert : m_cards) {
        if (!before.contains(alert))
            m_client->alerts().markShown(alert);
    }
}

void LadderDesk::onEnded(const client::AlertEnding &ending)
{
    if (ending.state == protocol::AlertState::Open)
        m_complaint = QStringLiteral("an alert ended open");
    m_ended.insert(ending.alert);
}

} // namespace handbell::testing
