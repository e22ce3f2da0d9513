// SPDX-License-Identifier: Apache-2.0
#include "server/administration/InterruptionLedger.h"

#include <QDateTime>

#include <algorithm>

namespace handbell::administration {

using protocol::AlertState;
using protocol::Importance;
using protocol::LedgerLine;
using protocol::LedgerOutcome;

namespace {

QString folded(const QString &role)
{
    return role.trimmed().toCaseFolded();
}

//! The middle of \a times, which is not empty, in whole seconds.
int medianSeconds(std::vector<std::chrono::milliseconds> times)
{
    std::sort(times.begin(), times.end());
    const size_t middle = times.size() / 2;
    const auto median = times.size() % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
    return static_cast<int>(std::chrono::round<std::chrono::seconds>(median).count());
}

//! Busiest first, one without a name last; no more than a ledger may have.
void arrange(std::vector<LedgerLine> &lines)
{
    std::sort(lines.begin(), lines.end(), [](const LedgerLine &one, const LedgerLine &other) {
        if (one.name.isEmpty() != other.name.isEmpty())
            return other.name.isEmpty();
        if (one.alerts() != other.alerts())
            return one.alerts() > other.alerts();
        return one.name.compare(other.name, Qt::CaseInsensitive) < 0;
    });
    const auto most = static_cast<size_t>(protocol::Ledger::maxLines.entries);
    if (lines.size() > most)
        lines.resize(most);
}

} // namespace

//! What a line is made from.
class InterruptionLedger::Count
{
public:
    void add(const Ring &ring)
    {
        int &alerts = ring.importance == Importance::Routine     ? m_line.routine
                      : ring.importance == Importance::Important ? m_line.important
                                                                 : m_line.urgent;
        ++alerts;
        m_outcome.escalated += ring.escalated ? 1 : 0;
        switch (ring.state) {
        case AlertState::Open:
            ++m_outcome.open;
            break;
        case AlertState::Expired:
            ++m_outcome.expired;
            break;
        case AlertState::Cancelled:
            ++m_outcome.cancelled;
            break;
        case AlertState::Answered:
            ++m_outcome.answered;
            m_times.push_back(ring.settledAfter);
            m_answerers.insert(ring.settledBy);
            break;
        }
    }

    enum class Outcome { Told, HeldBack };
    [[nodiscard]] LedgerLine line(const QString &name, Outcome outcome = Outcome::Told) const
    {
        LedgerLine line = m_line;
        line.name = name;
        if (outcome == Outcome::Told) {
            line.outcome = m_outcome;
            if (m_answerers.size() >= smallestGroup)
                line.outcome->medianSeconds = medianSeconds(m_times);
        }
        return line;
    }

private:
    LedgerLine m_line;
    LedgerOutcome m_outcome;
    std::vector<std::chrono::milliseconds> m_times;
    std::set<MemberId> m_answerers;
};

//! One overload a kind of event that matters.
struct InterruptionLedger::Reader
{
    InterruptionLedger &ledger;
    const protocol::Event &event;

    template <class Other>
    void operator()(const Other &) const
    {
    }
    void operator()(const protocol::RoomAdded &) const { learn(); }
    void operator()(const protocol::RoomRenamed &) const { learn(); }
    void operator()(const protocol::WorkstationAdded &) const { learn(); }
    void operator()(const protocol::WorkstationMoved &) const { learn(); }
    void operator()(const protocol::WorkstationRemoved &payload) const
    {
        learn();
        std::erase_if(ledger.m_seats,
                      [&payload](const auto &seat) { return seat.second == payload.workstation; });
    }
    void operator()(const protocol::MemberAdded &) const
    {
        learn();
        ledger.countHolders();
    }
    void operator()(const protocol::MemberChanged &payload) const
    {
        learn();
        ledger.countHolders();
        if (payload.disabled.value_or(false))
            ledger.m_seats.erase(payload.member);
    }
    void operator()(const protocol::PasswordReset &payload) const { ledger.m_seats.erase(payload.member); }
    void operator()(const protocol::MemberSignedIn &payload) const
    {
        ledger.m_seats[payload.member] = payload.workstation;
    }
    void operator()(const protocol::MemberSignedOut &payload) const
    {
        // Who signs in elsewhere sits there before they have left.
        const auto seat = ledger.m_seats.find(payload.member);
        if (seat != ledger.m_seats.end() && seat->second == payload.workstation)
            ledger.m_seats.erase(seat);
    }
    void operator()(const protocol::AlertRaised &payload) const
    {
        if (event.at < ledger.m_from || event.at >= ledger.m_until || payload.testRoom)
            return;
        Ring ring;
        ring.importance = payload.importance;
        ring.at = event.at;
        ring.hour = ledger.hourOf(event.at);
        ledger.reach(ring, payload.address, payload.targets);
        ledger.m_rings[AlertId(event.seq.value)] = std::move(ring);
    }
    void operator()(const protocol::AlertEscalated &payload) const
    {
        if (Ring *ring = open(payload.alert)) {
            ring->escalated = true;
            ledger.reach(*ring, payload.to, payload.targets);
        }
    }
    void operator()(const protocol::AlertAnswered &payload) const
    {
        Ring *ring = open(payload.alert);
        if (!ring || payload.reply == protocol::Reply::PassOn)
            return;
        ring->state = AlertState::Answered;
        ring->settledBy = event.actor;
        ring->settledAfter = std::max(event.at - ring->at, std::chrono::milliseconds(0));
    }
    void operator()(const protocol::AlertClosed &payload) const
    {
        if (Ring *ring = open(payload.alert))
            ring->state = payload.outcome;
    }

private:
    //! What contradicts the directory is passed over: it is not here that a record is checked.
    void learn() const { static_cast<void>(ledger.m_practice.apply(event)); }
    [[nodiscard]] Ring *open(AlertId alert) const
    {
        const auto found = ledger.m_rings.find(alert);
        return found != ledger.m_rings.end() && found->second.state == AlertState::Open ? &found->second
                                                                                        : nullptr;
    }
};

InterruptionLedger::InterruptionLedger(WallTime from, WallTime until, QTimeZone zone)
    : m_from(from)
    , m_until(until)
    , m_zone(std::move(zone))
{
}

const std::vector<QLatin1String> &InterruptionLedger::placeKinds()
{
    using namespace protocol;
    static const std::vector kinds{
        QLatin1String(RoomAdded::kind),          QLatin1String(RoomRenamed::kind),
        QLatin1String(WorkstationAdded::kind),   QLatin1String(WorkstationMoved::kind),
        QLatin1String(WorkstationRemoved::kind), QLatin1String(MemberAdded::kind),
        QLatin1String(MemberChanged::kind),      QLatin1String(PasswordReset::kind),
        QLatin1String(MemberSignedIn::kind),     QLatin1String(MemberSignedOut::kind)};
    return kinds;
}

const std::vector<QLatin1String> &InterruptionLedger::kinds()
{
    using namespace protocol;
    static const std::vector<QLatin1String> kinds = [] {
        std::vector<QLatin1String> all = placeKinds();
        for (const char *kind :
             {AlertRaised::kind, AlertAnswered::kind, AlertEscalated::kind, AlertClosed::kind})
            all.emplace_back(kind);
        return all;
    }();
    return kinds;
}

void InterruptionLedger::add(const protocol::Event &event)
{
    std::visit(Reader{*this, event}, event.payload);
}

void InterruptionLedger::countHolders()
{
    m_holders.clear();
    for (const auto &[id, member] : m_practice.members) {
        if (!member.disabled)
            ++m_holders[folded(member.role)];
    }
}

int InterruptionLedger::hourOf(WallTime at) const
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), m_zone).time().hour();
}

void InterruptionLedger::reach(Ring &ring, const protocol::Address &address,
                               const std::vector<MemberId> &targets)
{
    const bool toRoom = address.kind == protocol::AddressKind::Room;
    if (toRoom)
        ring.reached[RoomId(address.id)];
    for (const MemberId target : targets) {
        const auto seat = m_seats.find(target);
        const protocol::Room *sitsIn = seat == m_seats.end() ? nullptr : m_practice.roomOf(seat->second);
        const RoomId room = toRoom ? RoomId(address.id) : sitsIn ? sitsIn->id : RoomId{};
        ring.reached[room].insert(target);
        const protocol::Member *member = m_practice.member(target);
        if (!member)
            continue;
        const QString key = folded(member->role);
        const size_t holders = key.isEmpty() ? 0 : m_holders[key];
        const auto [role, isNew] = m_roles.try_emplace(key, Role{member->role.trimmed(), holders});
        role->second.name = member->role.trimmed();
        role->second.fewest = std::min(role->second.fewest, holders);
        ring.roles.insert(key);
    }
}

std::vector<LedgerLine> InterruptionLedger::roomLines() const
{
    std::map<RoomId, Count> counts;
    std::map<RoomId, std::set<MemberId>> rung;
    for (const auto &[id, ring] : m_rings) {
        for (const auto &[room, members] : ring.reached) {
            if (!room.isValid() && ring.reached.size() > 1)
                continue; // it rang somewhere, if not for these
            counts[room].add(ring);
            rung[room].insert(members.begin(), members.end());
        }
    }
    std::vector<std::pair<size_t, RoomId>> byRung;
    for (const auto &[room, members] : rung)
        byRung.emplace_back(members.size(), room);
    std::sort(byRung.begin(), byRung.end());
    auto heldBack = std::count_if(byRung.begin(), byRung.end(),
                                  [](const auto &entry) { return entry.first < smallestGroup; });
    if (heldBack == 1)
        ++heldBack;
    std::vector<LedgerLine> lines;
    for (const auto &[members, id] : byRung) {
        const protocol::Room *room = m_practice.room(id);
        lines.push_back(counts.at(id).line(room ? room->name : QString(),
                                           heldBack-- > 0 ? Count::Outcome::HeldBack : Count::Outcome::Told));
    }
    arrange(lines);
    return lines;
}

std::pair<std::set<QString>, bool> InterruptionLedger::gatheredRoles() const
{
    std::vector<std::pair<size_t, QString>> bySize;
    for (const auto &[key, role] : m_roles)
        bySize.emplace_back(role.fewest, key);
    std::sort(bySize.begin(), bySize.end());
    std::set<QString> gathered;
    size_t members = 0;
    for (const auto &[fewest, key] : bySize) {
        if (fewest >= smallestGroup && (gathered.empty() || members >= smallestGroup))
            break;
        gathered.insert(key);
        members += fewest;
    }
    return {gathered, members >= smallestGroup};
}

std::vector<LedgerLine> InterruptionLedger::roleLines() const
{
    const auto [gathered, enough] = gatheredRoles();
    std::map<QString, Count> counts;
    Count others;
    for (const auto &[id, ring] : m_rings) {
        bool amongOthers = false;
        for (const QString &role : ring.roles) {
            if (gathered.count(role) > 0)
                amongOthers = true;
            else
                counts[role].add(ring);
        }
        if (amongOthers)
            others.add(ring);
    }
    std::vector<LedgerLine> lines;
    for (const auto &[key, count] : counts)
        lines.push_back(count.line(m_roles.at(key).name));
    if (!gathered.empty())
        lines.push_back(others.line({}, enough ? Count::Outcome::Told : Count::Outcome::HeldBack));
    arrange(lines);
    return lines;
}

protocol::Ledger InterruptionLedger::ledger() const
{
    Count all;
    std::map<int, Count> hours;
    std::map<Importance, Count> importances;
    for (const auto &[id, ring] : m_rings) {
        all.add(ring);
        hours[ring.hour].add(ring);
        importances[ring.importance].add(ring);
    }
    protocol::Ledger ledger;
    ledger.all = all.line({});
    ledger.rooms = roomLines();
    ledger.roles = roleLines();
    for (const auto &[hour, count] : hours)
        ledger.hours.push_back(count.line(QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0'))));
    for (const auto &[importance, count] : importances)
        ledger.importances.push_back(count.line(protocol::enumName(importance)));
    return ledger;
}

} // namespace handbell::administration
