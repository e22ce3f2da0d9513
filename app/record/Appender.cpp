// SPDX-License-Identifier: Apache-2.0
#include "record/Appender.h"

#include "crypto/Digest.h"
#include "record/Canonical.h"
#include "record/SecretChanges.h"

#include <QJsonDocument>

namespace handbell::record {

namespace {

constexpr qsizetype requestDigestSize = crypto::sha256Size;

//! InvalidArgument where the caller made \a group wrongly.
Result<void> checkShape(const EventGroup &group)
{
    if (group.drafts.empty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("a group without drafts")};
    for (const EventDraft &draft : group.drafts) {
        const bool first = &draft == &group.drafts.front();
        if (!draft.nonce.isEmpty() && (!first || draft.nonce.size() != nonceSize))
            return Error{ErrorCode::InvalidArgument, QStringLiteral("a nonce of the wrong length or place")};
        if (!draft.requestDigest.isEmpty() && draft.requestDigest.size() != requestDigestSize)
            return Error{ErrorCode::InvalidArgument, QStringLiteral("a digest of the wrong length")};
    }
    for (const SecretChange &change : group.secrets) {
        if (auto checked = checkSecretChange(change); !checked)
            return checked;
    }
    return {};
}

QByteArray digestOfRequest(const EventDraft &draft)
{
    if (!draft.requestDigest.isEmpty())
        return draft.requestDigest;
    const auto kind = protocol::kindOf(draft.payload);
    const QByteArray payload = payloadBytes(draft.payload);
    const QByteArray text = draft.text.value_or(QString()).toUtf8();
    return crypto::sha256OfParts({QByteArrayView(kind.data(), kind.size()), bigEndian(qint64{payload.size()}),
                                  payload, draft.text ? "t" : "-", text});
}

// The request holds what was typed, and a bare digest of a short text can be guessed. The nonce salts it
// here; when retention destroys a text it also sets the digest to NULL.
QByteArray keptDigest(const QByteArray &nonce, const QByteArray &requestDigest)
{
    return crypto::sha256OfParts({nonce, requestDigest});
}

//! \a payload as a reader will find it. InvalidField where no reader could: what is out of bounds must not
//! get into a record that nobody can correct.
Result<protocol::Payload> asReadBack(const protocol::Payload &payload)
{
    const auto json = QJsonDocument::fromJson(payloadBytes(payload)).object();
    auto read = protocol::parsePayload(QString(protocol::kindOf(payload)), json);
    if (!read)
        return Error{ErrorCode::InvalidField, read.error().detail};
    return read;
}

//! Text as it can be kept: what is not valid UTF-16 is replaced now, not upon reading.
std::optional<QString> wellFormed(const std::optional<QString> &text)
{
    return text ? std::optional(QString::fromUtf8(text->toUtf8())) : std::nullopt;
}

} // namespace

Result<void> Appender::catchUp()
{
    auto head = EventTable(*m_database).head();
    if (!head)
        return head.error();
    m_head = *std::move(head);
    if (m_known && m_practice.seq == m_head.seq)
        return {};
    m_known = false;
    auto practice = Projections(*m_database).load(m_head.seq);
    if (!practice)
        return practice.error();
    m_practice = *std::move(practice);
    m_known = true;
    return {};
}

Result<std::optional<AppendedEarlier>> Appender::earlier(storage::Database &database, MemberId actor,
                                                         const QByteArray &nonce,
                                                         const QByteArray &requestDigest)
{
    auto statement = database.prepare(
        QStringLiteral("SELECT n.seq, n.digest, e.at FROM nonce n JOIN event e ON e.seq = n.seq"
                       " WHERE n.actor = ? AND n.nonce = ?"));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run({actor, nonce}); !ran)
        return ran.error();
    const auto row = statement->next();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<AppendedEarlier>();
    if (!statement->isNull(1) && statement->bytes(1) != keptDigest(nonce, requestDigest))
        return Error{ErrorCode::NonceReused, QStringLiteral("the nonce stood for another request")};
    return std::optional(AppendedEarlier{statement->id<Seq>(0), statement->time(2)});
}

Result<AppendOutcome> Appender::append(const EventGroup &group, WallTime at)
{
    if (const auto shaped = checkShape(group); !shaped)
        return AppendOutcome(shaped.error());
    const EventDraft &first = group.drafts.front();
    if (!first.nonce.isEmpty()) {
        const auto before = earlier(*m_database, first.actor, first.nonce, digestOfRequest(first));
        if (!before) {
            if (before.error().code == ErrorCode::NonceReused)
                return AppendOutcome(before.error());
            return before.error();
        }
        if (*before)
            return AppendOutcome(**before);
    }
    auto steps = decide(group, at);
    if (!steps) {
        if (steps.error().code == ErrorCode::InvalidField)
            return AppendOutcome(steps.error());
        return steps.error();
    }
    if (const auto written = write(group, *steps, at); !written)
        return written.error();
    Appended appended;
    for (Step &step : *steps)
        appended.events.push_back(std::move(step.event));
    return AppendOutcome(std::move(appended));
}

Result<std::vector<Appender::Step>> Appender::decide(const EventGroup &group, WallTime at)
{
    const Seq first(m_head.seq.value + 1);
    std::vector<Step> steps;
    for (const EventDraft &draft : group.drafts) {
        const Seq seq(first.value + static_cast<qint64>(steps.size()));
        auto step = decideOne(draft, seq, first, at);
        if (!step) {
            // The drafts before it, or itself, changed the practice in memory; on disk it is as it was.
            forget();
            if (const auto restored = catchUp(); !restored)
                return restored.error();
            return step.error();
        }
        steps.push_back(*std::move(step));
    }
    return steps;
}

Result<Appender::Step> Appender::decideOne(const EventDraft &draft, Seq seq, Seq first, WallTime at)
{
    auto payload = asReadBack(draft.payload);
    if (!payload)
        return payload.error();
    Step step{
        {seq, at, draft.actor, draft.workstation, *std::move(payload), wellFormed(draft.text)}, {}, &draft};
    if (auto *overridden = std::get_if<protocol::GuardOverridden>(&step.event.payload)) {
        if (!overridden->event.isValid())
            overridden->event = first;
    }
    const Projections projections(*m_database);
    if (const auto *withdrawn = std::get_if<protocol::MessageWithdrawn>(&step.event.payload)) {
        const auto held = projections.holds(withdrawn->conversation, withdrawn->message);
        if (!held)
            return held.error();
        if (!*held)
            return Error{ErrorCode::InvalidField, QStringLiteral("the event names an unknown message")};
    }
    auto change = m_practice.apply(step.event);
    if (!change)
        return Error{ErrorCode::InvalidField, change.error().detail};
    if (const auto readable = Projections::checkReadable(*change, m_practice); !readable)
        return readable.error();
    step.change = *std::move(change);
    return step;
}

Result<void> Appender::write(const EventGroup &group, const std::vector<Step> &steps, WallTime at)
{
    const EventTable table(*m_database);
    const Projections projections(*m_database);
    for (const Step &step : steps) {
        const QByteArray salt = step.event.text ? m_random->bytes(saltSize) : QByteArray();
        if (auto inserted = table.insert(step.event, step.draft->scope, salt, m_head); !inserted)
            return inserted;
        if (!step.draft->nonce.isEmpty()) {
            if (auto kept = keepNonce(*step.draft, step.event.seq); !kept)
                return kept;
        }
        if (auto followed = projections.follow(step.event, step.change, m_practice); !followed)
            return followed;
        if (auto ended = endSecretsAfter(*m_database, step.event); !ended)
            return ended;
    }
    for (const SecretChange &change : group.secrets) {
        if (auto kept = keepSecretChange(*m_database, change, at); !kept)
            return kept;
    }
    return {};
}

Result<void> Appender::keepNonce(const EventDraft &draft, Seq seq)
{
    return m_database->execute(
        QStringLiteral("INSERT INTO nonce (actor, nonce, digest, seq) VALUES (?, ?, ?, ?)"),
        {draft.actor, draft.nonce, keptDigest(draft.nonce, digestOfRequest(draft)), seq});
}

} // namespace handbell::record
