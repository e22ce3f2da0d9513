// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SpeedDialPage.h"

#include "client/Practice.h"
#include "client/SpeedDial.h"
#include "ui/alerts/AlertWords.h"
#include "ui/alerts/SpeedDialKeys.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace handbell::ui {

namespace {

//! Entries of two lines each that are seen without scrolling.
constexpr int RowsSeen = 5;

} // namespace

SpeedDialPage::SpeedDialPage(const Theme &theme, const Parts &parts, QWidget *parent)
    : SettingsPage(theme, parent)
    , m_parts(parts)
    , m_list(new QListWidget)
    , m_up(new ActionButton(theme, ActionButton::Role::Plain, tr("Move up")))
    , m_down(new ActionButton(theme, ActionButton::Role::Plain, tr("Move down")))
    , m_remove(new ActionButton(theme, ActionButton::Role::Plain, tr("Remove")))
{
    addHeading(tr("Speed dial"));
    addNote(
        tr("Each of these alerts rings with one key, whatever program you are in, as soon as you press it."));
    m_empty = addNote({});
    m_list->setAccessibleName(tr("Speed dial"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int row = m_list->fontMetrics().lineSpacing() * 2 + 2 * theme.spacing(Space::Tight);
    m_list->setMinimumHeight(row * RowsSeen);
    column()->addSpacing(theme.spacing(Space::Tight));
    column()->addWidget(m_list, 1);
    auto *buttons = new FlowLayout(theme.spacing(Space::Small));
    for (ActionButton *button : {m_up, m_down, m_remove})
        buttons->addWidget(button);
    column()->addSpacing(theme.spacing(Space::Tight));
    column()->addLayout(buttons);
    addNote(tr("To add one, open Ring, choose whom and what, and press Ctrl+D or the star."));
    column()->addStretch(0); // for when the list is hidden

    connect(m_up, &QAbstractButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QAbstractButton::clicked, this, &SpeedDialPage::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &SpeedDialPage::follow);
    connect(&parts.dial, &client::SpeedDial::changed, this, &SpeedDialPage::fill);
    connect(&parts.keys, &SpeedDialKeys::takenChanged, this, &SpeedDialPage::fill);
    connect(&parts.practice, &client::Practice::wasReset, this, &SpeedDialPage::fill);
    connect(&parts.practice, &client::Practice::changed, this, &SpeedDialPage::fill);
    fill();
}

QString SpeedDialPage::words(const client::SpeedDialEntry &entry, int number) const
{
    const protocol::PracticeState &state = m_parts.practice.state();
    const protocol::AlertTemplate *alertTemplate = templateOf(entry, state);
    const bool target = targetExists(entry, state);
    const QString gone = tr("no longer there");
    const QString what = tr("%1 → %2", "alert text → address")
                             .arg(alertTemplate ? m_parts.words.templateText(*alertTemplate) : gone,
                                  target ? m_parts.words.address(entry.to) : gone);
    const QString key = SpeedDialKeys::keyName(number);
    if (!alertTemplate || !target)
        return what + QLatin1Char('\n') + tr("This never rings: remove it.");
    if (m_parts.keys.isTaken(number))
        return what + QLatin1Char('\n') +
               tr("%1 belongs to another program on this PC: move this to another key.", "a key").arg(key);
    return what + QLatin1Char('\n') + key;
}

void SpeedDialPage::fill()
{
    const int row = m_list->currentRow();
    m_list->clear();
    const bool signedIn = m_parts.practice.self().isValid();
    // Without a practice there are no names, and nothing could be told to be gone.
    if (signedIn) {
        int number = 0;
        for (const client::SpeedDialEntry &entry : m_parts.dial.entries())
            m_list->addItem(words(entry, ++number));
    }
    m_list->setCurrentRow(qMin(qMax(0, row), m_list->count() - 1));
    m_empty->setText(!signedIn              ? tr("Sign in to see what is on it.")
                     : m_list->count() == 0 ? tr("There is nothing on it yet.")
                                            : QString());
    m_empty->setVisible(!m_empty->text().isEmpty());
    m_list->setVisible(m_list->count() > 0);
    follow();
}

void SpeedDialPage::follow()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_remove->setEnabled(row >= 0);
    for (ActionButton *button : {m_up, m_down, m_remove})
        button->setVisible(m_list->count() > 0);
}

void SpeedDialPage::move(int by)
{
    const int row = m_list->currentRow();
    m_parts.dial.move(size_t(row), size_t(row + by));
    m_list->setCurrentRow(row + by);
}

void SpeedDialPage::remove()
{
    m_parts.dial.remove(size_t(m_list->currentRow()));
}

} // namespace handbell::ui
