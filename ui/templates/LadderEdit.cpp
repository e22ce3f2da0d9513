// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/LadderEdit.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

using protocol::Address;
using protocol::EscalationStep;

namespace {

//! Within what handbellctl and the server take.
constexpr int shortestWait = 10;
constexpr int longestWait = 3600;
constexpr int usualWait = 120;

} // namespace

LadderEdit::LadderEdit(const Theme &theme, const AlertWords &words, const client::Practice &practice,
                       QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
    , m_practice(practice)
    , m_column(new QVBoxLayout(this))
    , m_add(new ActionButton(theme, ActionButton::Role::Plain, tr("Add a step")))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.spacing(Space::Tight));
    m_add->setObjectName(u"addStep"_s);
    m_add->setThemeIcon(Icon::Add);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        addLine({usualWait, Address::everyone()});
        m_lines.back().after->setFocus();
        Q_EMIT changed();
    });
}

void LadderEdit::setSteps(const std::vector<EscalationStep> &steps)
{
    while (!m_lines.empty())
        removeLine(m_lines.back().row);
    for (const EscalationStep &step : steps)
        addLine(step);
    showAdd();
}

std::vector<EscalationStep> LadderEdit::steps() const
{
    std::vector<EscalationStep> steps;
    for (const Line &line : m_lines)
        steps.push_back({line.after->value(), line.addresses.at(size_t(line.to->currentIndex()))});
    return steps;
}

//! Job roles, everyone, and whatever else \a chosen is.
std::vector<Address> LadderEdit::addressesWith(const Address &chosen) const
{
    std::vector<Address> addresses;
    std::set<QString> known;
    for (const auto &[id, member] : m_practice.state().members) {
        if (!member.disabled && known.insert(member.role.toCaseFolded()).second)
            addresses.push_back(Address::ofRole(member.role));
    }
    std::sort(addresses.begin(), addresses.end(), [](const Address &one, const Address &other) {
        return one.role.compare(other.role, Qt::CaseInsensitive) < 0;
    });
    addresses.push_back(Address::everyone());
    if (std::find(addresses.begin(), addresses.end(), chosen) == addresses.end())
        addresses.push_back(chosen);
    return addresses;
}

void LadderEdit::addLine(const EscalationStep &step)
{
    Line line;
    line.row = new QWidget;
    auto *row = new QHBoxLayout(line.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.spacing(Space::Small));
    line.after = new QSpinBox;
    line.after->setRange(shortestWait, longestWait);
    line.after->setButtonSymbols(QAbstractSpinBox::NoButtons);
    line.after->setSingleStep(10);
    line.after->setSuffix(tr(" s", "seconds, behind the number"));
    line.after->setValue(step.afterSeconds);
    line.after->setAccessibleName(tr("Seconds until this step"));
    line.to = new QComboBox;
    line.to->setAccessibleName(tr("Whom this step asks"));
    line.addresses = addressesWith(step.to);
    for (const Address &address : line.addresses)
        line.to->addItem(m_words.address(address));
    line.to->setCurrentIndex(
        int(std::find(line.addresses.begin(), line.addresses.end(), step.to) - line.addresses.begin()));
    auto *remove =
        new ActionButton(m_theme, ActionButton::Role::Quiet, Icon::Close, tr("Take this step away"));
    remove->setObjectName(u"removeStep"_s);
    row->addWidget(
        new TextLabel(m_theme, TextSize::Body, Token::Muted, tr("after", "after 120 s: any nurse")));
    row->addWidget(line.after);
    row->addWidget(line.to, 1);
    row->addWidget(remove);
    connect(line.after, &QSpinBox::valueChanged, this, &LadderEdit::changed);
    connect(line.to, &QComboBox::activated, this, &LadderEdit::changed);
    connect(remove, &QAbstractButton::clicked, this, [this, widget = line.row] {
        removeLine(widget);
        m_add->setFocus();
        Q_EMIT changed();
    });
    m_column->insertWidget(int(m_lines.size()), line.row);
    m_lines.push_back(std::move(line));
    showAdd();
}

void LadderEdit::removeLine(const QWidget *row)
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [row](const Line &line) { return line.row == row; });
    if (found == m_lines.end())
        return;
    found->row->hide();
    found->row->deleteLater(); // its own button may have been clicked
    m_lines.erase(found);
    showAdd();
}

void LadderEdit::showAdd()
{
    m_add->setVisible(int(m_lines.size()) < MostSteps);
}

} // namespace handbell::ui
