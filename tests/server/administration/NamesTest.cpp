// SPDX-License-Identifier: Apache-2.0
#include "server/administration/Names.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::administration;

class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("accepted");
        QTest::newRow("plain") << u"Priya Shah"_s << u"Priya Shah"_s;
        QTest::newRow("spaces") << u"  Priya   Shah "_s << u"Priya Shah"_s;
        QTest::newRow("no-break space") << u"Priya\u00a0Shah"_s << u"Priya Shah"_s;
        QTest::newRow("decomposed") << u"Sio\u0302n"_s << u"Si\u00f4n"_s;
        QTest::newRow("apostrophe") << u"Manager's office"_s << u"Manager's office"_s;
        QTest::newRow("another script") << u"\u674e\u660e"_s << u"\u674e\u660e"_s;
        QTest::newRow("beyond the plane") << u"\U0001F514 desk"_s << u"\U0001F514 desk"_s;
        QTest::newRow("longest") << QString(80, u'x') << QString(80, u'x');
    }
    void accepts()
    {
        QFETCH(QString, typed);
        const auto result = acceptName(NameKind::Member, typed);
        QVERIFY2(result.ok(), qPrintable(result ? QString() : result.error().detail));
        QTEST(*result, "accepted");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("empty") << QString();
        QTest::newRow("spaces") << u"   "_s;
        QTest::newRow("too long") << QString(81, u'x');
        QTest::newRow("line break") << u"Priya\nShah"_s;
        QTest::newRow("tab") << u"Priya\tShah"_s;
        QTest::newRow("escape") << u"\u001b[31mPriya"_s;
        QTest::newRow("null") << QString(u"Pri"_s + QChar(u'\0') + u"ya"_s);
        QTest::newRow("right-to-left override") << u"Priya \u202eShah"_s;
        QTest::newRow("isolate") << u"Priya \u2066Shah"_s;
        QTest::newRow("zero width space") << u"Pri\u200bya"_s;
        QTest::newRow("zero width joiner") << u"Pri\u200dya"_s;
        QTest::newRow("byte order mark") << u"Pri\ufeffya"_s;
        QTest::newRow("line separator") << u"Pri\u2028ya"_s;
        QTest::newRow("private use") << u"Pri\ue000ya"_s;
        QTest::newRow("lone surrogate") << QString(u"Pri"_s + QChar(0xd800) + u"ya"_s);
    }
    void refuses()
    {
        QFETCH(QString, typed);
        const auto result = acceptName(NameKind::Member, typed);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!result.error().detail.isEmpty());
        QVERIFY(typed.isEmpty() || !result.error().detail.contains(typed));
    }

    void comparesWithoutCaseAndWidth()
    {
        QCOMPARE(foldedName(u"FRONT  desk"), foldedName(u"Front Desk"));
        QCOMPARE(foldedName(u"\uff26ront desk"), foldedName(u"front desk"));
        QVERIFY(foldedName(u"Front desk 1") != foldedName(u"Front desk 2"));
    }
};

HANDBELL_TEST(NamesTest)
#include "NamesTest.moc"
