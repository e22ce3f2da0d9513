// SPDX-License-Identifier: Apache-2.0
#include "server/ReceiptHandler.h"

#include "base/Log.h"

namespace handbell::server {

namespace {

//! Events whose sender is kept in memory; older ones are read from the record.
constexpr size_t maxKnown = 10'000;
//! Messages of a conversation that one "read up to here" can reach back over.
constexpr int maxRecent = 100;
constexpr size_t maxEvents = 500;
//! Receipts in one notice; about 40 KB.
constexpr size_t maxInNotice = 500;

} // namespace

ReceiptHandler::ReceiptHandler(Space &space)
    : m_space(space)
{
}

std::optional<ReceiptHandler::About> ReceiptHandler::aboutEvent(const protocol::Event &event)
{
    if (const auto *message = std::get_if<protocol::MessagePosted>(&event.payload))
        return About{event.actor, message->conversation, {}};
    if (const auto *alert = std::get_if<protocol::AlertRaised>(&event.payload))
        return About{event.actor, {}, alert->targets};
    return std::nullopt;
}

void ReceiptHandler::remember(Seq event, About about)
{
    m_about.insert_or_assign(event, std::move(about));
    if (m_about.size() > maxKnown)
        m_about.erase(m_about.begin());
}

std::optional<ReceiptHandler::About> ReceiptHandler::about(Seq event)
{
    const auto known = m_about.find(event);
    if (known != m_about.end())
        return known->second;
    if (event > m_space.state().seq)
        return std::nullopt;
    const auto read = m_space.record().event(event);
    return read ? aboutEvent(*read) : std::nullopt;
}

bool ReceiptHandler::isFor(Seq event, const About &about, MemberId member) const
{
    if (about.sender == member)
        return false;
    if (about.conversation.isValid()) {
        const protocol::Conversation *conversation = m_space.state().conversation(about.conversation);
        return conversation && conversation->includes(member);
    }
    const protocol::Alert *open = m_space.state().alert(AlertId(event.value));
    return std::binary_search(about.targets.begin(), about.targets.end(), member) ||
           (open && open->isFor(member));
}

ReceiptHandler::Recent &ReceiptHandler::recent(ConversationId conversation)
{
    Recent &recent = m_recent[conversation];
    if (recent.read)
        return recent;
    const auto page = m_space.record().history(conversation, std::nullopt, maxRecent, protocol::noMember);
    if (!page)
        return recent;
    recent.read = true;
    recent.messages.clear();
    for (const protocol::Event &event : page->events) {
        if (event.seq <= m_space.state().seq)
            recent.messages.emplace_front(event.seq, event.actor);
    }
    return recent;
}

void ReceiptHandler::follow(const protocol::Event &event)
{
    auto about = aboutEvent(event);
    if (!about)
        return;
    const auto known = m_recent.find(about->conversation);
    if (known != m_recent.end()) {
        known->second.messages.emplace_back(event.seq, event.actor);
        if (known->second.messages.size() > static_cast<size_t>(maxRecent))
            known->second.messages.pop_front();
    }
    remember(event.seq, *std::move(about));
}

void ReceiptHandler::addRead(MemberId member, ConversationId conversation, Seq upTo, WallTime at)
{
    Seq &mark = m_readUpTo[{member, conversation}];
    for (const auto &[event, sender] : recent(conversation).messages) {
        if (event > mark && event <= upTo && sender != member)
            m_gathered.push_back({event, member, protocol::ReceiptState::Read, at});
    }
    mark = std::max(mark, upTo);
}

void ReceiptHandler::handle(const Request &request, Session &session, const protocol::ReceiptsPost &message)
{
    if (message.events.empty() || message.events.size() > maxEvents) {
        m_space.fail(request, Error{ErrorCode::InvalidField, QStringLiteral("\"events\" holds 1 to 500")});
        return;
    }
    const WallTime now = m_space.clock().wallNow();
    for (const Seq event : message.events) {
        // What is not theirs to see is passed over, as it would be if it did not exist.
        const auto known = about(event);
        if (message.state == protocol::ReceiptState::Read && known && known->conversation.isValid()) {
            const protocol::Conversation *conversation = m_space.state().conversation(known->conversation);
            if (conversation && conversation->includes(session.member))
                addRead(session.member, known->conversation, event, now);
            continue;
        }
        if (known && isFor(event, *known, session.member))
            m_gathered.push_back({event, session.member, message.state, now});
    }
    m_requests.push_back(request);
    if (!m_writeAt)
        m_writeAt = m_space.clock().steadyNow() + m_space.limits().receiptTick;
}

void ReceiptHandler::onTime()
{
    if (m_writeAt && *m_writeAt <= m_space.clock().steadyNow())
        write();
}

void ReceiptHandler::write()
{
    m_writeAt.reset();
    const std::vector<Request> requests = std::exchange(m_requests, {});
    std::vector<protocol::Receipt> gathered = std::exchange(m_gathered, {});
    if (gathered.empty()) {
        for (const Request &request : requests)
            m_space.answer(request, protocol::Ok{});
        return;
    }
    m_space.writeReceipts(std::move(gathered),
                          [this, requests](const Result<std::vector<protocol::Receipt>> &news) {
                              for (const Request &request : requests) {
                                  if (news)
                                      m_space.answer(request, protocol::Ok{});
                                  else
                                      m_space.fail(request, news.error());
                              }
                              if (news)
                                  tellSenders(*news);
                              else
                                  m_readUpTo.clear(); // what was marked may not have been kept
                          });
}

void ReceiptHandler::tellSenders(const std::vector<protocol::Receipt> &news)
{
    std::map<MemberId, std::vector<protocol::Receipt>> bySender;
    for (const protocol::Receipt &receipt : news) {
        if (const auto known = about(receipt.event))
            bySender[known->sender].push_back(receipt);
    }
    for (const auto &[sender, receipts] : bySender) {
        const Session *session = m_space.sessions().ofMember(sender);
        if (!session || session->closing || session->flow.mode() == Flow::Mode::Idle)
            continue;
        for (size_t from = 0; from < receipts.size(); from += maxInNotice) {
            const auto first = receipts.begin() + static_cast<std::ptrdiff_t>(from);
            const auto last =
                receipts.begin() + static_cast<std::ptrdiff_t>(std::min(from + maxInNotice, receipts.size()));
            m_space.notify(*session, protocol::ReceiptsNotice{{first, last}});
        }
    }
}

} // namespace handbell::server
