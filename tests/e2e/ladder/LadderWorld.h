// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "LadderDesk.h"
#include "LadderRecord.h"
#include "LadderSchedule.h"

namespace handbell::testing {

//! A practice with a server and six workstations that schedules are played in, each from the same beginning:
//! five people signed in, no program running, no alert ever rung, two more people who never come.
class LadderWorld
{
public:
    //! Lets everybody join, once. Check isMade().
    LadderWorld();
    ~LadderWorld();
    [[nodiscard]] bool isMade() const { return m_made; }

    //! Plays \a schedule, then mends everything and lets all lifetimes pass. What rule was broken; empty
    //! where none was.
    [[nodiscard]] QString play(const Schedule &schedule);
    [[nodiscard]] qint64 alertsSoFar() const { return m_alerts; }
    [[nodiscard]] qint64 cardsSoFar() const { return m_cards; }

private:
    //! One ring of a person, as the one who rang knows it.
    struct Ring
    {
        int desk = 0;
        int life = 0;
        quint64 localId = 0;
    };

    //! Of any template there is.
    static constexpr std::chrono::seconds longestLife{90};

    [[nodiscard]] bool make();
    [[nodiscard]] protocol::AlertTemplate templateOf(int number) const;
    [[nodiscard]] protocol::Address address(int number) const;

    void begin(const Schedule &schedule);
    void act(const Step &step);
    void actAt(const Step &step, LadderDesk &desk);
    void raise(const Step &step);
    void answer(LadderDesk &desk, AlertId alert, int reply);
    void move(MemberId person, LadderDesk &desk);
    void setDisabled(MemberId person, bool disabled); // NOLINT: a test's switch
    void halt();
    void start();
    void wait(std::chrono::milliseconds by);
    void jump(std::chrono::milliseconds by);

    void settle();
    void readOn();
    //! Everything that can happen has: what must be so at any such moment.
    void check();
    void checkIncoming(LadderDesk &desk, MemberId member);
    void checkOutgoing(LadderDesk &desk, MemberId member);
    void checkShown();
    void finish();
    void checkLadders();
    void checkLadder(const client::OutgoingAlert &shown, const LadderRecord::Story &story);
    void checkReplay();
    void complain(const QString &what);

    QTemporaryDir m_folder;
    QString m_file; //!< the record at the beginning
    std::array<std::map<QString, QByteArray>, deskCount> m_secrets;
    std::array<LadderDesk, deskCount> m_desks;
    bool m_made = false;
    std::vector<MemberId> m_people, m_absent;
    std::vector<TemplateId> m_templates;
    qint64 m_alerts = 0, m_cards = 0;

    // Of the schedule being played.
    std::unique_ptr<test::ServerKit> m_kit;
    SeededRandom m_random{1};
    LadderRecord m_record;
    Seq m_read;
    bool m_up = true;
    SteadyTime m_upSince{};
    std::vector<Ring> m_rings;
    protocol::Address m_lastAddress;
    TemplateId m_lastTemplate;
    std::set<AlertId> m_over;                                        //!< had ended when all came to rest last
    std::map<std::pair<AlertId, MemberId>, SteadyTime> m_shownSince; //!< without a break
    bool m_presenceChosen = false;
    QString m_complaint;
};

} // namespace handbell::testing
