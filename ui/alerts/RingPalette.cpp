// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/RingPalette.h"

#include "client/SpeedDial.h"
#include "client/models/TargetModel.h"
#include "client/models/TemplateModel.h"
#include "ui/alerts/NoteGuardBar.h"
#include "ui/alerts/PaletteDelegates.h"
#include "ui/alerts/PaletteModels.h"
#include "ui/alerts/RoundCorners.h"
#include "ui/alerts/SpeedDialKeys.h"
#include "ui/alerts/TargetEdit.h"
#include "ui/composer/GuardWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScreen>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

using client::TargetModel;
using client::TemplateModel;

namespace {

constexpr int PaletteWidth = 560;
constexpr int PaletteWidthInLetters = 72;
constexpr int FewestRows = 6;
constexpr int MostRows = 9; // those with a number

Panel::Style flat(Token fill)
{
    Panel::Style style;
    style.fill = fill;
    style.frame = Panel::Frame::None;
    style.radius = Radius::KeyCap;
    return style;
}

QListView *listView(const QString &name)
{
    auto *view = new QListView;
    view->setAccessibleName(name);
    view->setUniformItemSizes(false);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setResizeMode(QListView::Adjust);
    view->setMouseTracking(true);
    view->viewport()->setAutoFillBackground(false);
    return view;
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

} // namespace

RingPalette::RingPalette(const Parts &parts, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_parts(parts)
{
    setObjectName(u"ringPalette"_s);
    setWindowTitle(tr("Ring"));
    setAccessibleName(tr("Ring an alert"));
    m_targetWords = new TargetWords(parts.targets, this);
    m_templateWords = new TemplateWords(parts.templates, parts.words, this);
    build();
    connect(&parts.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_targetWords, &QAbstractItemModel::modelReset, this, [this] { selectTarget(0); });
    connect(m_targetWords, &QAbstractItemModel::dataChanged, this, &RingPalette::showState);
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
    for (QWidget *widget : {static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_templates),
                            static_cast<QWidget *>(m_note)})
        widget->installEventFilter(this);
    m_targets->setFocusPolicy(Qt::NoFocus);
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
    m_filter = new TargetEdit(theme);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setAccessibleName(tr("Whom to ring: person, role, room or group"));
    connect(m_filter, &QLineEdit::textChanged, this, &RingPalette::filterChanged);
    row->addWidget(m_filter, 1);
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
    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 6, 0, 6);
    leftColumn->setSpacing(0);
    m_targets = listView(tr("Whom to ring"));
    m_targets->setObjectName(u"targets"_s);
    m_targets->setModel(m_targetWords);
    m_targets->setItemDelegate(new TargetDelegate(m_parts.theme, m_targets));
    connect(m_targets->selectionModel(), &QItemSelectionModel::currentChanged, this, &RingPalette::showState);
    connect(m_targets, &QAbstractItemView::clicked, this, &RingPalette::toTemplates);
    leftColumn->addWidget(m_targets, 1);
    m_noMatch =
        new TextLabel(m_parts.theme, TextSize::Body, Token::Muted, tr("No such person, role, room or group"));
    m_noMatch->setWordWrap(true);
    m_noMatch->setContentsMargins(12, 0, 12, 6);
    leftColumn->addWidget(m_noMatch);
    row->addWidget(left, 1);
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
    m_templates = listView(tr("What to say"));
    m_templates->setObjectName(u"templates"_s);
    m_templates->setModel(m_templateWords);
    m_templateDelegate = new TemplateDelegate(theme, m_templates);
    m_templates->setItemDelegate(m_templateDelegate);
    m_templates->setCurrentIndex(m_templateWords->index(0, 0));
    connect(m_templates->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RingPalette::showState);
    connect(m_templates, &QAbstractItemView::doubleClicked, this,
            [this] { ring(chosenTemplate(), Note::Screened); });
    column->addWidget(m_templates);
    column->addStretch(1);
    auto *noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(12, 4, 12, 4);
    noteRow->setSpacing(theme.spacing(Space::Small));
    noteRow->addWidget(new KeyCapLabel(theme, u"0"_s));
    m_note = new QLineEdit;
    m_note->setObjectName(u"note"_s);
    m_note->setMaxLength(int(protocol::maxAlertText.units));
    m_note->setPlaceholderText(tr("Short note…"));
    m_note->setAccessibleName(tr("Short note, no patient details"));
    connect(m_note, &QLineEdit::textChanged, this, &RingPalette::noteChanged);
    noteRow->addWidget(m_note, 1);
    column->addLayout(noteRow);
    m_noteTone = new TextLabel(theme, TextSize::Small, Token::Muted, GuardWords::toneHint());
    m_noteTone->setObjectName(u"noteTone"_s);
    m_noteTone->setWordWrap(true);
    m_noteTone->setContentsMargins(12, 0, 12, 4);
    m_noteTone->hide();
    column->addWidget(m_noteTone);
    return right;
}

QWidget *RingPalette::footer()
{
    const Theme &theme = m_parts.theme;
    auto *panel = new Panel(theme, flat(Token::Surface));
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(14, 8, 14, 8);
    column->setSpacing(theme.spacing(Space::Small));
    m_guardBar = new NoteGuardBar(theme);
    connect(m_guardBar, &NoteGuardBar::editRequested, this, [this] {
        m_guardBar->hide();
        toNote();
    });
    connect(m_guardBar, &NoteGuardBar::saferNoteChosen, this, [this](const QString &note) {
        m_note->selectAll();
        m_note->insert(note); // one step that can be undone
        toNote();
    });
    connect(m_guardBar, &NoteGuardBar::ringWithoutNoteRequested, this,
            [this] { ring(m_warned, Note::Without); });
    connect(m_guardBar, &NoteGuardBar::ringWithNoteRequested, this, &RingPalette::confirmNote);
    for (QLineEdit *edit : m_guardBar->findChildren<QLineEdit *>())
        edit->installEventFilter(this);
    column->addWidget(m_guardBar);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.spacing(Space::Medium));
    m_prospect = new TextLabel(theme, TextSize::Small, Token::Muted);
    m_prospect->setObjectName(u"prospect"_s);
    m_prospect->setWordWrap(true);
    m_prospect->setMinimumHeight(QFontMetrics(m_prospect->font()).lineSpacing() * 2);
    row->addWidget(m_prospect, 1);
    m_ring = new PrimaryButton(theme, tr("Ring"));
    m_ring->setObjectName(u"ring"_s);
    connect(m_ring, &QAbstractButton::clicked, this, [this] { ring(chosenTemplate(), Note::Screened); });
    row->addWidget(m_ring);
    column->addLayout(row);
    return panel;
}

void RingPalette::showWholeRows()
{
    const int rows = qBound(FewestRows, m_templateWords->rowCount(), MostRows);
    m_templates->setFixedHeight(m_templateDelegate->sizeHint({}, {}).height() * rows +
                                2 * m_templates->frameWidth());
}

void RingPalette::centreOn(const QRect &place)
{
    showWholeRows();
    const QScreen *screen = QGuiApplication::screenAt(place.center());
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    adjustSize();
    QRect wanted = rect();
    wanted.moveCenter(place.center());
    wanted.moveLeft(qMax(room.left(), qMin(wanted.left(), room.right() + 1 - wanted.width())));
    wanted.moveTop(qMax(room.top(), qMin(wanted.top(), room.bottom() + 1 - wanted.height())));
    move(wanted.topLeft());
}

void RingPalette::openFor(const std::optional<protocol::Address> &wanted, TemplateId alertTemplate)
{
    std::optional<protocol::Address> target = wanted;
    if (const auto rung = m_parts.alerts.outgoing(); !target && !rung.empty())
        target = rung.front().address;
    showWholeRows();
    m_filter->clear();
    m_parts.targets.setFilter(QString());
    m_note->clear();
    m_guardBar->hide();
    m_templates->setCurrentIndex(m_templateWords->index(0, 0));
    int row = -1;
    for (int i = 0; target && i < m_targetWords->rowCount(); ++i) {
        if (m_parts.targets.address(m_targetWords->mapToSource(m_targetWords->index(i, 0))) == *target) {
            row = i;
            break;
        }
    }
    for (int i = 0; i < m_templateWords->rowCount(); ++i) {
        const QModelIndex index = m_templateWords->index(i, 0);
        if (index.data(TemplateModel::IdRole).toLongLong() == alertTemplate.value)
            m_templates->setCurrentIndex(index);
    }
    selectTarget(qMax(row, 0));
    show();
    raise();
    activateWindow();
    if (row >= 0)
        toTemplates();
    else
        toFilter();
}

std::optional<protocol::Address> RingPalette::target() const
{
    const QModelIndex current = m_targets->currentIndex();
    if (!current.isValid())
        return {};
    return m_parts.targets.address(m_targetWords->mapToSource(current));
}

TemplateId RingPalette::chosenTemplate() const
{
    return TemplateId{m_templates->currentIndex().data(TemplateModel::IdRole).toLongLong()};
}

QString RingPalette::prospect() const
{
    return m_prospect->text();
}

bool RingPalette::digitsRing() const
{
    return target() && (m_templates->hasFocus() || (m_filter->hasFocus() && !m_filter->text().isEmpty() &&
                                                    m_targetWords->rowCount() == 1));
}

bool RingPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &RingPalette::showState, Qt::QueuedConnection);
    // Alt+digit must not become a mnemonic, nor Tab a change of focus the rules above do not know.
    const bool key = event->type() == QEvent::KeyPress;
    if (!key)
        return QDialog::eventFilter(watched, event);
    const auto &pressed = *static_cast<QKeyEvent *>(event);
    if (keyAnywhere(pressed))
        return true;
    if (watched == m_filter)
        return keyInFilter(pressed);
    if (watched == m_templates)
        return keyInTemplates(pressed);
    return keyInNote(pressed);
}

bool RingPalette::keyAnywhere(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape) {
        if (m_guardBar->isVisible()) {
            m_guardBar->hide();
            toNote();
        } else {
            reject();
        }
        return true;
    }
    const int digit = digitOf(event);
    if (digit >= 1 && event.modifiers() & Qt::AltModifier) {
        ringNumber(digit);
        return true;
    }
    if (event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier) {
        toggleSpeedDial();
        return true;
    }
    return false;
}

bool RingPalette::keyInFilter(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Up:
        moveTarget(-1);
        return true;
    case Qt::Key_Down:
        moveTarget(1);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        toTemplates();
        return true;
    case Qt::Key_Right:
        if (m_filter->cursorPosition() < m_filter->text().size())
            return false;
        toTemplates();
        return true;
    default:
        break;
    }
    const int digit = digitOf(event);
    if (digit >= 1 && isPlain(event) && digitRingsFromFilter(digit)) {
        ringNumber(digit);
        return true;
    }
    return false;
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
        toNote();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        ring(chosenTemplate(), Note::Screened);
        return true;
    default:
        break;
    }
    if (!isPlain(event))
        return false;
    const int digit = digitOf(event);
    if (digit == 0) {
        toNote();
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
    m_filter->setText(typed);
    return true;
}

bool RingPalette::keyInNote(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Backtab:
    case Qt::Key_Up:
        toTemplates();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_guardBar->isVisible())
            ring(chosenTemplate(), Note::Screened);
        else if (m_guardBar->enter() == NoteGuardBar::Enter::RingWithNote)
            confirmNote();
        else if (m_guardBar->enter() == NoteGuardBar::Enter::RingWithoutNote)
            ring(m_warned, Note::Without);
        return true;
    default:
        return false;
    }
}

void RingPalette::filterChanged()
{
    m_parts.targets.setFilter(m_filter->text());
    selectTarget(0);
}

void RingPalette::moveTarget(int by)
{
    const int rows = m_targetWords->rowCount();
    if (rows > 0)
        selectTarget(qBound(0, m_targets->currentIndex().row() + by, rows - 1));
}

void RingPalette::selectTarget(int row)
{
    m_targets->setCurrentIndex(m_targetWords->index(row, 0));
    showState();
}

void RingPalette::toFilter()
{
    m_filter->setFocus(Qt::OtherFocusReason);
}

void RingPalette::toTemplates()
{
    if (target())
        m_templates->setFocus(Qt::OtherFocusReason);
}

//! Makes room for words that wrap, which adjustSize() does not.
void RingPalette::fitHeight()
{
    layout()->activate();
    resize(width(), qMax(sizeHint().height(), layout()->totalHeightForWidth(width())));
}

//! Another note: what was warned of is gone, and its tone is looked at anew.
void RingPalette::noteChanged()
{
    m_guardBar->hide();
    m_warned = {};
    showState();
    const QString text = m_note->text();
    const auto tone = m_parts.practice.tone();
    const auto hints = tone ? tone->hintsIn(text) : std::vector<guard::ToneHint>();
    m_noteTone->setAccessibleDescription(hints.empty() ? QString()
                                                       : GuardWords::toneDescription(text, hints));
    if (m_noteTone->isHidden() == hints.empty())
        return;
    m_noteTone->setVisible(!hints.empty());
    fitHeight();
    if (!hints.empty()) {
        QAccessibleEvent event(m_noteTone, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void RingPalette::toNote()
{
    if (m_note->isEnabled())
        m_note->setFocus(Qt::OtherFocusReason);
}

bool RingPalette::digitRingsFromFilter(int digit)
{
    const QString typed = m_filter->text();
    if (typed.isEmpty() || m_targetWords->rowCount() != 1 || m_filter->cursorPosition() < typed.size())
        return false;
    m_parts.targets.setFilter(typed + QString::number(digit));
    const bool none = m_targetWords->rowCount() == 0;
    m_parts.targets.setFilter(typed);
    selectTarget(0);
    return none;
}

void RingPalette::ringNumber(int number)
{
    const QModelIndex index = m_templateWords->index(number - 1, 0);
    if (!index.isValid())
        return;
    m_templates->setCurrentIndex(index);
    ring(chosenTemplate(), Note::Screened);
}

void RingPalette::ring(TemplateId alertTemplate, Note note,
                       const std::optional<guard::Confirmation> &confirmation)
{
    const auto to = target();
    const protocol::AlertTemplate *chosen = m_parts.practice.state().alertTemplate(alertTemplate);
    if (!to || !chosen)
        return;
    std::optional<guard::ScreenedText> screened;
    const QString text = m_note->text().trimmed();
    if (note == Note::Screened && chosen->takesNote && !text.isEmpty()) {
        const auto guard = m_parts.practice.guard();
        const Result<guard::ScreenedText> result = guard->screen(text, confirmation);
        if (!result.ok()) {
            m_warned = alertTemplate;
            m_guardBar->warn(text, guard->assess(text), chosen->importance);
            toNote();
            m_guardBar->focusReason();
            fitHeight();
            return;
        }
        screened = *result;
    }
    const quint64 localId = m_parts.alerts.raise(alertTemplate, *to, screened);
    accept();
    Q_EMIT rang(localId);
}

void RingPalette::confirmNote()
{
    const QString text = m_note->text().trimmed();
    ring(m_warned, Note::Screened,
         guard::Confirmation{guard::digestOf(text), guard::rulesVersion, m_guardBar->reason()});
}

//! What the guard hints at in the note; a warning waits for Enter.
QString RingPalette::noteHint() const
{
    const auto guard = m_parts.practice.guard();
    if (!guard || !m_note->isEnabled())
        return {};
    const guard::Assessment assessment = guard->assess(m_note->text());
    return assessment.verdict == guard::Verdict::Hint ? GuardWords::hint(assessment) : QString();
}

void RingPalette::showState()
{
    const QModelIndex current = m_targets->currentIndex();
    const protocol::AlertTemplate *chosen = m_parts.practice.state().alertTemplate(chosenTemplate());
    const auto to = target();
    m_noMatch->setVisible(m_targetWords->rowCount() == 0);
    m_filter->setMeaning(current.isValid() ? current.data().toString() : QString());
    m_filter->setPlaceholderText(current.isValid() ? QString() : tr("Person, role, room or group"));
    m_note->setEnabled(chosen && chosen->takesNote);
    m_ring->setEnabled(to && chosen);
    showSpeedDial();
    m_ring->setKeyCap(m_filter->hasFocus() ? QString() : tr("Enter"));
    const auto digits = digitsRing() ? TemplateDelegate::Digits::Ring : TemplateDelegate::Digits::Filter;
    if (digits != m_templateDelegate->digits()) {
        m_templateDelegate->setDigits(digits);
        m_templates->viewport()->update();
    }
    if (!to || !chosen) {
        m_prospect->setText(QString());
        return;
    }
    AlertWords::Reach reach;
    reach.now = current.data(TargetModel::ReachNowRole).toInt();
    if (const int state = current.data(TargetModel::StateRole).toInt(); state >= 0)
        reach.state = static_cast<protocol::PresenceState>(state);
    const QString hint = noteHint();
    m_note->setAccessibleDescription(hint);
    const QString prospect = m_parts.words.prospect(*chosen, *to, reach);
    m_prospect->setText(hint.isEmpty() ? prospect : QString(prospect + u'\n' + hint));
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
