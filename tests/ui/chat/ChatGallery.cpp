// SPDX-License-Identifier: Apache-2.0
// chat-gallery [--theme light|dark|high-contrast] [--width N] [--scene NAME] [--screenshot FILE]: the
// conversation of the design's pictures, by default with the guard's warning. Scenes: warning, confirm,
// plain, unread, newer, empty, refused.
#include "tests/support/FakeMessageManager.h"
#include "tests/ui/chat/ChatRows.h"
#include "ui/chat/ChatPane.h"
#include "ui/chat/ConversationListWidget.h"
#include "ui/chat/MessageListWidget.h"
#include "ui/composer/ComposerWidget.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCommandLineParser>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTimer>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using namespace handbell::testing::rows;

namespace {

std::vector<FakeRow> talks()
{
    using enum protocol::ConversationKind;
    const QDateTime friday(monday.addDays(-3), QTime(16, 5));
    return {
        talk(demo::deskGroup, Group, u"Front desk"_s, demo::sam,
             u"swapping with Jo on Thursday, rota updated"_s, at(10, 42)),
        talk(demo::everyone, Everyone, {}, demo::carys, u"Fire alarm test at 11:00, no need to leave"_s,
             at(10, 15), 1),
        talk(demo::clinicians, Group, u"Clinicians"_s, demo::okafor, u"room 5 printer is back"_s, at(9, 58)),
        talk(demo::rota, Group, u"Rota swaps"_s, demo::lin, u"2 of 5 answered"_s, friday),
        talk(demo::withPatel, Direct, u"Dr Anna Patel"_s, demo::priya, u"will ring when they arrive"_s,
             at(10, 31), 0, protocol::PresenceState::InConsultation),
        talk(demo::withSam, Direct, u"Sam Reid"_s, demo::sam, u"thanks, all sorted"_s, friday, 0,
             protocol::PresenceState::OnBreak)};
}

std::vector<FakeRow> messages()
{
    const auto sams = [](int id, const QString &text, const QString &room, const QDateTime &when) {
        return with(with(message(id, text, when), MessageListModel::AuthorNameRole, u"Sam Reid"_s),
                    MessageListModel::AuthorRoomRole, room);
    };
    std::vector<FakeRow> rows{
        message(1, u"Can anyone cover the phones 12 to 12:30? Delivery to sign for."_s, at(10, 20)),
        own(2, u"Yes, I'll take it."_s, Delivery::Read, 4), sams(3, {}, {}, at(10, 38)),
        sams(4, u"swapping with Jo on Thursday, rota updated"_s, u"Back office"_s, at(10, 42)),
        own(5,
            u"Thanks 👍 <b>noted</b> https://rota.example/a-very-long-address-without-any-space-in-it/2026"_s,
            Delivery::Queued)};
    rows[0].insert(MessageListModel::FirstOfDayRole, true);
    rows[2].insert(MessageListModel::WithdrawnRole, true);
    rows[2].insert(MessageListModel::WithdrawnAtRole, at(10, 39));
    rows[3].insert(MessageListModel::FirstUnreadRole, true);
    rows.push_back(own(6, u"One more"_s, Delivery::Refused));
    return rows;
}

//! What the scene called \a name shows in the list.
std::vector<FakeRow> scene(const QString &name)
{
    if (name == u"empty"_s)
        return {};
    if (name != u"unread"_s && name != u"newer"_s)
        return messages();
    std::vector<FakeRow> rows = many(1, 30);
    if (name == u"unread"_s)
        rows[12].insert(MessageListModel::FirstUnreadRole, true);
    return rows;
}

//! Plays what makes the scene called \a name.
void play(const QString &name, ChatPane &pane, FakeMessageListModel &model, FakeMessageManager &manager)
{
    auto *composer = pane.findChild<ComposerWidget *>();
    if (name == u"warning"_s || name == u"confirm"_s) {
        composer->setText(u"Your 10:40 Mrs Jones born 3/4/1954 is here about her results"_s);
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(composer->findChild<QPlainTextEdit *>(), &enter);
        for (auto *button : composer->findChildren<QAbstractButton *>()) {
            if (name == u"confirm"_s && button->text() == u"Send anyway…"_s)
                button->click();
        }
    } else if (name == u"newer"_s) {
        auto *bar = pane.findChild<MessageListWidget *>()->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        for (int id = 31; id < 34; ++id)
            model.appendRow(message(id, u"came while you were reading"_s));
    } else if (name == u"refused"_s) {
        Q_EMIT manager.postRefused(demo::deskGroup, {ErrorCode::GuardConfirmationRequired, {}});
        composer->setText(u"Mrs Jones is here"_s);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"theme"_s, u"light, dark or high-contrast"_s, u"name"_s, u"light"_s},
                        {u"width"_s, u"of the window"_s, u"N"_s, u"924"_s},
                        {u"scene"_s, u"what is going on"_s, u"name"_s, u"warning"_s},
                        {u"screenshot"_s, u"write FILE and quit"_s, u"FILE"_s}});
    options.process(app);
    const QString name = options.value(u"theme"_s);
    Theme theme(name == u"dark"_s            ? ThemeKind::Dark
                : name == u"high-contrast"_s ? ThemeKind::HighContrast
                                             : ThemeKind::Light);
    theme.apply(app);
    client::Practice practice;
    demo::fill(practice, demo::priya, WallTime(std::chrono::milliseconds(at(10, 42).toMSecsSinceEpoch())));
    FakeMessageManager manager;
    FakeConversationListModel conversations;
    conversations.setRows(talks());

    QWidget window;
    window.setWindowTitle(u"Chat gallery"_s);
    window.setAutoFillBackground(true);
    auto *row = new QHBoxLayout(&window);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *list = new ConversationListWidget(theme, conversations, practice);
    list->setToday([] { return monday; });
    list->setFixedWidth(269);
    const QString sceneName = options.value(u"scene"_s);
    FakeMessageListModel *shown = nullptr;
    auto *pane = new ChatPane(theme, practice, manager, [&] {
        auto model = std::make_unique<FakeMessageListModel>();
        model->setRows(scene(sceneName));
        shown = model.get();
        return model;
    });
    pane->setToday([] { return monday; });
    row->addWidget(list);
    row->addWidget(new Separator(theme, Qt::Vertical));
    row->addWidget(pane, 1);
    window.resize(options.value(u"width"_s).toInt(), 700);
    window.show();
    list->select(demo::deskGroup);
    pane->openConversation(demo::deskGroup);
    QApplication::processEvents(); // laid out, so that one can scroll
    play(sceneName, *pane, *shown, manager);
    if (options.isSet(u"screenshot"_s)) {
        QTimer::singleShot(300, &window, [&] {
            const bool saved = window.grab().save(options.value(u"screenshot"_s));
            QCoreApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}
