// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"

#include <QTimer>

#include <chrono>
#include <set>
#include <vector>

namespace handbell::ui {

class AlertSound;

//! Makes the alerts that stand on the screen heard: each once when it comes, urgent ones again and again
//! until somebody says that they come. Of several at once the most important one. GUI thread only.
class AlertRinging : public QObject
{
    Q_OBJECT

public:
    //! \a sound must outlive this. Urgent alerts sound again after each \a repeat.
    AlertRinging(AlertSound &sound, std::chrono::milliseconds repeat);

    //! \a standing are those that stand now, unanswered, in the order they came.
    void follow(std::vector<client::IncomingAlert> standing);

private:
    enum class Occasion { Change, Repeat };
    void ring(Occasion occasion);

    AlertSound &m_sound;
    std::vector<client::IncomingAlert> m_standing;
    std::set<AlertId> m_heard;
    QTimer m_repeat;
};

} // namespace handbell::ui
