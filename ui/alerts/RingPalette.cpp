// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/RingPalette.h"

#include "client/SpeedDial.h"
#include "client/models/TemplateModel.h"
#include "ui/alerts/NoteField.h"
#include "ui/alerts/PaletteDelegates.h"
#include "ui/alerts/PaletteList.h"
#include "ui/alerts/PaletteModels.h"
#include "ui/alerts/ProspectWidget.h"
#include "ui/alerts/RoundCorners.h"
#include "ui/alerts/SpeedDialKeys.h"
#include "ui/alerts/TargetEdit.h"
#include "ui/alerts/TargetPicker.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QShortcut>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

using client::TemplateModel;

namespace {

constexpr int PaletteWidth = 560;
constexpr int PaletteWidthInLetters = 72;
constexpr int FewestRows = 6;
constexpr int FewestRowsOfSmallScreen = 3;
constexpr int MostRows = 9; // those with a number

Panel::Style flat(Token fill)
{
    Panel::Style style;
    style.fill = fill;
    style.frame = Panel::Frame::None;
    style.radius = Radius::KeyCap;
    return style;
}

//! 1 to 9, or 0 for the zero key, or -1.
int digitOf(const QKeyEvent &event)
{
    // The keypad counts too; with a modifier text() is not the digit on every platform.
    const int key = event.key();
    return key >= Qt::Key_0 && key <= Qt::Key_9 ? key - Qt::Key_0 : -1;
}

bool isPlain(const QKeyEvent &event)
{
    return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

//! \a wanted where it is, or as far as it has to move to be on the screen of \a place.
QRect onScreen(QRect wanted, const QPoint &place)
{
    const QScreen *screen = QGuiApplication::screenAt(place);
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    wanted.moveLeft(qMax(room.left(), qMin(wanted.left(), room.right() + 1 - wanted.width())));
    wanted.moveTop(qMax(room.top(), qMin(wanted.top(), room.bottom() + 1 - wanted.height())));
    return wanted;
}

bool isSpeedDialKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier;
}

} // namespace

RingPalette::RingPalette(const Parts &parts, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_parts(parts)
{
    setObjectName(u"ringPalette"_s);
    setWindowTitle(tr("Ring"));
    setAccessibleName(tr("Ring an alert"));
    m_targets = new TargetPicker(parts.theme, parts.targets, this);
    m_templateWords = new TemplateWords(parts.templates, parts.words, this);
    build();
    connect(&parts.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_targets, &TargetPicker::changed, this, &RingPalette::choiceChanged);
    connect(m_targets, &TargetPicker::updated, this, &RingPalette::showState);
    connect(m_targets, &TargetPicker::clicked, this, &RingPalette::toTemplates);
    connect(m_templateWords, &QAbstractItemModel::modelReset, this,
            [this] { m_templates->setCurrentIndex(m_templateWords->index(0, 0)); });
    if (parts.speedDial)
        connect(parts.speedDial, &client::SpeedDial::changed, this, &RingPalette::showSpeedDial);
    showState();
}

RingPalette::~RingPalette() = default;

void RingPalette::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(header());
    column->addWidget(new Separator(m_parts.theme, Qt::Horizontal));
    column->addWidget(columns(), 1);
    column->addWidget(new Separator(m_parts.theme, Qt::Horizontal));
    column->addWidget(footer());
    for (QWidget *widget : {static_cast<QWidget *>(&m_targets->filter()), static_cast<QWidget *>(m_templates),
                            m_note->focusProxy()})
        widget->installEventFilter(this);
    for (int number = 1; number <= MostRows; ++number) {
        // A shortcut, for in a field the digit would be typed.
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)), this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this, number] { ringNumber(number); });
    }
    const QFontMetrics metrics(m_parts.theme.font(TextSize::Body));
    setFixedWidth(qMax(PaletteWidth, metrics.averageCharWidth() * PaletteWidthInLetters));
}

QWidget *RingPalette::header()
{
    const Theme &theme = m_parts.theme;
    auto *panel = new Panel(theme, flat(Token::Surface));
    auto *row = new QHBoxLayout(panel);
    row->setContentsMargins(14, 12, 14, 12);
    row->setSpacing(theme.spacing(Space::Small));
    row->addWidget(new IconLabel(theme, Icon::Bell, Token::Accent, {}));
    row->addWidget(&m_targets->filter(), 1);
    m_star = new ActionButton(theme, ActionButton::Role::Quiet, QString());
    m_star->setObjectName(u"speedDial"_s);
    m_star->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where the digits ring
    m_star->setVisible(m_parts.speedDial);
    connect(m_star, &QAbstractButton::clicked, this, &RingPalette::toggleSpeedDial);
    row->addWidget(m_star);
    row->addWidget(new KeyCapLabel(theme, tr("Esc")));
    return panel;
}

QWidget *RingPalette::columns()
{
    auto *panel = new Panel(m_parts.theme, flat(Token::Bg));
    auto *row = new QHBoxLayout(panel);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_targets->list().layout()->setContentsMargins(0, 6, 0, 6);
    row->addWidget(&m_targets->list(), 1);
    row->addWidget(new Separator(m_parts.theme, Qt::Vertical));
    row->addWidget(templateColumn(), 1);
    return panel;
}

QWidget *RingPalette::templateColumn()
{
    const Theme &theme = m_parts.theme;
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 6, 0, 6);
    column->setSpacing(0);
    m_templates = new PaletteList(tr("What to say"));
    m_templates->setObjectName(u"templates"_s);
    m_templates->setModel(m_templateWords);
    m_templateDelegate = new TemplateDelegate(theme, m_templates);
    m_templates->setItemDelegate(m_templateDelegate);
    m_templates->setCurrentIndex(m_templateWords->index(0, 0));
    m_templates->setFixedHeight(heightOfRows(FewestRows));
    connect(m_templates->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RingPalette::choiceChanged);
    connect(m_templates, &QAbstractItemView::doubleClicked, this, &RingPalette::ring);
    column->addWidget(m_templates);
    column->addStretch(1);
    return right;
}

QWidget *RingPalette::footer()
{
    const Theme &theme = m_parts.theme;
    auto *panel = new Panel(theme, flat(Token::Surface));
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(14, 8, 14, 8);
    column->setSpacing(theme.spacing(Space::Small));
    m_note = new NoteField(theme, m_parts.practice);
    connect(m_note, &NoteField::ringRequested, this, &RingPalette::ring);
    connect(m_note, &NoteField::screened, this, [this](const NoteField::Screened &what) { send(what.note); });
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.spacing(Space::Medium));
    m_prospect = new ProspectWidget(theme, m_parts.practice, m_parts.words);
    connect(m_prospect, &ProspectWidget::alternativeChosen, this, &RingPalette::takeTarget);
    row->addWidget(m_prospect, 1);
    m_ring = new PrimaryButton(theme, tr("Ring"));
    m_ring->setObjectName(u"ring"_s);
    connect(m_ring, &QAbstractButton::clicked, this, &RingPalette::ring);
    row->addWidget(m_ring, 0, Qt::AlignBottom);
    column->addLayout(row);
    return panel;
}

int RingPalette::heightOfRows(int rows) const
{
    return m_templateDelegate->sizeHint({}, {}).height() * rows + 2 * m_templates->frameWidth();
}

//! Makes room for the templates that have a number, cutting none, and for words that wrap; where the screen
//! is too small for all of it, for fewer templates.
void RingPalette::fitHeight()
{
    const int rows = qBound(FewestRows, m_templateWords->rowCount(), MostRows);
    layout()->activate();
    const int needed =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    const int others = needed - m_templates->minimumHeight();
    const int room = screen()->availableGeometry().height() - others;
    const int lists = qBound(heightOfRows(FewestRowsOfSmallScreen), room, heightOfRows(rows));
    m_templates->setFixedHeight(lists);
    layout()->activate();
    resize(width(), others + lists);
    move(onScreen(geometry(), geometry().center()).topLeft());
}

void RingPalette::centreOn(const QRect &place)
{
    fitHeight();
    QRect wanted = rect();
    wanted.moveCenter(place.center());
    move(onScreen(wanted, place.center()).topLeft());
}

void RingPalette::openFor(const std::optional<protocol::Address> &wanted, TemplateId alertTemplate)
{
    std::optional<protocol::Address> target = wanted;
    if (const auto rung = m_parts.alerts.outgoing(); !target && !rung.empty())
        target = rung.front().address;
    m_note->clear();
    m_templates->setCurrentIndex(m_templateWords->index(0, 0));
    for (int i = 0; i < m_templateWords->rowCount(); ++i) {
        const QModelIndex index = m_templateWords->index(i, 0);
        if (index.data(TemplateModel::IdRole).toLongLong() == alertTemplate.value)
            m_templates->setCurrentIndex(index);
    }
    m_prospect->hideNames();
    m_targets->clear();
    const bool taken = target && m_targets->take(*target);
    fitHeight();
    show();
    raise();
    activateWindow();
    if (taken)
        toTemplates();
    else
        toFilter();
}

void RingPalette::takeTarget(const protocol::Address &address)
{
    if (m_targets->take(address) && !m_note->hasFocus())
        toTemplates();
}

std::optional<protocol::Address> RingPalette::target() const
{
    return m_targets->target();
}

TemplateId RingPalette::chosenTemplate() const
{
    return TemplateId{m_templates->currentIndex().data(TemplateModel::IdRole).toLongLong()};
}

QString RingPalette::prospect() const
{
    return m_prospect->words();
}

bool RingPalette::digitsRing() const
{
    return target() && (m_templates->hasFocus() || (m_targets->filter().hasFocus() && m_targets->isNamed()));
}

bool RingPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &RingPalette::showState, Qt::QueuedConnection);
    // Tab must not become a change of focus the rules above do not know.
    const bool key = event->type() == QEvent::KeyPress;
    if (!key)
        return QDialog::eventFilter(watched, event);
    const auto &pressed = *static_cast<QKeyEvent *>(event);
    if (pressed.key() == Qt::Key_Escape) {
        escape();
        return true;
    }
    if (isSpeedDialKey(pressed)) {
        toggleSpeedDial();
        return true;
    }
    if (watched == &m_targets->filter())
        return keyInFilter(pressed);
    if (watched == m_templates)
        return keyInTemplates(pressed);
    return keyInNote(pressed);
}

void RingPalette::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        escape();
    else if (isSpeedDialKey(*event))
        toggleSpeedDial();
    else
        QDialog::keyPressEvent(event);
}

void RingPalette::escape()
{
    if (m_note->isWarning())
        m_note->dismissWarning();
    else
        reject();
}

bool RingPalette::keyInFilter(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Up:
        m_targets->move(-1);
        return true;
    case Qt::Key_Down:
        m_targets->move(1);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        toTemplates();
        return true;
    case Qt::Key_Right:
        if (m_targets->filter().cursorPosition() < m_targets->filter().text().size())
            return false;
        toTemplates();
        return true;
    default:
        break;
    }
    const int digit = digitOf(event);
    if (digit >= 1 && isPlain(event) && m_targets->wouldLeaveNone(digit)) {
        ringNumber(digit);
        return true;
    }
    // Alt and a letter is a shortcut, also while what it belongs to is out of view. AltGr is not Alt.
    return event.modifiers().testFlag(Qt::AltModifier) && !event.modifiers().testFlag(Qt::ControlModifier);
}

bool RingPalette::keyInTemplates(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Backspace:
    case Qt::Key_Backtab:
        toFilter();
        return true;
    case Qt::Key_Tab:
        m_note->focusField();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        ring();
        return true;
    default:
        break;
    }
    if (!isPlain(event))
        return false;
    const int digit = digitOf(event);
    if (digit == 0) {
        m_note->focusField();
        return true;
    }
    if (digit > 0) {
        ringNumber(digit);
        return true;
    }
    const QString typed = event.text();
    if (typed.isEmpty() || !typed.at(0).isPrint() || typed.at(0).isSpace())
        return false;
    // A new target: what was typed before named the old one.
    toFilter();
    m_targets->filter().setText(typed);
    return true;
}

bool RingPalette::keyInNote(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Backtab || (event.key() == Qt::Key_Up && m_note->isInFirstLine())) {
        toTemplates();
        return true;
    }
    return false;
}

void RingPalette::toFilter()
{
    m_targets->filter().setFocus(Qt::OtherFocusReason);
}

void RingPalette::toTemplates()
{
    if (target())
        m_templates->setFocus(Qt::OtherFocusReason);
}

//! Another target or template: whatever was to be confirmed was for the one before.
void RingPalette::choiceChanged()
{
    m_note->forgetWarning();
    showState();
}

void RingPalette::ringNumber(int number)
{
    const QModelIndex index = m_templateWords->index(number - 1, 0);
    if (!index.isValid())
        return;
    m_templates->setCurrentIndex(index);
    ring();
}

void RingPalette::ring()
{
    const protocol::AlertTemplate *chosen = m_parts.practice.state().alertTemplate(chosenTemplate());
    if (!target() || !chosen)
        return;
    if (const auto screened = m_note->screen(chosen->importance))
        send(screened->note);
    else
        showState();
}

void RingPalette::send(const std::optional<guard::ScreenedText> &note)
{
    const auto to = target();
    if (!to)
        return;
    const quint64 localId = m_parts.alerts.raise(chosenTemplate(), *to, note);
    accept();
    Q_EMIT rang(localId);
}

void RingPalette::showState()
{
    const protocol::AlertTemplate *chosen = m_parts.practice.state().alertTemplate(chosenTemplate());
    const auto to = target();
    m_note->setTaken(chosen && chosen->takesNote);
    m_ring->setEnabled(to && chosen);
    showSpeedDial();
    m_ring->setKeyCap(m_targets->filter().hasFocus() || m_note->isWarning() ? QString() : tr("Enter"));
    const auto digits = digitsRing() ? TemplateDelegate::Digits::Ring : TemplateDelegate::Digits::Filter;
    if (digits != m_templateDelegate->digits()) {
        m_templateDelegate->setDigits(digits);
        m_templates->viewport()->update();
    }
    if (to && chosen)
        m_prospect->setAlert(*chosen, *to, m_targets->reach());
    else
        m_prospect->setNothing();
    m_templates->setAccessibleDescription(m_prospect->words()); // heard where it is rung from
}

bool RingPalette::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return done;
}

void RingPalette::toggleSpeedDial()
{
    const auto to = target();
    const protocol::AlertTemplate *chosen = m_parts.practice.state().alertTemplate(chosenTemplate());
    if (m_parts.speedDial && to && chosen)
        m_parts.speedDial->toggle({chosen->key, *to});
}

void RingPalette::showSpeedDial()
{
    if (!m_parts.speedDial)
        return;
    const auto to = target();
    TemplateDelegate::SpeedDialNumbers numbers;
    for (int i = 0; to && i < m_templateWords->rowCount(); ++i) {
        const QModelIndex index = m_templateWords->index(i, 0);
        const auto number = m_parts.speedDial->numberOf({index.data(TemplateModel::KeyRole).toString(), *to});
        if (number)
            numbers.insert(index.data(TemplateModel::IdRole).toLongLong(), *number);
    }
    m_templateDelegate->setSpeedDial(numbers);
    m_templates->viewport()->update();
    const int number = numbers.value(chosenTemplate().value);
    m_star->setEnabled(to && chosenTemplate().isValid() && (number > 0 || !m_parts.speedDial->isFull()));
    m_star->setThemeIcon(number > 0 ? Icon::StarFull : Icon::Star, Token::Accent);
    const QString key = number > 0 ? SpeedDialKeys::keyName(number) : QString();
    m_star->setText(key);
    m_star->setKeyCap(number > 0 ? QString() : tr("Ctrl+D"));
    const QString what = number > 0 ? tr("On the speed dial: %1. Ctrl+D takes it off.", "key").arg(key)
                         : m_parts.speedDial->isFull()
                             ? tr("The speed dial is full. Take something off it in the settings.")
                             : tr("Put this on the speed dial, to ring it with one key from any program");
    m_star->setToolTip(what);
    m_star->setAccessibleName(what);
}

void RingPalette::paintEvent(QPaintEvent *)
{
    paintRoundFrame(*this, m_parts.theme, Token::Bg);
}

void RingPalette::resizeEvent(QResizeEvent *event)
{
    roundCorners(*this, m_parts.theme);
    QDialog::resizeEvent(event);
}

} // namespace handbell::ui
