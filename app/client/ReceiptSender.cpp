// SPDX-License-Identifier: Apache-2.0
#include "client/ReceiptSender.h"

#include <utility>

namespace handbell::client {

namespace {

//! PROTOCOL.md: 1 to 500 events a frame.
constexpr size_t eventsInFrame = 500;

} // namespace

ReceiptSender::ReceiptSender(Session &session, Random &random, const Pacing &pacing, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_backoff(random, pacing.retryBase, pacing.retryCap)
{
    m_backoff.skipImmediate();
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ReceiptSender::flush);
}

void ReceiptSender::send(protocol::ReceiptState state, Seq event)
{
    m_waiting[state].insert(event);
    schedule();
}

void ReceiptSender::schedule()
{
    if (std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(this, &ReceiptSender::flush, Qt::QueuedConnection);
}

void ReceiptSender::flush()
{
    m_scheduled = false;
    if (m_session.link() != Session::Link::Online || m_session.state() != Session::State::SignedIn)
        return;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &[state, events] : waiting) {
        protocol::ReceiptsPost message;
        message.state = state;
        for (auto event = events.begin(); event != events.end();) {
            message.events.push_back(*event);
            if (++event != events.end() && message.events.size() < eventsInFrame)
                continue;
            m_session.request(message).then(
                this, [this, message, turn = m_turn](const Result<protocol::ServerMessage> &answer) {
                    if (turn == m_turn)
                        onAnswered(message, answer);
                });
            message.events.clear();
        }
    }
}

void ReceiptSender::onAnswered(const protocol::ReceiptsPost &message,
                               const Result<protocol::ServerMessage> &answer)
{
    if (answer) {
        m_backoff.reset();
        m_backoff.skipImmediate();
        return;
    }
    const bool passes = passesByItself(answer.error().code);
    if (passes || isLineGone(answer.error().code))
        m_waiting[message.state].insert(message.events.begin(), message.events.end());
    if (passes && !m_retry.isActive())
        m_retry.start(m_backoff.next());
}

void ReceiptSender::clear()
{
    m_retry.stop();
    ++m_turn;
    m_waiting.clear();
}

} // namespace handbell::client
