// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/Record.h"
#include "storage/Transaction.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

//! A record of the fictional Riverside Surgery in a directory of its own, and short words for what tests do
//! to it.
namespace handbell::record::testing {

inline QString str(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

inline WallTime minute(int number)
{
    return WallTime(std::chrono::milliseconds(1'764'000'000'000)) + std::chrono::minutes(number);
}

inline QByteArray nonce(char fill)
{
    return QByteArray(16, fill);
}

//! Who and what founds() makes; ids are the seqs.
inline constexpr ConversationId everyone{2};
inline constexpr RoomId frontDesk{3}, room3{4};
inline constexpr WorkstationId deskPc{5}, room3Pc{6};
inline constexpr MemberId priya{7}, patel{8}, lin{9};
inline constexpr ConversationId deskGroup{10};
inline constexpr TemplateId interpreter{11};
inline constexpr Seq founded{11};

inline EventDraft by(MemberId actor, protocol::Payload payload)
{
    EventDraft draft;
    draft.actor = actor;
    draft.workstation = actor.isValid() ? deskPc : WorkstationId{};
    draft.payload = std::move(payload);
    return draft;
}

inline EventDraft message(MemberId actor, const char *text, const QByteArray &withNonce = {},
                          ConversationId conversation = everyone)
{
    EventDraft draft = by(actor, protocol::MessagePosted{conversation});
    draft.text = str(text);
    draft.nonce = withNonce;
    return draft;
}

inline EventDraft withdrawal(MemberId actor, Seq message, ConversationId conversation = everyone)
{
    return by(actor, protocol::MessageWithdrawn{conversation, MessageId(message.value)});
}

inline EventDraft ring(MemberId actor, const char *note, const QByteArray &withNonce = {})
{
    using namespace protocol;
    AlertRaised raised;
    raised.alertTemplate = interpreter;
    raised.address = Address::room(room3);
    raised.importance = Importance::Important;
    raised.replies = {Reply::Coming, Reply::PassOn};
    raised.escalation = {{60, Address::ofRole(str("Nurse"))}};
    raised.targets = {patel};
    EventDraft draft = by(actor, raised);
    draft.text = str(note);
    draft.nonce = withNonce;
    return draft;
}

inline std::vector<protocol::Payload> founding()
{
    using namespace protocol;
    AlertTemplate alert;
    alert.key = str("interpreter_here");
    alert.textEn = str("Interpreter is here");
    return {PracticeCreated{str("Riverside Surgery")},
            ConversationCreated{ConversationKind::Everyone, {}, {}},
            RoomAdded{str("Front desk"), RoomKind::Desk},
            RoomAdded{str("Consulting room 3"), RoomKind::Consulting},
            WorkstationAdded{str("Front desk 1"), frontDesk},
            WorkstationAdded{str("Consulting 3"), room3},
            MemberAdded{str("Priya Shah"), str("Receptionist"), {Permission::Member}},
            MemberAdded{str("Dr Anna Patel"), str("GP"), {Permission::Member, Permission::Administrator}},
            MemberAdded{str("Lin Chen"), str("Nurse"), {Permission::Member}},
            ConversationCreated{ConversationKind::Group, str("Desk"), {priya, lin}},
            TemplateSaved{alert, {}}};
}

class RecordFixture
{
public:
    explicit RecordFixture(storage::Durability durability = storage::Durability::None)
        : m_durability(durability)
    {
        auto created = Record::create(path(), random, durability);
        Q_ASSERT(created.ok());
        m_record = std::make_unique<Record>(*std::move(created));
        EventGroup group;
        for (const protocol::Payload &payload : founding())
            group.drafts.push_back(by({}, payload));
        const auto outcomes = m_record->append(std::span<const EventGroup>(&group, 1), minute(0));
        Q_ASSERT(outcomes.ok() && std::holds_alternative<Appended>(outcomes->front()));
    }

    Record &operator*() { return *m_record; }
    Record *operator->() { return m_record.get(); }

    [[nodiscard]] QString path() const { return m_dir.filePath(str("record.db")); }
    [[nodiscard]] QString pathOf(const char *name) const { return m_dir.filePath(str(name)); }

    //! Another connection to the same file.
    [[nodiscard]] Record another(Record::Access access = Record::Access::ReadWrite)
    {
        auto opened = Record::open(path(), random, access, m_durability);
        Q_ASSERT(opened.ok());
        return *std::move(opened);
    }

    //! The raw file, past every rule of the record, for whoever tampers with it.
    [[nodiscard]] storage::Database raw()
    {
        auto opened = storage::Database::open(path(), storage::OpenMode::Existing, storage::Durability::None);
        Q_ASSERT(opened.ok());
        for (const char *sql : {"PRAGMA foreign_keys = OFF", "DROP TRIGGER IF EXISTS event_stays",
                                "DROP TRIGGER IF EXISTS event_remains"}) {
            const bool done = opened->execute(str(sql)).ok();
            Q_ASSERT(done);
            Q_UNUSED(done)
        }
        return *std::move(opened);
    }

    AppendOutcome append(const EventGroup &group, WallTime at = minute(1))
    {
        auto outcomes = m_record->append(std::span<const EventGroup>(&group, 1), at);
        return outcomes ? outcomes->front() : AppendOutcome(outcomes.error());
    }

    //! The seq of what was appended; none where it was not.
    Seq seqOf(const EventGroup &group, WallTime at = minute(1))
    {
        const auto outcome = append(group, at);
        const auto *appended = std::get_if<Appended>(&outcome);
        return appended ? appended->events.front().seq : Seq{};
    }

    SeededRandom random{1};

private:
    QTemporaryDir m_dir;
    storage::Durability m_durability;
    std::unique_ptr<Record> m_record;
};

inline ErrorCode codeOf(const AppendOutcome &outcome)
{
    const auto *error = std::get_if<Error>(&outcome);
    return error ? error->code : ErrorCode::ServerStopping; // which the record never says
}

} // namespace handbell::record::testing
