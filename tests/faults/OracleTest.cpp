// SPDX-License-Identifier: Apache-2.0
#include "Oracle.h"

#include "base/Clock.h"
#include "base/Random.h"
#include "record/Record.h"
#include "tests/support/TestProgram.h"

#include <QTemporaryDir>

using namespace handbell;
using namespace handbell::test;

// The judge of all other tests here sees what is wrong.

namespace {

//! Says and has what it is told to.
class Witness final : public Workstation
{
public:
    explicit Witness(MemberId member)
        : m_member(member)
    {
    }

    [[nodiscard]] MemberId member() const override { return m_member; }
    [[nodiscard]] bool isFollowing() const override { return true; }
    void post(ConversationId conversation, const QString &text) override
    {
        said.push_back({conversation, text, {}, true});
    }
    [[nodiscard]] int waiting() const override { return 0; }
    [[nodiscard]] const std::vector<Posting> &postings() const override { return said; }
    [[nodiscard]] std::vector<Row> rows(ConversationId) override { return has; }
    [[nodiscard]] QString complaint() const override { return {}; }

    std::vector<Posting> said;
    std::vector<Row> has;

private:
    const MemberId m_member;
};

} // namespace

class OracleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto record = record::Record::create(file(), m_random, storage::Durability::None);
        QVERIFY(record.ok());
        append(*record, protocol::MemberAdded{QStringLiteral("Priya"), QStringLiteral("Receptionist"), {}},
               {});
        append(*record, protocol::ConversationCreated{protocol::ConversationKind::Everyone, {}, {}}, {});
        for (const char *text : {"one", "two", "three"})
            append(*record, protocol::MessagePosted{m_everyone}, QString::fromLatin1(text));
    }

    void whatIsRightIsRight()
    {
        Witness witness(m_priya);
        tellTheTruth(witness);
        QCOMPARE(compareWithRecord(file(), {&witness}), QStringList());
    }

    void itSeesWhatIsWrong_data()
    {
        QTest::addColumn<int>("lie");
        QTest::addColumn<QString>("seen");
        QTest::newRow("lost in the record") << 0 << QStringLiteral("lacks \"four\"");
        QTest::newRow("in the record though nobody posted it") << 1 << QStringLiteral("2 were posted");
        QTest::newRow("accepted as something else") << 2 << QStringLiteral("was accepted as 4");
        QTest::newRow("overtaken") << 3 << QStringLiteral("overtook");
        QTest::newRow("a reader's gap") << 4 << QStringLiteral("has 2 rows");
        QTest::newRow("a reader's double") << 5 << QStringLiteral("has 4 rows");
        QTest::newRow("a reader's order") << 6 << QStringLiteral("first different: row 0");
        QTest::newRow("another's") << 7 << QStringLiteral("is another's");
    }
    void itSeesWhatIsWrong()
    {
        QFETCH(int, lie);
        QFETCH(QString, seen);
        Witness witness(lie == 7 ? MemberId(99) : m_priya);
        tellTheTruth(witness);
        if (lie == 0)
            witness.post(m_everyone, QStringLiteral("four"));
        else if (lie == 1)
            witness.said.pop_back();
        else if (lie == 2)
            witness.said.front().accepted = Seq(4);
        else if (lie == 3)
            std::swap(witness.said[0], witness.said[1]);
        else if (lie == 4)
            witness.has.erase(witness.has.begin() + 1);
        else if (lie == 5)
            witness.has.push_back(witness.has.back());
        else if (lie == 6)
            std::swap(witness.has[0], witness.has[1]);
        const QString differences = compareWithRecord(file(), {&witness}).join(QLatin1Char('\n'));
        QVERIFY2(differences.contains(seen), qPrintable(differences));
    }

    void whatMayHaveBeenPostedNeedNotBeThere()
    {
        Witness witness(m_priya);
        tellTheTruth(witness);
        witness.said.push_back({m_everyone, QStringLiteral("four"), {}, false});
        QCOMPARE(compareWithRecord(file(), {&witness}), QStringList());
    }

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("record.db")); }

    void append(record::Record &record, const protocol::Payload &payload, const std::optional<QString> &text)
    {
        record::EventDraft draft;
        draft.actor = text ? m_priya : MemberId();
        draft.payload = payload;
        draft.text = text;
        const std::vector<record::EventDraft> drafts{draft};
        const auto outcomes = record.append(drafts, SystemClock().wallNow());
        QVERIFY(outcomes.ok() && std::holds_alternative<record::Appended>(outcomes->front()));
    }

    void tellTheTruth(Witness &witness) const
    {
        qint64 seq = 3;
        for (const char *text : {"one", "two", "three"}) {
            witness.said.push_back({m_everyone, QString::fromLatin1(text), Seq(seq), true});
            witness.has.push_back({Seq(seq), m_priya, m_everyone, QString::fromLatin1(text)});
            ++seq;
        }
    }

    QTemporaryDir m_folder;
    SeededRandom m_random{3};
    const MemberId m_priya{1};
    const ConversationId m_everyone{2};
};

HANDBELL_TEST(OracleTest)
#include "OracleTest.moc"
