// SPDX-License-Identifier: Apache-2.0
#include "RecordFixture.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::record;
using namespace handbell::record::testing;

namespace {

//! Some of everything that changes a projection.
void liveADay(RecordFixture &record)
{
    using namespace protocol;
    MemberChanged married;
    married.member = lin;
    married.name = str("Lin Chen-Reid");
    MemberChanged left;
    left.member = patel;
    left.disabled = true;
    AlertTemplate again;
    again.key = str("interpreter_here");
    again.textEn = str("The interpreter is here");
    GuardSettings settings;
    settings.version = 2;
    settings.allow = {str("Mrs Tiggy")};
    const InvitationCreated invitation{Bytes{QByteArray(32, 'c')}, lin, {}, minute(600)};

    QVERIFY(record.seqOf(by({}, married)).isValid());
    QVERIFY(record.seqOf(by({}, RoomRenamed{room3, str("Room 3")})).isValid());
    QVERIFY(record.seqOf(by({}, WorkstationMoved{deskPc, room3})).isValid());
    QVERIFY(record.seqOf(by({}, WorkstationRemoved{room3Pc})).isValid());
    QVERIFY(record.seqOf(by({}, ConversationMembersChanged{deskGroup, {patel}, {lin}})).isValid());
    QVERIFY(
        record.seqOf(by(priya, ConversationCreated{ConversationKind::Direct, {}, {patel, priya}})).isValid());
    QVERIFY(record.seqOf(by({}, TemplateSaved{again, interpreter})).isValid());
    QVERIFY(record.seqOf(by({}, GuardSettingsChanged{settings})).isValid());
    const Seq invited = record.seqOf(by({}, invitation));
    QVERIFY(record.seqOf(by(lin, InvitationUsed{InvitationId(invited.value)})).isValid());
    QVERIFY(record.seqOf(by({}, invitation)).isValid());
    const Seq kept = record.seqOf(message(priya, "Kept", nonce('k')));
    const Seq gone = record.seqOf(message(priya, "Gone", nonce('g')));
    QVERIFY(record.seqOf(withdrawal(priya, gone)).isValid());
    QVERIFY(record.seqOf(withdrawal(priya, gone)).isValid());
    const Seq open = record.seqOf(ring(priya, "at the desk"));
    const Seq answered = record.seqOf(ring(priya, ""));
    QVERIFY(
        record.seqOf(by(patel, AlertAnswered{AlertId(open.value), Reply::PassOn, {priya, patel}})).isValid());
    QVERIFY(record
                .seqOf(by({}, AlertEscalated{AlertId(open.value),
                                             Address::ofRole(str("Nurse")),
                                             {lin},
                                             {priya, patel, lin},
                                             EscalationCause::PassedOn}))
                .isValid());
    QVERIFY(record.seqOf(by(patel, AlertAnswered{AlertId(answered.value), Reply::Coming, {priya, patel}}))
                .isValid());
    QVERIFY(record.seqOf(by({}, left)).isValid());
    QVERIFY(kept.isValid());
}

//! Every row of the projections, as text.
QStringList rowsOf(RecordFixture &record)
{
    auto database = storage::Database::open(record.path(), storage::OpenMode::ReadOnly);
    QStringList rows;
    for (const char *sql : {"SELECT kind || ' ' || id || ' ' || body FROM entity ORDER BY kind, id",
                            "SELECT seq || ' ' || conversation || ' ' || coalesce(withdrawn, '-')"
                            " FROM message ORDER BY seq"}) {
        auto statement = database->prepare(str(sql));
        if (!statement || !statement->run())
            return {};
        while (statement->next().valueOr(false))
            rows << statement->text(0);
    }
    return rows;
}

} // namespace

class ProjectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rebuiltAreTheLiveOnes()
    {
        RecordFixture record;
        liveADay(record);
        const QStringList live = rowsOf(record);
        const auto state = record->loadState();
        QVERIFY(state.ok());
        QVERIFY(live.size() > 15);
        QVERIFY(record->rebuildProjections().ok());
        QCOMPARE(rowsOf(record), live);
        QVERIFY(*record->loadState() == *state);
        QVERIFY(record->verify(QByteArray(32, 'k'))->ok());
    }

    void rebuildRepairs()
    {
        RecordFixture record;
        liveADay(record);
        const QStringList live = rowsOf(record);
        {
            auto raw = record.raw();
            QVERIFY(raw.execute(str("DELETE FROM entity WHERE kind = 'member'")).ok());
            QVERIFY(raw.execute(str("UPDATE message SET conversation = 99")).ok());
        }
        QVERIFY(record->rebuildProjections().ok());
        QCOMPARE(rowsOf(record), live);
        QVERIFY(record.seqOf(message(priya, "Morning")).isValid());
    }

    //! Independent of what the tables hold: the reducer over all events.
    void liveAreWhatTheEventsMake()
    {
        RecordFixture record;
        liveADay(record);
        protocol::PracticeState replayed;
        const auto events = record->eventsAfter({}, 1000);
        QVERIFY(events.ok());
        for (const protocol::Event &event : *events)
            QVERIFY(replayed.apply(event).ok());
        QVERIFY(*record->loadState() == replayed);
        QCOMPARE(replayed.alerts.size(), size_t{1});
        QCOMPARE(replayed.alerts.begin()->second.note, std::optional(str("at the desk")));
    }

    void anEmptyRecord()
    {
        QTemporaryDir dir;
        SeededRandom random(1);
        auto record = Record::create(dir.filePath(str("r.db")), random, storage::Durability::None);
        QVERIFY(record.ok());
        QVERIFY(*record->loadState() == protocol::PracticeState());
        QVERIFY(*record->head() == Head(Seq{}, QByteArray(32, '\0')));
        QVERIFY(record->rebuildProjections().ok());
        QVERIFY(record->verify(QByteArray(32, 'k'))->ok());
    }

    //! A text stands in one table alone, or retention could not reach it.
    void textsStandInOnePlace()
    {
        RecordFixture record;
        QVERIFY(record.seqOf(ring(priya, "marked-secret at the desk", nonce('r'))).isValid());
        QVERIFY(record.seqOf(message(priya, "marked-secret message", nonce('m'))).isValid());
        auto database = record.raw();
        QCOMPARE(*database.number(
                     str("SELECT count(*) FROM text WHERE CAST(body AS TEXT) LIKE '%marked-secret%'")),
                 2);
        QCOMPARE(
            *database.number(str("SELECT (SELECT count(*) FROM event WHERE payload LIKE '%marked-secret%')"
                                 " + (SELECT count(*) FROM entity WHERE body LIKE '%marked-secret%')")),
            0);
    }
};

HANDBELL_TEST(ProjectionsTest)
#include "ProjectionsTest.moc"
