// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/LinkWatch.h"
#include "ui/theme/Panel.h"

namespace handbell::ui {

class ActionButton;
class TextLabel;

//! Across the window while the line is down, or the self-test fails: alerts can't reach you. GUI thread only.
class OfflineBanner : public Panel
{
    Q_OBJECT

public:
    //! Both must outlive the banner.
    OfflineBanner(const Theme &theme, const LinkWatch &link, QWidget *parent = nullptr);

    enum class Again { Never, OnRequest };
    //! Says \a words instead of the usual ones until the line is good again: nothing is tried by itself.
    void sayStopped(const QString &words, Again again);

Q_SIGNALS:
    //! Connect, or test, now.
    void retryRequested();

private:
    void show();
    [[nodiscard]] QString wordsFor(LinkWatch::State state) const;

    const LinkWatch &m_link;
    TextLabel *m_words;
    ActionButton *m_retry;
    QString m_stopped; //!< why nothing is tried; empty where it is
};

} // namespace handbell::ui
