// SPDX-License-Identifier: Apache-2.0
#include "DeliveryWorld.h"

#include "client/MessageManager.h"
#include "client/models/MessageListModel.h"

#include <algorithm>

namespace handbell::testing {

using namespace std::chrono_literals;
using client::MessageListModel;
using client::Session;
using test::ServerKit;

namespace {

constexpr const char *names[] = {"Priya Shah", "Dr Anna Patel", "Lin Chen", "Carys Evans"};

int below(Random &random, int bound)
{
    const QByteArray bytes = random.bytes(4);
    quint32 number = 0;
    for (const char byte : bytes)
        number = number << 8 | quint8(byte);
    return int(number % quint32(bound));
}

//! The conversations the member writes and reads in.
std::vector<ConversationId> placesOf(client::Client &client)
{
    std::vector<ConversationId> places;
    for (const auto &[id, conversation] : client.practice().state().conversations) {
        if (conversation.kind == protocol::ConversationKind::Everyone ||
            conversation.includes(client.practice().self()))
            places.push_back(id);
    }
    return places;
}

} // namespace

DeliveryWorld::DeliveryWorld()
    : m_file(m_folder.filePath(QStringLiteral("beginning.db")))
{
    m_made = make();
}

DeliveryWorld::~DeliveryWorld()
{
    for (LadderDesk &desk : m_desks)
        desk.quit();
}

bool DeliveryWorld::make()
{
    m_kit = std::make_unique<ServerKit>();
    bool joined = true;
    for (int i = 0; i < deskCount; ++i) {
        m_people.push_back(m_kit->member(names[i]));
        desk(i).reset({}, true);
        desk(i).open(*m_kit, m_random);
        letHappen(*m_kit);
        joined = joined && desk(i).join(m_kit->code(names[i]).value, ServerKit::password());
        m_secrets.at(static_cast<size_t>(i)) = desk(i).secrets();
        desk(i).quit();
    }
    letHappen(*m_kit);
    return joined && m_kit->record().backupTo(m_file).ok();
}

void DeliveryWorld::begin(quint32 seed)
{
    for (LadderDesk &desk : m_desks)
        desk.quit();
    m_kit = std::make_unique<ServerKit>(m_file);
    m_random = SeededRandom(seed);
    m_up = true;
    m_written.clear();
    m_withdrawn.clear();
    m_complaint.clear();
    for (int i = 0; i < deskCount; ++i) {
        desk(i).reset(m_secrets.at(static_cast<size_t>(i)), true);
        desk(i).open(*m_kit, m_random);
    }
    letHappen(*m_kit);
}

QString DeliveryWorld::play(quint32 seed)
{
    begin(seed);
    const int steps = 10 + below(m_random, 40);
    for (int i = 0; i < steps && m_complaint.isEmpty(); ++i)
        act();
    if (m_complaint.isEmpty())
        finish();
    m_posts += static_cast<qint64>(m_written.size());
    return m_complaint;
}

int DeliveryWorld::anyDesk()
{
    return below(m_random, deskCount);
}

void DeliveryWorld::act()
{
    const int number = anyDesk();
    const auto moment = static_cast<Moment>(below(m_random, 4));
    switch (below(m_random, 16)) {
    case 0:
    case 1:
        at(moment, [&] {
            ++m_cuts;
            desk(number).cut();
        });
        break;
    case 2:
    case 3:
        desk(number).mend();
        break;
    case 4:
        at(moment, [&] {
            ++m_kills;
            desk(number).quit();
        });
        break;
    case 5:
    case 6:
        if (!desk(number).isOpen())
            desk(number).open(*m_kit, m_random);
        break;
    case 7:
        at(moment, [&] { halt(); });
        break;
    case 8:
    case 9:
        start();
        break;
    case 10:
        withdraw(number);
        break;
    case 11:
        m_kit->clock.advance(std::chrono::milliseconds(below(m_random, 20'000)));
        break;
    default:
        post(number, 1 + below(m_random, 4));
        break;
    }
    if (below(m_random, 3) != 0)
        letHappen(*m_kit);
}

void DeliveryWorld::post(int number, int count)
{
    if (!desk(number).isOpen())
        return;
    client::Client &client = desk(number).client();
    // Known from the cache also where there is no server.
    if (client.practice().self() != m_people.at(static_cast<size_t>(number)) || !client.practice().guard())
        return;
    const std::vector<ConversationId> places = placesOf(client);
    for (int i = 0; i < count && !places.empty(); ++i) {
        const ConversationId place =
            places.at(static_cast<size_t>(below(m_random, static_cast<int>(places.size()))));
        const QString text = QStringLiteral("note %1").arg(m_written.size() + 1);
        const auto screened = client.practice().guard()->screen(text);
        if (!screened) {
            complain(QStringLiteral("the guard stops \"%1\"").arg(text));
            return;
        }
        if (client.messages().post(place, *screened))
            m_written.push_back({number, place, text});
    }
}

void DeliveryWorld::withdraw(int number)
{
    if (!desk(number).isOpen() || !m_up)
        return;
    const auto mine = std::find_if(m_written.rbegin(), m_written.rend(),
                                   [number](const Post &post) { return post.desk == number; });
    if (mine == m_written.rend())
        return;
    for (const protocol::Event &event : recorded(mine->conversation)) {
        if (event.text != mine->text)
            continue;
        m_withdrawn.insert(mine->text);
        Q_UNUSED(desk(number).client().messages().withdraw(mine->conversation, MessageId(event.seq.value)));
    }
}

void DeliveryWorld::at(Moment moment, const std::function<void()> &what)
{
    switch (moment) {
    case Moment::Rest:
        letHappen(*m_kit);
        what();
        return;
    case Moment::Sent:
        what();
        return;
    case Moment::Unwritten:
        if (m_up)
            m_kit->settleUnwritten();
        what();
        return;
    case Moment::Untold:
        if (m_up)
            m_kit->settleServerThen(what);
        else
            what();
        return;
    }
}

void DeliveryWorld::halt()
{
    if (!m_up)
        return;
    ++m_kills;
    m_kit->halt();
    m_up = false;
    for (LadderDesk &desk : m_desks)
        desk.setServed(false);
}

void DeliveryWorld::start()
{
    if (m_up)
        return;
    m_kit->start();
    m_up = true;
    for (LadderDesk &desk : m_desks)
        desk.setServed(true);
}

void DeliveryWorld::finish()
{
    start();
    for (LadderDesk &desk : m_desks) {
        desk.mend();
        if (!desk.isOpen())
            desk.open(*m_kit, m_random);
    }
    letHappen(*m_kit);
    m_kit->advance(30s); // ticks, graces, retries
    letHappen(*m_kit);
    checkRecord();
    for (int i = 0; i < deskCount; ++i)
        checkDesk(i);
}

std::vector<protocol::Event> DeliveryWorld::recorded(ConversationId conversation) const
{
    std::vector<protocol::Event> messages;
    auto events = m_kit->record().eventsAfter(Seq{}, 100'000);
    for (protocol::Event &event : *events) {
        const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload);
        if (posted && posted->conversation == conversation)
            messages.push_back(std::move(event));
    }
    return messages;
}

void DeliveryWorld::checkRecord()
{
    // Of each author in each conversation: what they wrote, in its order, each once. A withdrawn one has no
    // text any more.
    std::map<std::pair<MemberId, ConversationId>, QStringList> wanted;
    for (const Post &post : m_written) {
        if (!m_withdrawn.contains(post.text))
            wanted[{m_people.at(static_cast<size_t>(post.desk)), post.conversation}].append(post.text);
    }
    std::map<std::pair<MemberId, ConversationId>, QStringList> found;
    auto events = m_kit->record().eventsAfter(Seq{}, 100'000, record::Texts::WithWithdrawn);
    for (const protocol::Event &event : *events) {
        const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload);
        const QString text = event.text.value_or(QString());
        if (posted && text.startsWith(QStringLiteral("note ")) && !m_withdrawn.contains(text))
            found[{event.actor, posted->conversation}].append(text);
    }
    for (const auto &[where, texts] : wanted) {
        if (found[where] != texts)
            complain(QStringLiteral("member %1 wrote in %2: %3; the record has: %4")
                         .arg(where.first.value)
                         .arg(where.second.value)
                         .arg(texts.join(u' '), found[where].join(u' ')));
    }
    for (const auto &[where, texts] : found) {
        if (!wanted.contains(where))
            complain(QStringLiteral("the record has what nobody wrote: %1").arg(texts.join(u' ')));
    }
}

void DeliveryWorld::checkDesk(int number)
{
    client::Client &client = desk(number).client();
    if (desk(number).follower() != m_people.at(static_cast<size_t>(number))) {
        complain(QStringLiteral("desk %1 does not follow: session state %2, link %3")
                     .arg(number)
                     .arg(static_cast<int>(client.session().state()))
                     .arg(static_cast<int>(client.session().link())));
        return;
    }
    if (client.messages().waitingCount() != 0)
        complain(QStringLiteral("at desk %1 messages wait for ever").arg(number));
    const auto model = client.makeMessageModel();
    for (const ConversationId id : placesOf(client)) {
        model->setConversation(id);
        for (int page = 0; page < 100 && model->canFetchMore({}); ++page) {
            model->fetchMore({});
            letHappen(*m_kit);
        }
        QList<qint64> listed;
        for (int row = 0; row < model->rowCount(); ++row)
            listed.append(model->index(row, 0).data(MessageListModel::IdRole).toLongLong());
        QList<qint64> kept;
        for (const protocol::Event &event : recorded(id))
            kept.append(event.seq.value);
        if (listed == kept)
            continue;
        const auto words = [](const QList<qint64> &ids) {
            QStringList texts;
            for (const qint64 each : ids)
                texts.append(QString::number(each));
            return texts.join(u' ');
        };
        complain(QStringLiteral("desk %1 lists of conversation %2: %3; the record has: %4")
                     .arg(number)
                     .arg(id.value)
                     .arg(words(listed), words(kept)));
    }
}

void DeliveryWorld::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = what;
}

} // namespace handbell::testing
