// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"

#include <QObject>

#include <functional>
#include <optional>

namespace handbell::client {
class MessageManager;
class Practice;
class PresenceManager;
} // namespace handbell::client

namespace handbell::ui {

//! Says that messages came, without a word of theirs: a patient may be looking at the screen.
//! Nothing in consultation, nothing while the window is in use, and not more than one a minute. GUI thread
//! only.
class MessageNotifier : public QObject
{
    Q_OBJECT

public:
    //! All must outlive the notifier. \a windowInUse tells whether the member is looking at Handbell.
    struct Parts
    {
        const client::Practice &practice;
        const client::MessageManager &messages;
        const client::PresenceManager &presence;
        const Clock &clock;
        std::function<bool()> windowInUse;
    };

    static constexpr std::chrono::seconds Pause{60};

    explicit MessageNotifier(Parts parts, QObject *parent = nullptr);

Q_SIGNALS:
    //! \a conversation is where the newest stands.
    void notify(handbell::ConversationId conversation, const QString &words);

private:
    void arrived(ConversationId conversation);
    [[nodiscard]] QString words(ConversationId conversation) const;

    Parts m_parts;
    std::optional<SteadyTime> m_told;
};

} // namespace handbell::ui
