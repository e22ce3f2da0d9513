// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/ConsultationCheckCard.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

ConsultationCheckCard::ConsultationCheckCard(const Theme &theme)
    : CardWindow(theme, {Token::Raised, Token::Consult})
{
    setObjectName(u"consultationCheckCard"_s);
    QVBoxLayout *column = makeColumn(4);
    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(new IconLabel(theme, Icon::Consultation, Token::Consult, {}));
    auto *title = new TextLabel(theme, TextSize::Body, Token::Text, tr("Still in consultation?"));
    title->setTextSize(TextSize::Body, Weight::Semibold);
    title->setWordWrap(true);
    header->addWidget(title, 1);
    column->addLayout(header);
    auto *text =
        new TextLabel(theme, TextSize::Small, Token::Muted, tr("Routine alerts are waiting until it ends."));
    text->setWordWrap(true);
    column->addWidget(text);
    FlowLayout *flow = addButtons(*column);
    auto *still = new ActionButton(theme, ActionButton::Role::Plain, tr("Yes, still"));
    still->setObjectName(u"goesOn"_s);
    connect(still, &QAbstractButton::clicked, this, &ConsultationCheckCard::goesOn);
    flow->addWidget(still);
    auto *free = new ActionButton(theme, ActionButton::Role::Plain, tr("No, I am available"));
    free->setObjectName(u"over"_s);
    connect(free, &QAbstractButton::clicked, this, &ConsultationCheckCard::over);
    flow->addWidget(free);
    setWindowTitle(tr("Handbell: still in consultation?"));
    setAccessibleName(title->text());
    setAccessibleDescription(text->text());
    guardFocus();
}

} // namespace handbell::ui
