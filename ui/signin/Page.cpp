// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/Page.h"

#include "ui/signin/FieldLabel.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"
#include "ui/theme/TrayIcons.h"

#include <QVBoxLayout>

namespace handbell::ui {

namespace {

constexpr int SheetWidth = 480;
constexpr int MarkSize = 32;

} // namespace

Page::Page(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    auto *ground = new QWidget;
    auto *panel = new ui::Panel(theme, {.fill = Token::Surface, .radius = Radius::Bubble});
    panel->setMaximumWidth(SheetWidth);
    m_sheet = new QVBoxLayout(panel);
    const int margin = 2 * theme.spacing(Space::Medium);
    m_sheet->setContentsMargins(margin, margin, margin, margin);
    m_sheet->setSpacing(theme.spacing(Space::Small));

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(panel, 100);
    across->addStretch(1);
    // As high as the words need, in the middle.
    auto *down = new QVBoxLayout(ground);
    down->setContentsMargins(margin, margin, margin, margin);
    down->addStretch(1);
    down->addLayout(across);
    down->addStretch(1);

    setWidget(ground);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void Page::addHeader(const QString &title, QWidget *line)
{
    auto *mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(MarkSize, MarkSize), devicePixelRatioF()));
    auto *heading = new TextLabel(m_theme, TextSize::Title, Token::Text, title);
    heading->setTextSize(TextSize::Title, Weight::Semibold);
    heading->setWordWrap(true);
    heading->setIndent(2); // room for letters that reach to the left, such as J
    auto *row = new QHBoxLayout;
    row->setSpacing(m_theme.spacing(Space::Medium));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(heading);
    words->addWidget(line);
    row->addLayout(words, 1);
    m_sheet->addLayout(row);
    m_sheet->addSpacing(m_theme.spacing(Space::Small));
}

void Page::addField(const QString &label, QWidget *field)
{
    m_sheet->addWidget(new FieldLabel(m_theme, label, *field));
    m_sheet->addWidget(field);
}

} // namespace handbell::ui
