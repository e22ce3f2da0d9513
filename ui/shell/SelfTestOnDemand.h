// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/NoticeCard.h"

#include <QTimer>

namespace handbell::client {
class SelfTest;
}

namespace handbell::ui {

class LinkWatch;

//! Runs the self-test because somebody wants to know, and tells them how it went, also where they do not have
//! the window before them. GUI thread only.
class SelfTestOnDemand : public QObject
{
    Q_OBJECT

public:
    //! Sooner than this nobody wonders whether anything happens.
    static constexpr std::chrono::milliseconds Noticeable{600};

    //! Both must outlive this.
    SelfTestOnDemand(client::SelfTest &test, const LinkWatch &link,
                     std::chrono::milliseconds noticeable = Noticeable);

    //! Where a test runs already, tells how that one goes.
    void run();

Q_SIGNALS:
    void told(handbell::ui::NoticeCard::Kind kind, const QString &title, const QString &words);
    //! What was told under \a title is not so any more.
    void outdated(const QString &title);

private:
    void follow();
    void tell();
    void warn(const QString &title, const QString &words);

    client::SelfTest &m_test;
    const LinkWatch &m_link;
    bool m_wanted = false;
    QString m_warned; //!< the title of the warning that holds still
    QTimer m_noticeable;
};

} // namespace handbell::ui
