// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <chrono>
#include <functional>
#include <vector>

namespace handbell::testing {

//! Workstations of a schedule: one for each of the people, and one more to move to.
inline constexpr int deskCount = 6;
inline constexpr int peopleCount = 5;

//! One thing that happens. What its numbers mean stands with the kind; each is taken modulo what there is, so
//! that a schedule stays one whichever of its steps are left out.
struct Step
{
    enum class Kind {
        Raise, //!< at desk one, or the next where somebody is: template two, address three; or the last again
        Answer,    //!< at desk one: the incoming alert two, with reply three
        AnswerAny, //!< the same, of all alerts there ever were
        Cancel,    //!< at desk one: the own alert two
        Escalate,  //!< likewise
        Presence,  //!< at desk one: state two
        Cut,       //!< the line of desk one
        Mend,      //!< likewise
        Move,      //!< the person one signs in at desk two, whoever sits there signs out
        Quit,      //!< the program at desk one is killed
        Open,      //!< and started
        Disable,   //!< the person one
        Enable,    //!< likewise
        Halt,      //!< the server is killed
        Start,     //!< and started again on the same record
        Wait,      //!< one * two milliseconds
        JumpBack,  //!< the wall clock is set back by an hour
        JumpAhead, //!< and ahead
        Sleep,     //!< the server's machine sleeps for one hours: its steady clock stands still
    };
    static constexpr int kindCount = static_cast<int>(Kind::Sleep) + 1;

    Kind kind = Kind::Wait;
    int one = 0;
    int two = 0;
    int three = 0;
    bool rests = true; //!< what it causes comes to rest before the next; otherwise they overlap

    [[nodiscard]] QString words() const;
};

//! What happens one after the other in a practice where nothing has happened yet.
struct Schedule
{
    quint32 seed = 0;
    bool keeps = false; //!< the workstations have a keychain, and so keep what they saw over a start
    int running = 0;    //!< at which workstations the program runs at first: a bit each
    std::vector<Step> steps;

    [[nodiscard]] static Schedule random(quint32 seed);
    [[nodiscard]] QString words() const;
};

//! The shortest schedule found by leaving steps out of \a failing for which \a fails still holds.
[[nodiscard]] Schedule cutDown(Schedule failing, const std::function<bool(const Schedule &)> &fails);

} // namespace handbell::testing
