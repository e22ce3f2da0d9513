// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "ui/scripting/ScriptRequest.h"

#include <QCoreApplication>
#include <QObject>

#include <functional>

namespace handbell::client {
class AlertManager;
class Practice;
class PresenceManager;
} // namespace handbell::client

namespace handbell::protocol {
struct Address;
struct AlertTemplate;
} // namespace handbell::protocol

namespace handbell::ui {

class AlertWords;

//! Does what scripts ask, with the means of the one who is signed in: no command can do what a click could
//! not. An alert's note goes through the practice's guard; one it warns about is refused, for a script cannot
//! think again. GUI thread only.
class ScriptRunner : public QObject
{
    Q_OBJECT

public:
    //! All must outlive the runner.
    struct Parts
    {
        const client::Practice &practice;
        client::AlertManager &alerts;
        client::PresenceManager &presence;
        const AlertWords &words;
        const Clock &clock;
    };
    using Tell = std::function<void(const ScriptAnswer &)>;

    explicit ScriptRunner(const Parts &parts, QObject *parent = nullptr);

    //! Reads \a request, which comes from another program, does it, and calls \a tell once: at once, or when
    //! an alert has got as far as was asked.
    void run(const QByteArray &request, const Tell &tell);

private:
    void ring(const ScriptRequest &request, const Tell &tell);
    [[nodiscard]] ScriptAnswer status(const ScriptRequest &request);
    [[nodiscard]] ScriptAnswer who() const;
    [[nodiscard]] Result<protocol::Address> addressFrom(const QString &to) const;
    [[nodiscard]] Result<const protocol::AlertTemplate *> templateFrom(const QString &key) const;
    [[nodiscard]] Result<WallTime> timeFrom(const QString &time) const;

    const Parts m_parts;
};

} // namespace handbell::ui
