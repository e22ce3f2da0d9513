// SPDX-License-Identifier: Apache-2.0
#include "ChildWorkstation.h"

#include "FileSecretStore.h"
#include "tests/support/LivePractice.h"

#include <QJsonArray>

namespace handbell::test {

ChildWorkstation::ChildWorkstation(const client::Profile::Server &server, const Desk &desk)
    : m_member(desk.member)
{
    auto profile = client::Profile::open(QStringLiteral("desk"), QDir(m_folder.path()));
    FileSecretStore secrets(m_folder.filePath(QStringLiteral("secrets.json")));
    if (!profile || !profile->setServer(server))
        m_complaint = QStringLiteral("the profile cannot be written");
    else
        keepTokens(desk, profile->secretPrefix(), secrets);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        while (m_process.canReadLine())
            onLine(m_process.readLine().trimmed());
    });
}

ChildWorkstation::~ChildWorkstation()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
}

void ChildWorkstation::setEnvironment(const QString &name, const QString &value)
{
    if (value.isEmpty())
        m_environment.remove(name);
    else
        m_environment.insert(name, value);
}

void ChildWorkstation::start(const QString &failpoint)
{
    m_failpoint = failpoint;
    QProcessEnvironment environment = m_environment;
    if (!failpoint.isEmpty())
        environment.insert(QStringLiteral("HANDBELL_FAILPOINT"), failpoint);
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(FAULT_CLIENT), {m_folder.path()});
    if (!m_process.waitForStarted())
        m_complaint = QStringLiteral("the client does not start");
}

int ChildWorkstation::takeExit()
{
    m_process.waitForFinished();
    while (m_process.canReadLine())
        onLine(m_process.readLine().trimmed());
    m_online = false;
    m_waiting = 0;
    // It is in the outbox where the program got there before it could say so; those after it may not be.
    const int written = m_failpoint.startsWith(QLatin1String("outbox-written")) && m_unconfirmed > 0 ? 1 : 0;
    for (m_unconfirmed -= written; m_unconfirmed > 0; --m_unconfirmed)
        m_postings[m_postings.size() - static_cast<size_t>(m_unconfirmed)].certain = false;
    return m_process.exitCode();
}

void ChildWorkstation::post(ConversationId conversation, const QString &text)
{
    if (!isRunning() || !m_online)
        return;
    m_postings.push_back({conversation, text, {}, true});
    ++m_unconfirmed;
    m_process.write(QStringLiteral("post %1 %2\n").arg(conversation.value).arg(text).toUtf8());
}

std::vector<Row> ChildWorkstation::rows(ConversationId conversation)
{
    m_rows.reset();
    m_process.write(QStringLiteral("rows %1\n").arg(conversation.value).toUtf8());
    if (!eventually([this] { return m_rows.has_value(); })) {
        m_complaint = QStringLiteral("the client shows no rows");
        return {};
    }
    std::vector<Row> found;
    const QJsonArray all = QJsonDocument::fromJson(*m_rows).array();
    for (const QJsonValue &row : all)
        found.push_back(
            {Seq(row[0].toInteger()), MemberId(row[1].toInteger()), conversation, row[2].toString()});
    return found;
}

void ChildWorkstation::onLine(const QByteArray &line)
{
    const QByteArray about = line.mid(line.indexOf(' ') + 1);
    if (line == "online" || line == "offline")
        m_online = line == "online";
    else if (line.startsWith("posted "))
        --m_unconfirmed;
    else if (line.startsWith("refused "))
        onRefused(QString::fromUtf8(about));
    else if (line.startsWith("waiting "))
        m_waiting = about.toInt();
    else if (line.startsWith("card "))
        m_cards.insert(AlertId(about.toLongLong()));
    else if (line.startsWith("rows "))
        m_rows = about;
}

void ChildWorkstation::onRefused(const QString &text)
{
    if (m_refusalsCertain) {
        std::erase_if(m_postings, [&text](const Posting &posting) { return posting.text == text; });
    } else {
        for (Posting &posting : m_postings)
            posting.certain = posting.certain && posting.text != text;
    }
    --m_unconfirmed;
    ++m_refusals;
}

} // namespace handbell::test
