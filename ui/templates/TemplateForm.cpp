// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/TemplateForm.h"

#include "ui/templates/LadderEdit.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

using protocol::AlertTemplate;
using protocol::Importance;
using protocol::Reply;

namespace {

//! As the protocol has it.
constexpr int longestText = 60;
constexpr int longestKey = 40;
constexpr int longestLife = 24 * 60; // minutes
constexpr std::array allReplies{Reply::Coming, Reply::TwoMinutes, Reply::PassOn, Reply::Done};
enum WhoSends { Everyone, SomeRoles };

int minutesOf(const AlertTemplate &alertTemplate)
{
    return (alertTemplate.lifetimeSeconds + 59) / 60;
}

TextLabel *fieldHeading(const Theme &theme, const QString &words, QWidget *field)
{
    auto *label = new TextLabel(theme, TextSize::Body, Token::Text, words);
    label->setTextSize(TextSize::Body, Weight::Semibold);
    label->setBuddy(field);
    return label;
}

} // namespace

TemplateForm::TemplateForm(const Theme &theme, const AlertWords &words, const client::Practice &practice,
                           QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
    , m_practice(practice)
{
    auto *column = new QVBoxLayout(this);
    const int margin = theme.spacing(Space::Large);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.spacing(Space::Tight));
    m_english = addText(*column, tr("What it says"), u"english"_s);
    m_welsh = addText(*column, tr("In Welsh, if there is a wording for it"), u"welsh"_s);
    addBehaviour(*column);
    addReplies(*column);
    addSenders(*column);
    column->addStretch(1);
    setTemplate(AlertTemplate());
}

QLineEdit *TemplateForm::addText(QBoxLayout &column, const QString &label, const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setMaxLength(longestText);
    edit->setAccessibleName(label);
    connect(edit, &QLineEdit::textChanged, this, &TemplateForm::changed);
    column.addWidget(fieldHeading(m_theme, label, edit));
    column.addWidget(edit);
    column.addSpacing(m_theme.spacing(Space::Small));
    return edit;
}

void TemplateForm::addBehaviour(QBoxLayout &column)
{
    m_importance = new QComboBox;
    m_importance->setObjectName(u"importance"_s);
    m_importance->setAccessibleName(tr("Importance"));
    for (const Importance importance : {Importance::Routine, Importance::Important, Importance::Urgent})
        m_importance->addItem(
            m_theme.icon(AlertWords::importanceIcon(importance), AlertWords::importanceToken(importance)),
            AlertWords::importance(importance), int(importance));
    m_importanceNote = new TextLabel(m_theme, TextSize::Small, Token::Muted);
    m_importanceNote->setWordWrap(true);
    connect(m_importance, &QComboBox::currentIndexChanged, this, &TemplateForm::explain);
    connect(m_importance, &QComboBox::currentIndexChanged, this, &TemplateForm::changed);
    column.addWidget(fieldHeading(m_theme, tr("Importance"), m_importance));
    column.addWidget(m_importance, 0, Qt::AlignLeft);
    column.addWidget(m_importanceNote);
    column.addSpacing(m_theme.spacing(Space::Small));

    m_minutes = new QSpinBox;
    m_minutes->setObjectName(u"minutes"_s);
    m_minutes->setRange(1, longestLife);
    m_minutes->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_minutes->setSuffix(tr(" min", "minutes, behind the number"));
    m_minutes->setAccessibleName(tr("Minutes until it runs out"));
    connect(m_minutes, &QSpinBox::valueChanged, this, &TemplateForm::changed);
    column.addWidget(fieldHeading(m_theme, tr("Runs out after"), m_minutes));
    column.addWidget(m_minutes, 0, Qt::AlignLeft);
    column.addSpacing(m_theme.spacing(Space::Small));

    m_ladder = new LadderEdit(m_theme, m_words, m_practice);
    m_ladder->setObjectName(u"ladder"_s);
    connect(m_ladder, &LadderEdit::changed, this, &TemplateForm::changed);
    column.addWidget(fieldHeading(m_theme, tr("If nobody answers, it goes on"), m_ladder));
    column.addWidget(m_ladder);
    column.addSpacing(m_theme.spacing(Space::Small));
}

void TemplateForm::addReplies(QBoxLayout &column)
{
    auto *replies = new QWidget;
    auto *flow = new FlowLayout(m_theme.spacing(Space::Medium), replies);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const Reply reply : allReplies) {
        auto *box = new QCheckBox(AlertWords::reply(reply));
        box->setObjectName(u"reply%1"_s.arg(AlertWords::replyKey(reply)));
        box->setToolTip(AlertWords::replyDescription(reply));
        connect(box, &QCheckBox::toggled, this, &TemplateForm::changed);
        flow->addWidget(box);
        m_replies[reply] = box;
    }
    column.addWidget(fieldHeading(m_theme, tr("Answers on the card"), replies));
    column.addWidget(replies);
    m_gathers = new QCheckBox(tr("Goes on until it is over"));
    m_gathers->setObjectName(u"gathers"_s);
    m_takesNote = new QCheckBox(tr("A short note may be added"));
    m_takesNote->setObjectName(u"takesNote"_s);
    for (QCheckBox *box : {m_gathers, m_takesNote}) {
        connect(box, &QCheckBox::toggled, this, &TemplateForm::changed);
        column.addWidget(box);
        if (box == m_gathers) {
            auto *note =
                new TextLabel(m_theme, TextSize::Small, Token::Muted,
                              tr("Everyone who comes can say so, and the sender says when it is over. "
                                 "Otherwise the first answer ends it."));
            note->setWordWrap(true);
            column.addWidget(note);
        }
    }
    column.addSpacing(m_theme.spacing(Space::Small));
}

void TemplateForm::addSenders(QBoxLayout &column)
{
    m_whoSends = new QComboBox;
    m_whoSends->setObjectName(u"whoSends"_s);
    m_whoSends->setAccessibleName(tr("Who may send it"));
    m_whoSends->addItem(tr("Everyone"));
    m_whoSends->addItem(tr("These job roles"));
    m_roles = new QWidget;
    auto *flow = new FlowLayout(m_theme.spacing(Space::Medium), m_roles);
    flow->setContentsMargins(0, 0, 0, 0);
    connect(m_whoSends, &QComboBox::currentIndexChanged, this, [this](int who) {
        m_roles->setVisible(who == SomeRoles);
        Q_EMIT changed();
    });
    column.addWidget(fieldHeading(m_theme, tr("Who may send it"), m_whoSends));
    column.addWidget(m_whoSends, 0, Qt::AlignLeft);
    column.addWidget(m_roles);
}

void TemplateForm::fillRoles(const std::vector<QString> &chosen)
{
    std::map<QString, QString> roles; // folded, so that one that differs in case alone stands once
    for (const auto &[id, member] : m_practice.state().members) {
        if (!member.disabled)
            roles.emplace(member.role.toCaseFolded(), member.role);
    }
    std::set<QString> ticked;
    for (const QString &role : chosen) {
        roles.emplace(role.toCaseFolded(), role);
        ticked.insert(role.toCaseFolded());
    }
    for (const auto &[role, box] : m_roleBoxes)
        delete box;
    m_roleBoxes.clear();
    for (const auto &[folded, role] : roles) {
        auto *box = new QCheckBox(role, m_roles);
        box->setChecked(ticked.contains(folded));
        connect(box, &QCheckBox::toggled, this, &TemplateForm::changed);
        m_roles->layout()->addWidget(box);
        box->show();
        m_roleBoxes.emplace_back(role, box);
    }
}

void TemplateForm::explain()
{
    switch (static_cast<Importance>(m_importance->currentData().toInt())) {
    case Importance::Routine:
        m_importanceNote->setText(tr("Waits for the end of a consultation. One soft sound."));
        return;
    case Importance::Important:
        m_importanceNote->setText(tr("Shows in a consultation too, quietly and with its words hidden."));
        return;
    case Importance::Urgent:
        m_importanceNote->setText(tr("Shows at once everywhere, with sound, until somebody answers."));
        return;
    }
}

void TemplateForm::setTemplate(const AlertTemplate &alertTemplate)
{
    {
        const QSignalBlocker quiet(this);
        m_shown = alertTemplate;
        m_english->setText(alertTemplate.textEn);
        m_welsh->setText(alertTemplate.textCy);
        m_importance->setCurrentIndex(m_importance->findData(int(alertTemplate.importance)));
        m_minutes->setValue(minutesOf(alertTemplate));
        for (const auto &[reply, box] : m_replies)
            box->setChecked(std::find(alertTemplate.replies.begin(), alertTemplate.replies.end(), reply) !=
                            alertTemplate.replies.end());
        m_gathers->setChecked(alertTemplate.gathers.value_or(false));
        m_takesNote->setChecked(alertTemplate.takesNote);
        m_ladder->setSteps(alertTemplate.escalation);
        fillRoles(alertTemplate.senders.value_or(std::vector<QString>()));
        m_whoSends->setCurrentIndex(alertTemplate.senders ? SomeRoles : Everyone);
        m_roles->setVisible(alertTemplate.senders.has_value());
        explain();
    }
    Q_EMIT changed();
}

AlertTemplate TemplateForm::alertTemplate() const
{
    AlertTemplate made = m_shown;
    made.textEn = m_english->text().simplified();
    made.textCy = m_welsh->text().simplified();
    if (m_shown.key.isEmpty())
        made.key = keyFor(made.textEn);
    made.importance = static_cast<Importance>(m_importance->currentData().toInt());
    // What was not a whole number of minutes stays what it was until somebody changes it.
    if (m_minutes->value() != minutesOf(m_shown))
        made.lifetimeSeconds = m_minutes->value() * 60;
    std::erase_if(made.replies, [this](Reply reply) { return !m_replies.at(reply)->isChecked(); });
    for (const Reply reply : allReplies) {
        const bool there = std::find(made.replies.begin(), made.replies.end(), reply) != made.replies.end();
        if (m_replies.at(reply)->isChecked() && !there)
            made.replies.push_back(reply);
    }
    made.gathers = m_gathers->isChecked() ? std::optional(true) : std::nullopt;
    made.takesNote = m_takesNote->isChecked();
    made.escalation = m_ladder->steps();
    made.senders.reset();
    if (m_whoSends->currentIndex() == SomeRoles) {
        made.senders.emplace();
        for (const auto &[role, box] : m_roleBoxes) {
            if (box->isChecked())
                made.senders->push_back(role);
        }
        // In the order it had where it is the same set, so that nothing seems changed.
        if (m_shown.senders && std::is_permutation(made.senders->begin(), made.senders->end(),
                                                   m_shown.senders->begin(), m_shown.senders->end()))
            made.senders = m_shown.senders;
    }
    return made;
}

//! "Cupboard keys wanted" becomes "cupboard_keys_wanted", with a number behind where that is taken.
QString TemplateForm::keyFor(const QString &text) const
{
    QString key;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            key.append(c);
        else if (c.isSpace() && !key.isEmpty() && !key.endsWith(u'_'))
            key.append(u'_');
    }
    while (!key.isEmpty() && !(key.front() >= u'a' && key.front() <= u'z'))
        key.remove(0, 1);
    key.truncate(longestKey - 3);
    if (key.isEmpty())
        key = u"alert"_s;
    const auto taken = [this](const QString &wanted) {
        const auto &templates = m_practice.state().templates;
        return std::any_of(templates.begin(), templates.end(),
                           [&](const auto &entry) { return entry.second.key == wanted; });
    };
    QString free = key;
    for (int number = 2; taken(free); ++number)
        free = key + QString::number(number);
    return free;
}

bool TemplateForm::isChanged() const
{
    AlertTemplate now = alertTemplate();
    now.key = m_shown.key;
    AlertTemplate before = m_shown;
    before.gathers = before.gathers.value_or(false) ? std::optional(true) : std::nullopt;
    return now != before;
}

QString TemplateForm::fault() const
{
    const AlertTemplate now = alertTemplate();
    if (now.textEn.isEmpty())
        return tr("Say in English what the alert says.");
    if (now.replies.empty())
        return tr("Choose at least one answer for the card.");
    const bool coming = std::find(now.replies.begin(), now.replies.end(), Reply::Coming) != now.replies.end();
    if (now.gathers && !coming)
        return tr("An alert that goes on until it is over needs the answer “Coming”.");
    if (now.senders && now.senders->empty())
        return tr("Choose at least one job role that may send it.");
    int total = 0;
    for (const protocol::EscalationStep &step : now.escalation)
        total += step.afterSeconds;
    if (total >= now.lifetimeSeconds)
        return tr("It would run out before its last step: let it run longer, or shorten the steps.");
    return {};
}

void TemplateForm::focusFirst()
{
    m_english->setFocus();
    m_english->selectAll();
}

} // namespace handbell::ui
