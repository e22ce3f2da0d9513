// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/TopBar.h"

#include "client/AssistanceManager.h"
#include "client/Practice.h"
#include "client/PresenceManager.h"
#include "client/Session.h"
#include "ui/alerts/AlertWords.h"
#include "ui/directory/DirectoryWords.h"
#include "ui/directory/OwnStateButton.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>

namespace handbell::ui {

namespace {

//! Below this the menu alone offers what is not needed all day.
constexpr int RoomyWidth = 780;

} // namespace

TopBar::TopBar(const Theme &theme, const client::Session &session, const client::Practice &practice,
               client::PresenceManager &presence, const client::AssistanceManager &assistance,
               const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_practice(practice)
    , m_presence(presence)
    , m_session(session)
    , m_assistance(assistance)
    , m_icon(new IconLabel(theme, Icon::Available, Token::Available, QString()))
    , m_name(new ElidedLabel(theme, TextSize::Body, Token::Text))
    , m_where(new ElidedLabel(theme, TextSize::Small, Token::Muted))
    , m_switchUser(new ActionButton(theme, ActionButton::Role::Quiet, tr("Switch user")))
    , m_assist(new ActionButton(theme, ActionButton::Role::Quiet, tr("Assistance")))
    , m_more(new ActionButton(theme, ActionButton::Role::Plain, Icon::More, tr("More")))
    , m_ring(new PrimaryButton(theme, tr("Ring…")))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_name->setTextSize(TextSize::Body, Weight::Semibold);
    m_switchUser->setThemeIcon(Icon::SignOut);
    m_switchUser->setToolTip(tr("Sign out here, so that somebody else can sign in (Ctrl+L)"));
    m_ring->setThemeIcon(Icon::Bell);
    m_ring->setKeyCap(QStringLiteral("Ctrl+R"));

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_where);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, theme.spacing(Space::Small), 14, theme.spacing(Space::Small));
    row->setSpacing(theme.spacing(Space::Small));
    row->addWidget(m_icon);
    row->addLayout(words);
    row->addWidget(new OwnStateButton(theme, presence, clock));
    row->addStretch(1);
    row->addWidget(m_switchUser);
    row->addWidget(m_assist);
    row->addWidget(m_more);
    row->addWidget(m_ring);

    buildMenu();
    connect(m_ring, &QAbstractButton::clicked, this, &TopBar::ringRequested);
    connect(m_switchUser, &QAbstractButton::clicked, this, &TopBar::switchUserRequested);
    connect(m_assist, &QAbstractButton::clicked, this, &TopBar::assistanceRequested);
    connect(&assistance, &client::AssistanceManager::changed, this, &TopBar::showAssistance);
    connect(&presence, &client::PresenceManager::stateChanged, this, &TopBar::showSelf);
    connect(&practice, &client::Practice::wasReset, this, &TopBar::showSelf);
    connect(&practice, &client::Practice::changed, this, &TopBar::showSelf);
    connect(&practice, &client::Practice::presenceChanged, this, &TopBar::showSelf);
    showSelf();
    showAssistance();
}

void TopBar::showAssistance()
{
    using Readiness = client::AssistanceManager::Readiness;
    const Readiness readiness = m_assistance.readiness();
    const bool offered = readiness != Readiness::NotOffered;
    const bool due = offered && readiness != Readiness::Ready;
    m_assist->setVisible(offered && width() >= RoomyWidth);
    m_assistAction->setVisible(offered);
    m_assist->setThemeIcon(Icon::Assistance, due ? std::optional(Token::Important) : std::nullopt);
    const QString what = tr("Asks everyone to come to this room, from any program: Ctrl+Alt+H");
    m_assist->setToolTip(due ? tr("%1. A test is due.", "sentence before").arg(what) : what);
    m_assist->setAccessibleDescription(m_assist->toolTip());
}

void TopBar::buildMenu()
{
    auto *menu = new QMenu(m_more);
    QAction *switchUser = menu->addAction(m_theme.icon(Icon::SignOut), tr("Switch user"));
    switchUser->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    addAction(switchUser);
    connect(switchUser, &QAction::triggered, this, &TopBar::switchUserRequested);
    m_assistAction = menu->addAction(m_theme.icon(Icon::Assistance), tr("Assistance in this room…"));
    connect(m_assistAction, &QAction::triggered, this, &TopBar::assistanceRequested);
    QAction *test = menu->addAction(m_theme.icon(Icon::Available), tr("Test alerts now"));
    connect(test, &QAction::triggered, this, &TopBar::selfTestRequested);
    menu->addSeparator();
    m_ledger = menu->addAction(m_theme.icon(Icon::Bell), tr("Interruptions…"));
    connect(m_ledger, &QAction::triggered, this, &TopBar::ledgerRequested);
    m_templates = menu->addAction(m_theme.icon(Icon::Clipboard), tr("Change alerts…"));
    connect(m_templates, &QAction::triggered, this, &TopBar::templatesRequested);
    QAction *settings = menu->addAction(m_theme.icon(Icon::Settings), tr("Settings…"));
    connect(settings, &QAction::triggered, this, &TopBar::settingsRequested);
    QAction *about = menu->addAction(m_theme.icon(Icon::Info), tr("About Handbell"));
    connect(about, &QAction::triggered, this, &TopBar::aboutRequested);
    connect(m_more, &QAbstractButton::clicked, menu,
            [this, menu] { menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2))); });
}

void TopBar::showSelf()
{
    const protocol::Member *self = m_practice.state().member(m_practice.self());
    m_name->setText(self ? self->name : QString());
    for (QAction *action : {m_ledger, m_templates})
        action->setVisible(self && self->may(protocol::Permission::Administrator));
    const protocol::Room *room = m_practice.state().roomOf(m_session.workstation());
    QStringList where{self ? self->role : QString(), room ? room->name : m_session.roomName()};
    where.removeAll(QString());
    m_where->setText(where.join(QStringLiteral(" · ")));
    const protocol::PresenceState state = m_presence.state();
    m_icon->setThemeIcon(AlertWords::presenceIcon(state), AlertWords::presenceToken(state),
                         DirectoryWords::state(state));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_switchUser->setVisible(event->size().width() >= RoomyWidth);
    showAssistance();
}

} // namespace handbell::ui
