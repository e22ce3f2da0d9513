// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Session.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace handbell::ui {

//! The line as people are told of it: a hiccup that is over at once is not worth a word, anything longer is
//! said loudly (consulting-room rule 6: within 10 s of the line dying). GUI thread only.
class LinkWatch : public QObject
{
    Q_OBJECT

public:
    enum class State { Connecting, Connected, NotConnected };

    //! How long the line may be down unsaid. A line that dies silently is noticed by the transport within 7
    //! s, so this keeps well inside the ten.
    static constexpr std::chrono::milliseconds usualGrace{1500};

    //! \a session must outlive this.
    explicit LinkWatch(const client::Session &session, std::chrono::milliseconds grace = usualGrace,
                       QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    //! When the line went down; meaningful while NotConnected.
    [[nodiscard]] WallTime since() const { return m_since; }

Q_SIGNALS:
    void changed(handbell::ui::LinkWatch::State state);

private:
    void follow(client::Session::Link link);
    void set(State state);

    const client::Session &m_session;
    State m_state = State::Connecting;
    WallTime m_since{};
    QTimer m_grace;
};

} // namespace handbell::ui
