// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerDialog.h"

#include "client/Futures.h"
#include "client/LedgerManager.h"
#include "ui/ledger/ImportancePattern.h"
#include "ui/ledger/LedgerChart.h"
#include "ui/ledger/LedgerTableModel.h"
#include "ui/ledger/LedgerWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QHeaderView>
#include <QPointer>
#include <QSaveFile>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

namespace handbell::ui {

namespace {

enum Page { MessagePage, ChartPage, TablePage };

//! The widest the table's column of names is made, in device-independent pixels.
constexpr int longestName = 240;

//! A choice with its name before it.
QWidget *named(const Theme &theme, const QString &name, QComboBox *choice)
{
    auto *field = new QWidget;
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.spacing(Space::Small));
    auto *label = new TextLabel(theme, TextSize::Body, Token::Text, name);
    label->setBuddy(choice);
    choice->setAccessibleName(name);
    row->addWidget(label);
    row->addWidget(choice);
    return field;
}

} // namespace

LedgerDialog::LedgerDialog(const Theme &theme, client::LedgerManager &ledger, const Clock &clock,
                           QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_manager(ledger)
    , m_clock(clock)
    // A screen reader can do nothing with a picture.
    , m_form(QAccessible::isActive() ? Form::Table : Form::Chart)
    , m_model(new LedgerTableModel(this))
    , m_ways(new QComboBox)
    , m_periods(new QComboBox)
    , m_summary(new TextLabel(theme, TextSize::Heading, Token::Text))
    , m_pages(new QStackedWidget)
    , m_message(new TextLabel(theme, TextSize::Body, Token::Muted))
    , m_again(new ActionButton(theme, ActionButton::Role::Plain, tr("Try again")))
    , m_chart(new LedgerChart(theme))
    , m_key(new ImportanceKey(theme))
    , m_table(new QTableView)
    , m_note(new TextLabel(theme, TextSize::Small, Token::Muted, LedgerWords::heldBackNote()))
    , m_told(new TextLabel(theme, TextSize::Small, Token::Muted))
    , m_switch(new ActionButton(theme, ActionButton::Role::Plain, QString()))
    , m_save(new ActionButton(theme, ActionButton::Role::Plain, tr("Save as CSV…")))
{
    setWindowTitle(tr("Interruptions – Handbell"));
    for (const LedgerWay way : {LedgerWay::Room, LedgerWay::Role, LedgerWay::Hour, LedgerWay::Importance})
        m_ways->addItem(LedgerWords::way(way), int(way));
    for (const LedgerPeriod period : {LedgerPeriod::Week, LedgerPeriod::Weeks, LedgerPeriod::Months})
        m_periods->addItem(LedgerWords::period(period), int(period));
    layOut();
    connectParts();
    showAs(m_form);
    resize(sizeHint().expandedTo({960, 620}));
    fetch();
}

void LedgerDialog::layOut()
{
    const int gap = m_theme.spacing(Space::Medium);
    m_summary->setTextSize(TextSize::Heading, Weight::Semibold);
    for (TextLabel *label : {m_summary, m_message, m_note, m_told})
        label->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    auto *purpose = new TextLabel(
        m_theme, TextSize::Body, Token::Muted,
        tr("How often the bell rings in the practice, and how it is answered. This is about the practice, "
           "not about people: nobody is named, and small groups are shown together."));
    purpose->setWordWrap(true);

    auto *message = new QWidget;
    auto *messageColumn = new QVBoxLayout(message);
    messageColumn->addStretch(2);
    messageColumn->addWidget(m_message);
    messageColumn->addWidget(m_again, 0, Qt::AlignHCenter);
    messageColumn->addStretch(3);

    auto *chart = new QWidget;
    auto *chartColumn = new QVBoxLayout(chart);
    chartColumn->setContentsMargins(gap, gap, gap, gap);
    chartColumn->setSpacing(gap);
    chartColumn->addWidget(m_key);
    chartColumn->addWidget(m_chart);
    chartColumn->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(chart);
    // The panel is their ground.
    scroll->viewport()->setAutoFillBackground(false);
    chart->setAutoFillBackground(false);
    scroll->setAccessibleName(tr("Chart"));
    scroll->setProperty("ring", true); // it takes the keyboard to scroll

    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Alerts, in numbers"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(LedgerTableModel::Name, QHeaderView::Interactive);

    m_pages->addWidget(message);
    m_pages->addWidget(scroll);
    m_pages->addWidget(m_table);
    auto *panel = new Panel(m_theme, {});
    auto *inside = new QVBoxLayout(panel);
    inside->setContentsMargins(2, 2, 2, 2);
    inside->addWidget(m_pages);

    auto *choices = new FlowLayout(m_theme.spacing(Space::Large));
    choices->addWidget(named(m_theme, tr("Show by"), m_ways));
    choices->addWidget(named(m_theme, tr("Time"), m_periods));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(m_theme.spacing(Space::Small));
    buttons->addWidget(m_switch);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    auto *close = new PrimaryButton(m_theme, tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    buttons->addWidget(close);

    auto *column = new QVBoxLayout(this);
    const int margin = m_theme.spacing(Space::Large);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(gap);
    column->addWidget(purpose);
    column->addLayout(choices);
    column->addWidget(m_summary);
    column->addWidget(panel, 1);
    column->addWidget(m_note);
    column->addWidget(m_told);
    column->addLayout(buttons);
    m_told->hide();
}

void LedgerDialog::connectParts()
{
    connect(m_ways, &QComboBox::currentIndexChanged, this, &LedgerDialog::showLines);
    connect(m_periods, &QComboBox::currentIndexChanged, this, &LedgerDialog::fetch);
    connect(m_again, &QAbstractButton::clicked, this, &LedgerDialog::fetch);
    connect(m_save, &QAbstractButton::clicked, this, &LedgerDialog::askWhereToSave);
    const auto other = [this] {
        showAs(m_form == Form::Chart ? Form::Table : Form::Chart);
    };
    connect(m_switch, &QAbstractButton::clicked, this, other);
    m_switch->setKeyCap(QStringLiteral("Ctrl+T"));
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
    connect(key, &QShortcut::activated, this, other);
}

LedgerWay LedgerDialog::way() const
{
    return static_cast<LedgerWay>(m_ways->currentData().toInt());
}

LedgerPeriod LedgerDialog::period() const
{
    return static_cast<LedgerPeriod>(m_periods->currentData().toInt());
}

void LedgerDialog::fetch()
{
    m_ledger.reset();
    showLines();
    if (m_asking)
        return; // the answer that comes finds another time chosen, and asks for that
    m_asking = true;
    m_asked = period();
    const auto [from, until] = timeOf(m_asked, m_clock.wallNow());
    client::whenAnswered(m_manager.fetch(from, until), this,
                         [this](const Result<protocol::Ledger> &ledger) { take(ledger); });
}

void LedgerDialog::take(const Result<protocol::Ledger> &ledger)
{
    m_asking = false;
    if (m_asked != period()) {
        fetch();
    } else if (ledger) {
        m_ledger = *ledger;
        showLines();
    } else {
        showMessage(LedgerWords::failure(ledger.error().code));
        m_again->setVisible(ledger.error().code != ErrorCode::Forbidden);
    }
}

void LedgerDialog::showLines()
{
    m_told->hide();
    if (!m_ledger) {
        showMessage(tr("Counting…"));
        return;
    }
    if (m_ledger->all.alerts() == 0) {
        showMessage(LedgerWords::summary(m_ledger->all, m_asked));
        return;
    }
    const auto lines = linesOf(*m_ledger, way());
    m_model->setLines(lines, way());
    m_chart->setLines(lines, way());
    m_summary->setText(LedgerWords::summary(m_ledger->all, m_asked));
    m_summary->show();
    m_note->setVisible(m_model->holdsBack());
    m_switch->setEnabled(true);
    m_save->setEnabled(true);
    m_table->setColumnHidden(LedgerTableModel::Open,
                             m_ledger->all.outcome && m_ledger->all.outcome->open == 0);
    // Long names give way to the numbers; the tool tip has the whole.
    m_table->resizeColumnToContents(LedgerTableModel::Name);
    if (m_table->columnWidth(LedgerTableModel::Name) > longestName)
        m_table->setColumnWidth(LedgerTableModel::Name, longestName);
    m_pages->setCurrentIndex(m_form == Form::Chart ? ChartPage : TablePage);
}

void LedgerDialog::showMessage(const QString &words)
{
    m_message->setText(words);
    m_again->hide();
    m_summary->hide();
    m_note->hide();
    m_switch->setEnabled(false);
    m_save->setEnabled(false);
    m_pages->setCurrentIndex(MessagePage);
    QAccessibleEvent alert(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void LedgerDialog::showAs(Form form)
{
    m_form = form;
    m_switch->setText(form == Form::Chart ? tr("Show as a table") : tr("Show as a chart"));
    if (m_pages->currentIndex() != MessagePage)
        m_pages->setCurrentIndex(form == Form::Chart ? ChartPage : TablePage);
}

void LedgerDialog::askWhereToSave()
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.wallNow().time_since_epoch().count()).date();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name =
        tr("interruptions-%1.csv", "a file's name, with the date").arg(today.toString(Qt::ISODate));
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save as CSV"), folder + QLatin1Char('/') + name, tr("Comma-separated values (*.csv)"));
    if (!path.isEmpty())
        save(path);
}

void LedgerDialog::save(const QString &path)
{
    QSaveFile file(path);
    // The mark at the beginning is what a spreadsheet on Windows knows UTF-8 by.
    const QByteArray content = QByteArray("\xEF\xBB\xBF") + m_model->csv().toUtf8();
    const bool saved =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    tell(saved ? tr("Saved as %1").arg(QDir::toNativeSeparators(path))
               : tr("It could not be saved there. Choose another folder."));
}

void LedgerDialog::tell(const QString &words)
{
    m_told->setText(words);
    m_told->show();
    QAccessibleEvent alert(m_told, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace handbell::ui
