// SPDX-License-Identifier: Apache-2.0
// chat-gallery [--theme light|dark|high-contrast] [--width N] [--plain] [--screenshot FILE]: the conversation
// of the design's pictures, with the guard's warning.
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeMessageManager.h"
#include "tests/support/FakeModels.h"
#include "ui/chat/ChatPane.h"
#include "ui/chat/ConversationListWidget.h"
#include "ui/composer/ComposerWidget.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCommandLineParser>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTimer>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using client::ConversationListModel;
using client::MessageListModel;
using Delivery = client::MessageListModel::Delivery;

namespace {

const QDate monday(2026, 11, 23);

QDateTime at(int hour, int minute)
{
    return QDateTime(monday, QTime(hour, minute));
}

FakeRow talk(ConversationId id, protocol::ConversationKind kind, const QString &name, MemberId author,
             const QString &text, const QDateTime &when, int unread = 0,
             protocol::PresenceState state = protocol::PresenceState::Offline)
{
    return {{ConversationListModel::IdRole, id.value},
            {ConversationListModel::KindRole, int(kind)},
            {ConversationListModel::NameRole, name},
            {ConversationListModel::PreviewAuthorRole, author.value},
            {ConversationListModel::PreviewTextRole, text},
            {ConversationListModel::LastAtRole, when},
            {ConversationListModel::UnreadRole, unread},
            {ConversationListModel::PresenceRole, int(state)}};
}

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

FakeRow message(int id, const QString &name, const QString &room, const QString &text, const QDateTime &when)
{
    return {{MessageListModel::IdRole, id},
            {MessageListModel::AuthorNameRole, name},
            {MessageListModel::AuthorJobRole, u"Receptionist"_s},
            {MessageListModel::AuthorRoomRole, room},
            {MessageListModel::TextRole, text},
            {MessageListModel::AtRole, when},
            {MessageListModel::FirstOfRunRole, true}};
}

FakeRow own(int id, const QString &text, const QDateTime &when, Delivery delivery, int read = 0)
{
    FakeRow row = message(id, u"Priya Shah"_s, u"Front desk 1"_s, text, when);
    row.insert(MessageListModel::OwnRole, true);
    row.insert(MessageListModel::DeliveryRole, int(delivery));
    row.insert(MessageListModel::ReadCountRole, read);
    return row;
}

std::vector<FakeRow> messages()
{
    std::vector<FakeRow> rows{
        message(1, u"Jo Lewis"_s, u"Front desk 2"_s,
                u"Can anyone cover the phones 12 to 12:30? Delivery to sign for."_s, at(10, 20)),
        own(2, u"Yes, I'll take it."_s, at(10, 21), Delivery::Read, 4),
        message(3, u"Sam Reid"_s, {}, {}, at(10, 38)),
        message(4, u"Sam Reid"_s, u"Back office"_s, u"swapping with Jo on Thursday, rota updated"_s,
                at(10, 42)),
        own(5,
            u"Thanks 👍 <b>noted</b> https://rota.example/a-very-long-address-without-any-space-in-it/2026"_s,
            at(10, 43), Delivery::Queued)};
    rows[0].insert(MessageListModel::FirstOfDayRole, true);
    rows[2].insert(MessageListModel::WithdrawnRole, true);
    rows[2].insert(MessageListModel::WithdrawnAtRole, at(10, 39));
    rows[3].insert(MessageListModel::FirstUnreadRole, true);
    rows.push_back(own(6, u"One more"_s, at(10, 44), Delivery::Refused));
    return rows;
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
                        {u"plain"_s, u"without the guard's warning"_s},
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
    auto *pane = new ChatPane(theme, practice, manager, [] {
        auto model = std::make_unique<FakeMessageListModel>();
        model->setRows(messages());
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
    if (!options.isSet(u"plain"_s)) {
        auto *composer = pane->findChild<ComposerWidget *>();
        composer->setText(u"Your 10:40 Mrs Jones born 3/4/1954 is here about her results"_s);
        auto *edit = composer->findChild<QPlainTextEdit *>();
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(edit, &enter);
    }
    if (options.isSet(u"screenshot"_s)) {
        QTimer::singleShot(300, &window, [&] {
            const bool saved = window.grab().save(options.value(u"screenshot"_s));
            QCoreApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}
