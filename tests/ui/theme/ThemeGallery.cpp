// SPDX-License-Identifier: Apache-2.0
// theme-gallery [--theme light|dark|high-contrast|system] [--screenshot FILE]: everything ui/theme/ offers,
// at a glance.
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"
#include "ui/theme/TintedIcon.h"
#include "ui/theme/TrayIcons.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCommandLineParser>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTimer>

using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

using Role = ActionButton::Role;

class Gallery : public QWidget
{
    Q_OBJECT

public:
    explicit Gallery(const Theme &theme)
        : m_theme(theme)
    {
        setWindowTitle(u"Theme gallery"_s);
        setWindowIcon(applicationIcon());
        auto *columns = new QHBoxLayout(this);
        columns->setContentsMargins(16, 16, 16, 16);
        columns->setSpacing(16);
        auto *left = new QVBoxLayout;
        left->addWidget(section(u"Icons"_s, icons()));
        left->addWidget(section(u"Tray, 16 20 24 32 px, on a light and a dark bar"_s, tray()));
        left->addWidget(section(u"Presence and importance"_s, states()));
        left->addStretch();
        auto *right = new QVBoxLayout;
        right->addWidget(section(u"Buttons"_s, buttons()));
        right->addWidget(section(u"Text"_s, texts()));
        right->addWidget(section(u"Controls"_s, controls()));
        right->addStretch();
        auto *third = new QVBoxLayout;
        third->addWidget(card(Token::Important, Token::Raised, Icon::Important, u"Important"_s,
                              u"Priya Shah, reception · Front desk 1"_s, u"Interpreter is here"_s,
                              Role::Plain));
        third->addWidget(card(Token::Urgent, Token::UrgentSoft, Icon::Urgent, u"Urgent"_s,
                              u"Dr Anna Patel · Consulting room 3"_s, u"Assistance in this room"_s,
                              Role::Primary));
        third->addWidget(card(Token::Routine, Token::Raised, Icon::Routine, u"Routine"_s,
                              u"Jo Lewis, reception · Front desk 2"_s, u"Delivery to sign for"_s,
                              Role::Plain));
        third->addWidget(guard());
        third->addWidget(section(u"Lists"_s, lists()));
        third->addWidget(section(u"Menu"_s, menu()));
        third->addStretch();
        setMinimumHeight(1000);
        columns->addLayout(left);
        columns->addLayout(right);
        columns->addLayout(third);
    }

private:
    TextLabel *text(TextSize size, Token token, const QString &words, Weight weight = Weight::Regular)
    {
        auto *label = new TextLabel(m_theme, size, token, words);
        label->setTextSize(size, weight);
        return label;
    }

    QWidget *section(const QString &title, QLayout *content)
    {
        auto *panel = new Panel(m_theme, {});
        auto *layout = new QVBoxLayout(panel);
        layout->setContentsMargins(12, 8, 12, 12);
        layout->setSpacing(8);
        layout->addWidget(text(TextSize::Small, Token::Muted, title, Weight::Semibold));
        layout->addWidget(new Separator(m_theme, Qt::Horizontal));
        layout->addLayout(content);
        layout->addStretch();
        return panel;
    }

    QLayout *icons()
    {
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(7);
        for (int i = 0; i <= static_cast<int>(Icon::StarFull); ++i) {
            const auto icon = static_cast<Icon>(i);
            const QString name(iconName(icon));
            auto *row = new QHBoxLayout;
            row->setSpacing(6);
            row->addWidget(new IconLabel(m_theme, icon, Token::Text, name));
            auto *large = new IconLabel(m_theme, icon, Token::Accent, name);
            large->setIconSize(24);
            row->addWidget(large);
            row->addWidget(text(TextSize::Small, Token::Muted, name), 1);
            grid->addLayout(row, i / 3, i % 3);
        }
        return grid;
    }

    QLayout *tray()
    {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        for (const QRgb bar : {0xfff3f3f3, 0xff1c1c1c}) {
            for (const int size : {16, 20, 24, 32}) {
                auto *strip = new QWidget;
                strip->setAutoFillBackground(true);
                QPalette palette;
                palette.setColor(QPalette::Window, QColor(bar));
                strip->setPalette(palette);
                auto *row = new QHBoxLayout(strip);
                row->setContentsMargins(8, 4, 8, 4);
                for (int state = 0; state <= static_cast<int>(TrayState::NotConnected); ++state) {
                    for (const int unread : {0, 3}) {
                        auto *label = new QLabel;
                        label->setPixmap(
                            trayIcon(static_cast<TrayState>(state), unread).pixmap(QSize(size, size), 1.0));
                        row->addWidget(label);
                    }
                }
                column->addWidget(strip);
            }
        }
        return column;
    }

    QLayout *states()
    {
        auto *flow = new FlowLayout(12);
        const auto add = [&](Icon icon, Token token, const QString &words) {
            auto *item = new QWidget;
            auto *row = new QHBoxLayout(item);
            row->setContentsMargins(0, 0, 0, 0);
            row->setSpacing(6);
            row->addWidget(new IconLabel(m_theme, icon, token, words));
            row->addWidget(text(TextSize::Body, token == Token::Offline ? Token::Muted : token, words));
            flow->addWidget(item);
        };
        add(Icon::Available, Token::Available, u"Available"_s);
        add(Icon::Consultation, Token::Consult, u"In consultation"_s);
        add(Icon::Busy, Token::Busy, u"Busy"_s);
        add(Icon::Away, Token::Away, u"Away"_s);
        add(Icon::OnBreak, Token::Break, u"On break"_s);
        add(Icon::Offline, Token::Offline, u"Offline"_s);
        add(Icon::Routine, Token::Routine, u"Routine"_s);
        add(Icon::Important, Token::Important, u"Important"_s);
        add(Icon::Urgent, Token::Urgent, u"Urgent"_s);
        add(Icon::NotConnected, Token::Urgent, u"Not connected"_s);
        return flow;
    }

    ActionButton *button(Role role, const QString &words, const QString &key = {})
    {
        auto *made = new ActionButton(m_theme, role, words);
        made->setKeyCap(key);
        return made;
    }

    QLayout *buttons()
    {
        auto *flow = new FlowLayout(8);
        auto *ring = button(Role::Primary, u"Ring…"_s, u"Ctrl+R"_s);
        ring->setThemeIcon(Icon::Bell);
        flow->addWidget(ring);
        flow->addWidget(button(Role::Primary, u"Send"_s, u"Enter"_s));
        flow->addWidget(button(Role::Plain, u"Coming"_s, u"1"_s));
        flow->addWidget(button(Role::Plain, u"Can't, pass on"_s, u"3"_s));
        auto *state = button(Role::Plain, u"In consultation"_s, u"Ctrl+Alt+C"_s);
        state->setThemeIcon(Icon::Consultation, Token::Consult);
        state->setFrameToken(Token::Consult);
        flow->addWidget(state);
        auto *pause = button(Role::Plain, u"Break"_s);
        pause->setThemeIcon(Icon::OnBreak, Token::Break);
        flow->addWidget(pause);
        flow->addWidget(button(Role::Quiet, u"Quiet"_s));
        flow->addWidget(new ActionButton(m_theme, Role::Plain, Icon::Bell, u"Ring room 3"_s));
        flow->addWidget(new ActionButton(m_theme, Role::Quiet, Icon::More, u"More"_s));
        auto *pressed = button(Role::Plain, u"Pressed"_s);
        pressed->setDown(true);
        flow->addWidget(pressed);
        for (const Role role : {Role::Plain, Role::Primary}) {
            auto *off = button(role, u"Not now"_s, u"4"_s);
            off->setThemeIcon(Icon::Bell);
            off->setEnabled(false);
            flow->addWidget(off);
        }
        m_focused = button(Role::Plain, u"Focused"_s);
        flow->addWidget(m_focused);
        flow->addWidget(new QPushButton(u"Plain QPushButton"_s));
        auto *standard = new QPushButton(u"Default"_s);
        standard->setDefault(true);
        flow->addWidget(standard);
        return flow;
    }

    QLayout *texts()
    {
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(text(TextSize::Title, Token::Text, u"Title 16 pt"_s, Weight::Semibold));
        column->addWidget(
            text(TextSize::Heading, Token::Text, u"Heading 12 pt · Dr Anna Patel"_s, Weight::Semibold));
        column->addWidget(
            text(TextSize::Body, Token::Text, u"Body 10 pt: Can anyone cover the phones 12 to 12:30?"_s));
        column->addWidget(
            text(TextSize::Small, Token::Muted, u"Small 9 pt: Receptionist · Front desk 2 · 10:20"_s));
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *elided = new ElidedLabel(m_theme, TextSize::Body, Token::Text,
                                       u"Fire alarm test at 11:00, no need to leave"_s);
        elided->setFixedWidth(180);
        row->addWidget(elided);
        for (const int count : {1, 12, 140}) {
            auto *badge = new Badge(m_theme);
            badge->setCount(count);
            row->addWidget(badge);
        }
        for (const auto *key : {"1", "Esc", "Ctrl+F"})
            row->addWidget(new KeyCapLabel(m_theme, QString::fromLatin1(key)));
        row->addStretch();
        column->addLayout(row);
        return column;
    }

    QLayout *controls()
    {
        auto *grid = new QGridLayout;
        grid->setSpacing(8);
        auto *line = new QLineEdit;
        line->setPlaceholderText(u"Search messages and people"_s);
        line->addAction(m_theme.icon(Icon::Search, Token::Muted), QLineEdit::LeadingPosition);
        grid->addWidget(line, 0, 0);
        auto *combo = new QComboBox;
        combo->addItem(m_theme.icon(Icon::Available, Token::Available), u"Available"_s);
        combo->addItem(m_theme.icon(Icon::Busy, Token::Busy), u"Busy"_s);
        grid->addWidget(combo, 0, 1);
        auto *edit = new QPlainTextEdit(u"Your 10:40 has arrived."_s);
        edit->setFixedHeight(52);
        grid->addWidget(edit, 1, 0, 1, 2);
        auto *off = new QLineEdit(u"Disabled"_s);
        off->setEnabled(false);
        grid->addWidget(off, 2, 0);
        auto *check = new QCheckBox(u"Sounds"_s);
        check->setChecked(true);
        grid->addWidget(check, 2, 1);
        grid->addWidget(new QCheckBox(u"Start with the computer"_s), 3, 1);
        auto *radio = new QRadioButton(u"Dark"_s);
        radio->setChecked(true);
        auto *radios = new QHBoxLayout;
        radios->addWidget(radio);
        radios->addWidget(new QRadioButton(u"Light"_s));
        radios->addStretch();
        grid->addLayout(radios, 3, 0);
        return grid;
    }

    QWidget *card(Token token, Token fill, Icon icon, const QString &word, const QString &from,
                  const QString &message, Role reply)
    {
        auto *panel = new Panel(m_theme, {.fill = fill, .stripe = token, .stripeWidth = 6});
        panel->setFixedWidth(384);
        auto *layout = new QVBoxLayout(panel);
        layout->setContentsMargins(20, 12, 14, 12);
        layout->setSpacing(4);
        auto *head = new QHBoxLayout;
        head->setSpacing(8);
        head->addWidget(new IconLabel(m_theme, icon, token, {}));
        head->addWidget(text(TextSize::Small, token, word, Weight::Semibold));
        head->addStretch();
        head->addWidget(text(TextSize::Small, Token::Muted, u"10:41 · 4 min left"_s));
        layout->addLayout(head);
        layout->addWidget(text(TextSize::Heading, Token::Text, from, Weight::Semibold));
        layout->addWidget(text(TextSize::Heading, Token::Text, message));
        layout->addSpacing(4);
        auto *flow = new FlowLayout(8);
        flow->addWidget(button(reply, u"Coming"_s, u"1"_s));
        flow->addWidget(button(Role::Plain, u"2 minutes"_s, u"2"_s));
        flow->addWidget(button(Role::Plain, u"Can't, pass on"_s, u"3"_s));
        layout->addLayout(flow);
        return panel;
    }

    QWidget *guard()
    {
        auto *panel = new Panel(m_theme, {.fill = Token::ImportantSoft, .line = Token::Important});
        panel->setFixedWidth(384);
        auto *layout = new QHBoxLayout(panel);
        layout->setContentsMargins(12, 8, 12, 8);
        layout->setSpacing(8);
        layout->addWidget(new IconLabel(m_theme, Icon::Important, Token::Important, {}));
        auto *words =
            text(TextSize::Small, Token::Muted, u"Anyone may ask to see what is written about them."_s);
        words->setWordWrap(true);
        layout->addWidget(words, 1);
        layout->addWidget(button(Role::Plain, u"Edit"_s));
        return panel;
    }

    QLayout *lists()
    {
        auto *list = new QListWidget;
        list->setFixedHeight(104);
        list->setIconSize({16, 16});
        for (const auto *name : {"Front desk", "Everyone", "Clinicians", "Rota swaps", "Managers"})
            list->addItem(
                new QListWidgetItem(m_theme.icon(Icon::People, Token::Muted), QString::fromLatin1(name)));
        list->setCurrentRow(0);
        auto *layout = new QVBoxLayout;
        layout->addWidget(list);
        return layout;
    }

    QLayout *menu()
    {
        auto *menu = new QMenu(this);
        menu->setDefaultAction(menu->addAction(m_theme.icon(Icon::Bell, Token::Text), u"Open Handbell"_s));
        menu->addAction(m_theme.icon(Icon::Consultation, Token::Consult), u"In consultation"_s,
                        QKeySequence(u"Ctrl+Alt+C"_s));
        menu->addSeparator();
        menu->addAction(m_theme.icon(Icon::Settings, Token::Text), u"Settings"_s);
        menu->addAction(u"Not now"_s)->setEnabled(false);
        menu->addAction(u"Quit"_s);
        auto *picture = new QLabel;
        m_menu = menu;
        m_menuPicture = picture;
        auto *layout = new QVBoxLayout;
        layout->addWidget(picture);
        return layout;
    }

    void showEvent(QShowEvent *) override
    {
        m_menu->popup(mapToGlobal(QPoint(500, 500)));
        m_menu->setActiveAction(m_menu->actions().at(1));
        m_menuPicture->setPixmap(m_menu->grab());
        m_menu->hide();
        m_focused->setFocus(Qt::TabFocusReason);
    }

    const Theme &m_theme;
    ActionButton *m_focused = nullptr;
    QMenu *m_menu = nullptr;
    QLabel *m_menuPicture = nullptr;
};

ThemeKind kindNamed(const QString &name)
{
    if (name == "dark"_L1)
        return ThemeKind::Dark;
    if (name == "high-contrast"_L1)
        return ThemeKind::HighContrast;
    return name == "light"_L1 ? ThemeKind::Light : ThemeKind::System;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"theme"_s, u"light, dark, high-contrast or system."_s, u"name"_s, u"system"_s});
    parser.addOption({u"screenshot"_s, u"Write a picture of the window to FILE and leave."_s, u"FILE"_s});
    parser.process(app);

    Theme theme(kindNamed(parser.value(u"theme"_s)));
    theme.apply(app);
    Gallery gallery(theme);
    gallery.show();
    if (parser.isSet(u"screenshot"_s)) {
        QTimer::singleShot(500, &gallery, [&] {
            const bool saved = gallery.grab().save(parser.value(u"screenshot"_s));
            QCoreApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}

#include "ThemeGallery.moc"
