// SPDX-License-Identifier: Apache-2.0
#include "LeanWorkstation.h"

#include "transport/WebSocketChannel.h"

#include <algorithm>

namespace handbell::test {

namespace {

constexpr std::chrono::milliseconds retryAfter{20};

protocol::ClientInfo leanClient()
{
    return {protocol::protocolVersion, {}, QStringLiteral("faults 1")};
}

} // namespace

LeanWorkstation::LeanWorkstation(transport::ServerAddress address, transport::Trust trust,
                                 const QByteArray &token, Random &random)
    : m_address(std::move(address))
    , m_trust(std::move(trust))
    , m_token{token}
    , m_random(random)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, &LeanWorkstation::connectNow);
    connectNow();
}

LeanWorkstation::~LeanWorkstation() = default;

void LeanWorkstation::connectNow()
{
    m_wanted = true;
    m_retry.stop();
    m_following = false;
    m_postId = 0;
    m_channel = std::make_unique<transport::WebSocketChannel>(m_address, m_trust);
    connect(m_channel.get(), &transport::Channel::opened, this, [this] {
        send(protocol::AuthToken{leanClient(), m_token});
    });
    connect(m_channel.get(), &transport::Channel::frameReceived, this, &LeanWorkstation::onFrame);
    connect(m_channel.get(), &transport::Channel::closed, this, [this](const transport::CloseReason &reason) {
        if (reason.code)
            m_errors.emplace_back(wireName(*reason.code));
        ++m_losses;
        m_following = false;
        // Not from within its own signal.
        if (m_wanted && reason.code != ErrorCode::SessionReplaced)
            m_retry.start();
    });
    m_channel->open();
}

void LeanWorkstation::disconnectNow()
{
    m_wanted = false;
    m_following = false;
    m_retry.stop();
    if (m_channel)
        m_channel->close();
}

void LeanWorkstation::send(const protocol::ClientMessage &message)
{
    m_channel->send(protocol::encode(protocol::ClientFrame{++m_lastId, message}));
}

void LeanWorkstation::sync()
{
    protocol::Sync message;
    if (m_cursor.isValid()) {
        message.cursor = m_cursor;
        message.epoch = m_epoch;
    }
    send(message);
}

void LeanWorkstation::post(ConversationId conversation, const QString &text)
{
    m_postings.push_back({conversation, text, {}, true});
    if (m_following && m_next + 1 == m_postings.size())
        offer();
}

void LeanWorkstation::offer()
{
    if (m_next >= m_postings.size())
        return;
    if (m_nonce.value.isEmpty())
        m_nonce = {m_random.bytes(protocol::nonceBytes)};
    send(protocol::MessagePost{m_nonce, m_postings[m_next].conversation, m_postings[m_next].text, {}});
    m_postId = m_lastId;
}

void LeanWorkstation::ring(MemberId member)
{
    protocol::AlertRaise message;
    message.nonce = {m_random.bytes(protocol::nonceBytes)};
    message.alertTemplate = m_practice.templates.begin()->first;
    message.address = protocol::Address::person(member);
    send(message);
}

void LeanWorkstation::cancel(AlertId alert)
{
    send(protocol::AlertCancel{{m_random.bytes(protocol::nonceBytes)}, alert});
}

bool LeanWorkstation::wasTold(Seq event, protocol::ReceiptState state) const
{
    return std::any_of(m_receipts.begin(), m_receipts.end(), [&](const protocol::Receipt &receipt) {
        return receipt.event == event && receipt.state == state;
    });
}

int LeanWorkstation::waiting() const
{
    return static_cast<int>(m_postings.size() - m_next);
}

std::vector<Row> LeanWorkstation::rows(ConversationId conversation)
{
    std::vector<Row> found;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(found),
                 [conversation](const Row &row) { return row.conversation == conversation; });
    return found;
}

void LeanWorkstation::onFrame(const QByteArray &bytes)
{
    auto parsed = protocol::parseServerFrame(bytes);
    const auto *frame = std::get_if<protocol::ServerFrame>(&parsed);
    if (!frame) {
        complain(QStringLiteral("a frame cannot be read"));
        return;
    }
    if (const auto *events = std::get_if<protocol::EventsNotice>(&frame->message)) {
        onEvents(*events);
    } else if (const auto *session = std::get_if<protocol::OkSession>(&frame->message)) {
        m_member = session->member;
        sync();
    } else if (const auto *synced = std::get_if<protocol::OkSync>(&frame->message)) {
        onSynced(*synced);
    } else if (const auto *kept = std::get_if<protocol::Accepted>(&frame->message)) {
        if (frame->id == m_postId)
            onAccepted(kept->seq);
    } else if (const auto *receipts = std::get_if<protocol::ReceiptsNotice>(&frame->message)) {
        m_receipts.insert(m_receipts.end(), receipts->receipts.begin(), receipts->receipts.end());
    } else if (const auto *error = std::get_if<protocol::ErrorAnswer>(&frame->message)) {
        onError(frame->id, *error);
    }
}

void LeanWorkstation::onSynced(const protocol::OkSync &answer)
{
    m_epoch = answer.epoch;
    m_head = answer.head;
    if (answer.snapshot) {
        ++m_snapshots;
        m_practice = *answer.snapshot;
        m_cursor = m_practice.seq;
        m_rows.clear();
    }
    m_following = true;
    offer();
}

void LeanWorkstation::onEvents(const protocol::EventsNotice &notice)
{
    for (const protocol::Event &event : notice.events) {
        if (event.seq <= m_cursor)
            complain(
                QStringLiteral("event %1 came after cursor %2").arg(event.seq.value).arg(m_cursor.value));
        m_cursor = event.seq;
        if (const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload))
            m_rows.push_back({event.seq, event.actor, posted->conversation, event.text.value_or(QString())});
        if (!m_practice.apply(event))
            complain(QStringLiteral("event %1 does not fit").arg(event.seq.value));
    }
    if (notice.cursor < m_cursor)
        complain(QStringLiteral("the cursor went back to %1").arg(notice.cursor.value));
    m_cursor = notice.cursor;
    if (m_acknowledging)
        m_channel->send(protocol::encode(protocol::ClientFrame{std::nullopt, protocol::Ack{m_cursor}}));
}

void LeanWorkstation::onAccepted(Seq seq)
{
    m_postings[m_next].accepted = seq;
    ++m_next;
    m_nonce = {};
    m_postId = 0;
    Q_EMIT accepted();
    if (m_postId == 0)
        offer();
}

void LeanWorkstation::onError(const std::optional<protocol::RequestId> &id,
                              const protocol::ErrorAnswer &error)
{
    m_errors.push_back(error.code);
    const bool passes = error.code == wireName(ErrorCode::StorageUnavailable) ||
                        error.code == wireName(ErrorCode::ServerBusy) ||
                        error.code == wireName(ErrorCode::RateLimited);
    if (passes && id == m_postId) {
        m_postId = 0;
        QTimer::singleShot(retryAfter, m_channel.get(), [this] {
            if (m_following && m_postId == 0)
                offer();
        });
    } else if (id && id == m_postId) {
        complain(QStringLiteral("a post was refused: %1").arg(error.code));
    }
}

void LeanWorkstation::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = QStringLiteral("member %1: %2").arg(m_member.value).arg(what);
}

} // namespace handbell::test
