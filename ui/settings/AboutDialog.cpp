// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/AboutDialog.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"
#include "ui/theme/TrayIcons.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace handbell::ui {

AboutDialog::AboutDialog(const Theme &theme, const QString &practice, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Handbell"));
    const auto text = [&](const QString &words, Token token = Token::Text) {
        auto *label = new TextLabel(theme, TextSize::Body, token, words);
        label->setWordWrap(true);
        return label;
    };
    auto *mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(48, 48), devicePixelRatioF()));
    auto *title = new TextLabel(theme, TextSize::Title, Token::Text, QStringLiteral("Handbell"));
    title->setTextSize(TextSize::Title, Weight::Semibold);
    auto *version = text(tr("Version %1").arg(QStringLiteral(HANDBELL_VERSION)), Token::Muted);
    version->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(title);
    names->addWidget(version);
    if (!practice.isEmpty())
        names->addWidget(text(practice, Token::Muted));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.spacing(Space::Large));
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addLayout(names, 1);

    auto *column = new QVBoxLayout(this);
    const int margin = theme.spacing(Space::Large);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.spacing(Space::Medium));
    column->addLayout(head);
    column->addWidget(
        text(tr("Everything sent with Handbell is kept, and may be reviewed by the practice. A review "
                "needs a written reason and is itself recorded.")));
    column->addWidget(text(tr("Handbell is not a panic alarm and not a medical device.")));
    column->addWidget(text(tr("Free software under the Apache License 2.0."), Token::Muted));
    column->addStretch(1);
    auto *close = new PrimaryButton(theme, tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(400);
}

} // namespace handbell::ui
