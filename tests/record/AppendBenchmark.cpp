// SPDX-License-Identifier: Apache-2.0
#include "RecordFixture.h"

using namespace handbell;
using namespace handbell::record;
using namespace handbell::record::testing;

//! What a durable commit costs on this disk: run from a directory on the disk to be measured (TMPDIR).
class AppendBenchmark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void append_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("1 message") << 1;
        QTest::newRow("64 messages") << 64;
    }

    void append()
    {
        QFETCH(int, count);
        RecordFixture record(storage::Durability::Full);
        const std::vector<EventDraft> drafts(static_cast<size_t>(count),
                                             message(priya, "The phones are back"));
        QBENCHMARK
        {
            QVERIFY(record->append(drafts, minute(1)).ok());
        }
    }

    void verify()
    {
        RecordFixture record;
        const std::vector<EventDraft> drafts(1000, message(priya, "The phones are back"));
        for (int i = 0; i < 20; ++i)
            QVERIFY(record->append(drafts, minute(i)).ok());
        QBENCHMARK_ONCE
        {
            QVERIFY(record->verify(QByteArray(32, 'k'))->ok());
        }
    }
};

QTEST_GUILESS_MAIN(AppendBenchmark)
#include "AppendBenchmark.moc"
