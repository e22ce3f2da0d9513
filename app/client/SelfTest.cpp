// SPDX-License-Identifier: Apache-2.0
#include "client/SelfTest.h"

#include "base/Log.h"

#include <utility>

namespace handbell::client {

SelfTest::SelfTest(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_next.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SelfTest::run);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_fault = m_stage == Stage::CardCame ? Fault::Screen : Fault::Server;
        finish(Outcome::Failed);
    });
    connect(&m_parts.sync, &Sync::following, this, &SelfTest::run);
    connect(&m_parts.session, &Session::noticeReceived, this, &SelfTest::onNotice);
    connect(&m_parts.session, &Session::linkChanged, this, &SelfTest::onLine);
    connect(&m_parts.session, &Session::stateChanged, this, [this](Session::State state) {
        if (state != Session::State::SignedIn)
            stop();
    });
}

void SelfTest::run()
{
    if (isRunning() || !m_parts.sync.isFollowing())
        return;
    m_next.stop();
    m_nonce = m_parts.random.bytes(protocol::nonceBytes);
    m_stage = Stage::Asked;
    m_began = m_parts.clock.steadyNow();
    m_lastDuration.reset();
    m_patience.start(m_timing.patience);
    m_parts.session.request(protocol::SelfTest{{m_nonce}})
        .then(this, [this, nonce = m_nonce](const Result<protocol::ServerMessage> &answer) {
            onAnswer(nonce, answer);
        });
    Q_EMIT changed();
}

void SelfTest::onAnswer(const QByteArray &nonce, const Result<protocol::ServerMessage> &answer)
{
    if (!isRunning() || nonce != m_nonce || answer)
        return;
    switch (answer.error().code) {
    case ErrorCode::Unreachable: // the line broke, which is said already
    case ErrorCode::ServerStopping:
    case ErrorCode::UnknownType: // a server from before there was such a test
        m_stage = Stage::Idle;
        m_patience.stop();
        Q_EMIT changed();
        return;
    default:
        m_fault = answer.error().code == ErrorCode::StorageUnavailable ? Fault::Record : Fault::Server;
        finish(Outcome::Failed);
    }
}

void SelfTest::onNotice(const protocol::ServerMessage &notice)
{
    const auto *card = std::get_if<protocol::SelfTestCard>(&notice);
    if (!card || !isRunning() || card->nonce.value != m_nonce)
        return;
    m_stage = Stage::CardCame;
    Q_EMIT cardWanted(m_nonce);
}

void SelfTest::cardDrawn(const QByteArray &nonce)
{
    if (m_stage == Stage::CardCame && nonce == m_nonce)
        finish(Outcome::Works);
}

void SelfTest::finish(Outcome outcome)
{
    const WallTime now = m_parts.clock.wallNow();
    if (outcome == Outcome::Works) {
        m_lastSuccess = now;
        m_lastDuration = m_parts.clock.steadyNow() - m_began;
    } else if (m_outcome != Outcome::Failed) {
        m_failingSince = now;
    }
    if (outcome == Outcome::Failed)
        qCWarning(logClient) << "the self-test failed, at" << static_cast<int>(m_fault);
    m_outcome = outcome;
    m_stage = Stage::Idle;
    m_patience.stop();
    // Spread out, so that the workstations of a practice do not all ask at once after a restart.
    const auto wait = outcome == Outcome::Works ? m_timing.interval : m_timing.retry;
    const auto spread = static_cast<quint32>(wait.count() / 5 + 1);
    m_next.start(wait - wait / 10 + std::chrono::milliseconds(m_parts.random.below(spread)));
    Q_EMIT changed();
}

void SelfTest::onLine(Session::Link link)
{
    if (link == Session::Link::Online)
        return;
    m_next.stop();
    m_patience.stop();
    if (std::exchange(m_stage, Stage::Idle) != Stage::Idle)
        Q_EMIT changed();
}

void SelfTest::stop()
{
    m_next.stop();
    m_patience.stop();
    m_stage = Stage::Idle;
    m_outcome = Outcome::NotYet;
    m_lastSuccess.reset();
    m_lastDuration.reset();
    Q_EMIT changed();
}

} // namespace handbell::client
