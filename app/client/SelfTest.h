// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "client/Sync.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace handbell::client {

//! Finds out whether an alert would get here before one has to: the whole way of one, from this workstation
//! through the server to its disk, back as a notice, and onto the screen (consulting-room rule 6). Runs when
//! the line comes up, every few minutes after that, and when asked; after a failure more often, until it
//! works again. While there is no line there is nothing to test: that is said already. Main thread only.
class SelfTest final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome { NotYet, Works, Failed };
    //! Where a test that failed came to an end.
    enum class Fault {
        Server, //!< no answer, or no notice
        Record, //!< the server cannot write
        Screen, //!< the notice came, but no card was drawn
    };

    struct Timing
    {
        //! Between one that worked and the next: a failure is known within a consultation.
        std::chrono::milliseconds interval{std::chrono::minutes(5)};
        //! After one that failed.
        std::chrono::milliseconds retry{std::chrono::seconds(30)};
        //! How long one may take: as long as a dead link may stay unsaid.
        std::chrono::milliseconds patience{std::chrono::seconds(10)};
    };

    //! All must outlive this.
    struct Parts
    {
        Session &session;
        Sync &sync;
        const Clock &clock;
        Random &random;
    };

    explicit SelfTest(const Parts &parts, QObject *parent = nullptr);
    void setTiming(const Timing &timing) { m_timing = timing; }

    //! Tests now; nothing where a test is under way or there is no line.
    void run();
    //! The card asked for by cardWanted() was drawn on the screen.
    void cardDrawn(const QByteArray &nonce);

    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] bool isRunning() const { return m_stage != Stage::Idle; }
    //! Of the one that failed last.
    [[nodiscard]] Fault fault() const { return m_fault; }
    //! When one worked last, since the member signed in.
    [[nodiscard]] std::optional<WallTime> lastSuccess() const { return m_lastSuccess; }
    //! How long the one took that ended last; nothing where that one did not work, or came to no verdict.
    [[nodiscard]] std::optional<std::chrono::milliseconds> lastDuration() const { return m_lastDuration; }
    //! When the first of those failed that have failed since.
    [[nodiscard]] WallTime failingSince() const { return m_failingSince; }

Q_SIGNALS:
    //! Draw a card where nobody sees it, and say cardDrawn().
    void cardWanted(const QByteArray &nonce);
    //! A test began or ended.
    void changed();

private:
    enum class Stage { Idle, Asked, CardCame };

    void onNotice(const protocol::ServerMessage &notice);
    void onAnswer(const QByteArray &nonce, const Result<protocol::ServerMessage> &answer);
    void onLine(Session::Link link);
    void finish(Outcome outcome);
    void stop();

    const Parts m_parts;
    Timing m_timing;
    Stage m_stage = Stage::Idle;
    QByteArray m_nonce; //!< of the test under way
    Outcome m_outcome = Outcome::NotYet;
    Fault m_fault = Fault::Server;
    std::optional<WallTime> m_lastSuccess;
    std::optional<std::chrono::milliseconds> m_lastDuration;
    SteadyTime m_began{};
    WallTime m_failingSince{};
    QTimer m_next, m_patience;
};

} // namespace handbell::client
