// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/AlertCard.h"

#include "ui/alerts/LifeBar.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QEnterEvent>
#include <QKeyEvent>
#include <QPropertyAnimation>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

using client::CardForm;
using protocol::AlertState;
using protocol::Importance;
using protocol::Reply;

namespace {

CardWindow::Look lookOf(Importance importance)
{
    return {importance == Importance::Urgent ? Token::UrgentSoft : Token::Raised,
            AlertWords::importanceToken(importance)};
}

void setWords(QLabel &label, const QString &words)
{
    label.setText(words);
    label.setVisible(!words.isEmpty());
}

} // namespace

client::IncomingAlert AlertCard::sample()
{
    client::IncomingAlert item;
    item.alert.importance = Importance::Important;
    item.alert.replies = {Reply::Coming, Reply::TwoMinutes, Reply::PassOn};
    item.alert.note = u"The quick brown fox jumps over the lazy dog"_s;
    return item;
}

AlertCard::AlertCard(const Theme &theme, const AlertWords &words, const Clock &clock, const Timing &timing,
                     const client::IncomingAlert &item)
    : CardWindow(theme, lookOf(item.alert.importance))
    , m_words(words)
    , m_clock(clock)
    , m_timing(timing)
    , m_item(item)
    , m_settledAt(clock.steadyNow())
{
    setObjectName(u"alertCard"_s);
    for (QTimer *timer : {&m_restTimer, &m_peekTimer, &m_endTimer})
        timer->setSingleShot(true);
    connect(&m_restTimer, &QTimer::timeout, this, [this] {
        m_resting = true;
        showBody();
    });
    connect(&m_peekTimer, &QTimer::timeout, this, [this] {
        m_peeking = false;
        showBody();
    });
    connect(&m_endTimer, &QTimer::timeout, this, &AlertCard::fadeOut);
    build();
    dress();
    rebuildReplies();
    showWords();
}

AlertCard::~AlertCard() = default;

void AlertCard::build()
{
    QVBoxLayout *column = makeColumn(0);
    addHeader(*column);
    addBody(*column);
    addFooter(*column);
}

void AlertCard::addHeader(QVBoxLayout &column)
{
    auto *header = new QHBoxLayout;
    header->setSpacing(theme().spacing(Space::Small));
    m_icon = new IconLabel(theme(), AlertWords::importanceIcon(m_item.alert.importance), look().stripe, {});
    m_icon->setIconSize(HeaderIconSize);
    m_kind = new TextLabel(theme(), TextSize::Heading, look().stripe);
    m_kind->setTextSize(TextSize::Heading, Weight::Semibold);
    m_time = new TextLabel(theme(), TextSize::Body, Token::Muted);
    header->addWidget(m_icon);
    header->addWidget(m_kind);
    header->addStretch();
    header->addWidget(m_time);
    column.addLayout(header);
    column.addSpacing(4);
}

void AlertCard::addBody(QVBoxLayout &column)
{
    // Both forms have their place at once, so that nothing moves under the pointer when the text appears.
    const auto heading = [this] {
        auto *label = new TextLabel(theme(), FarSize, Token::Text);
        label->setTextSize(FarSize, Weight::Semibold);
        label->setWordWrap(true);
        return label;
    };
    const auto page = [](TextLabel *sender) {
        auto *widget = new QWidget;
        auto *lines = new QVBoxLayout(widget);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(4);
        lines->addWidget(sender);
        return widget;
    };
    m_sender = heading();
    m_text = new TextLabel(theme(), FarSize, Token::Text);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_openPage = page(m_sender);
    m_openPage->layout()->addWidget(m_text);

    m_discreetSender = heading();
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().spacing(Space::Small));
    row->addWidget(new IconLabel(theme(), Icon::Eye, Token::Muted, {}));
    row->addWidget(new TextLabel(theme(), TextSize::Body, Token::Muted, tr("Message hidden")), 1);
    m_peekKey = new KeyCapLabel(theme(), tr("Ctrl+Alt+Space"));
    row->addWidget(m_peekKey);
    m_hiddenPage = page(m_discreetSender);
    auto *lines = static_cast<QVBoxLayout *>(m_hiddenPage->layout());
    lines->addLayout(row);
    lines->addStretch();

    // First into the card: on its own it would show a page as a window, which may well get the keyboard.
    m_body = new QStackedLayout;
    column.addLayout(m_body);
    m_body->addWidget(m_openPage);
    m_body->addWidget(m_hiddenPage);
}

void AlertCard::addFooter(QVBoxLayout &column)
{
    m_replies = new QWidget;
    new FlowLayout(6, m_replies);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_replies->setSizePolicy(policy);
    m_replies->setContentsMargins(0, 8, 0, 0);
    column.addWidget(m_replies);

    const auto line = [&](TextSize size, Token token, int above) {
        auto *label = new TextLabel(theme(), size, token);
        label->setWordWrap(true);
        label->setContentsMargins(0, above, 0, 0);
        column.addWidget(label);
        return label;
    };
    m_status = line(TextSize::Body, Token::Text, 7);
    m_hint = line(TextSize::Small, Token::Muted, 7);
    m_lifeRow = new QWidget;
    auto *bar = new QVBoxLayout(m_lifeRow);
    bar->setContentsMargins(0, 10, 0, 0);
    m_life = new LifeBar(theme(), look().stripe);
    bar->addWidget(m_life);
    column.addWidget(m_lifeRow);
}

//! What depends on the importance alone.
void AlertCard::dress()
{
    const Importance importance = m_item.alert.importance;
    setLook(lookOf(importance));
    m_icon->setThemeIcon(AlertWords::importanceIcon(importance), look().stripe, {});
    m_kind->setToken(look().stripe);
    m_life->setToken(look().stripe);
    m_lifeRow->setVisible(importance == Importance::Important);
}

void AlertCard::rebuildReplies()
{
    for (const auto &[reply, button] : m_buttons)
        delete button;
    m_buttons.clear();
    const bool urgent = m_item.alert.importance == Importance::Urgent;
    // Who comes has said all there is to say.
    for (const Reply reply : m_item.comes ? std::vector<Reply>() : m_item.alert.replies) {
        const auto role =
            urgent && reply == Reply::Coming ? ActionButton::Role::Primary : ActionButton::Role::Plain;
        auto *button = new ActionButton(theme(), role, AlertWords::reply(reply), m_replies);
        button->setObjectName(u"reply%1"_s.arg(AlertWords::replyKey(reply)));
        button->setToolTip(AlertWords::replyDescription(reply));
        connect(button, &QAbstractButton::clicked, this, [this, reply] { choose(reply); });
        m_replies->layout()->addWidget(button);
        button->show();
        m_buttons.emplace_back(reply, button);
    }
    m_replies->setVisible(!m_buttons.empty());
    setKeys(m_keys);
    guardFocus();
}

void AlertCard::become(const client::IncomingAlert &item)
{
    const bool otherReplies = item.alert.replies != m_item.alert.replies || item.comes != m_item.comes ||
                              item.alert.importance == Importance::Urgent ||
                              m_item.alert.importance == Importance::Urgent;
    m_item = item;
    dress();
    if (otherReplies)
        rebuildReplies();
    showWords();
    settle();
}

void AlertCard::setItem(const client::IncomingAlert &item)
{
    if (item == m_item || m_ended)
        return;
    const bool otherReplies = item.alert.replies != m_item.alert.replies || item.comes != m_item.comes;
    m_item = item;
    if (otherReplies)
        rebuildReplies();
    m_status->setToken(Token::Text);
    showWords();
    if (otherReplies)
        Q_EMIT sizeWanted();
}

void AlertCard::showWords()
{
    const protocol::Alert &alert = m_item.alert;
    m_kind->setText(AlertWords::importance(alert.importance));
    m_sender->setText(m_words.sender(alert));
    m_text->setText(m_words.text(alert));
    m_discreetSender->setText(m_words.discreetSender(alert));
    setWords(*m_status, m_words.company(alert));
    refreshTime();
    showBody();
}

bool AlertCard::showsText() const
{
    return m_item.form == CardForm::Open || m_resting || m_peeking;
}

void AlertCard::showBody()
{
    if (m_ended)
        return;
    m_body->setCurrentWidget(showsText() ? m_openPage : m_hiddenPage);
    setKeys(m_keys);
}

void AlertCard::setKeys(Keys keys)
{
    m_keys = keys;
    for (const auto &[reply, button] : m_buttons) {
        button->setKeyCap(keys == Keys::Here ? QString::number(AlertWords::replyKey(reply)) : QString());
        button->setAccessibleDescription(keys == Keys::Here
                                             ? tr("%1. Key: Ctrl+Alt+%2", "what it does, digit")
                                                   .arg(AlertWords::replyDescription(reply))
                                                   .arg(AlertWords::replyKey(reply))
                                             : AlertWords::replyDescription(reply));
    }
    setWords(*m_hint, hint());
    m_peekKey->setVisible(keys == Keys::Here);
    describe();
}

QString AlertCard::hint() const
{
    if (m_ended)
        return {};
    if (keyboard() == Keyboard::Lent)
        return m_buttons.empty() ? tr("Esc: back to your program")
                                 : tr("Press the number. Esc: back to your program");
    if (m_keys == Keys::Here && m_item.alert.importance == Importance::Important)
        return tr("Ctrl+Alt and the number, from any program");
    return {};
}

void AlertCard::setKeyboard(Keyboard keyboard)
{
    CardWindow::setKeyboard(keyboard);
    if (!m_ended)
        setKeys(m_keys);
}

void AlertCard::describe()
{
    // Assistive technology is another screen in the room: it gets no more than the card shows.
    const bool text = showsText() || m_ended;
    const QString sender = (text ? m_sender : m_discreetSender)->text();
    setAccessibleName(tr("%1 alert: %2", "importance, sender").arg(m_kind->text(), sender));
    setWindowTitle(tr("Handbell alert"));
    QStringList parts{text ? m_text->text() : tr("Message hidden"), m_time->text()};
    for (const QLabel *line : {m_status, keyboard() == Keyboard::Lent ? m_hint : nullptr}) {
        if (line && line->isVisibleTo(this))
            parts.append(line->text());
    }
    setAccessibleDescription(parts.join(u". "_s));
}

void AlertCard::refreshTime()
{
    if (m_ended)
        return;
    const protocol::Alert &alert = m_item.alert;
    const auto left = alert.expiresAt - m_clock.wallNow();
    const QString raised = AlertWords::timeOfDay(alert.raisedAt);
    const QString times = tr("%1 · %2", "time, time left").arg(raised, AlertWords::timeLeft(left));
    m_time->setText(alert.importance == Importance::Urgent && !alert.hasComers()
                        ? tr("%1 · repeats", "time; the sound repeats until answered").arg(times)
                        : times);
    const auto whole = alert.expiresAt - alert.raisedAt;
    m_life->setShare(whole.count() > 0 ? double(left.count()) / double(whole.count()) : 0);
}

void AlertCard::settle()
{
    m_settledAt = m_clock.steadyNow();
}

void AlertCard::peek()
{
    if (m_item.form != CardForm::Hidden || m_ended)
        return;
    m_peeking = !m_peeking;
    if (m_peeking)
        m_peekTimer.start(m_timing.peek);
    else
        m_peekTimer.stop();
    showBody();
}

void AlertCard::enterEvent(QEnterEvent *event)
{
    CardWindow::enterEvent(event);
    if (m_item.form == CardForm::Hidden)
        m_restTimer.start(m_timing.rest);
}

void AlertCard::leaveEvent(QEvent *event)
{
    m_restTimer.stop();
    m_resting = false;
    showBody();
    CardWindow::leaveEvent(event);
}

void AlertCard::choose(Reply reply)
{
    if (m_ended || m_clock.steadyNow() - m_settledAt < m_timing.grace)
        return;
    for (const auto &[offered, button] : m_buttons) {
        if (offered == reply && button->isEnabled()) {
            Q_EMIT replyChosen(alertId(), reply);
            return;
        }
    }
}

void AlertCard::chooseByKey(int number)
{
    for (const Reply reply : m_item.alert.replies) {
        if (AlertWords::replyKey(reply) == number)
            choose(reply);
    }
}

void AlertCard::keyPressEvent(QKeyEvent *event)
{
    const int number = event->key() - Qt::Key_0;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && !event->isAutoRepeat() && number >= 1 && number <= 9)
        chooseByKey(number);
    else
        CardWindow::keyPressEvent(event);
}

void AlertCard::setSending()
{
    for (const auto &[reply, button] : m_buttons)
        button->setEnabled(false);
    m_status->setToken(Token::Muted);
    setWords(*m_status, tr("Sending your answer…"));
}

void AlertCard::setFailure(ErrorCode code)
{
    for (const auto &[reply, button] : m_buttons)
        button->setEnabled(true);
    m_status->setToken(Token::Urgent);
    setWords(*m_status, AlertWords::failure(code));
    describe();
    announce();
}

void AlertCard::showEnding(const client::AlertEnding &ending)
{
    if (m_ended)
        return;
    const bool discreet = !showsText();
    m_ended = true;
    m_restTimer.stop();
    m_peekTimer.stop();
    setLook({Token::Raised, look().stripe});
    m_kind->setText(AlertWords::state(ending.state));
    m_time->setText(AlertWords::timeOfDay(m_item.alert.raisedAt));
    m_sender->setText(
        discreet ? m_words.discreetSender(m_item.alert)
                 : tr("%1 · %2", "alert text, room or person")
                       .arg(m_words.templateText(m_item.alert.alertTemplate), m_words.place(m_item.alert)));
    m_sender->setToken(Token::Muted);
    m_text->setText(m_words.ending(ending, m_item.alert));
    m_text->setToken(Token::Muted);
    m_body->setCurrentWidget(m_openPage);
    for (QWidget *part :
         {m_replies, static_cast<QWidget *>(m_status), static_cast<QWidget *>(m_hint), m_lifeRow})
        part->hide();
    describe();
    announce();
    m_endTimer.start(m_timing.ended);
    Q_EMIT sizeWanted();
}

void AlertCard::fadeOut()
{
    m_fade = new QPropertyAnimation(this, "windowOpacity", this);
    m_fade->setDuration(int(m_timing.fade.count()));
    m_fade->setStartValue(1.0);
    m_fade->setEndValue(0.0);
    connect(m_fade, &QPropertyAnimation::finished, this, [this] { Q_EMIT finished(alertId()); });
    m_fade->start();
}

} // namespace handbell::ui
