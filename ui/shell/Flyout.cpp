// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Flyout.h"

#include "client/MessageManager.h"
#include "client/PresenceManager.h"
#include "platform/WorkArea.h"
#include "ui/alerts/AlertWords.h"
#include "ui/alerts/RoundCorners.h"
#include "ui/directory/DirectoryWords.h"
#include "ui/shell/ConnectionLine.h"
#include "ui/shell/FlyoutPlacement.h"
#include "ui/shell/StatusWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>

namespace handbell::ui {

namespace {

constexpr int Width = 330;
constexpr int Padding = 14;
constexpr size_t AgainLimit = 2;
//! A click on the icon takes the popup away before the icon hears of it.
constexpr int SameClickMs = 250;

} // namespace

Flyout::Flyout(const Parts &parts, QWidget *parent)
    : QWidget(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_parts(parts)
{
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Handbell"));
    setAccessibleName(tr("Handbell at a glance"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(header());
    column->addWidget(m_states = stateButtons());
    column->addWidget(m_rings = ringButtons());
    column->addWidget(new Separator(parts.theme, Qt::Horizontal));
    column->addWidget(footer());
    setFixedWidth(Width);

    connect(&parts.session, &client::Session::stateChanged, this, &Flyout::refresh);
    connect(&parts.presence, &client::PresenceManager::stateChanged, this, &Flyout::refresh);
    connect(&parts.messages, &client::MessageManager::unreadCountChanged, this, &Flyout::refresh);
    connect(&parts.alerts, &client::AlertManager::outgoingChanged, this, &Flyout::refresh);
    connect(&parts.practice, &client::Practice::wasReset, this, &Flyout::refresh);
    connect(&parts.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

QWidget *Flyout::header()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(Padding, Padding, Padding, m_parts.theme.spacing(Space::Small));
    row->setSpacing(m_parts.theme.spacing(Space::Small));
    m_icon = new IconLabel(m_parts.theme, Icon::Offline, Token::Offline, QString());
    m_name = new ElidedLabel(m_parts.theme, TextSize::Body, Token::Text);
    m_name->setTextSize(TextSize::Body, Weight::Semibold);
    m_room = new ElidedLabel(m_parts.theme, TextSize::Small, Token::Muted);
    m_room->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_icon);
    row->addWidget(m_name, 3);
    row->addWidget(m_room, 2);
    m_signIn = new PrimaryButton(m_parts.theme, tr("Sign in…"));
    connect(m_signIn, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT windowRequested();
    });
    row->addWidget(m_signIn);
    return widget;
}

QWidget *Flyout::stateButtons()
{
    auto *widget = new QWidget;
    auto *flow = new FlowLayout(m_parts.theme.spacing(Space::Small), widget);
    flow->setContentsMargins(Padding, 0, Padding, Padding);
    for (const protocol::PresenceState state : DirectoryWords::ownStates) {
        auto *button =
            new ActionButton(m_parts.theme, ActionButton::Role::Plain, DirectoryWords::state(state));
        button->setThemeIcon(AlertWords::presenceIcon(state), AlertWords::presenceToken(state));
        if (state == protocol::PresenceState::InConsultation)
            button->setKeyCap(DirectoryWords::shortcut(state).toString(QKeySequence::NativeText));
        connect(button, &QAbstractButton::clicked, this, [this, state] {
            m_parts.presence.setState(state);
            hide();
        });
        flow->addWidget(button);
        m_stateButtons.emplace_back(state, button);
    }
    return widget;
}

QWidget *Flyout::ringButtons()
{
    const Theme &theme = m_parts.theme;
    auto *panel =
        new Panel(theme, {.fill = Token::Bg, .frame = Panel::Frame::None, .radius = Radius::KeyCap});
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(Padding, theme.spacing(Space::Small), Padding, Padding);
    column->setSpacing(theme.spacing(Space::Small));
    auto *heading = new TextLabel(theme, TextSize::Small, Token::Muted, tr("Ring"));
    heading->setTextSize(TextSize::Small, Weight::Semibold);
    column->addWidget(heading);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(theme.spacing(Space::Small), buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    for (size_t i = 0; i < AgainLimit; ++i) {
        auto *button = new ActionButton(theme, ActionButton::Role::Plain, QString());
        button->setKeyCap(QString::number(i + 1));
        connect(button, &QAbstractButton::clicked, this, [this, i] { ringAgain(i); });
        flow->addWidget(button);
        m_againButtons.push_back(button);
    }
    auto *more = new ActionButton(theme, ActionButton::Role::Plain, tr("Ring…"));
    more->setThemeIcon(Icon::Bell);
    more->setKeyCap(QStringLiteral("R"));
    connect(more, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT ringRequested();
    });
    flow->addWidget(more);
    column->addWidget(buttons);
    return panel;
}

QWidget *Flyout::footer()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(Padding, 6, 8, 6);
    row->setSpacing(m_parts.theme.spacing(Space::Small));
    row->addWidget(new ConnectionLine(m_parts.theme, m_parts.link), 1);
    m_unread = new ActionButton(m_parts.theme, ActionButton::Role::Quiet, tr("Open Handbell"));
    connect(m_unread, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT windowRequested();
    });
    row->addWidget(m_unread);
    return widget;
}

void Flyout::refresh()
{
    const bool signedIn = m_parts.session.state() == client::Session::State::SignedIn;
    m_states->setVisible(signedIn);
    m_rings->setVisible(signedIn);
    m_signIn->setVisible(!signedIn);
    m_unread->setVisible(signedIn);
    m_room->setVisible(signedIn);
    const auto presence = signedIn ? m_parts.presence.state() : protocol::PresenceState::Offline;
    m_icon->setThemeIcon(AlertWords::presenceIcon(presence), AlertWords::presenceToken(presence),
                         DirectoryWords::state(presence));
    const protocol::Member *self = m_parts.practice.state().member(m_parts.practice.self());
    m_name->setText(!signedIn ? tr("Nobody is signed in") : self ? self->name : QString());
    m_room->setText(m_parts.session.roomName());
    const QString unread = StatusWords::unread(m_parts.messages.unreadCount());
    m_unread->setText(unread.isEmpty() ? tr("Open Handbell") : unread);
    showStates();
    showRings();
    fit();
}

void Flyout::showStates()
{
    for (const auto &[state, button] : m_stateButtons) {
        const bool current = state == m_parts.presence.state();
        button->setFrameToken(current ? AlertWords::presenceToken(state) : Token::Line);
        button->setAccessibleName(current ? tr("%1, your state now").arg(DirectoryWords::state(state))
                                          : DirectoryWords::state(state));
    }
}

std::vector<Flyout::Again> Flyout::lastRung() const
{
    std::vector<Again> found;
    for (const client::OutgoingAlert &alert : m_parts.alerts.outgoing()) {
        const auto same = [&alert](const Again &seen) {
            return seen.alertTemplate == alert.alertTemplate && seen.address == alert.address;
        };
        if (std::none_of(found.begin(), found.end(), same))
            found.push_back({alert.alertTemplate, alert.address});
        if (found.size() == AgainLimit)
            break;
    }
    return found;
}

void Flyout::showRings()
{
    m_again = lastRung();
    for (size_t i = 0; i < m_againButtons.size(); ++i) {
        ActionButton *button = m_againButtons[i];
        button->setVisible(i < m_again.size());
        if (i >= m_again.size())
            continue;
        const QString what = m_parts.words.templateText(m_again[i].alertTemplate);
        const QString whole =
            tr("%1 → %2", "alert, address").arg(what, m_parts.words.address(m_again[i].address));
        const int room = Width - 2 * Padding - 50;
        button->setText(button->fontMetrics().elidedText(whole, Qt::ElideRight, room));
        button->setAccessibleName(tr("Ring again: %1").arg(whole));
        button->setToolTip(tr("Ring again: %1").arg(whole));
    }
}

void Flyout::ringAgain(size_t index)
{
    if (index >= m_again.size())
        return;
    hide();
    m_parts.alerts.raise(m_again[index].alertTemplate, m_again[index].address, {});
    Q_EMIT windowRequested(); // where the ladder shows what becomes of it
}

void Flyout::fit()
{
    layout()->activate();
    resize(Width, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(Width) : sizeHint().height());
}

void Flyout::toggleBeside(const QRect &icon)
{
    if (isVisible() || (m_closed.isValid() && m_closed.elapsed() < SameClickMs)) {
        hide();
        m_closed.invalidate();
        return;
    }
    refresh();
    const QScreen *screen = icon.isEmpty() ? nullptr : QGuiApplication::screenAt(icon.center());
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    move(flyoutPosition(size(), icon, platform::workArea(*screen)));
    show();
    raise();
    activateWindow();
}

void Flyout::keyPressEvent(QKeyEvent *event)
{
    const bool signedIn = m_rings->isVisible();
    switch (event->key()) {
    case Qt::Key_Escape:
        hide();
        break;
    case Qt::Key_R:
        if (signedIn) {
            hide();
            Q_EMIT ringRequested();
        }
        break;
    case Qt::Key_1:
    case Qt::Key_2:
        if (signedIn)
            ringAgain(size_t(event->key() - Qt::Key_1));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Flyout::paintEvent(QPaintEvent *)
{
    paintRoundFrame(*this, m_parts.theme, Token::Raised);
}

void Flyout::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    roundCorners(*this, m_parts.theme);
}

void Flyout::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_closed.start();
}

} // namespace handbell::ui
