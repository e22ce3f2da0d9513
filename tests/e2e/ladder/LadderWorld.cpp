// SPDX-License-Identifier: Apache-2.0
#include "LadderWorld.h"

#include <algorithm>

namespace handbell::testing {

using namespace protocol;
using namespace std::chrono_literals;
using client::OutgoingAlert;
using client::Session;
using test::ServerKit;

namespace {

constexpr const char *names[peopleCount] = {"Priya Shah", "Dr Anna Patel", "Dr Ben Okafor", "Lin Chen",
                                            "Carys Evans"};
constexpr const char *absentNames[] = {"Jo Lewis", "Sam Reid"};

template <class List>
auto &nth(List &list, int number)
{
    return list[static_cast<size_t>(number) % list.size()];
}

} // namespace

// --- The beginning ---

LadderWorld::LadderWorld()
    : m_file(m_folder.filePath(QStringLiteral("beginning.db")))
{
    m_made = make();
}

LadderWorld::~LadderWorld()
{
    for (LadderDesk &desk : m_desks)
        desk.quit();
}

AlertTemplate LadderWorld::templateOf(int number) const
{
    AlertTemplate made;
    made.key = QStringLiteral("ladder_%1").arg(number);
    made.textEn = QStringLiteral("Ladder %1").arg(number);
    const Address nurse = Address::ofRole(QStringLiteral("Nurse"));
    const Address manager = Address::ofRole(QStringLiteral("Practice manager"));
    const Address doctors = Address::ofRole(QStringLiteral("GP"));
    switch (number) {
    case 0:
        made.importance = Importance::Routine;
        made.lifetimeSeconds = 40;
        break;
    case 1:
        made.importance = Importance::Routine;
        made.lifetimeSeconds = 60;
        made.escalation = {{15, nurse}};
        break;
    case 2:
        made.importance = Importance::Important;
        made.lifetimeSeconds = 60;
        made.escalation = {{10, nurse}, {15, manager}};
        break;
    case 3:
        made.importance = Importance::Urgent;
        made.lifetimeSeconds = static_cast<int>(longestLife.count());
        made.escalation = {{5, nurse}, {5, doctors}, {5, Address::everyone()}};
        made.replies = {Reply::Coming, Reply::PassOn};
        break;
    case 4:
        made.importance = Importance::Important;
        made.lifetimeSeconds = 30;
        made.escalation = {{30, doctors}}; // goes on at the moment it ends
        made.replies = {Reply::Coming, Reply::Done};
        break;
    case 5:
        made.importance = Importance::Urgent;
        made.lifetimeSeconds = 50;
        made.gathers = true;
        made.escalation = {{8, doctors}, {8, Address::everyone()}};
        made.replies = {Reply::Coming, Reply::TwoMinutes, Reply::PassOn, Reply::Done};
        break;
    default:
        made.importance = Importance::Urgent;
        made.lifetimeSeconds = 45;
        made.escalation = {{10, Address::person(m_people.front())}, {10, Address::person(m_absent.front())}};
        break;
    }
    return made;
}

bool LadderWorld::make()
{
    m_kit = std::make_unique<ServerKit>();
    for (const char *name : names)
        m_people.push_back(m_kit->member(name));
    for (const char *name : absentNames)
        m_absent.push_back(m_kit->member(name));
    for (int number = 0; number < 7; ++number)
        m_templates.emplace_back(m_kit->append(TemplateSaved{templateOf(number), std::nullopt}).value);
    bool joined = true;
    for (size_t i = 0; i < m_desks.size(); ++i) {
        LadderDesk &desk = m_desks[i];
        desk.reset({}, false);
        desk.open(*m_kit, m_random);
        settle();
        if (i < peopleCount)
            joined = joined && desk.join(m_kit->code(names[i]).value, ServerKit::password());
        else
            joined = joined && desk.join(m_kit->invite({}, m_kit->workstation("Room 7")).value, {});
        m_secrets[i] = desk.secrets();
        desk.quit();
    }
    settle();
    return joined && m_kit->record().backupTo(m_file).ok();
}

Address LadderWorld::address(int number) const
{
    const protocol::PracticeState &state = m_kit->hub().state();
    switch (number % 16) {
    case 0:
        return Address::everyone();
    case 1:
    case 2:
        return Address::ofRole(QStringLiteral("GP"));
    case 3:
        return Address::ofRole(QStringLiteral("Nurse"));
    case 4:
        return Address::ofRole(QStringLiteral("Receptionist"));
    case 5:
        return Address::group(m_kit->group("Clinicians"));
    case 6:
    case 7:
        return Address::room(
            std::next(state.rooms.begin(), (number / 16) % qint64(state.rooms.size()))->first);
    case 8:
        return Address::person(nth(m_absent, number / 16));
    default:
        return Address::person(nth(m_people, number / 16));
    }
}

// --- What happens ---

void LadderWorld::begin(const Schedule &schedule)
{
    for (LadderDesk &desk : m_desks)
        desk.quit();
    m_kit = std::make_unique<ServerKit>(m_file);
    m_random = SeededRandom(schedule.seed);
    for (size_t i = 0; i < m_desks.size(); ++i)
        m_desks[i].reset(m_secrets[i], schedule.keeps);
    m_record = {};
    m_read = m_kit->hub().state().seq;
    m_up = true;
    m_upSince = m_kit->clock.steadyNow();
    m_rings.clear();
    m_over.clear();
    m_shownSince.clear();
    m_presenceChosen = false;
    m_complaint.clear();
    m_lastTemplate = {};
    for (size_t i = 0; i < m_desks.size(); ++i) {
        if (schedule.running & (1 << i))
            m_desks[i].open(*m_kit, m_random);
    }
    settle();
}

QString LadderWorld::play(const Schedule &schedule)
{
    begin(schedule);
    check();
    for (size_t i = 0; i < schedule.steps.size() && m_complaint.isEmpty(); ++i) {
        const Step &step = schedule.steps[i];
        act(step);
        if (step.rests) {
            settle();
            check();
        }
        if (!m_complaint.isEmpty())
            m_complaint = QStringLiteral("after step %1 (%2): %3").arg(i + 1).arg(step.words(), m_complaint);
    }
    if (m_complaint.isEmpty()) {
        finish();
        if (!m_complaint.isEmpty())
            m_complaint.prepend(QStringLiteral("at the end: "));
    }
    m_alerts += static_cast<qint64>(m_record.stories().size());
    return m_complaint;
}

void LadderWorld::act(const Step &step)
{
    const auto milliseconds = std::chrono::milliseconds(1);
    switch (step.kind) {
    case Step::Kind::Raise:
        raise(step);
        return;
    case Step::Kind::Move:
        move(nth(m_people, step.one), nth(m_desks, step.two));
        return;
    case Step::Kind::Disable:
    case Step::Kind::Enable:
        setDisabled(nth(m_people, step.one), step.kind == Step::Kind::Disable);
        return;
    case Step::Kind::Halt:
        halt();
        return;
    case Step::Kind::Start:
        start();
        return;
    case Step::Kind::Wait:
        wait(step.one * step.two * milliseconds);
        return;
    case Step::Kind::JumpBack:
        jump(-1h);
        return;
    case Step::Kind::JumpAhead:
        jump(1h);
        return;
    case Step::Kind::Sleep:
        jump(std::chrono::hours(step.one));
        return;
    default:
        const int number = step.one % deskCount;
        actAt(step, m_desks.at(static_cast<size_t>(number)));
        return;
    }
}

void LadderWorld::actAt(const Step &step, LadderDesk &desk)
{
    if (step.kind == Step::Kind::Open && !desk.isOpen())
        desk.open(*m_kit, m_random);
    if (!desk.isOpen())
        return;
    const auto incoming = desk.client().alerts().incoming();
    const auto outgoing = desk.client().alerts().outgoing();
    switch (step.kind) {
    case Step::Kind::Answer:
        if (!incoming.empty())
            answer(desk, nth(incoming, step.two).alert.id, step.three);
        break;
    case Step::Kind::AnswerAny:
        if (!m_record.stories().empty())
            answer(desk,
                   std::next(m_record.stories().begin(),
                             step.two % static_cast<qint64>(m_record.stories().size()))
                       ->first,
                   step.three);
        break;
    case Step::Kind::Cancel:
        if (!outgoing.empty())
            Q_UNUSED(desk.client().alerts().cancel(nth(outgoing, step.two).alert));
        break;
    case Step::Kind::Escalate:
        if (!outgoing.empty())
            Q_UNUSED(desk.client().alerts().escalate(nth(outgoing, step.two).alert));
        break;
    case Step::Kind::Presence: {
        constexpr std::array states{PresenceState::InConsultation, PresenceState::Available,
                                    PresenceState::InConsultation, PresenceState::Away,
                                    PresenceState::Busy,           PresenceState::OnBreak};
        m_presenceChosen = true;
        desk.client().presence().setState(nth(states, step.two));
        break;
    }
    case Step::Kind::Cut:
        desk.cut();
        break;
    case Step::Kind::Mend:
        desk.mend();
        break;
    case Step::Kind::Quit:
        desk.quit();
        break;
    default:
        break;
    }
}

void LadderWorld::raise(const Step &step)
{
    int number = step.one % deskCount;
    const auto isTaken = [this](int desk) {
        LadderDesk &there = m_desks.at(static_cast<size_t>(desk));
        return there.isOpen() && there.client().session().state() == Session::State::SignedIn;
    };
    for (int i = 0; i < deskCount && !isTaken(number); ++i)
        number = (number + 1) % deskCount;
    if (!m_up || !isTaken(number))
        return;
    LadderDesk &desk = m_desks.at(static_cast<size_t>(number));
    std::optional<guard::ScreenedText> note;
    if (step.three % 64 == 0) {
        if (const auto screened = desk.client().practice().guard()->screen(QStringLiteral("room 5")))
            note = *screened;
    }
    const bool again = step.three % 4 == 1 && m_lastTemplate.isValid();
    if (!again) {
        m_lastTemplate = nth(m_templates, step.two);
        m_lastAddress = address(step.three / 64);
    }
    const quint64 localId = desk.client().alerts().raise(m_lastTemplate, m_lastAddress, note);
    m_rings.push_back({number, desk.life(), localId});
}

void LadderWorld::answer(LadderDesk &desk, AlertId alert, int reply)
{
    constexpr std::array replies{Reply::PassOn, Reply::PassOn,     Reply::PassOn,
                                 Reply::Coming, Reply::TwoMinutes, Reply::Done};
    Q_UNUSED(desk.client().alerts().answer(alert, nth(replies, reply)));
}

void LadderWorld::move(MemberId person, LadderDesk &desk)
{
    if (desk.follower() == person || !desk.isOpen())
        return;
    Session &session = desk.client().session();
    if (session.state() == Session::State::SignedIn) {
        Q_UNUSED(session.signOut());
        settle();
    }
    if (session.state() == Session::State::SignedOut && session.link() == Session::Link::Online)
        Q_UNUSED(session.signIn(person, ServerKit::password()));
}

void LadderWorld::setDisabled(MemberId person, bool disabled) // NOLINT: see header
{
    if (!m_up || m_kit->hub().state().member(person)->disabled == disabled)
        return;
    MemberChanged changed;
    changed.member = person;
    changed.disabled = disabled;
    m_kit->append(changed);
}

void LadderWorld::halt()
{
    if (!m_up)
        return;
    m_kit->halt();
    m_up = false;
    for (LadderDesk &desk : m_desks)
        desk.setServed(false);
}

void LadderWorld::start()
{
    if (m_up)
        return;
    m_kit->start();
    m_up = true;
    m_upSince = m_kit->clock.steadyNow();
    for (LadderDesk &desk : m_desks)
        desk.setServed(true);
}

void LadderWorld::wait(std::chrono::milliseconds by)
{
    const SteadyTime end = m_kit->clock.steadyNow() + by;
    settle();
    while (m_kit->clock.steadyNow() < end && m_complaint.isEmpty()) {
        const auto deadline = m_up ? m_kit->hub().nextDeadline() : std::nullopt;
        const auto next = deadline ? std::min(*deadline, end) : end;
        m_kit->clock.advance(std::max(next - m_kit->clock.steadyNow(), 1ms));
        settle();
        m_record.checkTime(m_kit->clock.steadyNow(), m_up ? m_upSince : m_kit->clock.steadyNow());
        complain(m_record.complaint());
    }
}

void LadderWorld::jump(std::chrono::milliseconds by)
{
    m_kit->clock.setWall(m_kit->clock.wallNow() + by);
}

void LadderWorld::settle()
{
    letHappen(*m_kit);
    readOn();
}

void LadderWorld::readOn()
{
    if (!m_made || !m_up || m_kit->hub().state().seq == m_read)
        return;
    const auto events = m_kit->record().eventsAfter(m_read, 500);
    if (!events) {
        complain(QStringLiteral("the record cannot be read"));
        return;
    }
    for (const Event &event : *events) {
        m_record.take(event, m_kit->clock.steadyNow());
        m_read = event.seq;
    }
}

void LadderWorld::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = what;
}

} // namespace handbell::testing
