// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/ReachList.h"

#include "ui/alerts/AlertWords.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace handbell::ui {

namespace {

constexpr size_t MostNames = 8;

} // namespace

ReachList::ReachList(const Theme &theme, const client::Practice &practice, const AlertWords &words,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_practice(practice)
    , m_words(words)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(theme.spacing(Space::Tight));
    connect(&practice, &client::Practice::presenceChanged, this, &ReachList::renew);
    connect(&practice, &client::Practice::changed, this, &ReachList::renew);
    connect(&practice, &client::Practice::wasReset, this, &ReachList::renew);
}

void ReachList::setAddress(const std::optional<protocol::Address> &address)
{
    m_address = address;
    renew();
}

std::vector<ReachList::Line> ReachList::linesOf(const protocol::Address &address) const
{
    std::vector<MemberId> members = m_practice.resolve(address);
    const auto order = [this](MemberId member) {
        const bool offline = m_practice.presence(member).state == protocol::PresenceState::Offline;
        return std::pair(offline, m_words.person(member).toCaseFolded());
    };
    std::sort(members.begin(), members.end(),
              [&](MemberId left, MemberId right) { return order(left) < order(right); });
    // One more is as long as "and 1 more".
    const size_t shown = members.size() > MostNames + 1 ? MostNames : members.size();
    std::vector<Line> lines;
    for (const MemberId member : std::vector(members.begin(), members.begin() + qsizetype(shown))) {
        const protocol::PresenceState state = m_practice.presence(member).state;
        lines.push_back(
            {AlertWords::presenceIcon(state), AlertWords::presenceToken(state), m_words.whereabouts(member)});
    }
    if (shown < members.size())
        lines.push_back(
            {Icon::People, Token::Muted, tr("and %n more", nullptr, int(members.size() - shown))});
    return lines;
}

void ReachList::renew()
{
    std::vector<Line> lines = m_address ? linesOf(*m_address) : std::vector<Line>();
    if (std::exchange(m_lines, std::move(lines)) == m_lines)
        return;
    while (const std::unique_ptr<QLayoutItem> item{m_column->takeAt(0)})
        delete item->widget();
    QStringList words;
    for (const Line &line : m_lines) {
        auto *widget = new QWidget;
        auto *row = new QHBoxLayout(widget);
        row->setContentsMargins({});
        row->setSpacing(m_theme.spacing(Space::Small));
        row->addWidget(new IconLabel(m_theme, line.icon, line.token, {}));
        row->addWidget(new ElidedLabel(m_theme, TextSize::Small, Token::Text, line.words), 1);
        m_column->addWidget(widget);
        words << line.words;
    }
    setAccessibleName(words.join(QLatin1Char('\n')));
    Q_EMIT changed();
}

} // namespace handbell::ui
