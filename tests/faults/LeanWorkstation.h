// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Workstation.h"
#include "base/Random.h"
#include "protocol/Codec.h"
#include "transport/Channel.h"
#include "transport/Tls.h"

#include <QTimer>

#include <memory>

namespace handbell::test {

//! The protocol and nothing else, over TLS: posts one message at a time under one nonce until it is accepted,
//! follows the record, and comes back a moment after its line ends. Its rows are what it was sent.
class LeanWorkstation final : public Workstation
{
    Q_OBJECT

public:
    //! \a token is a member's. Connects at once, and tries for as long as it takes.
    LeanWorkstation(transport::ServerAddress address, transport::Trust trust, const QByteArray &token,
                    Random &random);
    ~LeanWorkstation() override;

    [[nodiscard]] MemberId member() const override { return m_member; }
    [[nodiscard]] bool isFollowing() const override { return m_following && m_cursor >= m_head; }
    void post(ConversationId conversation, const QString &text) override;
    [[nodiscard]] int waiting() const override;
    [[nodiscard]] const std::vector<Posting> &postings() const override { return m_postings; }
    [[nodiscard]] std::vector<Row> rows(ConversationId conversation) override;
    [[nodiscard]] QString complaint() const override { return m_complaint; }

    //! Rings \a member with the first template there is.
    void ring(MemberId member);
    void cancel(AlertId alert);
    //! Whether a receipt said so of one of its own.
    [[nodiscard]] bool wasTold(Seq event, protocol::ReceiptState state) const;

    //! From now on reached at \a address.
    void moveTo(const transport::ServerAddress &address) { m_address = address; }
    //! Whether what comes is acknowledged; on at first.
    void setAcknowledging(bool acknowledging) { m_acknowledging = acknowledging; }
    //! Hangs up until connectNow().
    void disconnectNow();
    void connectNow();
    [[nodiscard]] bool isConnected() const { return m_channel && m_channel->isOpen(); }
    [[nodiscard]] Seq cursor() const { return m_cursor; }
    [[nodiscard]] QByteArray token() const { return m_token.value; }
    //! Codes of errors, of answers and of closings alike, since the start.
    [[nodiscard]] const std::vector<QString> &errors() const { return m_errors; }
    //! How often the line ended.
    [[nodiscard]] int losses() const { return m_losses; }
    //! How often the server began it afresh with a snapshot.
    [[nodiscard]] int snapshots() const { return m_snapshots; }
    [[nodiscard]] const protocol::PracticeState &practice() const { return m_practice; }

Q_SIGNALS:
    void accepted();

private:
    void onFrame(const QByteArray &frame);
    void onEvents(const protocol::EventsNotice &notice);
    void onSynced(const protocol::OkSync &answer);
    void onError(const std::optional<protocol::RequestId> &id, const protocol::ErrorAnswer &error);
    void onAccepted(Seq seq);
    void send(const protocol::ClientMessage &message);
    void sync();
    void offer();
    void complain(const QString &what);

    transport::ServerAddress m_address;
    const transport::Trust m_trust;
    const protocol::Bytes m_token;
    Random &m_random;
    QTimer m_retry;
    std::unique_ptr<transport::Channel> m_channel;
    protocol::RequestId m_lastId = 0;
    protocol::RequestId m_postId = 0; //!< of the posting under way
    protocol::Bytes m_epoch;
    protocol::Nonce m_nonce; //!< of the posting under way
    MemberId m_member;
    Seq m_cursor, m_head;
    bool m_following = false;
    bool m_acknowledging = true;
    bool m_wanted = true; //!< to be connected
    int m_losses = 0;
    int m_snapshots = 0;
    std::vector<QString> m_errors;
    std::vector<Posting> m_postings;
    size_t m_next = 0; //!< the posting under way
    std::vector<Row> m_rows;
    std::vector<protocol::Receipt> m_receipts;
    protocol::PracticeState m_practice;
    QString m_complaint;
};

} // namespace handbell::test
