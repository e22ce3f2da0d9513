// SPDX-License-Identifier: Apache-2.0
#include "ui/assistance/AssistanceReminder.h"

#include "ui/settings/Preferences.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QDateTime>
#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

QDate localDay(const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(clock.wallNow().time_since_epoch().count()).date();
}

} // namespace

AssistanceReminder::AssistanceReminder(const Parts &parts, QWidget *parent)
    : Panel(parts.theme,
            {.fill = Token::ImportantSoft,
             .line = Token::ImportantSoft,
             .radius = Radius::KeyCap,
             .stripe = Token::Important},
            parent)
    , m_parts(parts)
    , m_assistanceWords(parts.assistance, parts.words)
    , m_words(new TextLabel(parts.theme, TextSize::Body, Token::Text))
{
    const Theme &theme = parts.theme;
    setObjectName(u"assistanceReminder"_s);
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(Space::Large), theme.spacing(Space::Small),
                            theme.spacing(Space::Large), theme.spacing(Space::Small));
    row->setSpacing(theme.spacing(Space::Small));
    row->addWidget(new IconLabel(theme, Icon::Assistance, Token::Important, QString()));
    row->addWidget(m_words, 1);
    auto *later = new ActionButton(theme, ActionButton::Role::Quiet, tr("Tomorrow"));
    later->setObjectName(u"later"_s);
    later->setAccessibleDescription(tr("Reminds you of the test tomorrow"));
    connect(later, &QAbstractButton::clicked, this, &AssistanceReminder::putOff);
    row->addWidget(later);
    auto *test = new ActionButton(theme, ActionButton::Role::Plain, tr("Test it…"));
    test->setObjectName(u"test"_s);
    connect(test, &QAbstractButton::clicked, this, &AssistanceReminder::testRequested);
    row->addWidget(test);
    connect(&parts.assistance, &client::AssistanceManager::changed, this, &AssistanceReminder::follow);
    follow();
}

QString AssistanceReminder::words() const
{
    return m_words->text();
}

void AssistanceReminder::follow()
{
    const QString due = m_assistanceWords.reminder();
    m_words->setText(due);
    setAccessibleName(due);
    setVisible(!due.isEmpty() && m_parts.preferences.testPutOffOn() != localDay(m_parts.clock));
}

void AssistanceReminder::putOff()
{
    m_parts.preferences.putTestOff(localDay(m_parts.clock));
    hide();
}

} // namespace handbell::ui
