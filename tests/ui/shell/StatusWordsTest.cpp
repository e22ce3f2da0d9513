// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/StatusWords.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using client::Session;
using protocol::PresenceState;
using ui::LinkWatch;
using ui::StatusWords;
using ui::TrayState;

class StatusWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasItsIconAndWords_data()
    {
        QTest::addColumn<int>("session");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("presence");
        QTest::addColumn<int>("unread");
        QTest::addColumn<int>("icon");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, Session::State session, LinkWatch::State line,
                            PresenceState presence, int unread, TrayState icon, const char *words) {
            QTest::newRow(name) << int(session) << int(line) << int(presence) << unread << int(icon)
                                << QString::fromUtf8(words);
        };
        const auto in = Session::State::SignedIn;
        const auto up = LinkWatch::State::Connected;
        const auto down = LinkWatch::State::NotConnected;
        row("nobody", Session::State::SignedOut, up, PresenceState::Available, 2, TrayState::SignedOut,
            "Handbell: nobody is signed in");
        row("new", Session::State::NotEnrolled, down, PresenceState::Available, 0, TrayState::SignedOut,
            "Handbell: nobody is signed in");
        row("available", in, up, PresenceState::Available, 0, TrayState::Available, "Handbell: available");
        row("consultation", in, up, PresenceState::InConsultation, 0, TrayState::Consultation,
            "Handbell: in consultation");
        row("busy", in, up, PresenceState::Busy, 0, TrayState::Busy, "Handbell: busy");
        row("away", in, up, PresenceState::Away, 0, TrayState::Away, "Handbell: away");
        row("break", in, up, PresenceState::OnBreak, 0, TrayState::OnBreak, "Handbell: on break");
        row("unread", in, up, PresenceState::Available, 3, TrayState::Available,
            "Handbell: available, 3 unread");
        row("connecting", in, LinkWatch::State::Connecting, PresenceState::Available, 0, TrayState::Available,
            "Handbell: available");
        row("a failed test beats state", in, LinkWatch::State::Failing, PresenceState::Available, 0,
            TrayState::NotConnected, "Handbell: the test of alerts fails, they may not reach you");
        row("down beats state", in, down, PresenceState::InConsultation, 3, TrayState::NotConnected,
            "Handbell: not connected, alerts can't reach you");
    }
    void everyStatusHasItsIconAndWords()
    {
        QFETCH(int, session);
        QFETCH(int, line);
        QFETCH(int, presence);
        QFETCH(int, unread);
        QFETCH(int, icon);
        QFETCH(QString, words);
        const StatusWords::Status status{static_cast<Session::State>(session),
                                         static_cast<LinkWatch::State>(line),
                                         static_cast<PresenceState>(presence), unread};
        QCOMPARE(int(StatusWords::trayState(status)), icon);
        QCOMPARE(StatusWords::toolTip(status), words);
    }

    void theLineInWords()
    {
        QCOMPARE(StatusWords::line(LinkWatch::State::Connected, {}), QStringLiteral("Connected"));
        QVERIFY(StatusWords::line(LinkWatch::State::NotConnected, {})
                    .startsWith(QStringLiteral("Not connected since ")));
        QVERIFY(StatusWords::line(LinkWatch::State::Failing, {})
                    .startsWith(QStringLiteral("Alerts failing since ")));
        QVERIFY(StatusWords::line(LinkWatch::State::Connected, {}, WallTime())
                    .startsWith(QStringLiteral("Connected · tested ")));
    }
};

HANDBELL_TEST(StatusWordsTest)
#include "StatusWordsTest.moc"
