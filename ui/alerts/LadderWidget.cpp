// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/LadderWidget.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

using client::LadderStep;
using client::OutgoingAlert;
using protocol::AlertState;

LadderBox::LadderBox(const Theme &theme, const AlertWords &words, quint64 localId)
    : Panel(theme, Panel::Style{})
    , m_theme(theme)
    , m_words(words)
{
    m_alert.localId = localId;
    setObjectName(u"ladderBox"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 9, 10, 9);
    column->setSpacing(6);
    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    m_icon = new IconLabel(theme, Icon::Routine, Token::Routine, {});
    m_title = new TextLabel(theme, TextSize::Body, Token::Text);
    m_title->setTextSize(TextSize::Body, Weight::Semibold);
    m_title->setWordWrap(true);
    header->addWidget(m_icon, 0, Qt::AlignTop);
    header->addWidget(m_title, 1);
    column->addLayout(header);
    m_lineLayout = new QVBoxLayout;
    m_lineLayout->setSpacing(4);
    column->addLayout(m_lineLayout);
    m_buttons = new QWidget;
    auto *flow = new FlowLayout(6, m_buttons);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_buttons->setSizePolicy(policy);
    m_escalate = new ActionButton(theme, ActionButton::Role::Plain, tr("Pass on now"));
    m_escalate->setObjectName(u"escalate"_s);
    m_cancel = new ActionButton(theme, ActionButton::Role::Plain, tr("Cancel"));
    m_cancel->setObjectName(u"cancel"_s);
    connect(m_escalate, &QAbstractButton::clicked, this, [this] { Q_EMIT escalateRequested(m_alert.alert); });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { Q_EMIT cancelRequested(m_alert.alert); });
    flow->addWidget(m_escalate);
    flow->addWidget(m_cancel);
    column->addWidget(m_buttons);
}

LadderBox::Line &LadderBox::line(size_t index)
{
    while (m_lines.size() <= index) {
        Line made;
        made.row = new QWidget;
        auto *row = new QHBoxLayout(made.row);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        made.icon = new IconLabel(m_theme, Icon::Tick, Token::Text, {});
        made.icon->setIconSize(12);
        made.words = new TextLabel(m_theme, TextSize::Small, Token::Text);
        made.words->setWordWrap(true);
        row->addWidget(made.icon, 0, Qt::AlignTop);
        made.icon->setContentsMargins(0, 2, 0, 0);
        row->addWidget(made.words, 1);
        m_lineLayout->addWidget(made.row);
        m_lines.push_back(made);
    }
    return m_lines[index];
}

void LadderBox::setAlert(const OutgoingAlert &alert, WallTime now)
{
    const bool announces = alert.steps.size() > m_alert.steps.size() || alert.refusal != m_alert.refusal;
    m_alert = alert;
    m_icon->setThemeIcon(AlertWords::importanceIcon(alert.importance),
                         AlertWords::importanceToken(alert.importance),
                         AlertWords::importance(alert.importance));
    m_title->setText(m_words.ladderTitle(alert));
    m_escalate->setVisible(alert.canEscalate);
    m_cancel->setVisible(alert.canCancel);
    m_cancel->setText(alert.hasComers ? tr("End it") : tr("Cancel"));
    m_escalate->setAccessibleDescription(m_title->text());
    m_cancel->setAccessibleDescription(m_title->text());
    m_buttons->setVisible(alert.canEscalate || alert.canCancel);
    setNow(now);
    if (announces) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void LadderBox::setNow(WallTime now)
{
    size_t used = 0;
    const auto write = [&](Icon icon, Token iconToken, Token token, const QString &words) {
        Line &next = line(used++);
        next.icon->setThemeIcon(icon, iconToken, {});
        next.words->setToken(token);
        next.words->setText(words);
        next.row->show();
    };
    for (const LadderStep &step : m_alert.steps) {
        const Token token = AlertWords::stepToken(step.kind);
        const bool quiet = step.kind == LadderStep::Kind::Next || step.kind == LadderStep::Kind::Cancelled;
        const bool loud = token == Token::Urgent;
        write(AlertWords::stepIcon(step.kind), token, quiet || loud ? token : Token::Text,
              m_words.step(step, m_alert, now));
    }
    if (m_alert.refusal)
        write(Icon::NotConnected, Token::Urgent, Token::Urgent, AlertWords::failure(m_alert.refusal->code));
    else if (m_alert.steps.empty())
        write(Icon::Pending, Token::Muted, Token::Muted, tr("Sending…"));
    for (size_t i = used; i < m_lines.size(); ++i)
        m_lines[i].row->hide();
    setAccessibleName(m_title->text());
    setAccessibleDescription(lines().join(u". "_s));
}

QStringList LadderBox::lines() const
{
    QStringList all;
    for (const Line &line : m_lines) {
        if (line.row->isVisibleTo(this))
            all.append(line.words->text());
    }
    return all;
}

LadderWidget::LadderWidget(const Theme &theme, const AlertWords &words, client::AlertManager &alerts,
                           const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
    , m_alerts(alerts)
    , m_clock(clock)
{
    setObjectName(u"ladder"_s);
    setAccessibleName(tr("Your last alerts"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_heading = new TextLabel(theme, TextSize::Small, Token::Muted, tr("Ladder: your last alert"));
    m_heading->setTextSize(TextSize::Small, Weight::Semibold);
    m_column->addWidget(m_heading);
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &LadderWidget::tick);
    connect(&alerts, &client::AlertManager::outgoingChanged, this, &LadderWidget::follow);
    follow();
}

std::vector<OutgoingAlert> LadderWidget::chosen() const
{
    std::vector<OutgoingAlert> shown;
    for (const OutgoingAlert &alert : m_alerts.outgoing()) {
        const bool open = alert.state == AlertState::Open && !alert.refusal;
        if (shown.empty() || (open && shown.size() < BoxLimit))
            shown.push_back(alert);
    }
    return shown;
}

void LadderWidget::follow()
{
    const std::vector<OutgoingAlert> wanted = chosen();
    const WallTime now = m_clock.wallNow();
    // Boxes are kept by alert, so that a button somebody is on does not vanish when another alert changes.
    std::vector<LadderBox *> old = std::move(m_boxes);
    m_boxes.clear();
    bool counting = false;
    for (const OutgoingAlert &alert : wanted) {
        const auto found = std::find_if(
            old.begin(), old.end(), [&](const LadderBox *box) { return box->localId() == alert.localId; });
        LadderBox *box = nullptr;
        if (found != old.end()) {
            box = *found;
            old.erase(found);
        } else {
            box = new LadderBox(m_theme, m_words, alert.localId);
            connect(box, &LadderBox::escalateRequested, this,
                    [this](AlertId id) { (void)m_alerts.escalate(id); });
            connect(box, &LadderBox::cancelRequested, this,
                    [this](AlertId id) { (void)m_alerts.cancel(id); });
        }
        m_column->removeWidget(box);
        m_column->addWidget(box);
        box->setAlert(alert, now);
        box->show();
        m_boxes.push_back(box);
        counting = counting ||
                   std::any_of(alert.steps.begin(), alert.steps.end(),
                               [](const LadderStep &step) { return step.kind == LadderStep::Kind::Next; });
    }
    for (LadderBox *box : old) {
        box->hide();
        box->deleteLater();
    }
    m_heading->setText(m_boxes.size() > 1 ? tr("Ladder: your last alerts") : tr("Ladder: your last alert"));
    m_heading->setVisible(!m_boxes.empty());
    if (!counting)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

bool LadderWidget::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        keepWholeLines();
    return handled;
}

void LadderWidget::keepWholeLines()
{
    // Not every layout around asks for the height at a width; no step may be cut in half where lines wrap.
    const int needed = m_boxes.empty() ? 0 : m_column->totalHeightForWidth(width());
    if (needed != minimumHeight())
        setMinimumHeight(needed);
}

void LadderWidget::tick()
{
    const WallTime now = m_clock.wallNow();
    for (LadderBox *box : m_boxes)
        box->setNow(now);
}

} // namespace handbell::ui
