// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertWords.h"

#include <QObject>

#include <optional>

class QListView;
class QModelIndex;

namespace handbell::client {
class TargetModel;
}

namespace handbell::ui {

class TargetEdit;
class TargetWords;
class TextLabel;
class Theme;

//! Whom to ring: a filter, and the list of those it leaves, of which one is chosen where there is any.
//! Whoever makes it lays out its widgets, which then belong to the window, and says what the keys do.
class TargetPicker : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive the picker; its filter is set on \a targets.
    TargetPicker(const Theme &theme, client::TargetModel &targets, QObject *parent);

    [[nodiscard]] TargetEdit &filter() const { return *m_filter; }
    //! The list, and the words that stand in its place where the filter leaves nobody.
    [[nodiscard]] QWidget &list() const { return *m_list; }

    [[nodiscard]] std::optional<protocol::Address> target() const;
    //! Of the target.
    [[nodiscard]] AlertWords::Reach reach() const;
    //! The filter leaves just one.
    [[nodiscard]] bool isNamed() const;
    //! The filter leaves just one, and would leave none with \a digit typed at its end.
    [[nodiscard]] bool wouldLeaveNone(int digit);

    //! Without a filter, the first one is chosen.
    void clear();
    //! Clears the filter and chooses \a target; false, the first one chosen, where there is no such target.
    bool take(const protocol::Address &target);
    void move(int by);

Q_SIGNALS:
    //! Another target is chosen, or none.
    void changed();
    //! What is known of the targets is another.
    void updated();
    //! A target was chosen with the mouse.
    void clicked();

private:
    void makeList();
    [[nodiscard]] protocol::Address addressAt(const QModelIndex &index) const;
    void select(int row);
    void showState();

    const Theme &m_theme;
    client::TargetModel &m_targets;
    TargetWords *m_words = nullptr;
    TargetEdit *m_filter = nullptr;
    QWidget *m_list = nullptr;
    QListView *m_view = nullptr;
    TextLabel *m_noMatch = nullptr;
};

} // namespace handbell::ui
