// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"
#include "ui/scripting/ScriptRequest.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace handbell::ui {

class AlertWords;

//! Follows one alert that a script rang, until the server has it, or as long as the script wanted to wait for
//! an answer; tells once, and deletes itself. GUI thread only.
class ScriptWatch : public QObject
{
    Q_OBJECT

public:
    using Tell = std::function<void(const ScriptAnswer &)>;

    //! \a alerts and \a words must outlive the watch.
    ScriptWatch(client::AlertManager &alerts, const AlertWords &words, quint64 localId,
                std::optional<std::chrono::seconds> wait, Tell tell, QObject *parent);

private:
    void look();
    void tellWhatIsKnown();
    void tell(ScriptExit exit, const client::OutgoingAlert &alert, const QString &how);

    client::AlertManager &m_alerts;
    const AlertWords &m_words;
    const quint64 m_localId;
    const bool m_waits;
    Tell m_tell;
    QTimer m_timer;
};

} // namespace handbell::ui
