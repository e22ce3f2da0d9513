// SPDX-License-Identifier: Apache-2.0
#include "Crowd.h"

#include "Desks.h"
#include "Oracle.h"
#include "client/Practice.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace handbell::test {

namespace {

constexpr std::chrono::seconds patience{60};
//! What one person has on the way at most.
constexpr int postsUnderWay = 2;
constexpr std::chrono::milliseconds betweenLooks{250};
constexpr int fewestLooks = 4; // one takes long where there is much

QString nameOf(int person)
{
    return QStringLiteral("Person %1").arg(QLatin1Char(static_cast<char>('A' + person)));
}

} // namespace

int faultRounds(int usual)
{
    const int asked = qEnvironmentVariableIntValue("HANDBELL_FAULT_ROUNDS");
    return asked > 0 ? asked : usual;
}

quint32 faultSeed()
{
    constexpr quint32 usual = 20251201;
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("HANDBELL_FAULT_SEED", &given);
    return given ? static_cast<quint32>(asked) : usual;
}

Crowd::Crowd(Size size, LivePractice::Way way, const QString &folder)
    : m_random(faultSeed())
{
    m_practice =
        std::make_unique<LivePractice>(way, makePracticeFile(size.engines + size.lean + size.spare), folder);
    if (!problem().isEmpty())
        return;
    const auto desks = signInEverybody(m_practice->data(), m_random);
    if (!desks) {
        m_problem = QStringLiteral("nobody could be signed in: ") + wireName(desks.error().code);
        return;
    }
    m_server = {{QStringLiteral("127.0.0.1"),
                 way == LivePractice::Way::Direct ? m_practice->port() : m_practice->proxy().serverPort()},
                authorityOf(m_practice->data())};
    const auto trust = transport::Trust::authority(QSslCertificate(m_server.authorityDer, QSsl::Der));
    for (const Desk &desk : *desks) {
        if (static_cast<int>(m_lean.size()) < size.lean)
            m_lean.push_back(
                std::make_unique<LeanWorkstation>(m_server.address, trust, desk.token, m_random));
        else if (static_cast<int>(m_engines.size()) < size.engines)
            m_engines.push_back(std::make_unique<EngineWorkstation>(
                QStringLiteral("pc%1").arg(m_engines.size()), m_server, desk));
        else
            m_spare.push_back(desk);
    }
    if (!until([this] {
            const auto everybody = all();
            return std::all_of(everybody.begin(), everybody.end(),
                               [](const Workstation *workstation) { return workstation->isFollowing(); });
        }))
        m_problem = QStringLiteral("not everybody could connect");
    if (!problem().isEmpty())
        return;
    const protocol::PracticeState &state =
        m_lean.empty() ? m_engines.front()->client().practice().state() : m_lean.front()->practice();
    m_everyone = state.everyoneConversation();
    for (const auto &[id, conversation] : state.conversations) {
        if (conversation.kind == protocol::ConversationKind::Group)
            m_group = id;
    }
    m_groupMembers.insert(state.conversation(m_group)->members.begin(),
                          state.conversation(m_group)->members.end());
    QObject::connect(&m_pump, &QTimer::timeout, &m_pump, [this] {
        for (Workstation *workstation : all()) {
            if (workstation->waiting() < postsUnderWay)
                write(*workstation);
        }
    });
}

QString Crowd::makePracticeFile(int people) const
{
    QJsonArray members;
    QJsonArray workstations;
    QJsonArray group;
    for (int person = 0; person < people; ++person) {
        const QString pc = QStringLiteral("PC %1").arg(person + 1);
        members.append(QJsonObject{{QStringLiteral("name"), nameOf(person)},
                                   {QStringLiteral("role"), QStringLiteral("Receptionist")},
                                   {QStringLiteral("permissions"), QJsonArray{QStringLiteral("member")}}});
        workstations.append(QJsonObject{{QStringLiteral("name"), pc},
                                        {QStringLiteral("room"), QStringLiteral("Front desk")}});
        if (person % 2 == 0)
            group.append(nameOf(person));
    }
    const QJsonObject practice{
        {QStringLiteral("rooms"),
         QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("Front desk")},
                                {QStringLiteral("kind"), QStringLiteral("desk")}}}},
        {QStringLiteral("workstations"), workstations},
        {QStringLiteral("members"), members},
        {QStringLiteral("groups"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("Half")},
                                                          {QStringLiteral("members"), group}}}},
        // One, since a seed that prints none is taken for one that failed.
        {QStringLiteral("invitations"),
         QJsonArray{QJsonObject{{QStringLiteral("member"), nameOf(0)},
                                {QStringLiteral("workstation"), QStringLiteral("PC 1")}}}}};
    QFile file(m_folder.filePath(QStringLiteral("practice.json")));
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(practice).toJson());
    return file.fileName();
}

QString Crowd::problem() const
{
    return m_problem.isEmpty() ? m_practice->problem() : m_problem;
}

std::vector<Workstation *> Crowd::all() const
{
    std::vector<Workstation *> everybody;
    for (const auto &lean : m_lean)
        everybody.push_back(lean.get());
    for (const auto &engine : m_engines)
        everybody.push_back(engine.get());
    everybody.insert(everybody.end(), m_others.begin(), m_others.end());
    return everybody;
}

qint64 Crowd::accepted() const
{
    qint64 count = 0;
    for (const Workstation *workstation : all())
        count += static_cast<qint64>(workstation->postings().size()) - workstation->waiting();
    return count;
}

void Crowd::setWriting(bool writing)
{
    if (writing)
        m_pump.start(std::chrono::milliseconds(2));
    else
        m_pump.stop();
}

void Crowd::write(Workstation &who)
{
    const bool toGroup = m_groupMembers.contains(who.member()) && m_random.below(3) == 0;
    who.post(toGroup ? m_group : m_everyone,
             QStringLiteral("parcel %1").arg(++m_written).leftJustified(m_textLength, QLatin1Char('-')));
}

bool Crowd::until(const std::function<bool()> &condition) const
{
    QTimer tick; // so that there is always something to wake up for
    tick.start(std::chrono::milliseconds(2));
    const QDeadlineTimer deadline(patience);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

QString Crowd::settle()
{
    setWriting(false);
    const bool answered = until([this] {
        const auto everybody = all();
        return std::all_of(everybody.begin(), everybody.end(), [](const Workstation *workstation) {
            return workstation->waiting() == 0 && workstation->isFollowing();
        });
    });
    QStringList differences;
    if (!answered)
        differences << QStringLiteral("not everything posted is answered");
    // What is on its way may still come; what is wrong stays wrong.
    const QDeadlineTimer deadline(patience);
    for (int looks = 1; answered; ++looks) {
        differences = compareWithRecord(m_practice->data() + QStringLiteral("/record.db"), all());
        if (differences.isEmpty() || (deadline.hasExpired() && looks >= fewestLooks))
            break;
        const QDeadlineTimer moment(betweenLooks);
        if (!until([&] { return moment.hasExpired(); }))
            break;
    }
    return differences.join(QLatin1Char('\n'));
}

} // namespace handbell::test
