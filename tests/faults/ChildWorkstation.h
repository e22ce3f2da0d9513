// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Desks.h"
#include "Workstation.h"
#include "client/Profile.h"

#include <QProcess>
#include <QTemporaryDir>

#include <set>

namespace handbell::test {

//! The client engine in a process of its own (FaultClient.cpp), which can be killed and started again on the
//! same disk.
class ChildWorkstation final : public Workstation
{
    Q_OBJECT

public:
    ChildWorkstation(const client::Profile::Server &server, const Desk &desk);
    ~ChildWorkstation() override;

    //! From the next start() on it has \a value in its environment; an empty one is taken out.
    void setEnvironment(const QString &name, const QString &value);
    //! Starts it, to end at \a failpoint ("NAME:COUNT") where one is given.
    void start(const QString &failpoint = {});
    //! Ends it without a word.
    void kill() { m_process.kill(); }
    //! Asks it to end in order.
    void quit() { m_process.write("quit\n"); }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    //! Tidies up after it ended by itself; its exit code.
    int takeExit();

    [[nodiscard]] MemberId member() const override { return m_member; }
    [[nodiscard]] bool isFollowing() const override { return m_online; }
    void post(ConversationId conversation, const QString &text) override;
    [[nodiscard]] int waiting() const override { return m_unconfirmed + m_waiting; }
    [[nodiscard]] const std::vector<Posting> &postings() const override { return m_postings; }
    [[nodiscard]] std::vector<Row> rows(ConversationId conversation) override;
    [[nodiscard]] QString complaint() const override { return m_complaint; }

    //! Whether a post that its disk refused is kept nowhere, as at first. After a sync that failed nobody can
    //! know.
    void setRefusalsCertain(bool certain) { m_refusalsCertain = certain; }
    //! How many posts its own disk did not take.
    [[nodiscard]] int refusals() const { return m_refusals; }
    //! How often the card of \a alert came into sight.
    [[nodiscard]] int cards(AlertId alert) const { return static_cast<int>(m_cards.count(alert)); }

private:
    void onLine(const QByteArray &line);
    void onRefused(const QString &text);

    QTemporaryDir m_folder;
    MemberId m_member;
    QProcess m_process;
    QString m_failpoint;
    bool m_online = false;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    bool m_refusalsCertain = true;
    int m_refusals = 0;
    int m_waiting = 0;
    int m_unconfirmed = 0; //!< told to post, not said to be in the outbox
    std::vector<Posting> m_postings;
    std::multiset<AlertId> m_cards;
    std::optional<QByteArray> m_rows;
    QString m_complaint;
};

} // namespace handbell::test
