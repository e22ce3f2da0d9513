// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/TargetPicker.h"

#include "client/models/TargetModel.h"
#include "ui/alerts/PaletteDelegates.h"
#include "ui/alerts/PaletteList.h"
#include "ui/alerts/PaletteModels.h"
#include "ui/alerts/TargetEdit.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

using client::TargetModel;

TargetPicker::TargetPicker(const Theme &theme, TargetModel &targets, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_targets(targets)
    , m_words(new TargetWords(targets, this))
    , m_filter(new TargetEdit(theme))
{
    makeList();
    m_filter->setObjectName(u"filter"_s);
    m_filter->setAccessibleName(tr("Whom to ring: person, role, room or group"));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_targets.setFilter(typed);
        select(0);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TargetPicker::changed);
    connect(m_view, &QAbstractItemView::clicked, this, &TargetPicker::clicked);
    connect(m_words, &QAbstractItemModel::modelReset, this, [this] { select(0); });
    connect(m_words, &QAbstractItemModel::dataChanged, this, &TargetPicker::showState);
    connect(this, &TargetPicker::changed, this, &TargetPicker::showState);
    showState();
}

void TargetPicker::makeList()
{
    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_view = new PaletteList(tr("Whom to ring"));
    m_view->setObjectName(u"targets"_s);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setModel(m_words);
    m_view->setItemDelegate(new TargetDelegate(m_theme, m_view));
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // as high as what stands beside it,
    m_view->setMinimumHeight(1);                                         // also where that is low
    column->addWidget(m_view, 1);
    m_noMatch =
        new TextLabel(m_theme, TextSize::Body, Token::Muted, tr("No such person, role, room or group"));
    m_noMatch->setWordWrap(true);
    m_noMatch->setContentsMargins(12, 0, 12, 6);
    column->addWidget(m_noMatch);
}

protocol::Address TargetPicker::addressAt(const QModelIndex &index) const
{
    return m_targets.address(m_words->mapToSource(index));
}

std::optional<protocol::Address> TargetPicker::target() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? std::optional(addressAt(current)) : std::nullopt;
}

AlertWords::Reach TargetPicker::reach() const
{
    const QModelIndex current = m_view->currentIndex();
    AlertWords::Reach reach;
    reach.now = current.data(TargetModel::ReachNowRole).toInt();
    if (const int state = current.data(TargetModel::StateRole).toInt(); state >= 0)
        reach.state = static_cast<protocol::PresenceState>(state);
    return reach;
}

bool TargetPicker::isNamed() const
{
    return !m_filter->text().isEmpty() && m_words->rowCount() == 1;
}

bool TargetPicker::wouldLeaveNone(int digit)
{
    const QString typed = m_filter->text();
    if (!isNamed() || m_filter->cursorPosition() < typed.size())
        return false;
    m_targets.setFilter(typed + QString::number(digit));
    const bool none = m_words->rowCount() == 0;
    m_targets.setFilter(typed);
    select(0);
    return none;
}

void TargetPicker::clear()
{
    m_filter->clear();
    m_targets.setFilter({}); // also where the field was empty
    select(0);
}

bool TargetPicker::take(const protocol::Address &target)
{
    clear();
    for (int row = 0; row < m_words->rowCount(); ++row) {
        if (addressAt(m_words->index(row, 0)) == target) {
            select(row);
            return true;
        }
    }
    return false;
}

void TargetPicker::move(int by)
{
    if (const int rows = m_words->rowCount(); rows > 0)
        select(qBound(0, m_view->currentIndex().row() + by, rows - 1));
}

void TargetPicker::select(int row)
{
    m_view->setCurrentIndex(m_words->index(row, 0));
    showState();
}

void TargetPicker::showState()
{
    const QModelIndex current = m_view->currentIndex();
    m_noMatch->setVisible(m_words->rowCount() == 0);
    m_filter->setMeaning(current.isValid() ? current.data().toString() : QString());
    m_filter->setPlaceholderText(current.isValid() ? QString() : tr("Person, role, room or group"));
    Q_EMIT updated();
}

} // namespace handbell::ui
