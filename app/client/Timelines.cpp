// SPDX-License-Identifier: Apache-2.0
#include "client/Timelines.h"

#include <algorithm>
#include <iterator>

namespace handbell::client {

namespace {

bool contains(const std::vector<MemberId> &members, MemberId member)
{
    return std::find(members.begin(), members.end(), member) != members.end();
}

bool before(const Message &message, MessageId id)
{
    return message.id < id;
}

} // namespace

const std::vector<Message> &Timelines::messages(ConversationId conversation) const
{
    static const std::vector<Message> none;
    const auto found = m_timelines.find(conversation);
    return found == m_timelines.end() ? none : found->second.messages;
}

const Message *Timelines::message(MessageId id) const
{
    for (const auto &[conversation, timeline] : m_timelines) {
        const auto &messages = timeline.messages;
        const auto found = std::lower_bound(messages.begin(), messages.end(), id, before);
        if (found != messages.end() && found->id == id)
            return &*found;
    }
    return nullptr;
}

Message *Timelines::find(MessageId id)
{
    return const_cast<Message *>(std::as_const(*this).message(id));
}

bool Timelines::isComplete(ConversationId conversation) const
{
    const auto found = m_timelines.find(conversation);
    return found != m_timelines.end() && found->second.complete;
}

Seq Timelines::readUpTo(ConversationId conversation) const
{
    const auto found = m_timelines.find(conversation);
    return found == m_timelines.end() ? m_baseline : std::max(m_baseline, found->second.readUpTo);
}

int Timelines::unread(ConversationId conversation) const
{
    const auto &all = messages(conversation);
    const auto first =
        std::upper_bound(all.begin(), all.end(), readUpTo(conversation),
                         [](Seq seq, const Message &message) { return seq.value < message.id.value; });
    return static_cast<int>(std::count_if(first, all.end(), [this](const Message &message) {
        return message.author != m_self && !message.withdrawn;
    }));
}

int Timelines::unread() const
{
    int sum = 0;
    for (const auto &[conversation, timeline] : m_timelines)
        sum += unread(conversation);
    return sum;
}

void Timelines::reset(MemberId self, Seq baseline)
{
    m_self = self;
    m_baseline = baseline;
    m_timelines.clear();
    Q_EMIT wasReset();
}

void Timelines::apply(const protocol::Event &event)
{
    if (auto posted = messageFrom(event)) {
        auto &messages = m_timelines[posted->conversation].messages;
        if (!messages.empty() && messages.back().id >= posted->id)
            return;
        const ConversationId conversation = posted->conversation;
        messages.push_back(*std::move(posted));
        Q_EMIT changed(conversation);
    } else if (const auto *withdrawn = std::get_if<protocol::MessageWithdrawn>(&event.payload)) {
        Message *message = find(withdrawn->message);
        if (!message)
            return;
        message->text.clear();
        message->withdrawn = true;
        message->withdrawnAt = event.at;
        Q_EMIT changed(withdrawn->conversation);
    } else if (const auto *members = std::get_if<protocol::ConversationMembersChanged>(&event.payload)) {
        if (!contains(members->added, m_self) && !contains(members->removed, m_self))
            return;
        m_timelines.erase(members->conversation);
        setReadUpTo(members->conversation, event.seq);
        Q_EMIT forgotten(members->conversation, event.seq);
    }
}

void Timelines::prepend(ConversationId conversation, std::vector<Message> older)
{
    auto &messages = m_timelines[conversation].messages;
    if (!messages.empty()) {
        const MessageId oldest = messages.front().id;
        std::erase_if(older, [oldest](const Message &message) { return message.id >= oldest; });
    }
    if (older.empty())
        return;
    messages.insert(messages.begin(), std::make_move_iterator(older.begin()),
                    std::make_move_iterator(older.end()));
    Q_EMIT changed(conversation);
}

void Timelines::setComplete(ConversationId conversation)
{
    m_timelines[conversation].complete = true;
    Q_EMIT changed(conversation);
}

void Timelines::applyReceipts(const std::vector<protocol::Receipt> &receipts)
{
    std::set<ConversationId> touched;
    for (const protocol::Receipt &receipt : receipts) {
        Message *message = find(MessageId(receipt.event.value));
        if (!message)
            continue;
        protocol::ReceiptState &state =
            message->receipts.try_emplace(receipt.member, receipt.state).first->second;
        state = std::max(state, receipt.state);
        touched.insert(message->conversation);
        // "Read" names the newest message read: those before it are read too.
        if (receipt.state == protocol::ReceiptState::Read) {
            for (Message &earlier : m_timelines[message->conversation].messages) {
                if (earlier.id < message->id && earlier.author == message->author)
                    earlier.receipts[receipt.member] = protocol::ReceiptState::Read;
            }
        }
    }
    for (const ConversationId conversation : touched)
        Q_EMIT changed(conversation);
}

void Timelines::setReadUpTo(ConversationId conversation, Seq seq)
{
    if (seq <= readUpTo(conversation))
        return;
    m_timelines[conversation].readUpTo = seq;
    Q_EMIT changed(conversation);
}

} // namespace handbell::client
