// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/AlertWords.h"

#include "tests/support/DemoPractice.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using client::LadderStep;
using protocol::Address;
using protocol::Importance;
using protocol::PresenceState;
using protocol::Reply;

class AlertWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        demo::fill(m_practice, demo::priya, m_clock.wallNow());
    }

    void everyReplyHasItsOwnWordAndKey()
    {
        QStringList words;
        QList<int> keys;
        for (const Reply reply : {Reply::Coming, Reply::TwoMinutes, Reply::PassOn, Reply::Done}) {
            words.append(AlertWords::reply(reply));
            keys.append(AlertWords::replyKey(reply));
            QVERIFY(!AlertWords::replyDescription(reply).isEmpty());
        }
        QCOMPARE(words, (QStringList{u"Coming"_s, u"2 minutes"_s, u"Can't, pass on"_s, u"Done"_s}));
        QCOMPARE(keys, (QList<int>{1, 2, 3, 4}));
    }

    void durations_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<QString>("span");
        QTest::addColumn<QString>("left");
        QTest::newRow("negative") << -5 << u"0 s"_s << u"0 s left"_s;
        QTest::newRow("part of a second") << 400 << u"0 s"_s << u"1 s left"_s;
        QTest::newRow("seconds") << 14'000 << u"14 s"_s << u"14 s left"_s;
        QTest::newRow("a minute") << 60'000 << u"1 min"_s << u"1 min left"_s;
        QTest::newRow("minutes and seconds") << 100'000 << u"1 min 40 s"_s << u"2 min left"_s;
        QTest::newRow("minutes") << 240'000 << u"4 min"_s << u"4 min left"_s;
    }
    void durations()
    {
        QFETCH(int, milliseconds);
        QTEST(AlertWords::duration(std::chrono::milliseconds(milliseconds)), "span");
        QTEST(AlertWords::timeLeft(std::chrono::milliseconds(milliseconds)), "left");
    }

    void addresses_data()
    {
        QTest::addColumn<Address>("address");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("person") << Address::person(demo::lin) << u"Lin Chen"_s << u"Lin Chen"_s;
        QTest::newRow("self") << Address::person(demo::priya) << u"You"_s << u"You"_s;
        QTest::newRow("role") << Address::ofRole(u"Nurse"_s) << u"Any nurse"_s << u"any nurse"_s;
        QTest::newRow("abbreviated role") << Address::ofRole(u"GP"_s) << u"Any GP"_s << u"any GP"_s;
        QTest::newRow("room") << Address::room(demo::room3) << u"Consulting room 3"_s
                              << u"Consulting room 3"_s;
        QTest::newRow("group") << Address::group(demo::clinicians) << u"Clinicians (group)"_s
                               << u"Clinicians (group)"_s;
        QTest::newRow("everyone") << Address::everyone() << u"Everyone"_s << u"everyone"_s;
        QTest::newRow("unknown room") << Address::room(RoomId{999}) << u"A room"_s << u"A room"_s;
    }
    void addresses()
    {
        QFETCH(Address, address);
        QTEST(m_words.address(address), "heading");
        QTEST(m_words.addressInSentence(address), "sentence");
    }

    void theDiscreetSenderHasNoName()
    {
        const auto alert = interpreter();
        QCOMPARE(m_words.sender(alert), u"Jo Lewis, receptionist · Front desk 2"_s);
        QCOMPARE(m_words.discreetSender(alert), u"Receptionist · Front desk 2"_s);
    }

    void theTemplateSpeaksTheLanguageOfTheInterface()
    {
        auto alert = interpreter();
        alert.note = u"Arabic"_s;
        QCOMPARE(m_words.text(alert), u"Interpreter is here: Arabic"_s);
        alert.alertTemplate = demo::callWaiting;
        QCOMPARE(m_words.text(alert), u"Call waiting on line… Arabic"_s);
        QLocale::setDefault(QLocale(QLocale::Welsh));
        QCOMPARE(m_words.templateText(demo::interpreter), u"Mae'r cyfieithydd yma"_s);
        protocol::AlertTemplate untranslated;
        untranslated.textEn = u"Only English"_s;
        QCOMPARE(m_words.templateText(untranslated), u"Only English"_s);
    }

    void endings()
    {
        const auto alert = interpreter();
        client::AlertEnding ending{
            alert.id, protocol::AlertState::Answered,
            protocol::AlertAnswer{demo::lin, demo::consulting6, Reply::Coming, alert.raisedAt + 14s}};
        QCOMPARE(m_words.ending(ending, alert), u"Lin Chen is coming, from Consulting room 6 after 14 s"_s);
        ending.answer->by = demo::priya;
        QCOMPARE(m_words.ending(ending, alert), u"You are coming, after 14 s"_s);
        QCOMPARE(m_words.ending({alert.id, protocol::AlertState::Expired, {}}, alert),
                 u"Nobody answered in time"_s);
        QCOMPARE(m_words.ending({alert.id, protocol::AlertState::Cancelled, {}}, alert),
                 u"Jo Lewis no longer needs it"_s);
    }

    void ladderSteps_data()
    {
        using Kind = LadderStep::Kind;
        QTest::addColumn<LadderStep>("step");
        QTest::addColumn<QString>("words");
        const WallTime now = m_clock.wallNow();
        const QString time = AlertWords::exactTime(now);
        const auto step = [&](Kind kind, std::vector<MemberId> members = {}) {
            return LadderStep{kind, now, std::move(members), {}, {}};
        };
        QTest::newRow("sent") << step(Kind::Sent) << u"Sent %1"_s.arg(time);
        QTest::newRow("delivered") << step(Kind::Delivered, {demo::patel})
                                   << u"Reached Dr Anna Patel %1"_s.arg(time);
        QTest::newRow("held") << step(Kind::Held, {demo::patel})
                              << u"Held for Dr Anna Patel: in consultation, shows when free"_s;
        QTest::newRow("shown") << step(Kind::Shown, {demo::patel, demo::lin})
                               << u"On screen: Dr Anna Patel and Lin Chen %1"_s.arg(time);
        QTest::newRow("passed on") << step(Kind::PassedOn, {demo::lin})
                                   << u"Lin Chen can't, passed on %1"_s.arg(time);
        LadderStep answered = step(Kind::Answered, {demo::lin});
        answered.at += 14s;
        answered.reply = Reply::Coming;
        QTest::newRow("answered") << answered << u"“Coming” by Lin Chen in 14 s"_s;
        LadderStep escalated = step(Kind::Escalated);
        escalated.address = Address::ofRole(u"Nurse"_s);
        QTest::newRow("escalated") << escalated << u"Went on to any nurse %1"_s.arg(time);
        LadderStep next = escalated;
        next.kind = Kind::Next;
        next.at += 100s;
        QTest::newRow("next") << next << u"Next: any nurse, in 1 min 40 s"_s;
        next.at = now;
        QTest::newRow("next is due") << next << u"Next: any nurse, now"_s;
        QTest::newRow("expired") << step(Kind::Expired) << u"Nobody answered in time"_s;
        QTest::newRow("cancelled") << step(Kind::Cancelled) << u"Cancelled %1"_s.arg(time);
        QTest::newRow("nobody") << step(Kind::NobodyOnline)
                                << u"Nobody is signed in who can see this: use the phone"_s;
    }
    void ladderSteps()
    {
        QFETCH(LadderStep, step);
        client::OutgoingAlert alert;
        alert.steps = {{LadderStep::Kind::Sent, m_clock.wallNow(), {}, {}, {}}};
        QTEST(m_words.step(step, alert, m_clock.wallNow()), "words");
    }

    void prospects()
    {
        const auto &templates = m_practice.state().templates;
        const auto words = [&](TemplateId id, int now, std::optional<PresenceState> state = {}) {
            return m_words.prospect(templates.at(id), Address::room(demo::room3), {now, state});
        };
        QVERIFY(words(demo::nextIsHere, 3).contains(u"3 people can see this now"_s));
        QCOMPARE(words(demo::nextIsHere, 1, PresenceState::InConsultation),
                 u"Held: in consultation, routine alerts wait."_s);
        const QString quiet = words(demo::interpreter, 1, PresenceState::InConsultation);
        QVERIFY(quiet.startsWith(u"Shows quietly"_s));
        QVERIFY(quiet.endsWith(u"If unanswered in 2 min: any nurse."_s));
        QVERIFY(words(demo::assistance, 1, PresenceState::InConsultation).startsWith(u"Shows at once"_s));
        // The nurse is in, so the ladder's first step is the better try; without her, everyone.
        QVERIFY(words(demo::interpreter, 0).startsWith(u"Nobody can see this now: try any nurse."_s));
        QVERIFY(words(demo::nextIsHere, 0).startsWith(u"Nobody can see this now: try everyone."_s));
    }

    void everyFailureHasWords()
    {
        for (const auto code : {ErrorCode::Unreachable, ErrorCode::NobodyReachable, ErrorCode::AlertClosed,
                                ErrorCode::RateLimited, ErrorCode::Internal})
            QVERIFY(!AlertWords::failure(code).isEmpty());
        QVERIFY(AlertWords::failure(ErrorCode::Unreachable).contains(u"phone"_s));
    }

private:
    protocol::Alert interpreter() const
    {
        return demo::alert(AlertId{60}, demo::interpreter, demo::jo, demo::frontDesk2,
                           Address::person(demo::priya), {demo::priya, demo::lin}, m_clock.wallNow());
    }

    VirtualClock m_clock;
    client::Practice m_practice;
    AlertWords m_words{m_practice};
};

HANDBELL_TEST(AlertWordsTest)
#include "AlertWordsTest.moc"
