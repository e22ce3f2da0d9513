// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Lookup.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::administration;

class LookupTest : public QObject
{
    Q_OBJECT

    protocol::PracticeState m_practice;

    void add(qint64 id, const QString &name, bool disabled = false)
    {
        m_practice.members[MemberId(id)] = {MemberId(id), name, u"GP"_s, {}, disabled};
    }

private Q_SLOTS:
    void initTestCase()
    {
        add(3, u"Dr Anna Patel"_s);
        add(4, u"Dr Ben Okafor"_s);
        add(5, u"Sam Reid"_s, true);
        add(6, u"Sam Reid"_s);
        add(7, u"Lin Chen"_s, true);
        add(8, u"Lin Chen"_s, true);
        add(9, u"4"_s);
        m_practice.conversations[ConversationId(2)] = {
            ConversationId(2), protocol::ConversationKind::Everyone, {}, {}};
    }

    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("id");
        QTest::newRow("name") << u"Dr Anna Patel"_s << qint64{3};
        QTest::newRow("another case") << u" dr anna  PATEL "_s << qint64{3};
        QTest::newRow("id") << u"3"_s << qint64{3};
        QTest::newRow("marked id") << u"#4"_s << qint64{4};
        QTest::newRow("active before disabled") << u"Sam Reid"_s << qint64{6};
        QTest::newRow("disabled by id") << u"5"_s << qint64{5};
    }
    void finds()
    {
        QFETCH(QString, typed);
        const auto found = findMember(m_practice, typed);
        QVERIFY2(found.ok(), qPrintable(found ? QString() : found.error().detail));
        QTEST(found->value, "id");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("hint");
        QTest::newRow("unknown") << u"Carys"_s << u"members list"_s;
        QTest::newRow("part of a name") << u"Anna"_s << u"did you mean 3"_s;
        QTest::newRow("a name that is an id too") << u"4"_s << u"#4"_s;
        QTest::newRow("two disabled") << u"Lin Chen"_s << u"7, 8"_s;
        QTest::newRow("empty") << QString() << u"members list"_s;
        QTest::newRow("unknown id") << u"#99"_s << u"members list"_s;
    }
    void refuses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, hint);
        const auto found = findMember(m_practice, typed);
        QVERIFY(!found.ok());
        QVERIFY2(found.error().detail.contains(hint), qPrintable(found.error().detail));
    }

    void everyoneIsNoGroup() { QVERIFY(!findGroup(m_practice, u"2"_s).ok()); }
};

HANDBELL_TEST(LookupTest)
#include "LookupTest.moc"
