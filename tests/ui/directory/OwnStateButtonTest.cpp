// SPDX-License-Identifier: Apache-2.0
#include "ui/directory/OwnStateButton.h"

#include "tests/support/FakePresenceManager.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/AlertWords.h"
#include "ui/theme/Theme.h"

#include <QMenu>
#include <QTest>
#include <QVBoxLayout>

using namespace handbell;
using protocol::PresenceState;

class OwnStateButtonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheState()
    {
        ui::OwnStateButton button(m_theme, m_presence, m_clock);
        QCOMPARE(button.accessibleName(), QStringLiteral("Your state: Available"));
        m_presence.setState(PresenceState::OnBreak);
        QCOMPARE(button.accessibleName(), QStringLiteral("Your state: On break"));
        QVERIFY(button.text().contains(QStringLiteral("On break")));
    }

    void theMenuHasEveryStateOnce()
    {
        ui::OwnStateButton button(m_theme, m_presence, m_clock);
        button.show();
        m_presence.setState(PresenceState::Available);
        QTest::mouseClick(&button, Qt::LeftButton);
        auto *menu = button.findChild<QMenu *>();
        QVERIFY(menu->isVisible());
        QCOMPARE(menu->activeAction(),
                 menu->actions().constFirst()); // the state now, so that Down is the next one
        QStringList words;
        const auto actions = menu->actions();
        for (const QAction *action : actions) {
            if (!action->menu())
                words << action->text();
        }
        QCOMPARE(words,
                 (QStringList{QStringLiteral("Available"), QStringLiteral("In consultation"),
                              QStringLiteral("Busy"), QStringLiteral("Away"), QStringLiteral("On break")}));
        actions.at(3)->trigger();
        QCOMPARE(m_presence.state(), PresenceState::Busy);
        menu->close();
    }

    void aConsultationMayBeGivenItsEnd()
    {
        ui::OwnStateButton button(m_theme, m_presence, m_clock);
        QMenu *ends = nullptr;
        for (const QAction *action : button.findChild<QMenu *>()->actions())
            ends = action->menu() ? action->menu() : ends;
        QVERIFY(ends);
        Q_EMIT ends->aboutToShow();
        QCOMPARE(ends->actions().size(), 5);
        ends->actions().at(1)->trigger();
        QCOMPARE(m_presence.state(), PresenceState::InConsultation);
        QCOMPARE(m_presence.until(), std::optional(m_clock.wallNow() + std::chrono::minutes(15)));
        const QString time = ui::AlertWords::timeOfDay(*m_presence.until());
        QCOMPARE(button.accessibleName(), QStringLiteral("Your state: In consultation until %1").arg(time));
        m_clock.advance(std::chrono::hours(1));
        Q_EMIT ends->aboutToShow(); // its times are those of now
        QCOMPARE(ends->actions().size(), 5);
        ends->actions().at(0)->trigger();
        QCOMPARE(m_presence.until(), std::optional(m_clock.wallNow() + std::chrono::minutes(10)));
    }

    void shortcutsWorkFromAnywhereInTheWindow()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(new ui::OwnStateButton(m_theme, m_presence, m_clock));
        auto *other = new QPushButton(QStringLiteral("other"));
        layout->addWidget(other);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other->setFocus();
        QTest::keyClick(other, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_presence.state(), PresenceState::InConsultation);
        QTest::keyClick(other, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_presence.state(), PresenceState::Available);
    }

private:
    ui::Theme m_theme{ui::ThemeKind::Light};
    testing::FakePresenceManager m_presence;
    VirtualClock m_clock;
};

HANDBELL_TEST(OwnStateButtonTest)
#include "OwnStateButtonTest.moc"
