// SPDX-License-Identifier: Apache-2.0
#include "ui/assistance/AssistanceDialog.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QCheckBox>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

using Readiness = client::AssistanceManager::Readiness;

namespace {

constexpr int DialogWidth = 460;

TextLabel *paragraph(const Theme &theme, const QString &words, Token token = Token::Text)
{
    auto *label = new TextLabel(theme, TextSize::Body, token, words);
    label->setWordWrap(true);
    return label;
}

TextLabel *sectionHeading(const Theme &theme, const QString &words)
{
    auto *label = new TextLabel(theme, TextSize::Body, Token::Text, words);
    label->setTextSize(TextSize::Body, Weight::Semibold);
    return label;
}

} // namespace

AssistanceDialog::AssistanceDialog(const Theme &theme, const AlertWords &words,
                                   client::AssistanceManager &assistance, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_assistance(assistance)
    , m_words(assistance, words)
{
    setObjectName(u"assistanceDialog"_s);
    setWindowTitle(tr("Assistance – Handbell"));
    auto *column = new QVBoxLayout(this);
    const int margin = theme.spacing(Space::Large);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.spacing(Space::Small));
    addWords(*column);
    addSetUp(*column);
    column->addStretch(1);
    column->addSpacing(theme.spacing(Space::Medium));
    addButtons(*column);
    connect(&assistance, &client::AssistanceManager::changed, this, &AssistanceDialog::follow);
    follow();
    const QFontMetrics metrics(theme.font(TextSize::Body));
    setFixedWidth(qMax(DialogWidth, metrics.averageCharWidth() * 62));
    m_roomIsRight->setFocus();
}

void AssistanceDialog::addWords(QBoxLayout &column)
{
    auto *title = new TextLabel(m_theme, TextSize::Title, Token::Text, tr("Assistance in this room"));
    title->setTextSize(TextSize::Title, Weight::Semibold);
    column.addWidget(title);
    column.addWidget(
        paragraph(m_theme, tr("Asks everyone who is signed in to come to the room this PC stands in. It "
                              "repeats on their screens until somebody answers, and shows you who comes.")));
    auto *keys = new QHBoxLayout;
    keys->setSpacing(m_theme.spacing(Space::Small));
    keys->addWidget(new TextLabel(m_theme, TextSize::Body, Token::Text, tr("From any program:")));
    keys->addWidget(new KeyCapLabel(m_theme, AssistanceWords::shortcut()));
    keys->addStretch(1);
    column.addLayout(keys);
    auto *panel = new Panel(
        m_theme, {.fill = Token::ImportantSoft, .line = Token::ImportantSoft, .stripe = Token::Important});
    auto *row = new QHBoxLayout(panel);
    row->setContentsMargins(m_theme.spacing(Space::Large), m_theme.spacing(Space::Small),
                            m_theme.spacing(Space::Medium), m_theme.spacing(Space::Small));
    row->setSpacing(m_theme.spacing(Space::Small));
    row->addWidget(new IconLabel(m_theme, Icon::Warning, Token::Important, tr("Warning")), 0, Qt::AlignTop);
    row->addWidget(paragraph(m_theme, tr("It does not replace the panic alarm. It needs this PC, the network "
                                         "and somebody looking at a screen.")),
                   1);
    column.addWidget(panel);
    column.addSpacing(m_theme.spacing(Space::Small));
}

void AssistanceDialog::addSetUp(QBoxLayout &column)
{
    column.addWidget(sectionHeading(m_theme, tr("1. Is this the room?")));
    m_roomIsRight = new QCheckBox;
    m_roomIsRight->setObjectName(u"roomIsRight"_s);
    connect(m_roomIsRight, &QCheckBox::toggled, this, &AssistanceDialog::follow);
    column.addWidget(m_roomIsRight);
    column.addWidget(paragraph(m_theme, tr("If it is not, people would go to the wrong room: have your "
                                           "practice’s Handbell administrator move this PC first."),
                               Token::Muted));
    column.addSpacing(m_theme.spacing(Space::Small));
    column.addWidget(sectionHeading(m_theme, tr("2. Does it get through?")));
    auto *status = new QHBoxLayout;
    status->setSpacing(m_theme.spacing(Space::Small));
    m_testIcon = new IconLabel(m_theme, Icon::Pending, Token::Muted, {});
    m_test = paragraph(m_theme, {});
    status->addWidget(m_testIcon, 0, Qt::AlignTop);
    status->addWidget(m_test, 1);
    column.addLayout(status);
    auto *row = new QHBoxLayout;
    row->setSpacing(m_theme.spacing(Space::Small));
    m_makeTest = new ActionButton(m_theme, ActionButton::Role::Plain, tr("Make a test"));
    m_makeTest->setObjectName(u"makeTest"_s);
    connect(m_makeTest, &QAbstractButton::clicked, this, [this] { m_assistance.test(m_room); });
    row->addWidget(m_makeTest, 0, Qt::AlignTop);
    m_testNote = paragraph(m_theme, {}, Token::Muted);
    row->addWidget(m_testNote, 1);
    column.addLayout(row);
}

void AssistanceDialog::addButtons(QBoxLayout &column)
{
    column.addWidget(new Separator(m_theme, Qt::Horizontal));
    column.addSpacing(m_theme.spacing(Space::Tight));
    auto *row = new QHBoxLayout;
    row->setSpacing(m_theme.spacing(Space::Small));
    auto *ask = new ActionButton(m_theme, ActionButton::Role::Plain, tr("Ask for assistance now"));
    ask->setObjectName(u"ask"_s);
    ask->setThemeIcon(Icon::Assistance, Token::Urgent);
    connect(ask, &QAbstractButton::clicked, this, [this] {
        m_assistance.ask();
        accept();
    });
    row->addWidget(ask);
    row->addStretch(1);
    m_close = new PrimaryButton(m_theme, tr("Close"));
    m_close->setObjectName(u"close"_s);
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::accept);
    row->addWidget(m_close);
    column.addLayout(row);
}

void AssistanceDialog::follow()
{
    const protocol::Room *room = m_assistance.room();
    if (!room) {
        reject(); // nobody is signed in any more
        return;
    }
    if (room->id != m_room) {
        // The tick was about another room.
        const QSignalBlocker quiet(m_roomIsRight);
        m_roomIsRight->setChecked(m_assistance.readiness() == Readiness::Ready);
        m_room = room->id;
    }
    m_roomIsRight->setText(tr("Yes, this PC stands in %1", "room").arg(room->name));
    const auto test = m_assistance.tested();
    const bool running = test && test->state == protocol::AlertState::Open && !test->refusal;
    const bool failed = test && (test->refusal || test->state == protocol::AlertState::Expired);
    const bool ready = m_assistance.readiness() == Readiness::Ready && !failed;
    const QString words = m_words.test();
    if (words != m_test->text()) {
        m_test->setText(words);
        QAccessibleEvent event(m_test, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    if (running)
        m_testIcon->setThemeIcon(Icon::Pending, Token::Accent, {});
    else if (ready)
        m_testIcon->setThemeIcon(Icon::Available, Token::Available, {});
    else
        m_testIcon->setThemeIcon(Icon::Important, Token::Important, {});
    const bool somebody = m_assistance.reachNow() > 0;
    const bool testable = m_roomIsRight->isChecked() && somebody && !running;
    if (!testable && focusWidget() == m_makeTest)
        m_close->setFocus(); // else the keyboard would go on to the button that asks in earnest
    m_makeTest->setEnabled(testable);
    m_testNote->setText(!somebody
                            ? tr("Nobody else is signed in: test when somebody is.")
                            : tr("Rings at everyone’s screen as a test, quietly. Somebody has to press Done."));
    // A label that wraps does not ask for its height by itself.
    if (layout())
        layout()->activate();
    if (isVisible())
        adjustSize();
}

QString AssistanceDialog::testWords() const
{
    return m_test->text();
}

} // namespace handbell::ui
