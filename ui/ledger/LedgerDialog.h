// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "ui/ledger/LedgerView.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QStackedWidget;
class QTableView;

namespace handbell::client {
class LedgerManager;
}

namespace handbell::ui {

class ActionButton;
class ImportanceKey;
class LedgerChart;
class LedgerTableModel;
class TextLabel;
class Theme;

//! How often the bell rings in the practice, as a chart and as a table, for administrators. Nobody is named
//! in it. GUI thread only.
class LedgerDialog : public QDialog
{
    Q_OBJECT

public:
    //! All must outlive the dialog.
    LedgerDialog(const Theme &theme, client::LedgerManager &ledger, const Clock &clock,
                 QWidget *parent = nullptr);

    enum class Form { Chart, Table };
    void showAs(Form form);
    //! Writes what is shown to \a path as CSV and says how that went.
    void save(const QString &path);

private:
    void layOut();
    void connectParts();
    void fetch();
    void take(const Result<protocol::Ledger> &ledger);
    void showLines();
    void showMessage(const QString &words);
    void tell(const QString &words);
    void askWhereToSave();
    [[nodiscard]] LedgerWay way() const;
    [[nodiscard]] LedgerPeriod period() const;

    const Theme &m_theme;
    client::LedgerManager &m_manager;
    const Clock &m_clock;
    std::optional<protocol::Ledger> m_ledger;
    Form m_form;
    bool m_asking = false; //!< an answer is awaited
    LedgerPeriod m_asked = LedgerPeriod::Week;
    LedgerTableModel *m_model;
    QComboBox *m_ways;
    QComboBox *m_periods;
    TextLabel *m_summary;
    QStackedWidget *m_pages;
    TextLabel *m_message;
    ActionButton *m_again;
    LedgerChart *m_chart;
    ImportanceKey *m_key;
    QTableView *m_table;
    TextLabel *m_note;
    TextLabel *m_told;
    ActionButton *m_switch;
    ActionButton *m_save;
};

} // namespace handbell::ui
