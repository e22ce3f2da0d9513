// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SelfTestOnDemand.h"

#include "client/SelfTest.h"
#include "ui/alerts/AlertWords.h"
#include "ui/shell/LinkWatch.h"
#include "ui/shell/StatusWords.h"

#include <QLocale>

#include <utility>

namespace handbell::ui {

using client::SelfTest;
using Kind = NoticeCard::Kind;

SelfTestOnDemand::SelfTestOnDemand(SelfTest &test, const LinkWatch &link,
                                   std::chrono::milliseconds noticeable)
    : m_test(test)
    , m_link(link)
{
    m_noticeable.setSingleShot(true);
    m_noticeable.setInterval(noticeable);
    connect(&m_noticeable, &QTimer::timeout, this, [this] {
        Q_EMIT told(Kind::Told, tr("Testing alerts…"), tr("This takes ten seconds at most."));
    });
    connect(&test, &SelfTest::changed, this, &SelfTestOnDemand::follow);
    connect(&link, &LinkWatch::changed, this, [this](LinkWatch::State state) {
        if (state == LinkWatch::State::Connected && !m_warned.isEmpty())
            Q_EMIT outdated(std::exchange(m_warned, {}));
    });
}

void SelfTestOnDemand::run()
{
    if (m_wanted)
        return;
    m_wanted = true;
    m_noticeable.start();
    m_test.run();
    follow(); // without a line nothing runs, and nothing changes
}

void SelfTestOnDemand::follow()
{
    if (m_test.isRunning() || !std::exchange(m_wanted, false))
        return;
    m_noticeable.stop();
    tell();
}

void SelfTestOnDemand::tell()
{
    if (m_link.state() == LinkWatch::State::Failing) {
        warn(tr("Alerts are failing"), StatusWords::failing(m_test.fault(), m_link.since()));
        return;
    }
    const auto took = m_test.lastDuration();
    const bool connected = m_link.state() == LinkWatch::State::Connected;
    if (!connected || !took) {
        warn(tr("Alerts could not be tested"),
             connected
                 ? tr("The server made no test. Try again, and if it stays so, tell the practice manager.")
                 : tr("There is no connection to the server. If you need someone now, use the phone."));
        return;
    }
    // In tenths, and never none at all.
    const double seconds = double(qMax<qint64>(1, (took->count() + 50) / 100)) / 10;
    Q_EMIT told(Kind::Told, tr("Alerts work"),
                tr("Tested at %1: to the server, onto its disk and back onto this screen in %2 s.",
                   "time of day, seconds")
                    .arg(AlertWords::timeOfDay(*m_test.lastSuccess()), QLocale().toString(seconds, 'f', 1)));
}

void SelfTestOnDemand::warn(const QString &title, const QString &words)
{
    m_warned = title;
    Q_EMIT told(Kind::Warning, title, words);
}

} // namespace handbell::ui
