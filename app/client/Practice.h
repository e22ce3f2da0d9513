// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Guard.h"
#include "guard/Tone.h"
#include "protocol/PracticeState.h"

#include <QObject>

#include <map>
#include <memory>

namespace handbell::client {

//! The practice as this member sees it now: the reduced events, who is where, and the guard made from both.
//! Read by models and widgets, changed by the sync alone. Main thread only.
class Practice : public QObject
{
    Q_OBJECT

public:
    explicit Practice(QObject *parent = nullptr);
    ~Practice() override;

    [[nodiscard]] const protocol::PracticeState &state() const { return m_state; }
    //! Of \a member; Offline where nothing is known.
    [[nodiscard]] protocol::Presence presence(MemberId member) const;
    //! Whose view this is; none while nobody is signed in.
    [[nodiscard]] MemberId self() const { return m_self; }
    //! The room \a member sits in now, or nullptr.
    [[nodiscard]] const protocol::Room *roomOf(MemberId member) const;
    //! The guard with this practice's people, places and policy. Shared, so that a check on another thread
    //! may go on while the practice changes.
    [[nodiscard]] std::shared_ptr<const guard::Guard> guard() const;
    //! What hints at the tone of a text while it is typed; nullptr where the practice has not turned it on.
    [[nodiscard]] std::shared_ptr<const guard::Tone> tone() const { return m_tone; }
    //! Members, other than self, whom \a address means now.
    [[nodiscard]] std::vector<MemberId> resolve(const protocol::Address &address) const;

    // For the sync.
    void reset(MemberId self, protocol::PracticeState state);
    void apply(const protocol::Event &event);
    void setPresence(const std::vector<protocol::Presence> &changes);
    //! Nobody is signed in any more: forgets everything.
    void clear();

Q_SIGNALS:
    //! Everything may be different: reload.
    void wasReset();
    void changed(const handbell::protocol::StateChange &change);
    void presenceChanged(const std::vector<handbell::MemberId> &members);
    void guardChanged();

private:
    void dropGuard();

    MemberId m_self;
    protocol::PracticeState m_state;
    std::map<MemberId, protocol::Presence> m_presence;
    mutable std::shared_ptr<const guard::Guard> m_guard; //!< made when asked for after a change
    std::shared_ptr<const guard::Tone> m_tone;
};

} // namespace handbell::client
