// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Session.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace handbell::client {
class SelfTest;
}

namespace handbell::ui {

//! Whether alerts get here, as people are told of it: a hiccup of the line that is over at once is not worth a
//! word, anything longer is said loudly (consulting-room rule 6: within 10 s of the line dying), and so is a
//! self-test that failed. GUI thread only.
class LinkWatch : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Connecting,
        Connected,
        NotConnected,
        Failing, //!< the line stands, but the self-test failed
    };

    //! How long the line may be down unsaid. A line that dies silently is noticed by the transport within 7
    //! s, so this keeps well inside the ten.
    static constexpr std::chrono::milliseconds usualGrace{1500};

    //! \a session must outlive this.
    explicit LinkWatch(const client::Session &session, std::chrono::milliseconds grace = usualGrace,
                       QObject *parent = nullptr);

    //! Takes account of \a test from now on; it must outlive this.
    void watch(const client::SelfTest &test);

    [[nodiscard]] State state() const;
    //! When the line went down, or the self-test failed first; meaningful while NotConnected or Failing.
    [[nodiscard]] WallTime since() const;
    //! The self-test followed, or nullptr.
    [[nodiscard]] const client::SelfTest *selfTest() const { return m_test; }

Q_SIGNALS:
    void changed(handbell::ui::LinkWatch::State state);
    //! A self-test began or ended.
    void selfTestChanged();

private:
    void follow(client::Session::Link link);
    void set(State state);

    const client::Session &m_session;
    const client::SelfTest *m_test = nullptr;
    State m_state = State::Connecting; //!< of the line alone
    State m_told = State::Connecting;  //!< by the last changed()
    WallTime m_since{};
    QTimer m_grace;
};

} // namespace handbell::ui
