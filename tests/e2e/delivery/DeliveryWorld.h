// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "LadderDesk.h"

#include <array>

namespace handbell::testing {

//! A practice with a server and workstations at which people write, while lines are cut, programs are killed
//! and the server goes down at every moment there is: before it wrote what it was sent, after that and before
//! anybody was told, after some were told. Whole clients against the real hub, writer and record, in one
//! thread, with one clock that is moved by hand.
//!
//! The promise: what post() took is in the record exactly once, in the order it was written in its
//! conversation, and at the end each workstation lists each of its conversations as the record has it.
class DeliveryWorld
{
public:
    //! Lets everybody join, once. Check isMade().
    DeliveryWorld();
    ~DeliveryWorld();
    [[nodiscard]] bool isMade() const { return m_made; }

    //! What happens after the seed \a seed, and what promise was broken; empty where none was.
    [[nodiscard]] QString play(quint32 seed);

    [[nodiscard]] qint64 posts() const { return m_posts; }
    [[nodiscard]] qint64 kills() const { return m_kills; }
    [[nodiscard]] qint64 cuts() const { return m_cuts; }

private:
    static constexpr int deskCount = 4;

    //! One message somebody wrote.
    struct Post
    {
        int desk = 0;
        ConversationId conversation;
        QString text;
    };
    //! When something breaks, seen from the server.
    enum class Moment {
        Rest,      //!< nothing is on its way
        Sent,      //!< requests have left, the server has not seen them
        Unwritten, //!< the server has them, nothing is written
        Untold,    //!< they are written, nobody was told
    };

    [[nodiscard]] bool make();
    void begin(quint32 seed);
    void act();
    void post(int desk, int count);
    void withdraw(int desk);
    //! Brings about \a moment, then does \a what.
    void at(Moment moment, const std::function<void()> &what);
    void halt();
    void start();
    void finish();
    void checkRecord();
    void checkDesk(int desk);
    //! Of \a conversation, oldest first.
    [[nodiscard]] std::vector<protocol::Event> recorded(ConversationId conversation) const;
    [[nodiscard]] LadderDesk &desk(int number) { return m_desks.at(static_cast<size_t>(number)); }
    [[nodiscard]] int anyDesk();
    void complain(const QString &what);

    QTemporaryDir m_folder;
    QString m_file; //!< the record at the beginning
    std::array<std::map<QString, QByteArray>, deskCount> m_secrets;
    std::array<LadderDesk, deskCount> m_desks;
    std::vector<MemberId> m_people;
    bool m_made = false;
    qint64 m_posts = 0, m_kills = 0, m_cuts = 0;

    // Of what is being played.
    std::unique_ptr<test::ServerKit> m_kit;
    SeededRandom m_random{1};
    bool m_up = true;
    std::vector<Post> m_written;
    std::set<QString> m_withdrawn; //!< texts somebody asked to take back
    QString m_complaint;
};

} // namespace handbell::testing
