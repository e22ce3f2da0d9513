// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "EngineWorkstation.h"
#include "LeanWorkstation.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <set>

namespace handbell::test {

//! With which a program ends at a failpoint (base/Failpoint.h).
inline constexpr int failpointExit = 86;

//! How much of the suite is run, from the environment: HANDBELL_FAULT_ROUNDS for \a usual,
//! HANDBELL_FAULT_SEED for the seed that stands for it in an ordinary run.
[[nodiscard]] int faultRounds(int usual);
[[nodiscard]] quint32 faultSeed();

//! A practice of its own with so many people, all of whom write as fast as they are answered: to everyone,
//! and half of them to a group as well.
class Crowd
{
public:
    struct Size
    {
        int engines = 0;
        int lean = 0;
        int spare = 0; //!< signed in, but nobody sits there: see desks()
    };

    //! \a way is that of the lean ones and the engines alike; the server's data lies in \a folder, or in a
    //! temporary one.
    explicit Crowd(Size size, LivePractice::Way way = LivePractice::Way::Direct, const QString &folder = {});

    //! Empty where everybody joined.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] LivePractice &practice() { return *m_practice; }
    [[nodiscard]] Random &random() { return m_random; }
    [[nodiscard]] std::vector<std::unique_ptr<EngineWorkstation>> &engines() { return m_engines; }
    [[nodiscard]] std::vector<std::unique_ptr<LeanWorkstation>> &lean() { return m_lean; }
    [[nodiscard]] std::vector<Workstation *> all() const;
    //! Where nobody sits.
    [[nodiscard]] const std::vector<Desk> &spare() const { return m_spare; }
    //! How an engine finds the server.
    [[nodiscard]] const client::Profile::Server &server() const { return m_server; }
    //! One more person, at a spare desk, who writes and reads with the others; outlives the crowd.
    void add(Workstation &other) { m_others.push_back(&other); }
    //! Messages the server took from anybody.
    [[nodiscard]] qint64 accepted() const;
    [[nodiscard]] ConversationId everyone() const { return m_everyone; }

    //! Whether everybody writes.
    void setWriting(bool writing);
    //! Texts have at least so many characters from now on.
    void setTextLength(qsizetype length) { m_textLength = length; }
    //! Lets \a who write one message.
    void write(Workstation &who);
    //! Lets things happen until \a condition holds; false after a minute.
    [[nodiscard]] bool until(const std::function<bool()> &condition) const;
    //! Nobody writes any more, everything is answered, and everybody has what the record has. What differs;
    //! empty where nothing does.
    [[nodiscard]] QString settle();

private:
    [[nodiscard]] QString makePracticeFile(int people) const;

    QTemporaryDir m_folder;
    SeededRandom m_random;
    std::unique_ptr<LivePractice> m_practice;
    QString m_problem;
    std::vector<std::unique_ptr<EngineWorkstation>> m_engines;
    std::vector<std::unique_ptr<LeanWorkstation>> m_lean;
    std::vector<Desk> m_spare;
    std::vector<Workstation *> m_others;
    client::Profile::Server m_server;
    ConversationId m_everyone, m_group;
    std::set<MemberId> m_groupMembers;
    int m_written = 0;
    qsizetype m_textLength = 0;
    QTimer m_pump;
};

} // namespace handbell::test
