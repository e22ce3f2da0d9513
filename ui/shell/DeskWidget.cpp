// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/DeskWidget.h"

#include "client/AlertManager.h"
#include "ui/directory/PresenceBoardWidget.h"
#include "ui/settings/Preferences.h"
#include "ui/shell/ConnectionLine.h"
#include "ui/shell/MovedBanner.h"
#include "ui/shell/OfflineBanner.h"
#include "ui/shell/TopBar.h"
#include "ui/signin/SignInWords.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace handbell::ui {

namespace {

constexpr int LeftWidth = 270;
constexpr int RightWidth = 340;
constexpr int NarrowestSide = 150;
constexpr int NarrowestChat = 260;

QVBoxLayout *column(QWidget *owner)
{
    auto *layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

//! Ground in the colour of panes and inputs, whatever the theme is just now.
QWidget *surface()
{
    auto *widget = new QWidget;
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Base);
    return widget;
}

} // namespace

DeskWidget::DeskWidget(const Parts &parts, const Panes &panes, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_top(new TopBar(parts.theme, parts.session, parts.practice, parts.presence, parts.assistance,
                       parts.clock))
    , m_banner(new OfflineBanner(parts.theme, parts.link))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_side(new QSplitter(Qt::Vertical))
    , m_board(new PresenceBoardWidget(parts.theme, parts.board))
{
    panes.chat->setMinimumWidth(NarrowestChat);
    m_splitter->addWidget(left(panes));
    m_splitter->addWidget(panes.chat);
    m_splitter->addWidget(right(panes));
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);

    QVBoxLayout *whole = column(this);
    whole->addWidget(m_top);
    whole->addWidget(new Separator(parts.theme, Qt::Horizontal));
    whole->addWidget(m_banner);
    whole->addWidget(new MovedBanner(parts.theme, parts.session));
    whole->addWidget(panes.reminder);
    whole->addWidget(m_splitter, 1);
    setFocusProxy(panes.conversations);
    connectParts();
    restoreSizes();
}

void DeskWidget::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_parts.preferences.setLayout(Preferences::Layout::DeskSplitter, m_splitter->saveState());
    m_parts.preferences.setLayout(Preferences::Layout::SideSplitter, m_side->saveState());
}

QWidget *DeskWidget::left(const Panes &panes)
{
    QWidget *pane = surface();
    pane->setMinimumWidth(NarrowestSide);
    auto *line = new ConnectionLine(m_parts.theme, m_parts.link);
    line->setContentsMargins(14, 10, 14, 10);
    QVBoxLayout *layout = column(pane);
    layout->addWidget(panes.conversations, 1);
    layout->addWidget(new Separator(m_parts.theme, Qt::Horizontal));
    layout->addWidget(line);
    return pane;
}

QWidget *DeskWidget::right(const Panes &panes)
{
    m_ladder = new QScrollArea;
    m_ladder->setWidgetResizable(true);
    m_ladder->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ladder->setFocusPolicy(Qt::NoFocus);
    QWidget *ground = surface();
    QVBoxLayout *inset = column(ground);
    inset->setContentsMargins(14, m_parts.theme.spacing(Space::Medium), 14,
                              m_parts.theme.spacing(Space::Medium));
    inset->addWidget(panes.ladder);
    inset->addStretch(1);
    m_ladder->setWidget(ground);

    m_side->addWidget(m_board);
    m_side->addWidget(m_ladder);
    m_side->setStretchFactor(0, 3);
    m_side->setStretchFactor(1, 2);
    m_side->setHandleWidth(1);
    m_side->setMinimumWidth(NarrowestSide);
    m_side->setSizes({420, 260});
    return m_side;
}

void DeskWidget::connectParts()
{
    connect(m_top, &TopBar::ringRequested, this, [this] { Q_EMIT ringRequested(std::nullopt); });
    connect(m_top, &TopBar::switchUserRequested, this, &DeskWidget::switchUserRequested);
    connect(m_top, &TopBar::ledgerRequested, this, &DeskWidget::ledgerRequested);
    connect(m_top, &TopBar::templatesRequested, this, &DeskWidget::templatesRequested);
    connect(m_top, &TopBar::settingsRequested, this, &DeskWidget::settingsRequested);
    connect(m_top, &TopBar::aboutRequested, this, &DeskWidget::aboutRequested);
    connect(m_top, &TopBar::assistanceRequested, this, &DeskWidget::assistanceRequested);
    connect(m_top, &TopBar::selfTestRequested, this, &DeskWidget::selfTestRequested);
    connect(m_banner, &OfflineBanner::retryRequested, this, &DeskWidget::retryRequested);
    connect(&m_parts.session, &client::Session::refused, m_banner, [this](const Error &error) {
        m_banner->sayStopped(SignInWords::refused(error.code), error.code == ErrorCode::SessionReplaced
                                                                   ? OfflineBanner::Again::OnRequest
                                                                   : OfflineBanner::Again::Never);
    });
    connect(m_board, &PresenceBoardWidget::personActivated, this, &DeskWidget::personActivated);
    connect(m_board, &PresenceBoardWidget::ringRequested, this,
            [this](const protocol::Address &address) { Q_EMIT ringRequested(address); });
    connect(&m_parts.alerts, &client::AlertManager::outgoingChanged, this, &DeskWidget::showLadder);
    showLadder();
    auto *ring = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_R), this);
    connect(ring, &QShortcut::activated, this, [this] { Q_EMIT ringRequested(m_board->focusedTarget()); });
}

//! Until something was rung the board has all the room.
void DeskWidget::showLadder()
{
    m_ladder->setVisible(!m_parts.alerts.outgoing().empty());
}

void DeskWidget::restoreSizes()
{
    const Preferences &kept = m_parts.preferences;
    if (!m_splitter->restoreState(kept.layout(Preferences::Layout::DeskSplitter)))
        m_splitter->setSizes({LeftWidth, 2 * (LeftWidth + RightWidth), RightWidth});
    m_side->restoreState(kept.layout(Preferences::Layout::SideSplitter));
}

} // namespace handbell::ui
