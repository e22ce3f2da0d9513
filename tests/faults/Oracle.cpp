// SPDX-License-Identifier: Apache-2.0
#include "Oracle.h"

#include "base/Random.h"
#include "record/Record.h"

#include <algorithm>
#include <map>

namespace handbell::test {

namespace {

constexpr int page = 500;
constexpr qsizetype enough = 8; // differences; one cause makes thousands

struct Evidence
{
    std::vector<Row> messages;
    protocol::PracticeState practice;
};

Result<Evidence> evidenceIn(const QString &recordFile)
{
    SystemRandom random;
    auto record = record::Record::open(recordFile, random, record::Record::Access::ReadOnly);
    if (!record)
        return record.error();
    Evidence evidence;
    auto practice = record->loadState();
    if (!practice)
        return practice.error();
    evidence.practice = *std::move(practice);
    for (Seq cursor;;) {
        const auto events = record->eventsAfter(cursor, page);
        if (!events)
            return events.error();
        for (const protocol::Event &event : *events) {
            if (event.seq.value != cursor.value + 1)
                return Error{ErrorCode::CorruptRecord, QStringLiteral("the record has a gap")};
            cursor = event.seq;
            if (const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload))
                evidence.messages.push_back(
                    {event.seq, event.actor, posted->conversation, event.text.value_or(QString())});
        }
        if (events->size() < page)
            return evidence;
    }
}

class Comparison
{
public:
    explicit Comparison(const Evidence &evidence)
        : m_evidence(evidence)
    {
        for (const Row &row : evidence.messages) {
            if (!m_bySaying.emplace(row.text, row).second)
                differ(QStringLiteral("the record has \"%1\" twice").arg(row.text));
        }
    }

    void checkSender(const Workstation &sender)
    {
        std::map<ConversationId, Seq> last;
        for (const Posting &posting : sender.postings()) {
            const auto found = m_bySaying.find(posting.text);
            if (found == m_bySaying.end() && !posting.certain)
                continue;
            ++m_posted;
            if (found == m_bySaying.end()) {
                differ(QStringLiteral("the record lacks \"%1\", accepted as %2")
                           .arg(posting.text)
                           .arg(posting.accepted.value));
                continue;
            }
            const Row &row = found->second;
            if (row.author != sender.member() || row.conversation != posting.conversation)
                differ(QStringLiteral("\"%1\" is another's").arg(posting.text));
            if (posting.accepted.isValid() && posting.accepted != row.seq)
                differ(QStringLiteral("\"%1\" was accepted as %2 and is %3")
                           .arg(posting.text)
                           .arg(posting.accepted.value)
                           .arg(row.seq.value));
            if (row.seq <= last[posting.conversation])
                differ(QStringLiteral("\"%1\" overtook the one before it").arg(posting.text));
            last[posting.conversation] = row.seq;
        }
        if (!sender.complaint().isEmpty())
            differ(sender.complaint());
    }

    void checkReader(Workstation &reader)
    {
        for (const auto &[id, conversation] : m_evidence.practice.conversations) {
            if (!conversation.includes(reader.member()))
                continue;
            std::vector<Row> expected;
            std::copy_if(m_evidence.messages.begin(), m_evidence.messages.end(), std::back_inserter(expected),
                         [id = id](const Row &row) { return row.conversation == id; });
            const std::vector<Row> rows = reader.rows(id);
            const auto [has, should] =
                std::mismatch(rows.begin(), rows.end(), expected.begin(), expected.end());
            if (has == rows.end() && should == expected.end())
                continue;
            differ(QStringLiteral("member %1 has %2 rows of conversation %3, the record %4; first different: "
                                  "row %5, %6 \"%7\", which should be %8 \"%9\"")
                       .arg(reader.member().value)
                       .arg(rows.size())
                       .arg(id.value)
                       .arg(expected.size())
                       .arg(has - rows.begin())
                       .arg(has == rows.end() ? 0 : has->seq.value)
                       .arg(has == rows.end() ? QString() : has->text)
                       .arg(should == expected.end() ? 0 : should->seq.value)
                       .arg(should == expected.end() ? QString() : should->text));
        }
    }

    [[nodiscard]] QStringList result()
    {
        if (m_posted != m_evidence.messages.size())
            differ(QStringLiteral("%1 were posted, the record has %2")
                       .arg(m_posted)
                       .arg(m_evidence.messages.size()));
        return m_differences;
    }

private:
    void differ(const QString &what)
    {
        if (m_differences.size() < enough)
            m_differences.append(what);
    }

    const Evidence &m_evidence;
    std::map<QString, Row> m_bySaying;
    size_t m_posted = 0;
    QStringList m_differences;
};

} // namespace

QStringList compareWithRecord(const QString &recordFile, const std::vector<Workstation *> &workstations)
{
    const auto evidence = evidenceIn(recordFile);
    if (!evidence)
        return {QStringLiteral("the record: %1 %2")
                    .arg(wireName(evidence.error().code), evidence.error().detail)};
    Comparison comparison(*evidence);
    for (Workstation *workstation : workstations) {
        comparison.checkSender(*workstation);
        comparison.checkReader(*workstation);
    }
    return comparison.result();
}

WallTime newestTimeIn(const QString &recordFile)
{
    SystemRandom random;
    const auto record = record::Record::open(recordFile, random, record::Record::Access::ReadOnly);
    const auto head = record ? record->head() : Result<record::Head>(record.error());
    const auto newest = head ? record->event(head->seq) : Result<protocol::Event>(head.error());
    return newest ? newest->at : WallTime{};
}

std::vector<Row> messagesIn(const QString &recordFile)
{
    const auto evidence = evidenceIn(recordFile);
    return evidence ? evidence->messages : std::vector<Row>{};
}

} // namespace handbell::test
