// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"
#include "client/Practice.h"
#include "client/Session.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace handbell::client {

//! Asking for assistance in this room, and knowing beforehand that it works: the template with
//! protocol::assistanceKey rung to everyone, which goes on until its sender says that it is over. Set up
//! means that somebody confirmed the room this workstation stands in and made a test that somebody else
//! answered; what the record says of that is the workstation's assistanceTestedAt. It does not replace a
//! panic alarm. Main thread only.
class AssistanceManager final : public QObject
{
    Q_OBJECT

public:
    enum class Readiness {
        NotOffered, //!< the practice has no such template, or nobody is signed in
        NeverTested,
        TestDue, //!< the last test was testEvery ago or longer
        Ready,
    };
    //! How often a test is asked for.
    static constexpr std::chrono::days testEvery{7};

    //! All must outlive the manager.
    AssistanceManager(const Session &session, const Practice &practice, AlertManager &alerts,
                      const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] Readiness readiness() const { return m_readiness; }
    //! The last test from this workstation in its present room that somebody answered.
    [[nodiscard]] std::optional<WallTime> lastTest() const;
    //! Where this workstation stands; nullptr while nobody is signed in.
    [[nodiscard]] const protocol::Room *room() const;
    //! Who would see it now.
    [[nodiscard]] int reachNow() const;

    //! Asks everyone to come. Rings also where no test was ever made: that is not the moment to refuse.
    //! Nothing where one is open already.
    void ask();
    //! Rings a test, from \a room as the member confirmed it.
    void test(RoomId room);
    //! The assistance asked for is over, or was not meant.
    void end();

    //! The last assistance asked for, from its start until \a end() or another end; a refused one too, until
    //! the next.
    [[nodiscard]] std::optional<OutgoingAlert> asked() const;
    //! The last test since sign-in, ended or not.
    [[nodiscard]] std::optional<OutgoingAlert> tested() const;
    //! Everyone who has said that they come to what was asked, in order.
    [[nodiscard]] std::vector<protocol::AlertAnswer> comers() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const protocol::AlertTemplate *source() const;
    [[nodiscard]] Readiness reckon() const;
    void follow();

    const Session &m_session;
    const Practice &m_practice;
    AlertManager &m_alerts;
    const Clock &m_clock;
    Readiness m_readiness = Readiness::NotOffered;
    QTimer m_due;
};

} // namespace handbell::client
