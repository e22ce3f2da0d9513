// SPDX-License-Identifier: Apache-2.0
#include "EngineWorkstation.h"

#include "Rows.h"
#include "client/MessageManager.h"
#include "client/Practice.h"

namespace handbell::test {

namespace {

//! A server that is killed several times a second is not waited for as one that went for an update.
constexpr client::Pacing quick{std::chrono::milliseconds(20), std::chrono::milliseconds(60),
                               std::chrono::milliseconds(50), std::chrono::milliseconds(10'000)};

} // namespace

EngineWorkstation::EngineWorkstation(const QString &profile, const client::Profile::Server &server,
                                     const Desk &desk)
    : m_live(profile, quick)
    , m_member(desk.member)
{
    if (!m_live.profile().setServer(server))
        m_complaint = QStringLiteral("the profile cannot be written");
    keepTokens(desk, m_live.profile().secretPrefix(), m_live.secrets());
    restart();
}

void EngineWorkstation::watch()
{
    client::Client &client = *m_live;
    connect(&client.session(), &client::Session::stateChanged, this, [this](client::Session::State state) {
        if (state != client::Session::State::SignedIn && state != client::Session::State::Starting)
            m_complaint = QStringLiteral("member %1 was signed out").arg(m_member.value);
    });
    connect(&client.messages(), &client::MessageManager::postRefused, this,
            [this](ConversationId, const Error &error) {
                m_complaint = QStringLiteral("a post of member %1 was refused: %2")
                                  .arg(m_member.value)
                                  .arg(wireName(error.code));
            });
}

void EngineWorkstation::restart()
{
    m_live.restart();
    watch();
}

bool EngineWorkstation::isFollowing() const
{
    return m_live->session().link() == client::Session::Link::Online &&
           !m_live->practice().state().members.empty();
}

void EngineWorkstation::post(ConversationId conversation, const QString &text)
{
    const auto screened = m_live->practice().guard()->screen(text);
    if (!screened) {
        m_complaint = QStringLiteral("the guard took a text for something else");
        return;
    }
    if (const auto kept = m_live->messages().post(conversation, *screened); kept)
        m_postings.push_back({conversation, text, {}, true});
    else if (kept.error().code != ErrorCode::StorageUnavailable) // nobody's outbox is open yet
        m_complaint = QStringLiteral("the outbox: ") + wireName(kept.error().code);
}

int EngineWorkstation::waiting() const
{
    return m_live->messages().waitingCount();
}

std::vector<Row> EngineWorkstation::rows(ConversationId conversation)
{
    return rowsOf(*m_live, conversation);
}

} // namespace handbell::test
