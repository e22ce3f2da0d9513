// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/TargetPicker.h"

#include "tests/support/DemoTargets.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/TargetEdit.h"
#include "ui/theme/Theme.h"

#include <QSignalSpy>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using protocol::Address;
using protocol::PresenceState;

class TargetPickerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(ThemeKind::Light);
        m_targets.setTargets(demo::targets());
        m_window = std::make_unique<QWidget>();
        m_picker = new TargetPicker(*m_theme, m_targets, m_window.get());
        m_picker->filter().setParent(m_window.get());
        m_picker->list().setParent(m_window.get());
        m_picker->clear();
    }
    void cleanup() { m_window.reset(); }

    void theFirstThatIsLeftIsChosen()
    {
        QCOMPARE(m_picker->target(), std::optional(Address::room(demo::room3)));
        m_picker->filter().setText(u"lin"_s);
        QCOMPARE(m_picker->target(), std::optional(Address::person(demo::lin)));
        QCOMPARE(m_picker->filter().meaning(), u"Lin Chen"_s);
        m_picker->filter().setText(u"nobody of this name"_s);
        QVERIFY(!m_picker->target());
        QVERIFY(m_picker->filter().meaning().isEmpty());
        m_picker->clear();
        QVERIFY(m_picker->filter().text().isEmpty());
        QCOMPARE(m_picker->target(), std::optional(Address::room(demo::room3)));
    }

    void takingClearsTheFilter()
    {
        m_picker->filter().setText(u"c7"_s);
        QVERIFY(m_picker->take(Address::everyone()));
        QCOMPARE(m_picker->target(), std::optional(Address::everyone()));
        QVERIFY(m_picker->filter().text().isEmpty());
        QVERIFY(!m_picker->take(Address::room(demo::backOffice)));
        QCOMPARE(m_picker->target(), std::optional(Address::room(demo::room3)));
    }

    void movingStopsAtTheEnds()
    {
        m_picker->move(-1);
        QCOMPARE(m_picker->target(), std::optional(Address::room(demo::room3)));
        m_picker->move(100);
        QCOMPARE(m_picker->target(), std::optional(Address::everyone()));
        m_picker->filter().setText(u"nobody of this name"_s);
        m_picker->move(1);
        QVERIFY(!m_picker->target());
    }

    void aDigitThatWouldLeaveNoneIsTold_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("cursor");
        QTest::addColumn<int>("digit");
        QTest::addColumn<bool>("none");
        QTest::newRow("one left") << u"c3"_s << 2 << 2 << true;
        QTest::newRow("several left") << u"c"_s << 1 << 9 << false;
        QTest::newRow("the cursor is before the end") << u"c3"_s << 1 << 2 << false;
        QTest::newRow("no filter") << QString() << 0 << 9 << false;
    }
    void aDigitThatWouldLeaveNoneIsTold()
    {
        QFETCH(QString, typed);
        QFETCH(int, cursor);
        QFETCH(int, digit);
        QFETCH(bool, none);
        m_picker->filter().setText(typed);
        m_picker->filter().setCursorPosition(cursor);
        const auto before = m_picker->target();
        QCOMPARE(m_picker->wouldLeaveNone(digit), none);
        QCOMPARE(m_picker->target(), before);
    }

    void itTellsWhatChanges()
    {
        QSignalSpy changed(m_picker, &TargetPicker::changed);
        QSignalSpy updated(m_picker, &TargetPicker::updated);
        m_targets.changeRow(0,
                            {{client::TargetModel::ReachNowRole, 3}, {client::TargetModel::StateRole, -1}});
        QCOMPARE(changed.count(), 0);
        QVERIFY(updated.count() > 0);
        QCOMPARE(m_picker->reach().now, 3);
        QVERIFY(!m_picker->reach().state);
        m_picker->move(1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_picker->reach().state, std::optional(PresenceState::Available));
    }

private:
    FakeTargetModel m_targets;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    TargetPicker *m_picker = nullptr;
};

HANDBELL_TEST(TargetPickerTest)
#include "TargetPickerTest.moc"
